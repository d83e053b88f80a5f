#pragma once

#include "core/conform/lanes.h"
#include "core/conform/object_queue.h"
#include "core/conform/run_state.h"
#include "core/media/decoder.h"

#include <optional>

namespace cutaway::conform {

/// Decodes the pictures of one lane, once and in order. One thread.
class PictureLane {
public:
    PictureLane(const ConformPlan& plan, Lane parts, ObjectStore& objects, RunState& state, int threads);

    /// True when the next picture is of this part.
    bool isAt(const Span& part) const { return m_part < m_parts.size() && m_parts[m_part] == &part; }
    /// The next picture. Null when reading failed or was stopped: the run's state says why.
    media::VideoFramePtr next();

private:
    Result<media::VideoFramePtr> decode(const ObjectUse& use, std::int64_t index);
    Result<media::VideoFramePtr> decodeBackwards(std::int64_t index, std::int64_t lowest);
    void advance();

    const ConformPlan& m_plan;
    const Lane m_parts;
    RunState& m_state;
    const int m_threads;
    ObjectQueue m_queue;
    std::size_t m_part = 0;  ///< where the next picture is: in which part,
    std::int64_t m_done = 0; ///< and the how-manyeth there
    std::string m_openId;
    std::optional<media::VideoDecoder> m_decoder;
    /// Backwards, pictures of the open Object that were decoded on the way to the last one: from this index
    /// on.
    std::vector<media::VideoFramePtr> m_behind;
    std::int64_t m_behindFirst = 0;
};

} // namespace cutaway::conform
