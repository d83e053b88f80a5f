#include "core/conform/picture_lane.h"

#include <utility>

namespace cutaway::conform {

PictureLane::PictureLane(const ConformPlan& plan, Lane parts, ObjectStore& objects, RunState& state,
                         int threads)
    : m_plan(plan)
    , m_parts(std::move(parts))
    , m_state(state)
    , m_threads(threads)
    , m_queue(objects, objectOrder(m_parts), state.stop()) {}

Result<media::VideoFramePtr> PictureLane::decode(const ObjectUse& use) {
    if (!m_decoder || m_openId != use.objectId) {
        m_decoder.reset(); // its Object leaves memory before the next but one is fetched
        CUTAWAY_TRY(auto bytes, m_queue.next());
        CUTAWAY_TRY(m_decoder, media::VideoDecoder::open(std::move(bytes), {m_threads}));
        m_openId = use.objectId;
    }
    const std::int64_t index = use.firstInObject + m_inUse;
    if (index >= m_decoder->frameCount())
        return Error{ErrorCategory::Corrupt, "The object holds fewer pictures than it should.", {}};
    return m_decoder->frameAt(index, m_state.stop());
}

media::VideoFramePtr PictureLane::next() {
    const Span& part = *m_parts[m_part];
    const ObjectUse& use = part.objects[m_use];
    auto frame = decode(use);
    if (!frame) {
        if (!m_state.stop().stop_requested())
            m_state.fail(
                masterFailure(m_plan, part, false, part.recordUnit + m_done, use.objectId, frame.error()));
        return nullptr;
    }
    advance();
    return std::move(*frame);
}

void PictureLane::advance() {
    const Span& part = *m_parts[m_part];
    ++m_done;
    if (++m_inUse < part.objects[m_use].count)
        return;
    m_inUse = 0;
    if (++m_use < part.objects.size())
        return;
    m_use = 0;
    m_done = 0;
    ++m_part;
    // A lane that rests holds no decoder: at UHD its pictures take hundreds of megabytes.
    if (m_part == m_parts.size() || m_parts[m_part]->objects.front().objectId != m_openId)
        m_decoder.reset();
}

} // namespace cutaway::conform
