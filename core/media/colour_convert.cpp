#include "core/media/colour_convert.h"

#include "core/media/internal/display_row.h"
#include "core/media/internal/display_tables.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace cutaway::media {

namespace {

/// One row of YCbCr as floats (code / highest code, less the offset), chroma already at luma's width.
struct Row {
    std::vector<float> y, u, v;
};

template <class Sample>
const Sample* samples(const VideoFrame& frame, std::size_t plane, int row) {
    return reinterpret_cast<const Sample*>(frame.planes[plane] + frame.strides[plane] * row);
}

/// Chroma of this luma row: blended from two rows where vertically subsampled, then doubled in width, where
/// even positions coincide with a chroma sample and odd ones lie between two.
template <class Sample>
void chromaRow(const VideoFrame& frame, std::size_t plane, int y, float scale, float offset,
               std::vector<float>& blend, std::vector<float>& out) {
    const int width = (frame.width + 1) / 2;
    const bool subsampled = chromaShiftY(frame.format) == 1;
    const int height = subsampled ? (frame.height + 1) / 2 : frame.height;
    const int own = subsampled ? y / 2 : y;
    const int other = subsampled ? std::clamp(y % 2 == 0 ? own - 1 : own + 1, 0, height - 1) : own;
    const auto* a = samples<Sample>(frame, plane, own);
    const auto* b = samples<Sample>(frame, plane, other);
    const float near = scale * (subsampled ? 0.75F : 1.0F), far = scale * (subsampled ? 0.25F : 0.0F);
    for (int x = 0; x < width; ++x)
        blend[static_cast<std::size_t>(x)] =
            near * static_cast<float>(a[x]) + far * static_cast<float>(b[x]) - offset;
    blend[static_cast<std::size_t>(width)] = blend[static_cast<std::size_t>(width - 1)];
    for (int x = 0; x < width; ++x) {
        const auto at = static_cast<std::size_t>(x);
        out[2 * at] = blend[at];
        out[2 * at + 1] = 0.5F * (blend[at] + blend[at + 1]);
    }
}

template <class Sample>
void readRow(const VideoFrame& frame, int y, const DisplayTransform& t, std::vector<float>& blend, Row& row) {
    const float scale = 1.0F / static_cast<float>((1 << bitDepth(frame.format)) - 1);
    const auto* luma = samples<Sample>(frame, 0, y);
    for (int x = 0; x < frame.width; ++x)
        row.y[static_cast<std::size_t>(x)] = scale * static_cast<float>(luma[x]) - t.yuvOffset[0];
    chromaRow<Sample>(frame, 1, y, scale, t.yuvOffset[1], blend, row.u);
    chromaRow<Sample>(frame, 2, y, scale, t.yuvOffset[2], blend, row.v);
}

std::uint8_t toByte(float value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + 0.5F);
}

/// SDR BT.709: only the matrix.
void passRow(const Row& row, int width, const DisplayTransform& t, std::uint8_t* out) {
    const auto& m = t.yuvToRgb;
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x, out += 4) {
        const float y = row.y[x], u = row.u[x], v = row.v[x];
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
    const auto tables = displayTables(frame.colour, bitDepth(frame.format));
    const DisplayTransform& transform = *tables->transform;
    const std::size_t width = static_cast<std::size_t>(frame.width) + 2;
    Row row{std::vector<float>(width), std::vector<float>(width), std::vector<float>(width)};
    std::vector<float> blend(width);
    for (int y = 0; y < frame.height; ++y, rgba += stride) {
        if (bitDepth(frame.format) > 8)
            readRow<std::uint16_t>(frame, y, transform, blend, row);
        else
            readRow<std::uint8_t>(frame, y, transform, blend, row);
        if (transform.passThrough)
            passRow(row, frame.width, transform, rgba);
        else
            displayRow(*tables, {row.y.data(), row.u.data(), row.v.data(), frame.width, rgba});
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
