#pragma once

#include "core/cloud/ingest/ingest_flows.h"
#include "core/cloud/ingest/live_pace.h"
#include "core/media/byte_source.h"
#include "core/tams/client.h"

#include <functional>
#include <stop_token>

namespace cutaway::cloud {

/// Cuts the master without re-encoding. `pace` may be null: as fast as it goes; `onFrames` gets how many
/// frames are in.
Result<void> runMasterPass(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                           const IngestPlan& plan, const PlannedFlows& flows, const LivePace* pace,
                           const std::function<void(std::int64_t)>& onFrames, std::stop_token stop);

} // namespace cutaway::cloud
