#include "core/timeline/marker_units.h"

#include "core/timeline/clip_map.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::timeline {

namespace {

/// Where the clip shows the unit, or the next one in its direction that its speed does not leave out.
std::optional<std::int64_t> offsetFrom(const Clip& clip, std::int64_t unit, FrameRate trackRate) {
    const std::int64_t step = clip.speed.isReverse() ? -1 : 1;
    const std::int64_t leftOut = std::abs(clip.speed.num) / clip.speed.den + 1;
    for (std::int64_t k = 0; k <= leftOut; ++k)
        if (const auto offset = offsetShowing(clip, unit + k * step, trackRate))
            return offset;
    return std::nullopt;
}

} // namespace

std::optional<UnitRange> markerUnits(const Clip& clip, const Marker& marker, FrameRate trackRate) {
    const UnitRange shown = sourceUnits(clip, trackRate);
    const std::int64_t first = std::max(marker.frame, shown.first);
    const std::int64_t end = std::min(marker.frame + std::max<std::int64_t>(1, marker.duration), shown.end);
    if (first >= end)
        return std::nullopt;
    const bool reverse = clip.speed.isReverse();
    const auto from = offsetFrom(clip, reverse ? end - 1 : first, trackRate);
    if (!from)
        return std::nullopt;
    const auto to =
        clip.speed.isFreeze() ? std::nullopt : offsetFrom(clip, reverse ? first - 1 : end, trackRate);
    return UnitRange{*from, std::max(*from + 1, to.value_or(clip.duration))};
}

} // namespace cutaway::timeline
