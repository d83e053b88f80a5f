#pragma once

#include "core/cloud/ingest/ingest_flows.h"
#include "core/cloud/ingest/live_pace.h"
#include "core/cloud/worker/progress_reporter.h"
#include "core/media/byte_source.h"
#include "core/tams/client.h"

#include <stop_token>

namespace cutaway::cloud {

/// Which part of the job's percent the pass takes.
struct PercentSpan {
    double from = 0;
    double to = 100;
};

/// Decodes the master once and makes proxy, rung and thumbnails of it, second by second; each second is
/// registered as it is finished, so that a growing angle plays early. `pace` may be null: as fast as it goes.
Result<void> runPicturePass(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                            const IngestPlan& plan, const PlannedFlows& flows, PercentSpan percent,
                            const LivePace* pace, ProgressReporter& progress, std::stop_token stop);

} // namespace cutaway::cloud
