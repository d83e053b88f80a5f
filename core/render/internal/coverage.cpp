#include "core/render/internal/coverage.h"

#include "core/render/internal/turned.h"

#include <algorithm>

namespace cutaway::render::internal {

namespace {

constexpr std::int64_t opaque = AlphaPlane::opaque;
constexpr int shareShift = 32 - 14;

/// Of a sample whose centre lies `distance` samples within an edge, in 2^-32: none of it half a sample
/// outside, all of it half a sample inside.
std::uint32_t share(std::int64_t distance) {
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>((distance >> shareShift) + opaque / 2, 0, opaque));
}

/// Samples from `from` to `to` along one way that is not turned.
std::vector<std::uint16_t> along(const Way& way, int from, int to) {
    const std::int64_t first = way.onCanvas(way.first);
    const std::int64_t end = way.onCanvas(way.end);
    std::vector<std::uint16_t> shares;
    shares.reserve(static_cast<std::size_t>(to - from));
    for (std::int64_t i = from; i < to; ++i) {
        const std::int64_t centre = latticeX(0).placeOf(i);
        // Both edges may cut one sample.
        const auto both = static_cast<std::int64_t>(share(centre - first)) + share(end - centre) - opaque;
        shares.push_back(static_cast<std::uint16_t>(std::max<std::int64_t>(0, both)));
    }
    return shares;
}

void coverTurned(const Placing& placing, const Area& area, std::uint32_t opacity,
                 std::vector<std::uint16_t>& samples) {
    const TurnedPlaces places(placing);
    const Lattice lattice = latticeX(0);
    /// How far within the edges of one way a line of samples is, on the canvas.
    struct Distance {
        std::int64_t fromFirst, toEnd, step;
    };
    const auto distanceOf = [](const Way& way, std::int64_t at, std::int64_t step) {
        return Distance{mulDivRound(at - way.first, way.num, way.den),
                        mulDivRound(way.end - at, way.num, way.den), mulDivRound(step, way.num, way.den)};
    };
    auto out = samples.begin();
    for (int y = area.top; y < area.bottom; ++y) {
        const auto line = places.line(lattice, lattice, area.left, y);
        Distance x = distanceOf(placing.x, line.x, line.dx);
        Distance v = distanceOf(placing.y, line.y, line.dy);
        for (int i = area.left; i < area.right; ++i) {
            const auto sides = times(share(x.fromFirst), share(x.toEnd));
            const auto ends = times(share(v.fromFirst), share(v.toEnd));
            *out++ = times(times(sides, ends), opacity);
            x.fromFirst += x.step;
            x.toEnd -= x.step;
            v.fromFirst += v.step;
            v.toEnd -= v.step;
        }
    }
}

} // namespace

std::vector<std::uint16_t> coverage(const Placing& placing, const Area& area, const Canvas& canvas) {
    if (placing.hides(canvas))
        return {};
    const auto opacity = static_cast<std::uint32_t>((placing.opacity * opaque + 500) / 1000);
    std::vector<std::uint16_t> samples(static_cast<std::size_t>(area.width()) *
                                       static_cast<std::size_t>(area.height()));
    if (placing.rotation != 0) {
        coverTurned(placing, area, opacity, samples);
        return samples;
    }
    auto columns = along(placing.x, area.left, area.right);
    for (std::uint16_t& column : columns)
        column = times(column, opacity);
    const auto rows = along(placing.y, area.top, area.bottom);
    auto out = samples.begin();
    for (const std::uint16_t row : rows)
        for (const std::uint16_t column : columns)
            *out++ = times(column, row);
    return samples;
}

std::vector<std::uint16_t> chromaCoverage(const std::vector<std::uint16_t>& luma, const Area& area,
                                          media::PixelFormat format) {
    if (luma.empty())
        return {};
    const int rows = chromaShiftY(format) + 1;
    const auto width = static_cast<std::size_t>(area.width());
    std::vector<std::uint16_t> chroma;
    chroma.reserve(luma.size() / 2);
    for (std::size_t y = 0; y < static_cast<std::size_t>(area.height());
         y += static_cast<std::size_t>(rows)) {
        const std::uint16_t* a = luma.data() + y * width;
        const std::uint16_t* b = rows == 2 ? a + width : a;
        for (std::size_t x = 0; x < width; x += 2)
            chroma.push_back(static_cast<std::uint16_t>((a[x] + a[x + 1] + b[x] + b[x + 1] + 2) / 4));
    }
    return chroma;
}

} // namespace cutaway::render::internal
