#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace cutaway::media {

/// A function of a positive float, tabulated so that each octave gets as many entries, with linear
/// interpolation: relative precision is the same from deep shadow to highlight, and the entry's number is
/// just the top bits of the float. Beyond the ends it gives the end's value.
template <int MantissaBits, int LowestExponent, int Octaves>
class OctaveTable {
    static constexpr std::int32_t bottom = (127 + LowestExponent) << MantissaBits;
    static constexpr std::int32_t count = (Octaves << MantissaBits) + 1;

public:
    /// What a pixel loop or a shader needs: x is clamped to lowest..highest; its bits >> shift, less base,
    /// are the number of an entry, and the bits shifted out are how far x lies towards the next one.
    struct View {
        static constexpr int shift = 23 - MantissaBits;
        static constexpr std::int32_t base = bottom;
        const float* values;
        float lowest = std::bit_cast<float>(bottom << shift);
        float highest = std::bit_cast<float>(((bottom + count - 1) << shift) - 1);
        static constexpr int entries = count;
    };
    View view() const { return {m_values.data()}; }

    template <class Function>
    void fill(const Function& f) {
        for (std::int32_t i = 0; i < count; ++i)
            m_values[static_cast<std::size_t>(i)] = f(std::bit_cast<float>((i + bottom) << View::shift));
    }

private:
    std::array<float, static_cast<std::size_t>(count)> m_values{};
};

} // namespace cutaway::media
