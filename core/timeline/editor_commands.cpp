#include "core/timeline/editor_session.h"

#include "core/timeline/clip_map.h"

namespace cutaway::timeline {

namespace {

Error nothingMarked() {
    return {ErrorCategory::InvalidInput, "Mark a part of the sequence or select a clip first.", {}};
}

/// Frames of the sequence that `source` frames fill.
std::int64_t recordFrames(const MarkedRange& range, FrameRate rate) {
    return std::max<std::int64_t>(1, rescale(range.frames(), range.source.clock.rate, rate));
}

} // namespace

Result<Change> EditorSession::withRateOf(const SourceTiming& source,
                                         const std::function<Result<Change>(const Sequence&)>& edit) const {
    const Sequence& before = *m_history.committed();
    if (before.durationFrames() > 0)
        return edit(before);
    CUTAWAY_TRY(const Change rate, takeRate(before, source));
    CUTAWAY_TRY(const SequencePtr retimed, apply(before, rate));
    CUTAWAY_TRY(const Change change, edit(*retimed));
    CUTAWAY_TRY(const SequencePtr after, apply(*retimed, change));
    return difference(before, *after, change.name);
}

Result<void> EditorSession::insert(const SourceSide& side) {
    return placeSource(side, true);
}

Result<void> EditorSession::overwrite(const SourceSide& side) {
    return placeSource(side, false);
}

Result<void> EditorSession::placeSource(const SourceSide& side, bool insertMode) {
    know(side.source);
    CUTAWAY_TRY(const Placement placement,
                resolveThreePoint(side.source, {side.in, side.out, m_in, m_out, side.position, m_playhead}));
    CUTAWAY_CHECK(place(placement.range, placement.frame, insertMode));
    setMarks(std::nullopt, std::nullopt);
    setPlayhead(placement.frame + recordFrames(placement.range, sequence()->rate));
    return {};
}

Result<void> EditorSession::place(const MarkedRange& range, std::int64_t frame, bool insertMode) {
    know(range.source);
    return take(withRateOf(range.source, [&](const Sequence& s) {
        const auto patches = patchesFor(s, range.source);
        return insertMode ? timeline::insert(s, frame, range, patches)
                          : timeline::overwrite(s, frame, range, patches);
    }));
}

Result<void> EditorSession::placeAll(const std::vector<MarkedRange>& ranges, std::int64_t frame,
                                     bool insertMode) {
    if (ranges.empty())
        return {};
    for (const MarkedRange& range : ranges)
        know(range.source);
    return take(withRateOf(ranges.front().source, [&](const Sequence& start) -> Result<Change> {
        SequencePtr now = std::make_shared<const Sequence>(start);
        std::int64_t at = frame;
        for (const MarkedRange& range : ranges) {
            const auto patches = patchesFor(*now, range.source);
            CUTAWAY_TRY(const Change change, insertMode ? timeline::insert(*now, at, range, patches)
                                                        : timeline::overwrite(*now, at, range, patches));
            CUTAWAY_TRY(now, apply(*now, change));
            at += recordFrames(range, now->rate);
        }
        return difference(start, *now, insertMode ? "Insert" : "Overwrite");
    }));
}

Result<void> EditorSession::stringOut(const std::vector<MarkedRange>& ranges) {
    if (ranges.empty())
        return Error{ErrorCategory::InvalidInput, "There is nothing in the selects to string out.", {}};
    for (const MarkedRange& range : ranges)
        know(range.source);
    return take(withRateOf(ranges.front().source, [&](const Sequence& s) {
        return timeline::stringOut(s, s.durationFrames(), ranges,
                                   [&](const SourceTiming& source) { return patchesFor(s, source); });
    }));
}

Result<void> EditorSession::lift() {
    if (m_in && m_out) {
        CUTAWAY_CHECK(take(timeline::lift(*sequence(), *m_in, *m_out)));
        setMarks(std::nullopt, std::nullopt);
        return {};
    }
    return m_selection.empty() ? nothingMarked() : deleteSelection();
}

Result<void> EditorSession::extract() {
    if (m_in && m_out) {
        const std::int64_t at = *m_in;
        CUTAWAY_CHECK(take(timeline::extract(*sequence(), *m_in, *m_out)));
        setMarks(std::nullopt, std::nullopt);
        setPlayhead(at);
        return {};
    }
    return m_selection.empty() ? nothingMarked() : rippleDelete();
}

Result<void> EditorSession::deleteSelection() {
    return take(deleteClips(*sequence(), m_selection));
}

Result<void> EditorSession::rippleDelete() {
    return take(timeline::rippleDelete(*sequence(), m_selection));
}

std::vector<Uuid> EditorSession::targetedTracks(std::optional<TrackKind> kind) const {
    std::vector<Uuid> tracks;
    for (const auto& track : sequence()->tracks)
        if (track->targeted && !track->locked && (!kind || track->kind == *kind))
            tracks.push_back(track->id);
    return tracks;
}

Result<void> EditorSession::razor(bool allTracks) {
    const std::vector<Uuid> tracks = allTracks ? std::vector<Uuid>() : targetedTracks();
    if (!allTracks && tracks.empty())
        return Error{ErrorCategory::InvalidInput,
                     "No track is targeted. Turn on a target button in front of a track.",
                     {}};
    return take(timeline::razor(*sequence(), m_playhead, tracks));
}

Result<void> EditorSession::razorAt(std::int64_t frame, const Uuid& trackId) {
    std::vector<Uuid> tracks{trackId};
    const auto track = findTrack(*sequence(), trackId);
    const auto place = track ? clipAt(*sequence(), *track, frame) : std::nullopt;
    if (m_linked && place)
        for (const Uuid& id : withLinked(*sequence(), {place->clip->id}))
            if (const auto other = findClip(*sequence(), id);
                other && !sequence()->tracks[other->track]->locked)
                tracks.push_back(sequence()->tracks[other->track]->id);
    return take(timeline::razor(*sequence(), frame, tracks));
}

Result<void> EditorSession::rippleTrimToPlayhead(int direction) {
    const auto edit = neighbouringEdit(direction);
    const std::int64_t from = direction < 0 ? edit.value_or(0) : m_playhead;
    const std::int64_t to = direction < 0 ? m_playhead : edit.value_or(m_playhead);
    if (from >= to)
        return Error{ErrorCategory::InvalidInput,
                     direction < 0 ? "There is nothing before the playhead to trim."
                                   : "There is nothing after the playhead to trim.",
                     {}};
    Result<Change> change = timeline::extract(*sequence(), from, to);
    if (change)
        change->name = direction < 0 ? "Trim start to the playhead" : "Trim end to the playhead";
    CUTAWAY_CHECK(take(change));
    setPlayhead(from);
    return {};
}

Result<void> EditorSession::swapAngle(const SourceTiming& to) {
    const auto place = clipUnderPlayhead();
    if (!place)
        return Error{ErrorCategory::InvalidInput, "There is no clip under the playhead.", {}};
    know(to);
    std::set<Uuid> clips{place->clip->id};
    if (m_linked)
        clips = withLinked(*sequence(), clips);
    return take(timeline::swapAngle(*sequence(), clips, to, m_sources));
}

Result<void> EditorSession::cutToAngle(const SourceTiming& to, std::int64_t frame) {
    const auto place = pictureAt(frame);
    if (!place)
        return Error{ErrorCategory::InvalidInput, "There is no picture at the playhead.", {}};
    if (place->clip->media.sourceId == to.multiSource)
        return {};
    know(to);
    std::set<Uuid> clips{place->clip->id};
    if (m_linked)
        clips = withLinked(*sequence(), clips);
    return take(timeline::cutToAngle(*sequence(), clips, frame, to, m_sources));
}

Result<void> EditorSession::append(const SourceSide& side) {
    know(side.source);
    CUTAWAY_TRY(const Placement placement,
                resolveThreePoint(side.source, {side.in, side.out, {}, {}, side.position, 0}));
    CUTAWAY_CHECK(take(withRateOf(side.source, [&](const Sequence& s) {
        return timeline::append(s, placement.range, patchesFor(s, side.source));
    })));
    setPlayhead(sequence()->durationFrames());
    return {};
}

Result<void> EditorSession::replace(const SourceSide& side) {
    const auto place = clipUnderPlayhead();
    if (!place)
        return Error{ErrorCategory::InvalidInput, "There is no clip under the playhead.", {}};
    know(side.source);
    std::set<Uuid> clips{place->clip->id};
    if (m_linked)
        clips = withLinked(*sequence(), clips);
    return take(replaceMedia(*sequence(), clips, m_playhead, side.source, side.position));
}

std::set<Uuid> EditorSession::chosen() const {
    if (!m_selection.empty())
        return m_selection;
    const auto place = clipUnderPlayhead();
    if (!place)
        return {};
    return m_linked ? withLinked(*sequence(), {place->clip->id}) : std::set<Uuid>{place->clip->id};
}

Result<void> EditorSession::setSpeed(const ClipSpeed& speed, SpeedLength length) {
    return take(timeline::setSpeed(*sequence(), chosen(), speed, length, m_sources));
}

Result<void> EditorSession::freeze() {
    return take(freezeFrame(*sequence(), chosen(), m_playhead));
}

Result<void> EditorSession::insertFreeze(std::int64_t frames) {
    return take(timeline::insertFreeze(*sequence(), chosen(), m_playhead, frames));
}

Result<void> EditorSession::fitToFill(const SourceSide& side) {
    if (!side.in || !side.out || !m_in || !m_out)
        return Error{ErrorCategory::InvalidInput,
                     "Mark an In and an Out on both sides: what shall fill, and what is to be filled.",
                     {}};
    know(side.source);
    const MarkedRange range{side.source, *side.in, *side.out};
    const std::int64_t end = *m_out;
    CUTAWAY_CHECK(take(withRateOf(side.source, [&](const Sequence& s) {
        return timeline::fitToFill(s, *m_in, *m_out, range, patchesFor(s, side.source));
    })));
    setMarks(std::nullopt, std::nullopt);
    setPlayhead(end);
    return {};
}

Clipboard EditorSession::copied() const {
    return copyClips(*sequence(), m_selection);
}

Result<void> EditorSession::paste(const Clipboard& clipboard, bool insertMode) {
    const std::int64_t at = m_playhead;
    CUTAWAY_CHECK(take(timeline::paste(*sequence(), at, clipboard, insertMode)));
    setPlayhead(at + clipboard.frames());
    return {};
}

Result<void> EditorSession::nudge(std::int64_t frames) {
    return take(moveClips(*sequence(), m_selection, frames, 0));
}

Result<void> EditorSession::extendEdit() {
    return take(timeline::extendEdit(*sequence(), m_playhead, targetedTracks(), m_sources));
}

std::optional<std::size_t> EditorSession::gapUnderPlayhead() const {
    for (const Uuid& id : targetedTracks()) {
        const auto track = findTrack(*sequence(), id);
        const auto& on = *sequence()->tracks[*track];
        const bool inside = Sequence::unitsAtFrame(on, m_playhead, sequence()->rate) < on.duration();
        if (inside && !clipAt(*sequence(), *track, m_playhead))
            return track;
    }
    return std::nullopt;
}

Result<void> EditorSession::closeGap() {
    if (const auto track = gapUnderPlayhead())
        return take(timeline::closeGap(*sequence(), sequence()->tracks[*track]->id, m_playhead));
    return Error{ErrorCategory::InvalidInput, "There is no gap under the playhead on a targeted track.", {}};
}

Result<void> EditorSession::toggleEnabled() {
    bool anyOn = false;
    for (const auto& track : sequence()->tracks)
        for (const Item& item : track->items)
            anyOn |= item.clip && m_selection.contains(item.clip->id) && item.clip->enabled;
    return take(setEnabled(*sequence(), m_selection, !anyOn));
}

Result<void> EditorSession::toggleLink() {
    bool anyLinked = false;
    for (const auto& track : sequence()->tracks)
        for (const Item& item : track->items)
            anyLinked |= item.clip && m_selection.contains(item.clip->id) && !item.clip->linkGroup.isNil();
    return take(anyLinked ? unlink(*sequence(), m_selection) : link(*sequence(), m_selection));
}

Result<void> EditorSession::group() {
    CUTAWAY_CHECK(take(timeline::group(*sequence(), m_selection)));
    select(m_selection);
    return {};
}

Result<void> EditorSession::ungroup() {
    return take(timeline::ungroup(*sequence(), m_selection));
}

Result<void> EditorSession::addClipMarker(const std::string& colour) {
    const auto clip = clipAtHand();
    if (!clip)
        return Error{ErrorCategory::InvalidInput, "Put the playhead on a clip first.", {}};
    const bool ranged = m_in && m_out;
    return take(timeline::addClipMarker(*sequence(), *clip, ranged ? *m_in : m_playhead,
                                        ranged ? *m_out - *m_in : 0, {{}, 0, 0, {}, colour, {}}));
}

Result<void> EditorSession::join() {
    return take(joinThroughEdits(*sequence(), m_selection));
}

Result<void> EditorSession::addMarker(const std::string& colour) {
    const bool ranged = m_in && m_out;
    const std::int64_t frame = ranged ? *m_in : m_playhead;
    return take(timeline::addMarker(*sequence(), {{}, frame, ranged ? *m_out - *m_in : 0, {}, colour, {}}));
}

std::optional<Marker> EditorSession::markerAtPlayhead() const {
    // The one that starts last is the one on top.
    std::optional<Marker> found;
    for (const Marker& marker : sequence()->markers)
        if (marker.frame <= m_playhead &&
            m_playhead < marker.frame + std::max<std::int64_t>(1, marker.duration))
            found = marker;
    return found;
}

std::optional<ShownMarker> EditorSession::clipMarkerAtPlayhead() const {
    const auto hand = clipAtHand();
    std::optional<ShownMarker> found;
    for (const ShownMarker& shown : clipMarkers(*sequence()))
        if (shown.frame <= m_playhead &&
            m_playhead < shown.frame + std::max<std::int64_t>(1, shown.duration) &&
            (!found || (hand && shown.clip == *hand && found->clip != *hand)))
            found = shown;
    return found;
}

std::optional<std::int64_t> EditorSession::neighbouringMarker(int direction) const {
    std::optional<std::int64_t> found;
    const auto consider = [&](std::int64_t frame) {
        if (direction < 0 && frame < m_playhead)
            found = std::max(found.value_or(frame), frame);
        if (direction > 0 && frame > m_playhead)
            found = std::min(found.value_or(frame), frame);
    };
    for (const Marker& marker : sequence()->markers)
        consider(marker.frame);
    for (const ShownMarker& marker : clipMarkers(*sequence()))
        consider(marker.frame);
    return found;
}

std::optional<std::int64_t> EditorSession::whereShown(const Uuid& source, std::int64_t frame) const {
    std::optional<std::int64_t> after;
    std::optional<std::int64_t> first;
    for (const auto& track : sequence()->tracks) {
        if (track->kind != TrackKind::Video || track->muted)
            continue;
        std::int64_t start = 0;
        for (const Item& item : track->items) {
            const bool mayShow = item.clip && item.clip->enabled && item.clip->media.sourceId == source &&
                                 item.clip->mediaRate == sequence()->rate;
            const auto offset =
                mayShow ? offsetShowing(*item.clip, frame, track->rate) : std::optional<std::int64_t>();
            const std::int64_t at = start + offset.value_or(0);
            start += item.duration;
            if (!offset)
                continue;
            first = std::min(first.value_or(at), at);
            if (at > m_playhead)
                after = std::min(after.value_or(at), at);
        }
    }
    return after ? after : first;
}

std::int64_t EditorSession::transitionFrames() const {
    const FrameRate rate = sequence()->rate;
    return m_transitionFrames.value_or(std::max<std::int64_t>(2, mulDivRound(2, rate.num, rate.den * 5)));
}

Result<void> EditorSession::addTransition(TrackKind tracks, TransitionKind kind) {
    return take(
        addTransitions(*sequence(), m_playhead, targetedTracks(tracks), kind, transitionFrames(), m_sources));
}

Result<void> EditorSession::addTransitionsToSelection(TransitionKind kind) {
    return take(addTransitionsTo(*sequence(), m_selection, kind, transitionFrames(), m_sources));
}

} // namespace cutaway::timeline
