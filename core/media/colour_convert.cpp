#include "core/media/colour_convert.h"

#include "core/media/internal/display_row.h"
#include "core/media/picture_rows.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace cutaway::media {

namespace {

std::uint8_t toByte(float value) {
    // NOLINTNEXTLINE(bugprone-incorrect-roundings): never negative, and lround() is a call for each pixel
    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + 0.5F);
}

/// SDR BT.709: only the matrix.
void passRow(const PictureRows& row, int width, const DisplayTransform& t, std::uint8_t* out) {
    const auto& m = t.yuvToRgb;
    const float *luma = row.luma(), *cb = row.cb(), *cr = row.cr();
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x, out += 4) {
        const float y = luma[x], u = cb[x], v = cr[x];
        out[0] = toByte(m[0] * y + m[1] * u + m[2] * v);
        out[1] = toByte(m[3] * y + m[4] * u + m[5] * v);
        out[2] = toByte(m[6] * y + m[7] * u + m[8] * v);
        out[3] = 255;
    }
}

} // namespace

void toDisplayRgb(const VideoFrame& frame, std::uint8_t* rgba, std::ptrdiff_t stride) {
    if (frame.width <= 0 || frame.height <= 0)
        return;
    const auto shared = displayTransform(frame.colour, bitDepth(frame.format));
    const DisplayTransform& transform = *shared;
    PictureRows row(frame, transform.yuvOffset);
    for (int y = 0; y < frame.height; ++y, rgba += stride) {
        row.read(y);
        if (transform.passThrough)
            passRow(row, frame.width, transform, rgba);
        else
            displayRow(transform, {row.luma(), row.cb(), row.cr(), frame.width, rgba});
    }
}

RgbImage toDisplayRgb(const VideoFrame& frame) {
    RgbImage image;
    image.width = frame.width;
    image.height = frame.height;
    image.rgba.resize(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height) * 4);
    toDisplayRgb(frame, image.rgba.data(), std::ptrdiff_t{frame.width} * 4);
    return image;
}

} // namespace cutaway::media
