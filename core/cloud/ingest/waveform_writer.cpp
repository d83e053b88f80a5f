#include "core/cloud/ingest/waveform_writer.h"

#include <algorithm>

namespace cutaway::cloud {

namespace {

/// How many samples from absolute sample `at` to the next mark of a grid.
std::int64_t toNext(std::int64_t at, std::int64_t step) {
    const std::int64_t past = (at % step + step) % step;
    return step - past;
}

} // namespace

Result<WaveformWriter> WaveformWriter::open(const tams::TamsClient& client, const IngestPlan& plan,
                                            const PlannedFlows& flows, std::size_t track,
                                            std::stop_token stop) {
    WaveformWriter writer(plan);
    const std::int64_t origin = plan.clock.audio().originUnit();
    for (std::size_t i = 0; i < waveformLevels.size(); ++i) {
        const WaveformPrecision& precision = waveformLevels[i];
        CUTAWAY_TRY(FlowWriter flow, FlowWriter::open(client, flows.named(waveformName(track, i)), stop));
        writer.m_levels.push_back({std::move(flow),
                                   precision,
                                   0,
                                   toNext(origin, precision.samplesPerTile),
                                   {precision.samplesPerPeak, toNext(origin, precision.samplesPerPeak)}});
    }
    return writer;
}

Result<void> WaveformWriter::add(const media::AudioBlock& block, std::int64_t first, std::int64_t count,
                                 bool atOnce, std::stop_token stop) {
    for (Level& level : m_levels) {
        bool whole = false;
        for (std::int64_t done = 0; done < count;) {
            const std::int64_t here = std::min(count - done, level.end - (m_samples + done));
            level.builder.add(block, first + done, here);
            done += here;
            if (m_samples + done < level.end)
                break;
            CUTAWAY_CHECK(put(level, stop));
            whole = true;
        }
        if (whole && atOnce)
            CUTAWAY_CHECK(level.flow.flush(stop));
    }
    m_samples += count;
    return {};
}

Result<void> WaveformWriter::put(Level& level, std::stop_token stop) {
    const media::WaveformTile& tile = level.builder.tile();
    CUTAWAY_CHECK(level.flow.write(m_plan->rangeOfSamples(level.first, tile.samples),
                                   media::packWaveform(tile), {}, stop));
    level.first = level.end;
    level.end += level.precision.samplesPerTile;
    level.builder = {level.precision.samplesPerPeak, level.precision.samplesPerPeak};
    return {};
}

Result<void> WaveformWriter::close(std::stop_token stop) {
    for (Level& level : m_levels) {
        if (m_samples > level.first)
            CUTAWAY_CHECK(put(level, stop));
        CUTAWAY_CHECK(level.flow.close(stop));
    }
    return {};
}

} // namespace cutaway::cloud
