#pragma once

#include "core/timeline/picture_effects.h"

#include <cstdint>
#include <vector>

namespace cutaway::timeline {

/// The units of the track within the clip, counted from its first, at which any parameter of its picture has
/// a keyframe; in order, each once.
std::vector<std::int64_t> keyframeUnits(const Clip& clip);

} // namespace cutaway::timeline
