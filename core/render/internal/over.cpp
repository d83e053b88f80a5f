#include "core/render/internal/planes.h"
#include "core/render/internal/raster.h"

#include <algorithm>
#include <cstring>

namespace cutaway::render::internal {

namespace {

constexpr int half = AlphaPlane::opaque / 2;
constexpr int shift = 14;

template <class Sample>
void blendRow(Sample* __restrict below, const Sample* __restrict above, const std::uint16_t* __restrict alpha,
              std::size_t count) {
    for (std::size_t x = 0; x < count; ++x)
        below[x] = static_cast<Sample>(below[x] + (((above[x] - below[x]) * alpha[x] + half) >> shift));
}

/// `above` is what it is over black; filtering may have left a little more than there can be.
template <class Sample>
void addRow(Sample* __restrict below, const Sample* __restrict above, const std::uint16_t* __restrict alpha,
            std::size_t count, int black, int most) {
    for (std::size_t x = 0; x < count; ++x) {
        const int left = ((below[x] - black) * (AlphaPlane::opaque - alpha[x]) + half) >> shift;
        below[x] = static_cast<Sample>(std::clamp(above[x] + left, 0, most));
    }
}

template <class Sample>
void blendPlane(const Raster& raster, std::size_t plane, std::uint8_t* target, std::ptrdiff_t stride,
                const Canvas& canvas) {
    const media::VideoFrame& above = *raster.frame;
    const auto& alpha = raster.alpha[plane == 0 ? 0 : 1];
    const auto count = static_cast<std::size_t>(planeWidth(above.width, plane));
    const int left = plane == 0 ? raster.area.left : raster.area.left / 2;
    const int top = plane == 0 ? raster.area.top : raster.area.top >> chromaShiftY(canvas.format);
    const int black = blackCode(canvas, plane);
    const int most = (1 << bitDepth(canvas.format)) - 1;
    for (int y = 0; y < planeHeight(above.height, canvas.format, plane); ++y) {
        auto* out = reinterpret_cast<Sample*>(target + (top + y) * stride) + left;
        const auto* in = reinterpret_cast<const Sample*>(above.planes[plane] + y * above.strides[plane]);
        const std::uint16_t* share = alpha.data() + static_cast<std::size_t>(y) * count;
        if (alpha.empty())
            std::memcpy(out, in, count * sizeof(Sample));
        else if (raster.overBlack)
            addRow(out, in, share, count, black, most);
        else
            blendRow(out, in, share, count);
    }
}

media::WritableFrame copyOf(const media::VideoFramePtr& below, const Canvas& canvas) {
    auto copy = media::allocateFrame(canvas.width, canvas.height, canvas.format, canvas.colour);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const auto bytes =
            static_cast<std::size_t>(planeWidth(canvas.width, plane)) * sampleBytes(canvas.format);
        const auto black = below ? std::vector<std::uint8_t>() : blackRow(canvas, plane);
        for (int y = 0; y < planeHeight(canvas.height, canvas.format, plane); ++y)
            std::memcpy(copy.planes[plane] + y * copy.frame.strides[plane],
                        below ? below->planes[plane] + y * below->strides[plane] : black.data(), bytes);
    }
    return copy;
}

} // namespace

media::VideoFramePtr over(const media::VideoFramePtr& below, const Raster& raster, const Canvas& canvas) {
    if (raster.area.isEmpty())
        return below;
    if (raster.hides(canvas))
        return raster.frame;
    const auto blended = copyOf(below, canvas);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const auto blend =
            sampleBytes(canvas.format) == 1 ? blendPlane<std::uint8_t> : blendPlane<std::uint16_t>;
        blend(raster, plane, blended.planes[plane], blended.frame.strides[plane], canvas);
    }
    return blended.share();
}

} // namespace cutaway::render::internal
