#include "ui/timeline/accessible_items.h"

#include "ui/timeline/spoken_timeline.h"
#include "ui/timeline/timeline_view.h"

#include <QCoreApplication>

#include <array>

namespace cutaway::ui {

namespace {

using Kind = SpokenItem::Kind;

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

const SpokenItem* itemOf(const QAccessibleInterface* interface) {
    const auto* ours = dynamic_cast<const AccessibleItem*>(interface);
    return ours ? &ours->item() : nullptr;
}

} // namespace

void speakTimelines() {
    QAccessible::installFactory(timelineFor); // once, however often it is asked
}

AccessibleTimeline::AccessibleTimeline(TimelineView& view)
    : QAccessibleWidget(&view, QAccessible::Grouping, view.accessibleName()) {}

SpokenTimeline* AccessibleTimeline::spoken() const {
    // At its end the widget is a TimelineView no more.
    auto* view = qobject_cast<TimelineView*>(widget());
    return view && view->spoken().isOpen() ? &view->spoken() : nullptr;
}

int AccessibleTimeline::lists() const {
    const SpokenTimeline* timeline = spoken();
    return timeline ? static_cast<int>(timeline->tree().lists().size()) : 0;
}

int AccessibleTimeline::childCount() const {
    return lists() + QAccessibleWidget::childCount();
}

QAccessibleInterface* AccessibleTimeline::child(int index) const {
    if (index < 0 || index >= lists())
        return QAccessibleWidget::child(index - lists());
    return spoken()->interfaceOf(spoken()->tree().lists()[static_cast<std::size_t>(index)]);
}

int AccessibleTimeline::indexOfChild(const QAccessibleInterface* child) const {
    if (const SpokenItem* item = itemOf(child)) {
        const auto place = spoken() && item->isList() ? spoken()->tree().placeOf(*item) : std::nullopt;
        return place ? static_cast<int>(*place) : -1;
    }
    const int among = QAccessibleWidget::indexOfChild(child);
    return among < 0 ? -1 : lists() + among;
}

QAccessibleInterface* AccessibleTimeline::childAt(int x, int y) const {
    for (int i = 0; i < lists(); ++i)
        if (QAccessibleInterface* list = child(i); list->rect().contains(x, y))
            return list;
    return QAccessibleWidget::childAt(x, y);
}

QAccessibleInterface* AccessibleTimeline::focusChild() const {
    if (spoken() && widget()->hasFocus())
        if (QAccessibleInterface* hand = spoken()->handInterface())
            return hand;
    return QAccessibleWidget::focusChild();
}

AccessibleItem::AccessibleItem(SpokenTimeline& timeline, const SpokenItem& item)
    : m_timeline(timeline)
    , m_item(item)
    , m_list(timeline.tree().listOf(item)) {}

bool AccessibleItem::isValid() const {
    return m_timeline.isOpen();
}

QWindow* AccessibleItem::window() const {
    return m_timeline.view().window()->windowHandle();
}

QAccessibleInterface* AccessibleItem::parent() const {
    QAccessibleInterface* list = isValid() && m_list ? m_timeline.interfaceOf(*m_list) : nullptr;
    return list ? list : QAccessible::queryAccessibleInterface(&m_timeline.view());
}

int AccessibleItem::childCount() const {
    return isValid() ? static_cast<int>(m_timeline.tree().size(m_item)) : 0;
}

QAccessibleInterface* AccessibleItem::child(int index) const {
    const auto item = isValid() && index >= 0 ? m_timeline.tree().at(m_item, static_cast<std::size_t>(index))
                                              : std::nullopt;
    return item ? m_timeline.interfaceOf(*item) : nullptr;
}

int AccessibleItem::indexOfChild(const QAccessibleInterface* child) const {
    const SpokenItem* item = isValid() ? itemOf(child) : nullptr;
    const bool mine = item && m_timeline.tree().listOf(*item) == m_item;
    return mine ? static_cast<int>(*m_timeline.tree().placeOf(*item)) : -1;
}

QAccessibleInterface* AccessibleItem::childAt(int x, int y) const {
    if (!isValid())
        return nullptr;
    const QPoint at = m_timeline.view().mapFromGlobal(QPoint(x, y));
    const auto item = m_timeline.tree().under(m_item, m_timeline.view().frameAt(at.x()));
    QAccessibleInterface* found = item ? m_timeline.interfaceOf(*item) : nullptr;
    return found && found->rect().contains(x, y) ? found : nullptr;
}

QString AccessibleItem::text(QAccessible::Text text) const {
    return isValid() && text == QAccessible::Name ? m_timeline.nameOf(m_item) : QString();
}

QRect AccessibleItem::rect() const {
    const QRect inView = isValid() ? m_timeline.rectOf(m_item) : QRect();
    return inView.isEmpty() ? QRect() : QRect(m_timeline.view().mapToGlobal(inView.topLeft()), inView.size());
}

QAccessible::Role AccessibleItem::role() const {
    return m_item.isList() ? QAccessible::List : QAccessible::ListItem;
}

QAccessible::State AccessibleItem::state() const {
    QAccessible::State state;
    if (!isValid())
        return state;
    state.offscreen = rect().isEmpty();
    state.invisible = !m_timeline.view().isVisible();
    state.multiSelectable = m_item.kind == Kind::Track || m_item.kind == Kind::Clip;
    if (m_item.kind == Kind::Clip) {
        state.selectable = true;
        state.selected = m_timeline.session().selection().contains(m_item.id);
    }
    if (!m_item.isList()) {
        state.focusable = true;
        state.focused = m_timeline.view().hasFocus() && m_timeline.hand() == m_item;
    }
    return state;
}

void* AccessibleItem::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::ActionInterface && m_item.kind != Kind::Markers
               ? static_cast<QAccessibleActionInterface*>(this)
               : nullptr;
}

QStringList AccessibleItem::actionNames() const {
    QStringList names;
    if (m_item.kind == Kind::Track)
        for (const Switch& one : switches)
            names << QLatin1String(one.name);
    if (m_item.kind == Kind::Clip)
        names << QLatin1String(selectName);
    if (!m_item.isList())
        names << QLatin1String(goToName);
    return names;
}

QString AccessibleItem::localizedActionName(const QString& name) const {
    for (const Switch& one : switches)
        if (name == QLatin1String(one.name))
            return TimelineActions::tr(one.text);
    return name == QLatin1String(selectName) ? TimelineActions::tr("Select")
           : name == QLatin1String(goToName) ? TimelineActions::tr("Go to its start")
                                             : name;
}

QString AccessibleItem::localizedActionDescription(const QString& name) const {
    return localizedActionName(name);
}

void AccessibleItem::doAction(const QString& name) {
    if (!isValid() || !m_timeline.tree().placeOf(m_item) || !actionNames().contains(name))
        return;
    for (const Switch& one : switches)
        if (name == QLatin1String(one.name)) {
            const timeline::Track& track =
                *m_timeline.tree().sequence().tracks[m_timeline.tree().track(m_item)->track];
            m_timeline.link().report(m_timeline.session().toggle(track.id, one.toggle, !(track.*one.state)));
            return;
        }
    if (name == QLatin1String(selectName))
        m_timeline.session().select({m_item.id});
    else
        Q_EMIT m_timeline.view().seekRequested(m_timeline.tree().framesOf(m_item).first);
}

} // namespace cutaway::ui
