#include "core/media/colour_convert.h"

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

struct Rgb {
    float r, g, b;
};

inline Rgb multiply(const std::array<float, 9>& m, const Rgb& v) {
    return {m[0] * v.r + m[1] * v.g + m[2] * v.b, m[3] * v.r + m[4] * v.g + m[5] * v.b,
            m[6] * v.r + m[7] * v.g + m[8] * v.b};
}

inline void put(std::uint8_t* out, std::uint8_t r, std::uint8_t g, std::uint8_t b) {
    out[0] = r;
    out[1] = g;
    out[2] = b;
    out[3] = 255;
}

inline std::uint8_t toByte(float value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + 0.5F);
}

void passRow(const Row& row, int width, const DisplayTransform& t, std::uint8_t* out) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x, out += 4) {
        const Rgb rgb = multiply(t.yuvToRgb, {row.y[x], row.u[x], row.v[x]});
        put(out, toByte(rgb.r), toByte(rgb.g), toByte(rgb.b));
    }
}

inline float toLinear(const DisplayTables& tables, float signal) {
    const float at =
        std::clamp(signal * tables.linearScale, 0.0F, static_cast<float>(DisplayTables::linearSize - 1));
    const int low = static_cast<int>(at);
    const float* entry = tables.toLinear.data() + low;
    return entry[0] + (at - static_cast<float>(low)) * (entry[1] - entry[0]);
}

/// Towards grey, as maths::intoGamut.
inline Rgb intoGamut(Rgb c) {
    const float low = std::min({c.r, c.g, c.b}), high = std::max({c.r, c.g, c.b});
    if (low > 0 && high <= 1)
        return c;
    const float grey = std::clamp(0.2126F * c.r + 0.7152F * c.g + 0.0722F * c.b, 0.0F, 1.0F);
    float keep = 1;
    if (low < 0)
        keep = std::min(keep, grey / (grey - low));
    if (high > 1)
        keep = std::min(keep, (1 - grey) / (high - grey));
    return {std::max(0.0F, grey + keep * (c.r - grey)), std::max(0.0F, grey + keep * (c.g - grey)),
            std::max(0.0F, grey + keep * (c.b - grey))};
}

void mapRow(const Row& row, int width, const DisplayTables& tables, std::uint8_t* out) {
    const DisplayTransform& t = *tables.transform;
    const bool hlg = t.ootfGamma != 1.0F;
    for (std::size_t x = 0; x < static_cast<std::size_t>(width); ++x, out += 4) {
        Rgb c = multiply(t.yuvToRgb, {row.y[x], row.u[x], row.v[x]});
        c = {toLinear(tables, c.r), toLinear(tables, c.g), toLinear(tables, c.b)};
        float factor = 1;
        if (hlg)
            factor =
                tables.ootf.interpolated(t.luminance[0] * c.r + t.luminance[1] * c.g + t.luminance[2] * c.b);
        factor *= tables.toneRatio.interpolated(factor * std::max({c.r, c.g, c.b}));
        c = intoGamut(multiply(t.gamut, {factor * c.r, factor * c.g, factor * c.b}));
        put(out, tables.toDisplay.nearest(c.r), tables.toDisplay.nearest(c.g), tables.toDisplay.nearest(c.b));
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
            mapRow(row, frame.width, *tables, rgba);
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
