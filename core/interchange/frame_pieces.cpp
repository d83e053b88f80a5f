#include "core/interchange/internal/frame_pieces.h"

#include <algorithm>

namespace cutaway::interchange {

using timeline::Item;
using timeline::Sequence;
using timeline::Track;
using timeline::TrackKind;
using timeline::Transition;

std::int64_t frameNear(const Track& track, std::int64_t unit, FrameRate rate, bool& exact) {
    if (track.kind == TrackKind::Video)
        return unit;
    const std::int64_t frame = frameAtSample(unit, rate);
    const std::int64_t below = unit - samplesAtFrame(frame, rate);
    const std::int64_t above = samplesAtFrame(frame + 1, rate) - unit;
    exact = exact && below == 0;
    return above < below ? frame + 1 : frame;
}

std::vector<FramedClip> framedClips(const Track& track, FrameRate rate, std::size_t* dropped) {
    std::vector<FramedClip> clips;
    std::int64_t at = 0;
    bool clipBefore = false;
    for (const Item& item : track.items) {
        const std::int64_t start = at;
        at += item.duration;
        const bool touches = std::exchange(clipBefore, item.clip != nullptr);
        if (!item.clip)
            continue;
        FramedClip framed;
        framed.clip = item.clip;
        framed.unit = start;
        framed.start = frameNear(track, start, rate, framed.exact);
        framed.end = frameNear(track, at, rate, framed.exact);
        framed.touches = touches;
        if (framed.start == framed.end) {
            if (dropped)
                ++*dropped;
            clipBefore = false;
            continue;
        }
        const auto inFrames = [&](const Transition& t, std::int64_t cut) -> std::optional<Transition> {
            const std::int64_t edge = frameNear(track, cut, rate, framed.exact);
            const Transition found{t.kind, edge - frameNear(track, cut - t.before, rate, framed.exact),
                                   frameNear(track, cut + t.after, rate, framed.exact) - edge};
            return found.duration() > 0 ? std::optional(found) : std::nullopt;
        };
        if (item.clip->head)
            framed.head = inFrames(*item.clip->head, start);
        if (item.clip->tail)
            framed.tail = inFrames(*item.clip->tail, at);
        if (framed.head && !framed.touches && framed.head->before > 0)
            framed.head->before = 0; // the clip before it was shorter than a frame
        clips.push_back(std::move(framed));
    }
    return clips;
}

std::vector<FramePiece> framePieces(const std::vector<FramedClip>& clips) {
    std::vector<FramePiece> pieces;
    std::int64_t at = 0;
    const auto add = [&](FramePiece piece) {
        piece.start = at;
        at += piece.frames;
        if (piece.frames > 0)
            pieces.push_back(std::move(piece));
    };
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const FramedClip& clip = clips[i];
        const auto used = [&](const FramedClip& of) { return PieceClip{&of, at - of.start}; };
        const FramedClip* next = i + 1 < clips.size() && clips[i + 1].touches ? &clips[i + 1] : nullptr;
        if (!clip.touches)
            add({0, clip.start - at, {}, {}, {}});
        if (clip.head && !(clip.touches && i > 0))
            add({0, clip.head->duration(), {}, used(clip), clip.head->kind});
        const std::int64_t end =
            clip.end - (clip.tail ? clip.tail->before : 0) - (next && next->head ? next->head->before : 0);
        add({0, end - at, used(clip), {}, {}});
        if (clip.tail)
            add({0, clip.tail->duration(), used(clip), {}, clip.tail->kind});
        if (next && next->head)
            add({0, next->head->duration(), used(clip), used(*next), next->head->kind});
    }
    return pieces;
}

} // namespace cutaway::interchange
