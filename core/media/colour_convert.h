#pragma once

#include "core/media/frame.h"
#include "core/media/image.h"

#include <array>
#include <memory>
#include <vector>

namespace cutaway::media {

/// How a picture becomes BT.709 RGB for an SDR screen, in steps that a shader can follow exactly:
///  1. YCbCr code values to non-linear R'G'B' in 0..1 and beyond: rgb = yuvToRgb * (yuv - yuvOffset), where
///  yuv
///     are code values divided by the highest code (1023 or 255), chroma sampled left-sited, bilinear.
///  2. each channel through `toLinear` (index 0..1 over [linearMin, linearMax], linear interpolation):
///  display
///     light of the channel, 1.0 = 203 cd/m2 (HDR reference white).
///  3. HLG only: times max(Ys, 1e-6)^(ootfGamma - 1), Ys = luminance of step 2's scene light (BT.2100 OOTF).
///  4. tone map: scale RGB by `toneMap(m) / m`, m = max(R, G, B), table over [0, toneMax].
///  5. gamut: rgb = gamut * rgb (BT.2020 to BT.709), then towards grey until all are in 0..1.
///  6. `toDisplay` over [0, 1]: display code 0..1 (BT.1886 gamma 2.4), times 255, rounded.
/// SDR pictures take steps 1 (and 5, 6 when the gamut is BT.2020).
struct DisplayTransform {
    static constexpr int tableSize = 1024;
    std::array<float, 9> yuvToRgb{}; ///< row by row
    std::array<float, 3> yuvOffset{};
    bool passThrough = false; ///< SDR BT.709: steps 2 to 6 change nothing but clamping
    std::vector<float> toLinear;
    float linearMin = 0;
    float linearMax = 1;
    float ootfGamma = 1;
    std::array<float, 3> luminance{}; ///< weights of Ys
    std::vector<float> toneMap;       ///< tone-mapped light / light, so that step 4 is one product
    float toneMax = 1;
    std::array<float, 9> gamut{};
    std::vector<float> toDisplay;
};
/// The transform for pictures of this colour and depth: 1000 cd/m2 HLG display, 203 cd/m2 reference white,
/// BT.2390 roll-off. Cached: the same object for the same arguments. Any thread.
std::shared_ptr<const DisplayTransform> displayTransform(Colour colour, int bits);

/// One pixel by the exact formulas in double precision: what tables and shaders are measured against.
/// `yuv` are code values; the result is display code 0..255 before rounding.
std::array<double, 3> displayRgbExact(std::array<double, 3> yuv, Colour colour, int bits);

/// The picture for an SDR screen, at its own size. Any thread.
RgbImage toDisplayRgb(const VideoFrame& frame);
/// The same into `rgba`: frame.height rows of `stride` bytes.
void toDisplayRgb(const VideoFrame& frame, std::uint8_t* rgba, std::ptrdiff_t stride);

} // namespace cutaway::media
