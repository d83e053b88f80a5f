#pragma once

#include "core/media/colour_convert.h"

#include <array>
#include <bit>
#include <cstdint>
#include <memory>

namespace cutaway::media {

/// A function of a positive float, tabulated so that each octave gets as many entries, with linear
/// interpolation: relative precision is the same from deep shadow to highlight, and the entry's number is
/// just the top bits of the float. Beyond the ends it gives the end's value.
template <int MantissaBits, int LowestExponent, int Octaves>
class OctaveTable {
    static constexpr std::int32_t bottom = (127 + LowestExponent) << MantissaBits;
    static constexpr std::int32_t count = (Octaves << MantissaBits) + 1;

public:
    /// What a pixel loop needs: entry = (bits of x, clamped to lowest..highest) >> shift, less base.
    struct View {
        static constexpr int shift = 23 - MantissaBits;
        static constexpr std::int32_t base = bottom;
        const float* values;
        float lowest = std::bit_cast<float>(bottom << shift);
        float highest = std::bit_cast<float>(((bottom + count - 1) << shift) - 1);
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

/// DisplayTransform as tables for a processor: no power per pixel. All are interpolated: near the gamut's
/// edge a channel is a small difference of large ones, which steps would show.
struct DisplayTables {
    using Ootf = OctaveTable<5, -20, 24>;
    using ToneRatio = OctaveTable<6, -7, 11>;
    using ToDisplay = OctaveTable<5, -24, 24>;

    std::shared_ptr<const DisplayTransform> transform;
    std::array<float, DisplayTransform::tableSize + 1> toLinear{};
    float linearScale = 1; ///< signal to index
    Ootf ootf;             ///< Ys to factor
    ToneRatio toneRatio;   ///< light to factor
    ToDisplay toDisplay;   ///< light to code 0..255
};

/// Built once for each kind of picture. Any thread.
std::shared_ptr<const DisplayTables> displayTables(Colour colour, int bits);

} // namespace cutaway::media
