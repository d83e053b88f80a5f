#include "core/timeline/editor_session.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace cutaway::timeline {

namespace {

std::string lowered(std::string name) {
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z')
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
    return name;
}

} // namespace

EditorSession::EditorSession(History history, std::optional<Journal> journal)
    : m_history(std::move(history))
    , m_journal(std::move(journal)) {}

void EditorSession::notify(Aspect aspect) const {
    if (m_changed)
        m_changed(aspect);
}

void EditorSession::know(const SourceTiming& source) {
    m_sources[source.multiSource] = source;
}

void EditorSession::setPlayhead(std::int64_t frame) {
    frame = std::clamp<std::int64_t>(frame, 0, sequence()->durationFrames());
    if (std::exchange(m_playhead, frame) == frame)
        return;
    m_handFollowsSelection = false;
    notify(Aspect::Playhead);
}

void EditorSession::setMarks(std::optional<std::int64_t> in, std::optional<std::int64_t> out) {
    if (in && out && *in >= *out) // the newer mark wins, the other goes
        (in != m_in ? out : in).reset();
    if (in == m_in && out == m_out)
        return;
    m_in = in;
    m_out = out;
    notify(Aspect::Marks);
}

Result<void> EditorSession::markClip() {
    const auto place = seenAtPlayhead();
    if (!place)
        return Error{ErrorCategory::InvalidInput, "There is no clip under the playhead.", {}};
    setMarks(place->units.first, place->units.end);
    return {};
}

std::optional<std::int64_t> EditorSession::neighbouringEdit(int direction) const {
    const auto points = editPoints(*sequence());
    if (direction < 0) {
        const auto at = std::lower_bound(points.begin(), points.end(), m_playhead);
        return at == points.begin() ? std::nullopt : std::optional(*std::prev(at));
    }
    const auto at = std::upper_bound(points.begin(), points.end(), m_playhead);
    return at == points.end() ? std::nullopt : std::optional(*at);
}

void EditorSession::select(std::set<Uuid> clips) {
    if (clips.size() == 1)
        return selectLed(*clips.begin());
    clips = m_linked ? withCompanions(*sequence(), clips) : withGrouped(*sequence(), clips);
    m_lead.reset();
    m_handFollowsSelection = true;
    if (clips == m_selection)
        return;
    m_selection = std::move(clips);
    notify(Aspect::Selection);
}

void EditorSession::toggleSelected(const Uuid& clip) {
    const std::set<Uuid> group =
        m_linked ? withCompanions(*sequence(), {clip}) : withGrouped(*sequence(), {clip});
    const bool selected = m_selection.contains(clip);
    for (const Uuid& id : group) {
        if (selected)
            m_selection.erase(id);
        else
            m_selection.insert(id);
    }
    if (!selected)
        m_lead = clip;
    m_handFollowsSelection = true;
    notify(Aspect::Selection);
}

void EditorSession::selectAll() {
    std::set<Uuid> all;
    for (const auto& track : sequence()->tracks)
        for (const Item& item : track->items)
            if (item.clip && !track->locked)
                all.insert(item.clip->id);
    select(std::move(all));
}

void EditorSession::setLinkedSelection(bool on) {
    if (std::exchange(m_linked, on) != on)
        notify(Aspect::Modes);
}

void EditorSession::setSnapping(bool on) {
    if (std::exchange(m_snapping, on) != on)
        notify(Aspect::Modes);
}

void EditorSession::setTool(Tool tool) {
    if (std::exchange(m_tool, tool) != tool)
        notify(Aspect::Modes);
}

std::optional<std::int64_t> EditorSession::snapped(std::int64_t frame, std::int64_t reach,
                                                   const std::set<Uuid>& moving) const {
    if (!m_snapping)
        return std::nullopt;
    std::optional<std::int64_t> best;
    const auto consider = [&](std::int64_t point) {
        const std::int64_t distance = std::abs(point - frame);
        if (distance <= reach && (!best || distance < std::abs(*best - frame)))
            best = point;
    };
    consider(0);
    consider(m_playhead);
    if (m_in)
        consider(*m_in);
    if (m_out)
        consider(*m_out);
    // A drag shows a preview; what it snaps to is what stood there when it began.
    const Sequence& base = *m_history.committed();
    for (const auto& track : base.tracks) {
        std::int64_t start = 0;
        for (const Item& item : track->items) {
            if (item.clip && !moving.contains(item.clip->id)) {
                const UnitRange frames = framesOf(*track, {start, start + item.duration}, base.rate);
                consider(frames.first);
                consider(frames.end);
            }
            start += item.duration;
        }
    }
    for (const Marker& marker : base.markers)
        consider(marker.frame);
    return best;
}

std::optional<ClipPlace> EditorSession::pictureAt(std::int64_t frame) const {
    return topmostAt(frame, false);
}

std::optional<ClipPlace> EditorSession::seenAtPlayhead() const {
    auto graphic = topmostAt(m_playhead, true);
    return graphic ? graphic : pictureAt(m_playhead);
}

std::optional<ClipPlace> EditorSession::topmostAt(std::int64_t frame, bool graphics) const {
    const Sequence& shown = *sequence();
    std::optional<ClipPlace> top;
    for (std::size_t t = 0; t < shown.tracks.size(); ++t)
        if (shown.tracks[t]->kind == TrackKind::Video && !shown.tracks[t]->muted)
            if (auto place = clipAt(shown, t, frame); place && bool(place->clip->graphic) == graphics &&
                                                      (!top || place->clip->enabled || !top->clip->enabled))
                top = std::move(place);
    return top;
}

/// A key while the mouse holds a clip: the drag's step would stand on a cut that is no longer there.
Result<void> EditorSession::handIsFree() const {
    if (m_history.isOpen())
        return Error{ErrorCategory::InvalidInput, "Let go of the clip first.", {}};
    return mayEdit();
}

Result<void> EditorSession::mayEdit() const {
    return isReadOnly() ? Result<void>(Error{ErrorCategory::Conflict, m_readOnly, {}}) : Result<void>();
}

void EditorSession::setReadOnly(std::string why) {
    m_readOnly = std::move(why);
    if (isReadOnly())
        cancelDrag();
    notify(Aspect::Modes);
}

Result<void> EditorSession::follow(const Sequence& theirs) {
    if (!isReadOnly() || m_journal)
        return Error{ErrorCategory::Internal, "Only who watches follows.", {}};
    Sequence now = theirs;
    now.id = sequence()->id;
    if (m_history.isOpen()) // a hand that pulls at what may only be watched
        cancelDrag();
    const Change change = difference(*sequence(), now, "Saved by somebody else");
    if (change.isEmpty())
        return {};
    CUTAWAY_CHECK(m_history.amend(change));
    afterStep(change.name);
    return {};
}

Result<void> EditorSession::take(const Result<Change>& change) {
    CUTAWAY_CHECK(handIsFree());
    if (!change)
        return change.error();
    if (change->isEmpty())
        return {};
    CUTAWAY_CHECK(apply(*m_history.committed(), *change));
    if (m_journal)
        CUTAWAY_CHECK(m_journal->appendDone(*change));
    CUTAWAY_CHECK(m_history.push(*change));
    afterStep(change->name);
    return {};
}

void EditorSession::afterStep(std::string name) {
    m_lastAction = std::move(name);
    ++m_version;
    std::set<Uuid> left;
    for (const auto& track : sequence()->tracks)
        for (const Item& item : track->items)
            if (item.clip && m_selection.contains(item.clip->id))
                left.insert(item.clip->id);
    const bool lost =
        left.size() != m_selection.size() || (m_editPoint && !findClip(*sequence(), m_editPoint->clip));
    if (lost && m_editPoint && !findClip(*sequence(), m_editPoint->clip))
        m_editPoint.reset();
    m_selection = std::move(left);
    notify(Aspect::Sequence);
    if (lost)
        notify(Aspect::Selection);
    setPlayhead(m_playhead);
}

Result<void> EditorSession::undo() {
    CUTAWAY_CHECK(handIsFree());
    const Change* change = m_history.toUndo();
    if (!change)
        return Error{ErrorCategory::InvalidInput, "There is nothing to undo.", {}};
    const std::string name = change->name;
    if (m_journal)
        CUTAWAY_CHECK(m_journal->appendUndo(*change));
    CUTAWAY_CHECK(m_history.undo());
    afterStep("Undo " + lowered(name));
    return {};
}

Result<void> EditorSession::redo() {
    CUTAWAY_CHECK(handIsFree());
    const Change* change = m_history.toRedo();
    if (!change)
        return Error{ErrorCategory::InvalidInput, "There is nothing to redo.", {}};
    const std::string name = change->name;
    if (m_journal)
        CUTAWAY_CHECK(m_journal->appendRedo(*change));
    CUTAWAY_CHECK(m_history.redo());
    afterStep("Redo " + lowered(name));
    return {};
}

Result<void> EditorSession::goToStep(std::size_t step) {
    CUTAWAY_CHECK(handIsFree());
    step = std::min(step, m_history.undoCount() + m_history.redoCount());
    if (step == m_history.undoCount())
        return {};
    while (m_history.undoCount() > step) {
        if (m_journal)
            CUTAWAY_CHECK(m_journal->appendUndo(*m_history.toUndo()));
        CUTAWAY_CHECK(m_history.undo());
    }
    while (m_history.undoCount() < step) {
        if (m_journal)
            CUTAWAY_CHECK(m_journal->appendRedo(*m_history.toRedo()));
        CUTAWAY_CHECK(m_history.redo());
    }
    afterStep("Go to a step");
    return {};
}

Result<void> EditorSession::toggle(const Uuid& track, TrackToggle which, bool on) {
    if (m_history.isOpen())
        return {};
    CUTAWAY_CHECK(mayEdit());
    CUTAWAY_TRY(const Change change, setTrack(*sequence(), track, which, on));
    if (change.isEmpty())
        return {};
    if (m_journal)
        CUTAWAY_CHECK(m_journal->appendAmend(change));
    CUTAWAY_CHECK(m_history.amend(change));
    afterStep(change.name);
    return {};
}

void EditorSession::survived() {
    if (m_journal)
        m_journal->survived();
}

Result<void> EditorSession::revisionSent(const std::string& revision) {
    return m_journal ? m_journal->appendSent(revision) : Result<void>();
}

Result<void> EditorSession::revisionSaved(std::uint64_t version, const std::string& revision) {
    // Edits made since then are not in that revision: the next one says what the journal has saved.
    if (!m_journal || version != m_version || m_history.isOpen())
        return {};
    constexpr std::int64_t mostBytes = std::int64_t(16) << 20;
    constexpr std::size_t stepsKept = 500;
    return m_journal->bytes() > mostBytes ? m_journal->compact(m_history, stepsKept, revision)
                                          : m_journal->appendSaved(revision);
}

void EditorSession::beginDrag() {
    if (!m_history.isOpen())
        m_history.begin();
}

Result<void> EditorSession::preview(const Result<Change>& change) {
    CUTAWAY_CHECK(mayEdit());
    if (!change)
        return change.error();
    CUTAWAY_CHECK(m_history.preview(*change));
    notify(Aspect::Sequence);
    return {};
}

Result<void> EditorSession::dragMove(std::int64_t delta, int rows) {
    return preview(moveClips(*m_history.committed(), m_selection, delta, rows));
}

Result<void> EditorSession::dragRearrange(std::int64_t frame) {
    return preview(rearrange(*m_history.committed(), m_selection, frame));
}

Result<std::int64_t> EditorSession::dragTrim(const EdgeHandle& handle, std::int64_t delta) {
    CUTAWAY_TRY(const TrimRange range, trimRange(*m_history.committed(), handle, m_sources));
    CUTAWAY_CHECK(preview(trimEdge(*m_history.committed(), handle, delta, m_sources)));
    return range.clamped(delta);
}

Result<void> EditorSession::dragSlip(const Uuid& clip, std::int64_t delta) {
    return preview(slip(*m_history.committed(), clip, delta, m_linked, m_sources));
}

Result<void> EditorSession::dragSlide(const Uuid& clip, std::int64_t delta) {
    return preview(slide(*m_history.committed(), clip, delta, m_linked, m_sources));
}

Result<void> EditorSession::dragEdit(const Result<Change>& change) {
    return preview(change);
}

Result<void> EditorSession::dragTransition(const Uuid& clip, Edge edge,
                                           const std::optional<Transition>& transition) {
    return preview(setTransition(*m_history.committed(), clip, edge, transition, m_sources));
}

Result<void> EditorSession::endDrag() {
    if (!m_history.isOpen())
        return {};
    const std::optional<Change> change = m_history.pending();
    m_history.cancel();
    if (!change || change->isEmpty()) {
        notify(Aspect::Sequence);
        return {};
    }
    return take(*change);
}

void EditorSession::cancelDrag() {
    m_history.cancel();
    notify(Aspect::Sequence);
}

} // namespace cutaway::timeline
