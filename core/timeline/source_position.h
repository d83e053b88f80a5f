#pragma once

#include "core/time/timecode.h"
#include "core/timeline/source_timing.h"

#include <cstdint>
#include <optional>
#include <string>

namespace cutaway::timeline {

/// A frame of an angle, as people name it.
struct SourcePosition {
    std::string name;          ///< of the angle: "CAM 2 FIXED"
    std::int64_t frame = 0;    ///< absolute number
    std::int64_t timecode = 0; ///< as a frame count
    TimecodeFormat format;
};

/// Which frame of which angle is seen at `frame` of the sequence: of the topmost picture of an angle there.
/// None in a gap, or when its Source is not in `sources`.
std::optional<SourcePosition> sourceAt(const Sequence& sequence, std::int64_t frame,
                                       const SourceTimings& sources);

} // namespace cutaway::timeline
