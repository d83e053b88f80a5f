#pragma once

#include "core/conform/object_queue.h"
#include "core/conform/run_state.h"
#include "core/conform/sound_at_speed.h"
#include "core/media/audio.h"
#include "core/media/decoder.h"

#include <memory>
#include <optional>
#include <vector>

namespace cutaway::conform {

/// Reads the sound of a plan in order and mixes its tracks to stereo. One thread.
class SoundSource {
public:
    SoundSource(const ConformPlan& plan, ObjectStore& objects, RunState& state);
    ~SoundSource();

    /// Record samples [first, first + count) in stereo; calls must follow each other. None when reading
    /// failed or was stopped: the run's state says why.
    std::optional<media::AudioBlock> read(std::int64_t first, std::int64_t count);

private:
    class LaneReader;
    std::vector<std::unique_ptr<LaneReader>> m_lanes;     ///< what runs at normal speed
    std::vector<std::unique_ptr<SoundAtSpeed>> m_atSpeed; ///< and what does not, span by span
};

} // namespace cutaway::conform
