#include "ui/timeline/accessible_items.h"

#include "ui/timeline/spoken_timeline.h"
#include "ui/timeline/timeline_view.h"

#include <QCoreApplication>

#include <array>

namespace cutaway::ui {

namespace {

/// Context of the translations.
struct TimelineActions {
    Q_DECLARE_TR_FUNCTIONS(TimelineActions)
};

constexpr char selectName[] = "select";
constexpr char goToName[] = "go to";

/// A switch of a track as an action.
struct Switch {
    const char* name; ///< for programs
    const char* text; ///< for people
    timeline::TrackToggle toggle;
    bool timeline::Track::*state;
};
constexpr std::array switches{
    Switch{"target", QT_TRANSLATE_NOOP("TimelineActions", "Target or not"), timeline::TrackToggle::Target,
           &timeline::Track::targeted},
    Switch{"lock", QT_TRANSLATE_NOOP("TimelineActions", "Lock or unlock"), timeline::TrackToggle::Lock,
           &timeline::Track::locked},
    Switch{"mute", QT_TRANSLATE_NOOP("TimelineActions", "Mute or hide, or not"), timeline::TrackToggle::Mute,
           &timeline::Track::muted},
    Switch{"solo", QT_TRANSLATE_NOOP("TimelineActions", "Solo or not"), timeline::TrackToggle::Solo,
           &timeline::Track::soloed},
    Switch{"sync lock", QT_TRANSLATE_NOOP("TimelineActions", "Sync lock or not"),
           timeline::TrackToggle::SyncLock, &timeline::Track::syncLocked},
};

QAccessibleInterface* timelineFor(const QString& className, QObject* object) {
    if (className == QLatin1String("cutaway::ui::TimelineView"))
        if (auto* view = qobject_cast<TimelineView*>(object))
            return new AccessibleTimeline(*view);
    return nullptr;
}

const Uuid* idOf(const QAccessibleInterface* item) {
    const auto* ours = dynamic_cast<const AccessibleItem*>(item);
    return ours ? &ours->id() : nullptr;
}

} // namespace

void speakTimelines() {
    static const bool once = (QAccessible::installFactory(timelineFor), true);
    (void)once;
}

AccessibleTimeline::AccessibleTimeline(TimelineView& view)
    : QAccessibleWidget(&view, QAccessible::Grouping, view.accessibleName()) {}

SpokenTimeline& AccessibleTimeline::spoken() const {
    return static_cast<TimelineView*>(widget())->spoken();
}

int AccessibleTimeline::tracks() const {
    return spoken().isOpen() ? static_cast<int>(spoken().outline().tracks().size()) : 0;
}

int AccessibleTimeline::childCount() const {
    return tracks() + QAccessibleWidget::childCount();
}

QAccessibleInterface* AccessibleTimeline::child(int index) const {
    return index >= 0 && index < tracks() ? spoken().trackInterface(static_cast<std::size_t>(index))
                                          : QAccessibleWidget::child(index - tracks());
}

int AccessibleTimeline::indexOfChild(const QAccessibleInterface* child) const {
    if (const Uuid* id = idOf(child)) {
        const auto row = spoken().rowOfTrack(*id);
        return row ? static_cast<int>(*row) : -1;
    }
    const int among = QAccessibleWidget::indexOfChild(child);
    return among < 0 ? -1 : tracks() + among;
}

QAccessibleInterface* AccessibleTimeline::childAt(int x, int y) const {
    for (int row = 0; row < tracks(); ++row)
        if (QAccessibleInterface* track = child(row); track->rect().contains(x, y))
            return track;
    return QAccessibleWidget::childAt(x, y);
}

QAccessibleInterface* AccessibleTimeline::focusChild() const {
    if (widget()->hasFocus())
        if (QAccessibleInterface* clip = spoken().handInterface())
            return clip;
    return QAccessibleWidget::focusChild();
}

bool AccessibleItem::isValid() const {
    return m_timeline.isOpen();
}

QWindow* AccessibleItem::window() const {
    return m_timeline.view().window()->windowHandle();
}

void* AccessibleItem::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
}

QString AccessibleItem::localizedActionDescription(const QString& name) const {
    return localizedActionName(name);
}

QRect AccessibleItem::onScreen(QRect inView) const {
    return inView.isEmpty() ? QRect() : QRect(m_timeline.view().mapToGlobal(inView.topLeft()), inView.size());
}

QAccessibleInterface* AccessibleTrack::parent() const {
    return QAccessible::queryAccessibleInterface(&m_timeline.view());
}

std::optional<std::size_t> AccessibleTrack::row() const {
    return m_timeline.rowOfTrack(m_id);
}

int AccessibleTrack::childCount() const {
    const auto at = row();
    return at ? static_cast<int>(m_timeline.outline().tracks()[*at].clips.size()) : 0;
}

QAccessibleInterface* AccessibleTrack::child(int index) const {
    const auto at = row();
    return at && index >= 0 ? m_timeline.clipInterface({*at, static_cast<std::size_t>(index)}) : nullptr;
}

int AccessibleTrack::indexOfChild(const QAccessibleInterface* child) const {
    const Uuid* id = idOf(child);
    const auto at = row();
    const auto place = id && at ? m_timeline.outline().find(*id) : std::nullopt;
    return place && place->row == *at ? static_cast<int>(place->clip) : -1;
}

QAccessibleInterface* AccessibleTrack::childAt(int x, int y) const {
    const QPoint at = m_timeline.view().mapFromGlobal(QPoint(x, y));
    const auto here = row();
    const auto place =
        here ? m_timeline.outline().under(*here, m_timeline.view().frameAt(at.x())) : std::nullopt;
    QAccessibleInterface* clip = place ? m_timeline.clipInterface(*place) : nullptr;
    return clip && clip->rect().contains(x, y) ? clip : nullptr;
}

QString AccessibleTrack::text(QAccessible::Text text) const {
    const auto at = row();
    return at && text == QAccessible::Name ? m_timeline.trackName(*at) : QString();
}

QRect AccessibleTrack::rect() const {
    const auto at = row();
    return at ? onScreen(m_timeline.view().rowRect(m_timeline.outline().tracks()[*at].track)) : QRect();
}

QAccessible::State AccessibleTrack::state() const {
    QAccessible::State state;
    state.multiSelectable = true;
    state.offscreen = rect().isEmpty();
    state.invisible = !m_timeline.view().isVisible();
    return state;
}

QStringList AccessibleTrack::actionNames() const {
    QStringList names;
    for (const Switch& one : switches)
        names << QLatin1String(one.name);
    return names;
}

QString AccessibleTrack::localizedActionName(const QString& name) const {
    for (const Switch& one : switches)
        if (name == QLatin1String(one.name))
            return TimelineActions::tr(one.text);
    return name;
}

void AccessibleTrack::doAction(const QString& name) {
    const auto at = row();
    for (const Switch& one : switches)
        if (at && name == QLatin1String(one.name)) {
            const timeline::Track& track =
                *m_timeline.session().sequence()->tracks[m_timeline.outline().tracks()[*at].track];
            m_timeline.link().report(m_timeline.session().toggle(track.id, one.toggle, !(track.*one.state)));
            return;
        }
}

QAccessibleInterface* AccessibleClip::parent() const {
    const auto row = m_timeline.rowOfTrack(m_track);
    return row ? m_timeline.trackInterface(*row) : QAccessible::queryAccessibleInterface(&m_timeline.view());
}

QString AccessibleClip::text(QAccessible::Text text) const {
    if (text != QAccessible::Name || !m_timeline.isOpen())
        return {};
    const auto place = m_timeline.outline().find(m_id);
    return place ? m_timeline.clipName(*place) : QString();
}

QRect AccessibleClip::rect() const {
    if (!m_timeline.isOpen())
        return {};
    const auto place = m_timeline.outline().find(m_id);
    return place ? onScreen(m_timeline.view().clipRect(m_timeline.outline().tracks()[place->row].track,
                                                       m_timeline.outline().at(*place).frames))
                 : QRect();
}

QAccessible::State AccessibleClip::state() const {
    QAccessible::State state;
    if (!m_timeline.isOpen())
        return state;
    state.selectable = true;
    state.multiSelectable = true;
    state.focusable = true;
    state.selected = m_timeline.session().selection().contains(m_id);
    state.focused = m_timeline.view().hasFocus() && m_timeline.session().clipAtHand() == m_id;
    state.offscreen = rect().isEmpty();
    state.invisible = !m_timeline.view().isVisible();
    return state;
}

QStringList AccessibleClip::actionNames() const {
    return {QLatin1String(selectName), QLatin1String(goToName)};
}

QString AccessibleClip::localizedActionName(const QString& name) const {
    return name == QLatin1String(selectName) ? TimelineActions::tr("Select")
           : name == QLatin1String(goToName) ? TimelineActions::tr("Go to its start")
                                             : name;
}

void AccessibleClip::doAction(const QString& name) {
    const auto place = isValid() ? m_timeline.outline().find(m_id) : std::nullopt;
    if (!place)
        return;
    if (name == QLatin1String(selectName))
        m_timeline.session().select({m_id});
    else if (name == QLatin1String(goToName))
        Q_EMIT m_timeline.view().seekRequested(m_timeline.outline().at(*place).frames.first);
}

} // namespace cutaway::ui
