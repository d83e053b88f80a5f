#pragma once

#include "core/cloud/ingest/ingest_flows.h"
#include "core/cloud/ingest/live_pace.h"
#include "core/media/byte_source.h"
#include "core/tams/client.h"

#include <stop_token>

namespace cutaway::cloud {

/// Makes one Flow of one sound track of the file: the master (PCM), or what is played (AAC) and with it the
/// waveforms of what it is made from. `pace` may be null: as fast as it goes.
Result<void> runSoundPass(const tams::TamsClient& client, const media::ByteSourcePtr& file,
                          const IngestPlan& plan, const PlannedFlows& flows, std::size_t track, bool proxy,
                          const LivePace* pace, std::stop_token stop);

} // namespace cutaway::cloud
