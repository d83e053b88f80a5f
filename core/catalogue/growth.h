#pragma once

#include "core/base/uuid.h"
#include "core/tams/json.h"
#include "core/time/time_range.h"

#include <optional>

namespace cutaway::catalogue {

/// What a `flow` event of the stream says (docs/api.md, "Cloud").
struct FlowGrowth {
    Uuid flowId;
    Uuid sourceId;                  ///< of the Flow, a member of the angle
    std::optional<TimeRange> added; ///< none: something else about the Flow has changed
};

/// Reads its data. InvalidInput, or Corrupt.
Result<FlowGrowth> flowGrowthFromJson(const tams::Json& data);

} // namespace cutaway::catalogue
