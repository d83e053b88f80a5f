#include "core/render/internal/raster.h"

#include "core/render/internal/coverage.h"
#include "core/render/internal/planes.h"
#include "core/render/internal/resample.h"
#include "core/render/internal/turned.h"

#include <algorithm>
#include <utility>

namespace cutaway::render::internal {

using media::VideoFrame;
using media::VideoFramePtr;
using media::WritableFrame;

namespace {

Sheet sheetOf(const VideoFrame& frame, std::size_t plane) {
    return {frame.planes[plane], frame.strides[plane], planeWidth(frame.width, plane),
            planeHeight(frame.height, frame.format, plane), bitDepth(frame.format)};
}

Target targetOf(const WritableFrame& frame, std::size_t plane) {
    return {frame.planes[plane], frame.frame.strides[plane], planeWidth(frame.frame.width, plane),
            planeHeight(frame.frame.height, frame.frame.format, plane), bitDepth(frame.frame.format)};
}

/// Alpha as one more plane on the lattice of luma. One bit more than its largest value.
constexpr int alphaBits = 15;

Sheet sheetOf(const AlphaPlane& alpha) {
    return {reinterpret_cast<const std::uint8_t*>(alpha.samples.data()), std::ptrdiff_t{alpha.width} * 2,
            alpha.width, alpha.height, alphaBits};
}

Target targetOf(std::vector<std::uint16_t>& alpha, const Area& area) {
    return {reinterpret_cast<std::uint8_t*>(alpha.data()), std::ptrdiff_t{area.width()} * 2, area.width(),
            area.height(), alphaBits};
}

/// Brings the planes of one picture onto the samples of an area of the canvas.
class Sampler {
public:
    Sampler(const Placing& placing, const Area& area, media::PixelFormat canvas)
        : m_placing(placing)
        , m_area(area)
        , m_canvas(canvas)
        , m_places(placing) {}

    void sample(const Sheet& source, const Target& target, std::size_t plane,
                media::PixelFormat format) const {
        const int left = plane == 0 ? m_area.left : m_area.left / 2;
        const int top = plane == 0 ? m_area.top : m_area.top >> chromaShiftY(m_canvas);
        if (m_placing.rotation != 0) {
            turned(source, target, m_places, plane, format, m_canvas, left, top);
            return;
        }
        resample(
            source, target,
            tapsFor(m_placing.x, latticeX(plane), latticeX(plane), source.width, left, left + target.width),
            tapsFor(m_placing.y, latticeY(plane, m_canvas), latticeY(plane, format), source.height, top,
                    top + target.height));
    }

private:
    const Placing& m_placing;
    const Area& m_area;
    media::PixelFormat m_canvas;
    TurnedPlaces m_places;
};

/// A picture that becomes smaller is made so before it is turned, or samples of it would be passed over.
struct Smaller {
    Picture picture;
    Placing placing;
};

Way shortened(Way way, int length) {
    way.num *= way.length;
    way.den *= length;
    const auto place = [&](std::int64_t at) { return mulDivRound(at, length, way.length); };
    way.first = place(way.first);
    way.end = place(way.end);
    way.length = length;
    return way;
}

int shortenedLength(const Way& way) {
    constexpr std::int64_t least = 16;
    if (way.num >= way.den || way.length <= least)
        return static_cast<int>(way.length);
    const std::int64_t length = mulDivRound(way.length, way.num, way.den);
    return static_cast<int>(std::clamp<std::int64_t>((length + 1) / 2 * 2, least, way.length));
}

Smaller smaller(const Picture& picture, const Placing& placing) {
    const int width = shortenedLength(placing.x);
    const int height = shortenedLength(placing.y);
    const VideoFrame& frame = *picture.frame;
    Smaller made{picture, placing};
    if (width == frame.width && height == frame.height)
        return made;
    made.placing.x = shortened(placing.x, width);
    made.placing.y = shortened(placing.y, height);
    Placing scaling; // onto a canvas of its own, as large as it becomes
    const auto along = [](int from, int to) {
        return Way{from, std::int64_t{to} << 31, to, from, 0, std::int64_t{from} << 32};
    };
    scaling.x = along(frame.width, width);
    scaling.y = along(frame.height, height);
    const Area whole{0, 0, width, height};
    const Sampler sampler(scaling, whole, frame.format);
    auto scaled = media::allocateFrame(width, height, frame.format, frame.colour);
    for (std::size_t plane = 0; plane < 3; ++plane)
        sampler.sample(sheetOf(frame, plane), targetOf(scaled, plane), plane, frame.format);
    made.picture.frame = scaled.share();
    if (picture.alpha) {
        AlphaPlane alpha{width, height, std::vector<std::uint16_t>(std::size_t(width) * std::size_t(height))};
        sampler.sample(sheetOf(*picture.alpha), targetOf(alpha.samples, whole), 0, frame.format);
        made.picture.alpha = std::make_shared<const AlphaPlane>(std::move(alpha));
    }
    return made;
}

/// Into `covered`, of which what is there of the picture is a part.
void multiply(std::vector<std::uint16_t>& covered, std::vector<std::uint16_t> alpha) {
    for (std::uint16_t& sample : alpha)
        sample = std::min<std::uint16_t>(sample, AlphaPlane::opaque);
    if (covered.empty()) {
        covered = std::move(alpha);
        return;
    }
    for (std::size_t i = 0; i < covered.size(); ++i)
        covered[i] = times(covered[i], alpha[i]);
}

/// The frame as what is seen of it laid over black: what is outside of the crop and lost by opacity is black.
void fadeToBlack(const WritableFrame& frame, const std::array<std::vector<std::uint16_t>, 2>& share,
                 const Canvas& canvas) {
    if (share[0].empty())
        return;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const Target target = targetOf(frame, plane);
        const auto& shares = share[plane == 0 ? 0 : 1];
        const int black = blackCode(canvas, plane);
        for (int y = 0; y < target.height; ++y)
            for (int x = 0; x < target.width; ++x) {
                const int left = shares[static_cast<std::size_t>(y) * static_cast<std::size_t>(target.width) +
                                        static_cast<std::size_t>(x)];
                const auto fade = [&](auto& sample) {
                    sample = static_cast<std::remove_reference_t<decltype(sample)>>(
                        black + (((sample - black) * left + AlphaPlane::opaque / 2) >> 14));
                };
                std::uint8_t* row = target.samples + y * target.stride;
                if (target.bits > 8)
                    fade(reinterpret_cast<std::uint16_t*>(row)[x]);
                else
                    fade(row[x]);
            }
    }
}

} // namespace

Raster rasterOf(const Picture& given, const Placing& givenPlacing, const Canvas& canvas) {
    Raster raster;
    raster.area = givenPlacing.area(canvas);
    if (raster.area.isEmpty())
        return raster;
    const Smaller made =
        givenPlacing.rotation != 0 ? smaller(given, givenPlacing) : Smaller{given, givenPlacing};
    const VideoFrame& frame = *made.picture.frame;
    const Area& area = raster.area;
    const Sampler sampler(made.placing, area, canvas.format);
    const auto samples = media::allocateFrame(area.width(), area.height(), canvas.format, canvas.colour);
    for (std::size_t plane = 0; plane < 3; ++plane)
        sampler.sample(sheetOf(frame, plane), targetOf(samples, plane), plane, frame.format);
    raster.alpha[0] = coverage(givenPlacing, area, canvas);
    raster.alpha[1] = chromaCoverage(raster.alpha[0], area, canvas.format);
    if (made.picture.alpha) {
        fadeToBlack(samples, raster.alpha, canvas);
        std::vector<std::uint16_t> alpha(static_cast<std::size_t>(area.width()) *
                                         static_cast<std::size_t>(area.height()));
        sampler.sample(sheetOf(*made.picture.alpha), targetOf(alpha, area), 0, canvas.format);
        multiply(raster.alpha[0], std::move(alpha));
        raster.alpha[1] = chromaCoverage(raster.alpha[0], area, canvas.format);
        raster.overBlack = true;
    }
    raster.frame = samples.share();
    return raster;
}

Raster rasterAsItComes(VideoFramePtr frame, const Area& area, int opacity, const Canvas& canvas) {
    Raster raster{area, std::move(frame), false, {}};
    if (opacity >= 1000)
        return raster;
    const auto share = static_cast<std::uint16_t>((opacity * AlphaPlane::opaque + 500) / 1000);
    raster.alpha[0].assign(static_cast<std::size_t>(area.width()) * static_cast<std::size_t>(area.height()),
                           share);
    raster.alpha[1] = chromaCoverage(raster.alpha[0], area, canvas.format);
    return raster;
}

Raster rasterAsItComes(VideoFramePtr frame, const AlphaPlane& alpha, const Canvas& canvas) {
    Raster raster{{0, 0, canvas.width, canvas.height}, std::move(frame), true, {}};
    raster.alpha[0] = alpha.samples;
    raster.alpha[1] = chromaCoverage(raster.alpha[0], raster.area, canvas.format);
    return raster;
}

} // namespace cutaway::render::internal
