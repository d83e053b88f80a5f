#include "core/conform/picture_source.h"

#include <utility>

namespace cutaway::conform {

PictureSource::PictureSource(const ConformPlan& plan, ObjectStore& objects, RunState& state, int threads)
    : m_plan(plan)
    , m_state(state)
    , m_threads(threads)
    , m_queue(objects, objectOrder(plan.picture), state.stop()) {}

Result<void> PictureSource::openObject(const std::string& id) {
    if (m_decoder && m_openId == id)
        return {};
    m_decoder.reset(); // its Object leaves memory before the next but one is fetched
    CUTAWAY_TRY(auto bytes, m_queue.next());
    CUTAWAY_TRY(m_decoder, media::VideoDecoder::open(std::move(bytes), {m_threads}));
    m_openId = id;
    return {};
}

bool PictureSource::runSpan(const Span& span, const Sink& sink) {
    if (span.isBlack()) {
        for (std::int64_t k = 0; k < span.count; ++k)
            if (m_state.stop().stop_requested() || !sink(span.recordUnit + k, nullptr))
                return false;
        return true;
    }
    std::int64_t record = span.recordUnit;
    for (const ObjectUse& use : span.objects) {
        const std::int64_t end = record + use.count;
        bool ended = false;
        const auto decode = [&]() -> Result<void> {
            CUTAWAY_CHECK(openObject(use.objectId));
            CUTAWAY_CHECK(m_decoder->decodeRange(
                use.firstInObject, use.count,
                [&](std::int64_t, media::VideoFramePtr frame) {
                    ended = !sink(record, std::move(frame));
                    ++record;
                    return !ended;
                },
                m_state.stop()));
            if (!ended && record != end)
                return Error{ErrorCategory::Corrupt, "The object holds fewer pictures than it should.", {}};
            return {};
        };
        if (auto done = decode(); !done) {
            if (!m_state.stop().stop_requested())
                m_state.fail(masterFailure(m_plan, span, false, record, use.objectId, done.error()));
            return false;
        }
        if (ended)
            return false;
    }
    return true;
}

bool PictureSource::run(const Sink& sink) {
    for (const Span& span : m_plan.picture)
        if (!runSpan(span, sink))
            return false;
    return true;
}

} // namespace cutaway::conform
