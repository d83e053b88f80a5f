#include "core/timeline/editor_session.h"
#include "core/timeline/outline.h"

#include <algorithm>

// The clip at hand, and walking over clips by key.
namespace cutaway::timeline {

namespace {

Error nothingThere(const char* sentence) {
    return Error{ErrorCategory::NotFound, sentence, {}};
}

} // namespace

std::optional<Uuid> EditorSession::clipAtHand() const {
    if (m_handFollowsSelection && !m_selection.empty()) {
        if (m_lead && m_selection.contains(*m_lead))
            return m_lead;
        // Of several the first, as one reads them.
        const Outline outline(*sequence());
        std::optional<OutlinePlace> first;
        for (const Uuid& id : m_selection)
            if (const auto place = outline.find(id);
                place && (!first || place->row < first->row ||
                          (place->row == first->row && place->clip < first->clip)))
                first = place;
        if (first)
            return outline.at(*first).clip->id;
    }
    if (const auto place = seenAtPlayhead())
        return place->clip->id;
    for (std::size_t t = 0; t < sequence()->tracks.size(); ++t)
        if (const auto place = clipAt(*sequence(), t, m_playhead))
            return place->clip->id;
    return std::nullopt;
}

Hand EditorSession::hand() const {
    const auto clip = clipAtHand();
    const bool selected = m_handFollowsSelection && clip && m_selection.contains(*clip);
    for (const Marker& marker : sequence()->markers)
        if (!selected && marker.frame == m_playhead)
            return {Hand::Kind::Marker, marker.id};
    if (clip)
        return {Hand::Kind::Clip, *clip};
    const Outline outline(*sequence());
    const auto targeted = gapUnderPlayhead();
    for (std::size_t row = 0; row < outline.tracks().size(); ++row)
        if (const auto behind = outline.behindGap(row, m_playhead);
            behind && (!targeted || outline.tracks()[row].track == *targeted))
            return {Hand::Kind::Gap, outline.at(*behind).clip->id};
    return {};
}

void EditorSession::selectLed(const Uuid& clip) {
    std::set<Uuid> clips = m_linked ? withCompanions(*sequence(), {clip}) : withGrouped(*sequence(), {clip});
    const bool news = clips != m_selection || m_lead != clip || !m_handFollowsSelection;
    m_selection = std::move(clips);
    m_lead = clip;
    m_handFollowsSelection = true;
    if (news)
        notify(Aspect::Selection);
}

Result<void> EditorSession::selectAtPlayhead() {
    const auto place = seenAtPlayhead();
    if (place && !sequence()->tracks[place->track]->locked) {
        selectLed(place->clip->id);
        return {};
    }
    for (std::size_t t = 0; t < sequence()->tracks.size(); ++t)
        if (const auto sound = clipAt(*sequence(), t, m_playhead); sound && !sequence()->tracks[t]->locked) {
            selectLed(sound->clip->id);
            return {};
        }
    return nothingThere("There is no clip under the playhead.");
}

Result<void> EditorSession::selectBeside(int direction) {
    const Outline outline(*sequence());
    const auto locked = [this](std::size_t track) { return sequence()->tracks[track]->locked; };
    const auto hand = clipAtHand();
    if (const auto place = hand ? outline.find(*hand) : std::nullopt;
        place && !locked(outline.tracks()[place->row].track)) {
        const bool onlyUnderPlayhead = !m_selection.contains(*hand);
        // From the playhead the clip that it stands in is the first to be had.
        const auto to = onlyUnderPlayhead ? place : outline.beside(*place, direction);
        if (!to)
            return nothingThere(direction < 0 ? "This is the first clip of its track."
                                              : "This is the last clip of its track.");
        selectLed(outline.at(*to).clip->id);
        return {};
    }
    // In a gap, or at what is locked: the nearest that way, the topmost where several start there.
    const OutlineClip* best = nullptr;
    for (const OutlineTrack& track : outline.tracks())
        for (const OutlineClip& clip : track.clips) {
            const bool thatWay =
                direction < 0 ? clip.frames.end <= m_playhead : clip.frames.first >= m_playhead;
            if (thatWay && !locked(track.track) &&
                (!best || (direction < 0 ? clip.frames.end > best->frames.end
                                         : clip.frames.first < best->frames.first)))
                best = &clip;
        }
    if (!best)
        return nothingThere(direction < 0 ? "There is no clip before the playhead."
                                          : "There is no clip behind the playhead.");
    selectLed(best->clip->id);
    return {};
}

Result<void> EditorSession::selectAcross(int direction) {
    const Outline outline(*sequence());
    const auto hand = clipAtHand();
    const auto place = hand ? outline.find(*hand) : std::nullopt;
    if (!place)
        return nothingThere("There is no clip under the playhead.");
    // Beside the playhead when it is over the clip, else where the clip starts.
    const UnitRange frames = outline.at(*place).frames;
    const std::int64_t frame = frames.contains(m_playhead) ? m_playhead : frames.first;
    const auto to = outline.across(*place, direction, frame,
                                   [&](std::size_t track) { return sequence()->tracks[track]->locked; });
    if (!to)
        return nothingThere(direction < 0 ? "There is no clip on a track above."
                                          : "There is no clip on a track below.");
    selectLed(outline.at(*to).clip->id);
    return {};
}

} // namespace cutaway::timeline
