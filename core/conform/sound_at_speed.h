#pragma once

#include "core/conform/run_state.h"
#include "core/media/audio.h"

#include <list>
#include <memory>
#include <optional>
#include <utility>

namespace cutaway::conform {

/// Units of the Source that a sound at another speed may lack at either end of what it uses: those of less
/// than a frame of the record, for its picture stops at whole frames. They are silence. 0 for anything else.
std::int64_t soundSlack(const Span& span, bool sound, FrameRate rate);

/// Reads one span of sound that runs at another speed. One thread.
class SoundAtSpeed {
public:
    SoundAtSpeed(const ConformPlan& plan, const Span& span, ObjectStore& objects, RunState& state)
        : m_plan(plan)
        , m_span(span)
        , m_objects(objects)
        , m_state(state) {}

    const Span& span() const { return m_span; }
    /// Record samples [first, first + count) of the span. None when reading failed or was stopped: the run's
    /// state says why.
    std::optional<media::AudioBlock> read(std::int64_t first, std::int64_t count);

private:
    using BlockPtr = std::shared_ptr<const media::AudioBlock>;
    Result<BlockPtr> decoded(std::size_t use);
    Result<media::AudioBlock> held(const timeline::UnitRange& units);

    const ConformPlan& m_plan;
    const Span& m_span;
    ObjectStore& m_objects;
    RunState& m_state;
    std::list<std::pair<std::size_t, BlockPtr>> m_blocks; ///< by use, most recent first
};

} // namespace cutaway::conform
