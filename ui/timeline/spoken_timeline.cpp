#include "ui/timeline/spoken_timeline.h"

#include "ui/timeline/accessible_items.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/timeline_words.h"

#include <algorithm>

namespace cutaway::ui {

namespace {

/// More at once than anybody listens to: then only that something changed is said.
constexpr std::size_t mostSelectionEvents = 64;

} // namespace

SpokenTimeline::SpokenTimeline(SessionLink& link, TimelineView& view)
    : m_link(link)
    , m_view(view) {
    connect(&link, &SessionLink::opened, this, &SpokenTimeline::opened);
    connect(&link, &SessionLink::sequenceChanged, this, &SpokenTimeline::sequenceChanged);
    connect(&link, &SessionLink::modesChanged, this, &SpokenTimeline::sequenceChanged);
    connect(&link, &SessionLink::selectionChanged, this, &SpokenTimeline::selectionChanged);
    connect(&link, &SessionLink::playheadChanged, this, &SpokenTimeline::handChanged);
}

SpokenTimeline::~SpokenTimeline() {
    forgetAll();
}

void SpokenTimeline::say(QAccessibleInterface* about, QAccessible::Event what) {
    if (m_listener)
        return m_listener(*about, what);
    QAccessibleEvent event(about, what);
    QAccessible::updateAccessibility(&event);
}

bool SpokenTimeline::isHeard() const {
    return (m_listener || QAccessible::isActive()) && m_link.isOpen() && !m_link.session().isDragging();
}

const timeline::Outline& SpokenTimeline::outline() const {
    if (!m_outline || m_outlineOf != m_link.session().sequence()) {
        m_outlineOf = m_link.session().sequence();
        m_outline.emplace(*m_outlineOf);
    }
    return *m_outline;
}

std::optional<std::size_t> SpokenTimeline::rowOfTrack(const Uuid& track) const {
    if (!isOpen())
        return std::nullopt;
    const auto index = timeline::findTrack(*session().sequence(), track);
    return index ? outline().rowOf(*index) : std::nullopt;
}

QString SpokenTimeline::trackName(std::size_t row) const {
    const timeline::OutlineTrack& listed = outline().tracks()[row];
    return trackWords(*session().sequence()->tracks[listed.track], listed);
}

QString SpokenTimeline::clipName(timeline::OutlinePlace place) const {
    const timeline::Sequence& sequence = *session().sequence();
    const timeline::OutlineTrack& listed = outline().tracks()[place.row];
    const timeline::Track& track = *sequence.tracks[listed.track];
    const timeline::Clip& clip = *outline().at(place).clip;
    ClipSpeech speech;
    speech.clip = &outline().at(place);
    speech.track = trackPlace(track.kind, listed.number);
    speech.selected = session().selection().contains(clip.id);
    speech.hidden = TimelineView::isHidden(sequence, track);
    speech.offline = !session().sources().contains(clip.media.sourceId);
    return clipWords(speech, sequence);
}

QAccessibleInterface* SpokenTimeline::trackInterface(std::size_t row) {
    if (!isOpen() || row >= outline().tracks().size())
        return nullptr;
    const Uuid id = session().sequence()->tracks[outline().tracks()[row].track]->id;
    Said& said = m_tracks[id];
    if (said.id == 0)
        said = {QAccessible::registerAccessibleInterface(new AccessibleTrack(*this, id)), id, trackName(row)};
    return QAccessible::accessibleInterface(said.id);
}

QAccessibleInterface* SpokenTimeline::clipInterface(timeline::OutlinePlace place) {
    if (!isOpen() || place.row >= outline().tracks().size() ||
        place.clip >= outline().tracks()[place.row].clips.size())
        return nullptr;
    const Uuid id = outline().at(place).clip->id;
    const Uuid track = session().sequence()->tracks[outline().tracks()[place.row].track]->id;
    Said& said = m_clips[id];
    if (said.id == 0)
        said = {QAccessible::registerAccessibleInterface(new AccessibleClip(*this, id, track)), track,
                clipName(place)};
    return QAccessible::accessibleInterface(said.id);
}

QAccessibleInterface* SpokenTimeline::handInterface() {
    if (!isOpen())
        return nullptr;
    const auto hand = session().clipAtHand();
    const auto place = hand ? outline().find(*hand) : std::nullopt;
    return place ? clipInterface(*place) : nullptr;
}

void SpokenTimeline::forgetAll() {
    for (const auto* all : {&m_clips, &m_tracks})
        for (const auto& [id, said] : *all)
            QAccessible::deleteAccessibleInterface(said.id);
    m_clips.clear();
    m_tracks.clear();
    m_listed.clear();
    m_selected.clear();
    m_hand.reset();
    m_outline.reset();
    m_outlineOf.reset();
}

void SpokenTimeline::opened() {
    if (m_listener || QAccessible::isActive())
        for (const auto& [id, said] : m_tracks)
            say(QAccessible::accessibleInterface(said.id), QAccessible::ObjectDestroyed);
    forgetAll();
    sequenceChanged();
}

void SpokenTimeline::sequenceChanged() {
    if (!isHeard())
        return;
    sayTracks();
    sayClips();
    sayFocus(false);
}

void SpokenTimeline::sayName(Said& said, const QString& name) {
    if (std::exchange(said.name, name) != name)
        say(QAccessible::accessibleInterface(said.id), QAccessible::NameChanged);
}

void SpokenTimeline::sayTracks() {
    for (auto at = m_tracks.begin(); at != m_tracks.end();) {
        if (const auto row = rowOfTrack(at->first)) {
            sayName(at->second, trackName(*row));
            ++at;
            continue;
        }
        say(QAccessible::accessibleInterface(at->second.id), QAccessible::ObjectDestroyed);
        QAccessible::deleteAccessibleInterface(at->second.id);
        at = m_tracks.erase(at);
    }
    for (std::size_t row = 0; row < outline().tracks().size(); ++row)
        if (!m_tracks.contains(session().sequence()->tracks[outline().tracks()[row].track]->id))
            say(trackInterface(row), QAccessible::ObjectCreated);
}

void SpokenTimeline::sayClips() {
    for (auto at = m_clips.begin(); at != m_clips.end();) {
        const auto place = outline().find(at->first);
        const bool stayed = place && session().sequence()->tracks[outline().tracks()[place->row].track]->id ==
                                         at->second.track;
        if (stayed) {
            sayName(at->second, clipName(*place));
            ++at;
            continue;
        }
        // One that went to another track begins anew there.
        say(QAccessible::accessibleInterface(at->second.id), QAccessible::ObjectDestroyed);
        QAccessible::deleteAccessibleInterface(at->second.id);
        m_listed.erase(at->first);
        at = m_clips.erase(at);
    }
    std::set<Uuid> now;
    for (std::size_t row = 0; row < outline().tracks().size(); ++row)
        for (std::size_t clip = 0; clip < outline().tracks()[row].clips.size(); ++clip) {
            const Uuid id = outline().at({row, clip}).clip->id;
            now.insert(id);
            if (!m_listed.contains(id))
                say(clipInterface({row, clip}), QAccessible::ObjectCreated);
        }
    m_listed = std::move(now);
}

void SpokenTimeline::selectionChanged() {
    if (!isHeard())
        return;
    const std::set<Uuid>& now = session().selection();
    std::vector<Uuid> changed;
    std::set_symmetric_difference(now.begin(), now.end(), m_selected.begin(), m_selected.end(),
                                  std::back_inserter(changed));
    m_selected = now;
    if (changed.size() > mostSelectionEvents)
        say(QAccessible::queryAccessibleInterface(&m_view), QAccessible::SelectionWithin);
    else
        for (const Uuid& id : changed)
            if (const auto place = outline().find(id)) {
                QAccessibleInterface* clip = clipInterface(*place);
                m_clips[id].name = clipName(*place);
                say(clip, QAccessible::NameChanged);
                say(clip, now.contains(id) ? QAccessible::SelectionAdd : QAccessible::SelectionRemove);
            }
    sayFocus(false);
}

/// While it plays the playhead goes from clip to clip by itself, and nobody wants them read out.
void SpokenTimeline::handChanged() {
    if (isHeard() && !m_view.isPlaying())
        sayFocus(false);
}

void SpokenTimeline::focusCame() {
    if (isHeard())
        sayFocus(true);
}

void SpokenTimeline::sayFocus(bool again) {
    if (!m_view.hasFocus())
        return;
    const auto hand = session().clipAtHand();
    if (std::exchange(m_hand, hand) == hand && !again)
        return;
    QAccessibleInterface* at = handInterface();
    say(at ? at : QAccessible::queryAccessibleInterface(&m_view), QAccessible::Focus);
}

} // namespace cutaway::ui
