#pragma once

#include "core/base/result.h"
#include "core/conform/source_media.h"

#include <cstdint>
#include <string>

namespace cutaway::conform {

/// A stretch of one member of a Source. Units of `clock`: frames, or samples.
struct MasterRequest {
    std::string role; ///< "video", "audio-1"
    SourceClock clock;
    std::int64_t first = 0; ///< absolute unit
    std::int64_t count = 0;
};

/// The Flow to conform from: of the role's Flows with generation 0 that hold the whole stretch, the one of
/// the highest bit rate. Otherwise an error in words: no master yet, a master too short, or a time that the
/// Source does not have at all. The pointer is into `source`.
Result<const FlowCandidate*> chooseMaster(const SourceMedia& source, const MasterRequest& request);

/// The absolute units that a range holds: from the first that starts in it to the last.
struct UnitRange {
    std::int64_t first = 0;
    std::int64_t last = 0; ///< exclusive
    bool isEmpty() const { return first >= last; }
};
/// Bounds are rounded to the nearest unit; an open bound is the furthest number that is safe to add to.
UnitRange unitsOf(const TimeRange& range, const SourceClock& clock);

} // namespace cutaway::conform
