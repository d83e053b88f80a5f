#pragma once

#include "core/cloud/ingest/ingest_plan.h"
#include "core/tams/types.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace cutaway::cloud {

/// A Flow that an ingest makes, and the part it plays in the Multi Flow.
struct PlannedFlow {
    std::string name; ///< for IngestPlan::idOf
    std::string role; ///< "video", "audio-1", "thumbnails", "waveform-1"
    std::string rung; ///< "master", "proxy", "low", for people and scripts
    tams::Flow flow;
};

/// The members, in the order of the collection, and then the Multi Flow itself.
struct PlannedFlows {
    std::vector<PlannedFlow> members;
    tams::Flow multi;

    const tams::Flow& named(const std::string& name) const;
    tams::Flow& named(const std::string& name);
};
PlannedFlows planFlows(const IngestPlan& plan);

/// A precision at which every sound is drawn, of 48 kHz.
struct WaveformPrecision {
    std::int64_t samplesPerPeak = 0;
    std::int64_t samplesPerTile = 0; ///< whole peaks, whole seconds
};
/// To cut by, 5 ms: a minute is 48 kB. To look over an hour, 0.25 s: ten minutes are 9.6 kB.
inline constexpr std::array waveformLevels{WaveformPrecision{240, 60 * 48'000},
                                           WaveformPrecision{12'000, 600 * 48'000}};
/// Name of the Flow that has the waveform of sound `track` (from 0) at one of these.
std::string waveformName(std::size_t track, std::size_t level);

/// {"source_id", "multi_flow_id", "flows": [{"id", "role", "rung"}]}: the result of the job.
nlohmann::json ingestResult(const IngestPlan& plan, const PlannedFlows& flows);

} // namespace cutaway::cloud
