#include "ui/timeline/spoken_timeline.h"

#include "ui/timeline/accessible_items.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/timeline_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cutaway::ui {

using Kind = SpokenItem::Kind;

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
    connect(&link, &SessionLink::playheadChanged, this, &SpokenTimeline::handMoved);
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

const SpokenTree& SpokenTimeline::tree() const {
    if (!m_tree || m_treeOf != session().sequence()) {
        m_treeOf = session().sequence();
        m_tree.emplace(m_treeOf);
    }
    return *m_tree;
}

QString SpokenTimeline::nameOf(const SpokenItem& item) const {
    if (!tree().placeOf(item))
        return {};
    const timeline::Sequence& sequence = tree().sequence();
    if (item.kind == Kind::Markers)
        return markersWords(sequence.markers.size());
    if (const timeline::OutlineTrack* track = tree().track(item))
        return trackWords(*sequence.tracks[track->track], *track);
    if (const timeline::Marker* marker = tree().marker(item)) {
        const auto over = session().pictureAt(marker->frame);
        return markerWords(*marker, over ? over->clip->name : std::string(), sequence);
    }
    const timeline::OutlineTrack& listed = *tree().track(*tree().listOf(item));
    const timeline::Track& track = *sequence.tracks[listed.track];
    ClipSpeech speech;
    speech.clip = tree().clip(item);
    speech.track = trackPlace(track.kind, listed.number);
    if (item.kind == Kind::Gap)
        return gapWords(speech, sequence);
    speech.selected = session().selection().contains(item.id);
    speech.hidden = TimelineView::isHidden(sequence, track);
    const timeline::Clip& clip = *speech.clip->clip;
    speech.offline = !clip.graphic && !session().sources().contains(clip.media.sourceId);
    return clipWords(speech, track, session().sources(), sequence);
}

QRect SpokenTimeline::rectOf(const SpokenItem& item) const {
    if (item.kind == Kind::Markers)
        return m_view.rulerRect();
    if (const timeline::OutlineTrack* track = tree().track(item))
        return m_view.rowRect(track->track);
    if (tree().marker(item))
        return m_view.markRect(tree().framesOf(item));
    const auto list = tree().listOf(item);
    return list ? m_view.clipRect(tree().track(*list)->track, tree().framesOf(item)) : QRect();
}

QAccessibleInterface* SpokenTimeline::interfaceOf(const SpokenItem& item) {
    if (!isOpen() || !tree().placeOf(item))
        return nullptr;
    Said& said = m_said[item];
    if (said.id == 0)
        said = {QAccessible::registerAccessibleInterface(new AccessibleItem(*this, item)),
                tree().listOf(item), nameOf(item)};
    return QAccessible::accessibleInterface(said.id);
}

std::optional<SpokenItem> SpokenTimeline::hand() const {
    const timeline::Hand hand = session().hand();
    switch (hand.kind) {
    case timeline::Hand::Kind::Clip:
        return SpokenItem{Kind::Clip, hand.id};
    case timeline::Hand::Kind::Gap:
        return SpokenItem{Kind::Gap, hand.id};
    case timeline::Hand::Kind::Marker:
        return SpokenItem{Kind::Marker, hand.id};
    case timeline::Hand::Kind::Nothing:
        break;
    }
    return std::nullopt;
}

QAccessibleInterface* SpokenTimeline::handInterface() {
    const auto at = isOpen() ? hand() : std::nullopt;
    return at ? interfaceOf(*at) : nullptr;
}

void SpokenTimeline::forgetAll() {
    for (const auto& [item, said] : m_said)
        QAccessible::deleteAccessibleInterface(said.id);
    m_said.clear();
    m_listed.clear();
    m_selected.clear();
    m_hand.reset();
    m_tree.reset();
    m_treeOf.reset();
}

void SpokenTimeline::opened() {
    if (m_listener || QAccessible::isActive())
        for (const auto& [item, said] : m_said)
            if (item.isList())
                say(QAccessible::accessibleInterface(said.id), QAccessible::ObjectDestroyed);
    forgetAll();
    sequenceChanged();
}

void SpokenTimeline::sequenceChanged() {
    if (!isHeard())
        return;
    sayChanges();
    sayNews();
    sayFocus(false);
}

/// What became of those that were asked for.
void SpokenTimeline::sayChanges() {
    for (auto at = m_said.begin(); at != m_said.end();) {
        auto& [item, said] = *at;
        QAccessibleInterface* about = QAccessible::accessibleInterface(said.id);
        if (tree().placeOf(item) && tree().listOf(item) == said.list) {
            const QString name = nameOf(item);
            if (std::exchange(said.name, name) != name)
                say(about, QAccessible::NameChanged);
            ++at;
            continue;
        }
        // One that went to another track begins anew there.
        say(about, QAccessible::ObjectDestroyed);
        QAccessible::deleteAccessibleInterface(said.id);
        m_listed.erase(item);
        at = m_said.erase(at);
    }
}

void SpokenTimeline::sayNews() {
    std::set<SpokenItem> now;
    for (const SpokenItem& list : tree().lists()) {
        now.insert(list);
        for (std::size_t place = 0; place < tree().size(list); ++place)
            now.insert(*tree().at(list, place));
    }
    std::vector<SpokenItem> fresh;
    std::set_difference(now.begin(), now.end(), m_listed.begin(), m_listed.end(), std::back_inserter(fresh));
    const std::set<SpokenItem> before = std::exchange(m_listed, std::move(now));
    for (const SpokenItem& item : fresh) {
        const auto list = tree().listOf(item);
        if (!list || before.contains(*list)) // else it comes with its list
            say(interfaceOf(item), QAccessible::ObjectCreated);
    }
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
            if (QAccessibleInterface* clip = interfaceOf({Kind::Clip, id})) {
                m_said[{Kind::Clip, id}].name = nameOf({Kind::Clip, id});
                say(clip, QAccessible::NameChanged);
                say(clip, now.contains(id) ? QAccessible::SelectionAdd : QAccessible::SelectionRemove);
            }
    sayFocus(false);
}

/// While it plays the playhead goes from clip to clip by itself, and nobody wants them read out.
void SpokenTimeline::handMoved() {
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
    const auto at = hand();
    if (std::exchange(m_hand, at) == at && !again)
        return;
    QAccessibleInterface* about = at ? interfaceOf(*at) : nullptr;
    say(about ? about : QAccessible::queryAccessibleInterface(&m_view), QAccessible::Focus);
}

} // namespace cutaway::ui
