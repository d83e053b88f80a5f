#include "core/conform/picture_lane.h"

#include <algorithm>
#include <utility>

namespace cutaway::conform {

namespace {

/// Twelve pictures at UHD.
constexpr std::int64_t mostBytesBehind = std::int64_t{400} << 20;

} // namespace

PictureLane::PictureLane(const ConformPlan& plan, Lane parts, ObjectStore& objects, RunState& state,
                         int threads)
    : m_plan(plan)
    , m_parts(std::move(parts))
    , m_state(state)
    , m_threads(threads)
    , m_queue(objects, objectOrder(m_parts), state.stop()) {}

Result<media::VideoFramePtr> PictureLane::decode(const ObjectUse& use, std::int64_t index) {
    if (!m_decoder || m_openId != use.objectId) {
        m_behind.clear();
        m_decoder.reset(); // its Object leaves memory before the next but one is fetched
        CUTAWAY_TRY(auto bytes, m_queue.next());
        CUTAWAY_TRY(m_decoder, media::VideoDecoder::open(std::move(bytes), {m_threads}));
        m_openId = use.objectId;
    }
    if (index >= m_decoder->frameCount())
        return Error{ErrorCategory::Corrupt, "The object holds fewer pictures than it should.", {}};
    return m_parts[m_part]->speed.isReverse() ? decodeBackwards(index, use.firstInObject)
                                              : m_decoder->frameAt(index, m_state.stop());
}

/// Each GOP is decoded once for every so many pictures of it as may be kept, and not once for each.
Result<media::VideoFramePtr> PictureLane::decodeBackwards(std::int64_t index, std::int64_t lowest) {
    const auto behindEnd = m_behindFirst + std::ssize(m_behind);
    if (index < m_behindFirst || index >= behindEnd) {
        m_behind.clear();
        const media::VideoInfo& video = m_decoder->info();
        const std::int64_t pictureBytes = std::int64_t{4} * video.width * video.height;
        const std::int64_t most =
            std::max<std::int64_t>(1, mostBytesBehind / std::max<std::int64_t>(1, pictureBytes));
        m_behindFirst = std::max({m_decoder->keyFrameBefore(index), index - most + 1, lowest});
        CUTAWAY_CHECK(m_decoder->decodeRange(
            m_behindFirst, index - m_behindFirst + 1,
            [&](std::int64_t, media::VideoFramePtr frame) {
                m_behind.push_back(std::move(frame));
                return true;
            },
            m_state.stop()));
    }
    auto frame = m_behind[static_cast<std::size_t>(index - m_behindFirst)];
    m_behind.resize(static_cast<std::size_t>(index - m_behindFirst + 1)); // later ones are done with
    return frame;
}

media::VideoFramePtr PictureLane::next() {
    const Span& part = *m_parts[m_part];
    const PlaceInObjects place = placeOf(part, m_done);
    const ObjectUse& use = part.objects[place.use];
    auto frame = decode(use, place.index);
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
    if (++m_done < m_parts[m_part]->count)
        return;
    m_done = 0;
    ++m_part;
    m_behind.clear(); // where a part goes on from this one, the Object stays
    // A lane that rests holds no decoder: at UHD its pictures take hundreds of megabytes.
    if (m_part == m_parts.size())
        m_decoder.reset();
    else if (const Span& part = *m_parts[m_part]; part.objects[placeOf(part, 0).use].objectId != m_openId)
        m_decoder.reset();
}

} // namespace cutaway::conform
