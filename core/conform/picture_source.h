#pragma once

#include "core/conform/picture_lane.h"
#include "core/render/compositor.h"

#include <functional>
#include <vector>

namespace cutaway::conform {

/// Decodes the pictures of a plan, once and in order; in a transition those of both masters. One thread.
class PictureSource {
public:
    PictureSource(const ConformPlan& plan, ObjectStore& objects, RunState& state, int threads);

    /// `layers` are what the picture is composed of, bottom first; none for black. Returns false to end.
    using Sink = std::function<bool(std::int64_t recordFrame, const std::vector<render::Picture>& layers)>;
    /// Every record frame from 0 on. False when it ended early: stopped, ended by the sink, or failed (then
    /// the run's state says why).
    bool run(const Sink& sink);

private:
    bool read(const Span& part, std::int64_t record, std::vector<render::Picture>& layers);

    const ConformPlan& m_plan;
    RunState& m_state;
    std::vector<std::unique_ptr<PictureLane>> m_lanes;
};

} // namespace cutaway::conform
