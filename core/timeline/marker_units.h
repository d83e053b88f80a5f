#pragma once

#include "core/timeline/source_timing.h"

#include <optional>

namespace cutaway::timeline {

/// Which units of the track, counted from the clip's first one, show what a marker of the clip is about; none
/// when that was trimmed away.
std::optional<UnitRange> markerUnits(const Clip& clip, const Marker& marker, FrameRate trackRate);

} // namespace cutaway::timeline
