#pragma once

#include "core/cloud/ingest/flow_writer.h"
#include "core/cloud/ingest/ingest_flows.h"
#include "core/media/audio.h"
#include "core/media/waveform_tile.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace cutaway::cloud {

/// Makes the waveform Flows of one sound while its samples pass by: of each precision, tiles that lie on one
/// grid of Source time, so that two runs make the same ones. One thread at a time.
class WaveformWriter {
public:
    /// `track` counts from 0.
    static Result<WaveformWriter> open(const tams::TamsClient& client, const IngestPlan& plan,
                                       const PlannedFlows& flows, std::size_t track, std::stop_token stop);

    /// The sound goes on with samples [first, first + count) of the block. What is whole by then is put, and
    /// with `atOnce` registered.
    Result<void> add(const media::AudioBlock& block, std::int64_t first, std::int64_t count, bool atOnce,
                     std::stop_token stop);
    /// The sound has ended.
    Result<void> close(std::stop_token stop);

private:
    struct Level {
        FlowWriter flow;
        WaveformPrecision precision;
        std::int64_t first; ///< of the tile that is being made, counted from the start of the sound
        std::int64_t end;
        media::WaveformBuilder builder;
    };
    explicit WaveformWriter(const IngestPlan& plan)
        : m_plan(&plan) {}
    Result<void> put(Level& level, std::stop_token stop);

    const IngestPlan* m_plan;
    std::int64_t m_samples = 0; ///< that have passed
    std::vector<Level> m_levels;
};

} // namespace cutaway::cloud
