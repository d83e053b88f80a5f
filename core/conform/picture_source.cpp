#include "core/conform/picture_source.h"

#include <algorithm>
#include <utility>

namespace cutaway::conform {

PictureSource::PictureSource(const ConformPlan& plan, ObjectStore& objects, RunState& state, int threads)
    : m_plan(plan)
    , m_state(state) {
    for (Lane& lane : lanesOf(partsOf(plan.picture)))
        m_lanes.push_back(std::make_unique<PictureLane>(plan, std::move(lane), objects, state, threads));
}

bool PictureSource::read(const Span& part, std::int64_t record, std::vector<render::Picture>& layers) {
    if (part.graphic) {
        render::Picture& drawn = layers.emplace_back();
        drawn.graphic = part.graphic->later(record - part.recordUnit);
        drawn.placement = part.placementAt(record);
        drawn.replaces = part.replaces;
        if (part.fade)
            drawn.fade = part.fade->at(record);
        return true;
    }
    const auto lane =
        std::find_if(m_lanes.begin(), m_lanes.end(), [&](const auto& l) { return l->isAt(part); });
    auto frame = (*lane)->next();
    if (!frame)
        return false;
    render::Picture& layer = layers.emplace_back();
    layer.frame = std::move(frame);
    layer.placement = part.placementAt(record);
    layer.replaces = part.replaces;
    if (part.fade)
        layer.fade = part.fade->at(record);
    return true;
}

bool PictureSource::run(const Sink& sink) {
    for (const Span& span : m_plan.picture) {
        for (std::int64_t record = span.recordUnit; record < span.recordUnit + span.count; ++record) {
            std::vector<render::Picture> layers;
            if (m_state.stop().stop_requested() || (!span.isBlack() && !read(span, record, layers)))
                return false;
            for (const Span& over : span.over)
                if (!read(over, record, layers))
                    return false;
            if (!sink(record, layers))
                return false;
        }
    }
    return true;
}

} // namespace cutaway::conform
