#include "core/scopes/analyse.h"

#include "core/media/colour_convert.h"
#include "core/media/picture_rows.h"

#include <algorithm>
#include <cmath>

namespace cutaway::scopes {

namespace {

constexpr int rowsWhilePlaying = 270;
constexpr double blackRow = 16, whiteSpan = 219, chromaSpan = 224, neutralRow = 128, fullSpan = 255;

template <class Sample>
const Sample* samples(const media::VideoFrame& picture, std::size_t plane, int row) {
    return reinterpret_cast<const Sample*>(picture.planes[plane] + picture.strides[plane] * row);
}

/// A code value of any depth as one of 8 bits, to the nearest.
template <class Sample>
std::size_t rowOfCode(Sample code) {
    if constexpr (sizeof(Sample) == 1)
        return code;
    else
        return std::min<std::size_t>((static_cast<std::size_t>(code) + 2) >> 2, levels - 1);
}

/// For each column of the picture, its column in the trace.
std::vector<std::size_t> columnMap(int width, int columns) {
    std::vector<std::size_t> map(static_cast<std::size_t>(width));
    for (std::size_t x = 0; x < map.size(); ++x)
        map[x] = x * static_cast<std::size_t>(columns) / map.size();
    return map;
}

template <class Sample>
void countLuma(const media::VideoFrame& picture, int step, Trace& trace) {
    Plane& plane = trace.planes.emplace_back(std::min(waveformColumns, picture.width), levels);
    const auto columns = static_cast<std::size_t>(plane.columns);
    const auto map = columnMap(picture.width, plane.columns);
    for (int y = 0; y < picture.height; y += step) {
        const Sample* row = samples<Sample>(picture, 0, y);
        for (std::size_t x = 0; x < map.size(); ++x)
            ++plane.counts[rowOfCode(row[x]) * columns + map[x]];
        trace.samples += map.size();
    }
}

template <class Sample>
void countChroma(const media::VideoFrame& picture, int step, Trace& trace) {
    Plane& plane = trace.planes.emplace_back(levels, levels);
    const int width = (picture.width + 1) / 2;
    const int shift = media::chromaShiftY(picture.format);
    const int height = (picture.height + shift) >> shift;
    // A vertically subsampled picture has half the rows already.
    for (int y = 0; y < height; y += std::max(1, step >> shift)) {
        const Sample* cb = samples<Sample>(picture, 1, y);
        const Sample* cr = samples<Sample>(picture, 2, y);
        for (int x = 0; x < width; ++x)
            ++plane.counts[rowOfCode(cr[x]) * levels + rowOfCode(cb[x])];
        trace.samples += static_cast<std::uint64_t>(width);
    }
}

/// Rows of R', G' and B' for one row of the picture.
class RgbRows {
public:
    explicit RgbRows(const media::VideoFrame& picture)
        : m_transform(media::displayTransform(picture.colour, media::bitDepth(picture.format)))
        , m_rows(picture, m_transform->yuvOffset)
        , m_scale(static_cast<float>(picture.colour.fullRange ? fullSpan : whiteSpan))
        , m_black(static_cast<float>(picture.colour.fullRange ? 0 : blackRow)) {
        for (auto& channel : m_channels)
            channel.resize(static_cast<std::size_t>(picture.width));
    }
    void read(int y) {
        m_rows.read(y);
        const auto& m = m_transform->yuvToRgb;
        const float *luma = m_rows.luma(), *cb = m_rows.cb(), *cr = m_rows.cr();
        for (std::size_t c = 0; c < 3; ++c) {
            const float a = m[3 * c] * m_scale, b = m[3 * c + 1] * m_scale, d = m[3 * c + 2] * m_scale;
            std::uint8_t* out = m_channels[c].data();
            for (std::size_t x = 0; x < m_channels[c].size(); ++x) {
                const float row = m_black + a * luma[x] + b * cb[x] + d * cr[x];
                // Never negative, and lround() would be a call for each pixel.
                // NOLINTNEXTLINE(bugprone-incorrect-roundings)
                out[x] = static_cast<std::uint8_t>(std::clamp(row, 0.0F, 255.0F) + 0.5F);
            }
        }
    }
    const std::vector<std::uint8_t>& channel(std::size_t c) const { return m_channels[c]; }

private:
    std::shared_ptr<const media::DisplayTransform> m_transform;
    media::PictureRows m_rows;
    float m_scale;
    float m_black;
    std::array<std::vector<std::uint8_t>, 3> m_channels;
};

void countRgb(const media::VideoFrame& picture, int step, Trace& trace) {
    const bool parade = trace.kind == Kind::Parade;
    const int columns = parade ? std::min(paradeColumns, picture.width) : 1;
    trace.planes.assign(3, Plane(columns, levels));
    const auto map = columnMap(picture.width, columns);
    RgbRows rows(picture);
    for (int y = 0; y < picture.height; y += step) {
        rows.read(y);
        for (std::size_t c = 0; c < 3; ++c) {
            const auto& channel = rows.channel(c);
            auto& counts = trace.planes[c].counts;
            for (std::size_t x = 0; x < map.size(); ++x)
                ++counts[channel[x] * static_cast<std::size_t>(columns) + map[x]];
        }
        trace.samples += map.size();
    }
}

template <class Sample>
void countLevels(const media::VideoFrame& picture, int step, Trace& trace) {
    Plane& plane = trace.planes.emplace_back(1, levels);
    for (int y = 0; y < picture.height; y += step) {
        const Sample* row = samples<Sample>(picture, 0, y);
        for (int x = 0; x < picture.width; ++x)
            ++plane.counts[rowOfCode(row[x])];
    }
}

} // namespace

Plane::Plane(int columnCount, int rowCount)
    : columns(columnCount)
    , rows(rowCount)
    , counts(static_cast<std::size_t>(columnCount) * static_cast<std::size_t>(rowCount)) {}

double rowOfLevel(double level, const media::Colour& colour) {
    return colour.fullRange ? fullSpan * level : blackRow + whiteSpan * level;
}

double levelOfRow(double row, const media::Colour& colour) {
    return colour.fullRange ? row / fullSpan : (row - blackRow) / whiteSpan;
}

double rowOfChroma(double chroma, const media::Colour& colour) {
    return neutralRow + (colour.fullRange ? fullSpan : chromaSpan) * chroma;
}

Trace analyse(const media::VideoFrame& picture, Kind kind, int step) {
    Trace trace;
    trace.kind = kind;
    trace.colour = picture.colour;
    trace.width = picture.width;
    trace.height = picture.height;
    const bool deep = media::bitDepth(picture.format) > 8;
    switch (kind) {
    case Kind::Waveform:
        deep ? countLuma<std::uint16_t>(picture, step, trace) : countLuma<std::uint8_t>(picture, step, trace);
        break;
    case Kind::Vectorscope:
        deep ? countChroma<std::uint16_t>(picture, step, trace)
             : countChroma<std::uint8_t>(picture, step, trace);
        break;
    case Kind::Parade:
        countRgb(picture, step, trace);
        break;
    case Kind::Histogram:
        countRgb(picture, step, trace);
        deep ? countLevels<std::uint16_t>(picture, step, trace)
             : countLevels<std::uint8_t>(picture, step, trace);
        break;
    }
    return trace;
}

int playingStep(const media::VideoFrame& picture) {
    return std::max(1, picture.height / rowsWhilePlaying);
}

std::vector<std::uint8_t> brightness(const Plane& plane, Kind kind, std::uint64_t samples) {
    // Full brightness: an eighth of a column on one level; of the whole picture, a two-hundredth in one
    // colour.
    const double bright =
        std::max(1.0, kind == Kind::Vectorscope
                          ? static_cast<double>(samples) / 200
                          : static_cast<double>(samples) / static_cast<double>(plane.columns) / 8);
    constexpr double faintest = 48;
    const double gain = (255 - faintest) / std::log1p(bright);
    std::vector<std::uint8_t> seen(plane.counts.size());
    // Most counts are small: their brightness is looked up.
    std::array<std::uint8_t, 256> table{};
    const auto shade = [&](std::uint32_t count) {
        return static_cast<std::uint8_t>(
            std::min(255.0, faintest + gain * std::log1p(static_cast<double>(count))));
    };
    for (std::uint32_t count = 1; count < table.size(); ++count)
        table[count] = shade(count);
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const std::uint32_t count = plane.counts[i];
        seen[i] = count < table.size() ? table[count] : shade(count);
    }
    return seen;
}

} // namespace cutaway::scopes
