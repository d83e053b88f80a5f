#include "core/media/internal/chroma_height.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

namespace cutaway::media::av {

namespace {

/// Lanczos (a = 3) a quarter of a row above the fourth of six rows, in 4096ths. Every output row lies a
/// quarter of a chroma row above or below a stored one; below, the rows are taken in reverse.
constexpr std::array<std::int16_t, 6> weights{30, -278, 1110, 3657, -546, 123};
constexpr int fractionBits = 12;
static_assert(std::accumulate(weights.begin(), weights.end(), 0) == 1 << fractionBits);

template <class Sample>
using Rows = std::array<const Sample*, weights.size()>;

/// 16-bit factors and 32-bit sums: what vector units multiply fastest. Samples have at most 10 bits.
template <class Sample>
void filterRow(const Rows<Sample>& rows, int width, int highest, Sample* out) {
    const auto [a, b, c, d, e, f] = rows;
    const auto product = [](Sample sample, std::int16_t factor) {
        return static_cast<std::int16_t>(sample) * factor;
    };
    for (int x = 0; x < width; ++x) {
        const int sum = (1 << (fractionBits - 1)) + product(a[x], weights[0]) + product(b[x], weights[1]) +
                        product(c[x], weights[2]) + product(d[x], weights[3]) + product(e[x], weights[4]) +
                        product(f[x], weights[5]);
        out[x] = static_cast<Sample>(std::clamp(sum >> fractionBits, 0, highest));
    }
}

template <class Sample>
void filterPlane(const VideoFrame& from, std::size_t plane, WritableFrame& to) {
    const int width = (from.width + 1) / 2, rows = (from.height + 1) / 2;
    const int highest = (1 << bitDepth(from.format)) - 1;
    const auto stored = [&](int row) {
        return reinterpret_cast<const Sample*>(from.planes[plane] +
                                               from.strides[plane] * std::clamp(row, 0, rows - 1));
    };
    for (int y = 0; y < to.frame.height; ++y) {
        // Even rows lie above their stored row, odd ones below it.
        const int own = y / 2, step = y % 2 == 0 ? 1 : -1;
        Rows<Sample> taps;
        for (int tap = 0; tap < static_cast<int>(taps.size()); ++tap)
            taps[static_cast<std::size_t>(tap)] = stored(own + step * (tap - 3));
        filterRow(taps, width, highest,
                  reinterpret_cast<Sample*>(to.planes[plane] + to.frame.strides[plane] * y));
    }
}

} // namespace

VideoFramePtr doubleChromaHeight(const VideoFramePtr& frame) {
    assert(chromaShiftY(frame->format) == 1);
    const bool deep = bitDepth(frame->format) > 8;
    const PixelFormat format = deep ? PixelFormat::Yuv422p10 : PixelFormat::Yuv422p8;
    // Only its chroma is used: the luma of this one is never touched, so it costs no memory.
    WritableFrame out = allocateFrame(frame->width, frame->height, format, frame->colour);
    for (std::size_t plane = 1; plane < 3; ++plane)
        deep ? filterPlane<std::uint16_t>(*frame, plane, out) : filterPlane<std::uint8_t>(*frame, plane, out);
    out.frame.planes[0] = frame->planes[0];
    out.frame.strides[0] = frame->strides[0];
    struct Both {
        VideoFramePtr luma;
        std::shared_ptr<const void> chroma;
    };
    out.frame.owner = std::make_shared<const Both>(Both{frame, out.frame.owner});
    return out.share();
}

} // namespace cutaway::media::av
