#include "core/render/frame_plan.h"

#include <algorithm>
#include <span>

namespace cutaway::render {

using timeline::Clip;
using timeline::Item;
using timeline::Sequence;
using timeline::Track;
using timeline::TrackKind;

namespace {

/// Visible video tracks, topmost first.
std::vector<std::size_t> visibleTracks(const Sequence& sequence) {
    const bool anySolo = std::any_of(sequence.tracks.begin(), sequence.tracks.end(), [](const auto& t) {
        return t->kind == TrackKind::Video && t->soloed && !t->muted;
    });
    std::vector<std::size_t> visible;
    for (std::size_t i = sequence.tracks.size(); i-- > 0;) {
        const Track& track = *sequence.tracks[i];
        if (track.kind == TrackKind::Video && !track.muted && (!anySolo || track.soloed))
            visible.push_back(i);
    }
    return visible;
}

/// The part of [first, last) that one enabled clip of `track` covers, clip by clip.
template <class Visit>
void forEachClip(const Track& track, std::int64_t first, std::int64_t last, Visit visit) {
    std::int64_t start = 0;
    for (const Item& item : track.items) {
        if (start >= last)
            return;
        const std::int64_t end = start + item.duration;
        if (end > first && item.clip && item.clip->enabled)
            visit(item.clip, start, std::max(start, first), std::min(end, last));
        start = end;
    }
}

/// True when `next` shows what `span` would show if it went on.
bool continues(const PictureSpan& span, const PictureSpan& next) {
    return span.clip == next.clip && span.track == next.track &&
           span.recordFrame + span.count == next.recordFrame &&
           (!span.clip || span.sourceFrame + span.count == next.sourceFrame);
}

void append(std::vector<PictureSpan>& spans, PictureSpan next) {
    if (next.count <= 0)
        return;
    if (!spans.empty() && continues(spans.back(), next))
        spans.back().count += next.count;
    else
        spans.push_back(std::move(next));
}

/// Frames [from, to) of a clip that starts at record frame `start`. At another rate the source does not step
/// by one with the record, so each frame is found for itself; equal steps join again.
void appendClip(std::vector<PictureSpan>& spans, const std::shared_ptr<const Clip>& clip, std::size_t track,
                std::int64_t start, std::int64_t from, std::int64_t to, FrameRate rate) {
    if (clip->mediaRate == rate) {
        append(spans, {clip, from, to - from, clip->in + (from - start), track});
        return;
    }
    for (std::int64_t frame = from; frame < to; ++frame)
        append(spans, {clip, frame, 1, sourceFrameAt(*clip, frame - start, rate), track});
}

struct Placed {
    std::shared_ptr<const Clip> clip;
    std::int64_t start, from, to; ///< where the clip begins, and the part of it in the window
};

/// The enabled clips of one visible track within the window, in order.
struct Lane {
    std::size_t track = 0;
    std::vector<Placed> clips;
};

/// Spans for [from, to): the first lane's clips, and in its holes whatever the lanes below it show.
void fill(std::vector<PictureSpan>& spans, std::span<const Lane> lanes, std::int64_t from, std::int64_t to,
          FrameRate rate) {
    if (from >= to)
        return;
    if (lanes.empty()) {
        append(spans, {nullptr, from, to - from, 0, 0});
        return;
    }
    const auto& clips = lanes.front().clips;
    auto placed = std::upper_bound(clips.begin(), clips.end(), from,
                                   [](std::int64_t frame, const Placed& p) { return frame < p.to; });
    for (; placed != clips.end() && placed->from < to; ++placed) {
        fill(spans, lanes.subspan(1), from, placed->from, rate);
        const std::int64_t begin = std::max(from, placed->from);
        const std::int64_t end = std::min(to, placed->to);
        appendClip(spans, placed->clip, lanes.front().track, placed->start, begin, end, rate);
        from = end;
    }
    fill(spans, lanes.subspan(1), from, to, rate);
}

} // namespace

std::int64_t sourceFrameAt(const Clip& clip, std::int64_t offset, FrameRate sequenceRate) {
    if (clip.mediaRate == sequenceRate || !clip.mediaRate.isValid())
        return clip.in + offset;
    return clip.in + rescale(offset, sequenceRate, clip.mediaRate);
}

FramePlan planFrame(const Sequence& sequence, std::int64_t frame) {
    FramePlan plan;
    for (std::size_t track : visibleTracks(sequence)) {
        forEachClip(
            *sequence.tracks[track], frame, frame + 1,
            [&](const auto& clip, std::int64_t start, std::int64_t, std::int64_t) {
                plan.layers.push_back({clip, sourceFrameAt(*clip, frame - start, sequence.rate), track});
            });
        if (!plan.layers.empty())
            break;
    }
    return plan;
}

std::vector<PictureSpan> planPictures(const Sequence& sequence, std::int64_t first, std::int64_t count) {
    if (count <= 0)
        return {};
    std::vector<Lane> lanes;
    for (std::size_t track : visibleTracks(sequence)) {
        Lane& lane = lanes.emplace_back();
        lane.track = track;
        forEachClip(*sequence.tracks[track], first, first + count,
                    [&](const auto& clip, std::int64_t start, std::int64_t from, std::int64_t to) {
                        lane.clips.push_back({clip, start, from, to});
                    });
    }
    std::vector<PictureSpan> spans;
    fill(spans, lanes, first, first + count, sequence.rate);
    return spans;
}

} // namespace cutaway::render
