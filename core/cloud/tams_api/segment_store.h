#pragma once

#include "core/base/uuid.h"
#include "core/cloud/store/database.h"
#include "core/time/time_range.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// A Segment as the store keeps it.
struct SegmentRow {
    std::string objectId;
    TimeRange timerange;     ///< on the Flow, bounded, never empty
    Timestamp offset;        ///< Object time + offset = Flow time
    nlohmann::json document; ///< what else the client said of it
};

/// Which Segments of a Flow, and in which order.
struct SegmentQuery {
    std::string flowId;
    TimeRange timerange; ///< those that overlap it
    std::optional<std::string> objectId;
    bool reverse = false;
    nlohmann::json after; ///< [seconds, nanoseconds, exclusive] of the last start seen, or null
};

/// Calls `take` for each Segment until it returns false.
void eachSegment(Connection& store, const Uuid& workspace, const SegmentQuery& query,
                 const std::function<bool(const SegmentRow&)>& take);

/// The place of a Segment in its Flow, for SegmentQuery::after.
nlohmann::json segmentKey(const SegmentRow& segment);

/// The smallest range that holds the Flow's Segments which overlap `within`; never when there are none.
TimeRange flowTimerange(Connection& store, const Uuid& workspace, std::string_view flowId,
                        const TimeRange& within = {});

void insertSegment(Connection& store, const Uuid& workspace, std::string_view flowId, std::string_view user,
                   const SegmentRow& segment);
void removeSegment(Connection& store, const Uuid& workspace, std::string_view flowId,
                   const SegmentRow& segment);

} // namespace cutaway::cloud
