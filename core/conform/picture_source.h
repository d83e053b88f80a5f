#pragma once

#include "core/conform/object_queue.h"
#include "core/conform/run_state.h"
#include "core/media/decoder.h"

#include <functional>
#include <optional>

namespace cutaway::conform {

/// Decodes the pictures of a plan, once and in order. One thread.
class PictureSource {
public:
    PictureSource(const ConformPlan& plan, ObjectStore& objects, RunState& state, int threads);

    /// `frame` is null for black. Returns false to end.
    using Sink = std::function<bool(std::int64_t recordFrame, media::VideoFramePtr frame)>;
    /// Every record frame from 0 on. False when it ended early: stopped, ended by the sink, or failed (then
    /// the run's state says why).
    bool run(const Sink& sink);

private:
    bool runSpan(const Span& span, const Sink& sink);
    Result<void> openObject(const std::string& id);

    const ConformPlan& m_plan;
    RunState& m_state;
    int m_threads;
    ObjectQueue m_queue;
    std::string m_openId;
    std::optional<media::VideoDecoder> m_decoder;
};

} // namespace cutaway::conform
