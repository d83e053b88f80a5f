#pragma once

#include "core/cloud/auth/auth.h"
#include "core/cloud/tams_api/segment_store.h"

#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// Removes up to `limit` of the Flow's Segments that lie wholly within `range` (and use `objectId`, if
/// given), and marks Objects that nothing needs any more. Returns how many were removed.
std::int64_t removeSegments(Connection& store, const Principal& principal, std::string_view flowId,
                            const TimeRange& range, const std::optional<std::string>& objectId,
                            std::int64_t limit);

} // namespace cutaway::cloud
