#pragma once

#include "core/media/colour_convert.h"

#include <array>
#include <bit>
#include <cstdint>
#include <memory>

namespace cutaway::media {

/// A function of a positive float, tabulated so that each octave gets as many entries: relative precision is
/// the same from deep shadow to highlight, and the entry's number is just the top bits of the float.
template <class Value, int MantissaBits, int LowestExponent, int Octaves>
class OctaveTable {
public:
    /// For nearest(): entries hold the function in their middle.
    template <class Function>
    void fillMiddles(const Function& f) {
        fill(f, 1U << (shift - 1));
        m_values[0] = f(0.0F);
    }
    /// For interpolated(): entries hold the function at their beginning.
    template <class Function>
    void fillEdges(const Function& f) {
        fill(f, 0);
    }
    Value nearest(float x) const {
        const std::int32_t entry = entryOf(std::bit_cast<std::uint32_t>(x));
        return m_values[static_cast<std::size_t>(entry < 0 ? 0 : entry >= last ? last : entry)];
    }
    Value interpolated(float x) const {
        const auto bits = std::bit_cast<std::uint32_t>(x);
        const std::int32_t entry = entryOf(bits);
        if (entry < 0)
            return m_values[0];
        if (entry >= last)
            return m_values[static_cast<std::size_t>(last)];
        const Value* at = m_values.data() + entry;
        const float part = static_cast<float>(bits & ((1U << shift) - 1)) * (1.0F / (1U << shift));
        return at[0] + part * (at[1] - at[0]);
    }

private:
    static constexpr int shift = 23 - MantissaBits;
    static constexpr std::uint32_t base = static_cast<std::uint32_t>(127 + LowestExponent) << MantissaBits;
    static constexpr std::uint32_t count = (static_cast<std::uint32_t>(Octaves) << MantissaBits) + 1;
    static constexpr std::int32_t last = static_cast<std::int32_t>(count) - 1;

    static std::int32_t entryOf(std::uint32_t bits) {
        return static_cast<std::int32_t>(bits >> shift) - static_cast<std::int32_t>(base);
    }
    template <class Function>
    void fill(const Function& f, std::uint32_t offset) {
        for (std::uint32_t i = 0; i < count; ++i)
            m_values[i] = f(std::bit_cast<float>(((i + base) << shift) + offset));
    }
    std::array<Value, count> m_values{};
};

/// DisplayTransform as tables for a processor: no power and no division per pixel. Only `toLinear` is
/// interpolated: near the gamut's edge a channel is a small difference of large ones, which coarse steps
/// would show.
struct DisplayTables {
    static constexpr int linearSize = DisplayTransform::tableSize;
    std::shared_ptr<const DisplayTransform> transform;
    std::array<float, linearSize + 1> toLinear{};
    float linearScale = 1;                           ///< signal to index
    OctaveTable<float, 5, -20, 24> ootf;             ///< Ys to factor
    OctaveTable<float, 6, -7, 11> toneRatio;         ///< light to factor
    OctaveTable<std::uint8_t, 9, -20, 20> toDisplay; ///< light to code 0..255
};

/// Built once for each kind of picture. Any thread.
std::shared_ptr<const DisplayTables> displayTables(Colour colour, int bits);

} // namespace cutaway::media
