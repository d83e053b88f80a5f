#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/cloud/store/database.h"
#include "core/conform/resolve.h"
#include "core/conform/source_media.h"

#include <optional>
#include <string>
#include <vector>

namespace cutaway::cloud {

/// The multi Source that an id leads to, and which of its members was meant.
struct FoundSource {
    conform::SourceMedia media;
    int audioMember = 0; ///< N when the id was that of the sound `audio-N`; else 0
};

/// The id of the Multi Flow that collects the Source or Flow `id`, or is it.
std::optional<std::string> multiFlowOf(Connection& store, const std::string& workspace,
                                       const std::string& id);

/// Finds a Source by the id of a multi Source, a member Source, or any Flow. One state of the store, so it
/// runs within the caller's transaction. NotFound.
Result<FoundSource> findStoredSource(Connection& store, const Uuid& workspace, const Uuid& anyId);

/// The Segments of a Flow that overlap a range.
Result<std::vector<conform::SegmentView>> storedSegments(Connection& store, const Uuid& workspace,
                                                         const Uuid& flowId, const TimeRange& range);

} // namespace cutaway::cloud
