#include "core/timeline/editor_session.h"

#include <algorithm>
#include <cstdlib>

// The edit point in hand: trimmed by keys and numbers, as the mouse does it by dragging.
namespace cutaway::timeline {

void EditorSession::setEditPoint(std::optional<EdgeHandle> point) {
    if (point == m_editPoint)
        return;
    m_editPoint = point;
    notify(Aspect::Selection);
}

std::optional<std::int64_t> EditorSession::editPointFrame() const {
    if (!m_editPoint)
        return std::nullopt;
    const auto place = findClip(*sequence(), m_editPoint->clip);
    if (!place)
        return std::nullopt;
    const UnitRange frames = framesOf(*sequence()->tracks[place->track], place->units, sequence()->rate);
    return m_editPoint->edge == Edge::Head ? frames.first : frames.end;
}

Result<void> EditorSession::takeNearestEdit() {
    const Sequence& shown = *sequence();
    std::optional<EdgeHandle> best;
    std::int64_t distance = 0;
    for (const auto& track : shown.tracks) {
        if (!track->targeted || track->locked)
            continue;
        std::int64_t start = 0;
        for (std::size_t i = 0; i < track->items.size(); ++i) {
            const Item& item = track->items[i];
            const UnitRange frames = framesOf(*track, {start, start + item.duration}, shown.rate);
            start += item.duration;
            if (!item.clip)
                continue;
            const bool touchesBefore = i > 0 && track->items[i - 1].clip;
            // A cut is one place: it is taken by the clip before it, and as a roll.
            const auto consider = [&](Edge edge, std::int64_t at, TrimMode mode) {
                if (!best || std::abs(at - m_playhead) < distance) {
                    distance = std::abs(at - m_playhead);
                    best = {item.clip->id, edge, mode, m_linked};
                }
            };
            if (!touchesBefore)
                consider(Edge::Head, frames.first, TrimMode::Ripple);
            const bool touchesAfter = i + 1 < track->items.size() && track->items[i + 1].clip;
            consider(Edge::Tail, frames.end, touchesAfter ? TrimMode::Roll : TrimMode::Ripple);
        }
    }
    if (!best)
        return Error{ErrorCategory::InvalidInput, "There is no edit on the targeted tracks.", {}};
    setEditPoint(best);
    if (const auto frame = editPointFrame())
        setPlayhead(*frame);
    return {};
}

Result<void> EditorSession::nextTrimMode() {
    CUTAWAY_CHECK(editPointIsThere());
    EdgeHandle next = *m_editPoint;
    const auto place = findClip(*sequence(), next.clip);
    if (!place)
        return Error{ErrorCategory::NotFound, "That edit is no longer in the sequence.", {}};
    const auto& items = sequence()->tracks[place->track]->items;
    const std::size_t other = next.edge == Edge::Tail ? place->item + 1 : place->item - 1;
    const bool cut = other < items.size() && items[other].clip;
    // Roll, ripple of the one side, ripple of the other; at an open end ripple and normal.
    if (next.mode == TrimMode::Roll) {
        next.mode = TrimMode::Ripple;
    } else if (next.mode == TrimMode::Ripple && cut && next.edge == Edge::Tail) {
        next.clip = items[other].clip->id;
        next.edge = Edge::Head;
    } else if (next.mode == TrimMode::Ripple && cut) {
        next.clip = items[other].clip->id;
        next.edge = Edge::Tail;
        next.mode = TrimMode::Roll;
    } else {
        next.mode = next.mode == TrimMode::Ripple ? TrimMode::Normal : TrimMode::Ripple;
    }
    setEditPoint(next);
    return {};
}

Result<void> EditorSession::editPointIsThere() const {
    if (!m_editPoint)
        return Error{ErrorCategory::InvalidInput, "Take an edit first: click a cut, or press its key.", {}};
    return {};
}

Result<std::int64_t> EditorSession::trimBy(std::int64_t frames) {
    CUTAWAY_CHECK(editPointIsThere());
    CUTAWAY_CHECK(handIsFree());
    const EdgeHandle handle = *m_editPoint;
    CUTAWAY_TRY(const TrimRange range, trimRange(*sequence(), handle, m_sources));
    const std::int64_t moved = range.clamped(frames);
    if (moved == 0 && frames != 0) {
        const TrimLimit why = frames < 0 ? range.atEarliest : range.atLatest;
        return Error{ErrorCategory::InvalidInput,
                     why == TrimLimit::Media      ? "There is no more media on that side."
                     : why == TrimLimit::TooShort ? "The clip would have no frame left."
                                                  : "Another clip is in the way. Ripple, or move it.",
                     {}};
    }
    CUTAWAY_CHECK(take(trimEdge(*sequence(), handle, moved, m_sources)));
    setEditPoint(handle);
    if (const auto frame = editPointFrame())
        setPlayhead(*frame);
    return moved;
}

Result<TrimSides> EditorSession::editSides() const {
    CUTAWAY_CHECK(editPointIsThere());
    CUTAWAY_CHECK(handIsFree());
    return trimSides(*sequence(), *m_editPoint, m_sources);
}

Result<std::int64_t> EditorSession::playTrim(std::int64_t frames) {
    CUTAWAY_CHECK(editPointIsThere());
    return dragTrim(*m_editPoint, frames);
}

Result<void> EditorSession::endTrimPlay() {
    CUTAWAY_CHECK(endDrag());
    if (const auto frame = editPointFrame())
        setPlayhead(*frame);
    return {};
}

} // namespace cutaway::timeline
