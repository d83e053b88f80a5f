#pragma once

#include <cmath>
#include <cstdint>

namespace cutaway::demo {

/// A repeatable source of numbers, the same on every machine and with every standard library.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15u;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    double normal(double mean, double deviation) {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return mean + deviation * radius * std::cos(2 * 3.14159265358979323846 * uniform());
    }

private:
    std::uint64_t m_state;
};

/// A well-mixed number for a place of a grid, for textures that need no memory.
constexpr std::uint32_t hash(std::uint32_t a, std::uint32_t b, std::uint32_t c = 0) {
    std::uint32_t h = a * 0x9E3779B1u ^ b * 0x85EBCA77u ^ c * 0xC2B2AE3Du;
    h ^= h >> 15;
    h *= 0x2C1B3C6Du;
    h ^= h >> 12;
    h *= 0x297A2D39u;
    return h ^ h >> 15;
}
/// The same in [0, 1).
constexpr float hashUnit(std::uint32_t a, std::uint32_t b, std::uint32_t c = 0) {
    return static_cast<float>(hash(a, b, c) >> 8) * 0x1.0p-24f;
}

} // namespace cutaway::demo
