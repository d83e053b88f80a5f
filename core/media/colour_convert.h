#pragma once

#include "core/media/frame.h"
#include "core/media/image.h"
#include "core/media/octave_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace cutaway::media {

/// How a picture becomes BT.709 RGB for an SDR screen, as tables that the processor and a graphics card use
/// alike: the same entries in the same order give the same codes. No power per pixel. All tables are
/// interpolated: near the gamut's edge a channel is a small difference of large ones, which steps would show.
///  1. YCbCr code values to non-linear R'G'B': rgb = yuvToRgb * (yuv - yuvOffset), where yuv are code values
///     divided by the highest code (1023 or 255); chroma is left-sited (4:2:0: half-way vertically),
///     bilinear. With `passThrough` (SDR BT.709) this, clamped to 0..1, times 255, rounded, is the result.
///  2. Each channel times `linearScale`, clamped to 0..tableSize - 1, through `toLinear`.
///  3. With `hasOotf` (HLG), times `ootf` at Ys = dot(luminance, rgb). Light is now relative to HDR reference
///     white, 203 cd/m2.
///  4. times `toneRatio` at m = max(R, G, B): the roll-off of BT.2390.
///  5. rgb = gamut * rgb (BT.2020 to BT.709), then towards grey g = dot((0.2126, 0.7152, 0.0722), rgb),
///     clamped, just as far as brings every channel into 0..1.
///  6. `toDisplay` of each channel (BT.1886, straight below one and a half codes), rounded.
struct DisplayTransform {
    static constexpr int tableSize = 1024;
    using Ootf = OctaveTable<5, -20, 24>;
    using ToneRatio = OctaveTable<6, -7, 11>;
    using ToDisplay = OctaveTable<5, -24, 24>;

    std::array<float, 9> yuvToRgb{}; ///< row by row
    std::array<float, 3> yuvOffset{};
    bool passThrough = false;
    std::array<float, tableSize + 1> toLinear{}; ///< entry i is at i / linearScale; the last stands twice
    float linearScale = 1;                       ///< signal to entry
    bool hasOotf = false;
    std::array<float, 3> luminance{};
    Ootf ootf;                    ///< Ys to factor
    ToneRatio toneRatio;          ///< light to factor
    std::array<float, 9> gamut{}; ///< row by row
    ToDisplay toDisplay;          ///< light to code 0..255
};
/// The transform for pictures of this colour and depth: 1000 cd/m2 HLG display, 203 cd/m2 reference white,
/// BT.2390 roll-off. Cached: the same object for the same arguments. Any thread.
std::shared_ptr<const DisplayTransform> displayTransform(Colour colour, int bits);

/// Weights of R', G' and B' in luma, by the picture's matrix.
std::array<double, 3> lumaWeights(const Colour& colour);

/// One pixel by the exact formulas in double precision: what tables and shaders are measured against.
/// `yuv` are code values; the result is display code 0..255 before rounding.
std::array<double, 3> displayRgbExact(std::array<double, 3> yuv, Colour colour, int bits);

/// The picture for an SDR screen, at its own size. Any thread.
RgbImage toDisplayRgb(const VideoFrame& frame);
/// The same into `rgba`: frame.height rows of `stride` bytes.
void toDisplayRgb(const VideoFrame& frame, std::uint8_t* rgba, std::ptrdiff_t stride);

} // namespace cutaway::media
