#pragma once

#include "core/conform/plan.h"

#include <functional>
#include <optional>

namespace cutaway::conform {

/// A Segment of a Flow, as far as finding frames in its Object needs it.
struct SegmentView {
    std::string objectId;
    TimeRange timerange;                      ///< on the Flow's time line, half-open
    Timestamp tsOffset;                       ///< Object time + tsOffset = Flow time
    std::optional<TimeRange> objectTimerange; ///< on the Object's own time line
};

/// The Segments of a Flow that overlap a range, in any order. Called on the caller's thread.
using SegmentLookup = std::function<Result<std::vector<SegmentView>>(const Uuid& flowId, const TimeRange&)>;

/// Fills `objects` of every span. A Segment's frames are found by rounding to the nearest frame, so that the
/// nanosecond which a timerange may overshoot adds none; a Segment that uses a part of its Object is entered
/// at that part. What no Segment holds becomes a problem of its clip, and so is returned.
Result<std::vector<Problem>> resolveObjects(ConformPlan& plan, const SegmentLookup& lookup);

} // namespace cutaway::conform
