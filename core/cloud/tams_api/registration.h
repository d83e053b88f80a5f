#pragma once

#include "core/cloud/auth/auth.h"
#include "core/cloud/tams_api/flow_store.h"
#include "core/cloud/tams_api/segment_store.h"

#include <nlohmann/json.hpp>

namespace cutaway::cloud {

/// Adds one Segment, as a client sent it, to a Flow that may be written; registers its Object at its first
/// use. Nothing is changed when it fails. Returns the Segment as it was stored.
///
/// Overlaps are refused, in exact nanoseconds and with the bounds' inclusivity. An end that overshoots its
/// Object, or the next Segment, by one nanosecond is a rounding of frame times and is cut back by it.
/// Errors: InvalidInput, with a sentence.
Result<SegmentRow> registerSegment(Connection& store, const Principal& principal, const FlowRow& flow,
                                   const nlohmann::json& given);

} // namespace cutaway::cloud
