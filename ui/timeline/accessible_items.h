#pragma once

#include "core/base/uuid.h"

#include <QAccessibleInterface>
#include <QAccessibleWidget>

#include <optional>

namespace cutaway::ui {

class SpokenTimeline;
class TimelineView;

/// From now on a TimelineView is more to a screen reader than a drawing.
void speakTimelines();

/// The view: its tracks from top to bottom, then the widgets in it.
class AccessibleTimeline : public QAccessibleWidget {
public:
    explicit AccessibleTimeline(TimelineView& view);

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

private:
    SpokenTimeline& spoken() const;
    int tracks() const;
};

/// What a track and a clip have in common: no QObject stands behind them.
class AccessibleItem : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleItem(SpokenTimeline& timeline, const Uuid& id)
        : m_timeline(timeline)
        , m_id(id) {}

    const Uuid& id() const { return m_id; }
    bool isValid() const override;
    QObject* object() const override { return nullptr; }
    QWindow* window() const override;
    void setText(QAccessible::Text, const QString&) override {}
    void* interface_cast(QAccessible::InterfaceType type) override;
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    QString localizedActionDescription(const QString& name) const override;

protected:
    QRect onScreen(QRect inView) const;

    SpokenTimeline& m_timeline;
    Uuid m_id;
};

/// A track: a list of clips, with its switches as actions.
class AccessibleTrack : public AccessibleItem {
public:
    using AccessibleItem::AccessibleItem;

    QAccessibleInterface* parent() const override;
    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QString text(QAccessible::Text text) const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::List; }
    QAccessible::State state() const override;

    QStringList actionNames() const override;
    QString localizedActionName(const QString& name) const override;
    void doAction(const QString& name) override;

private:
    std::optional<std::size_t> row() const;
};

/// A clip: it can be selected, and gone to.
class AccessibleClip : public AccessibleItem {
public:
    AccessibleClip(SpokenTimeline& timeline, const Uuid& id, const Uuid& track)
        : AccessibleItem(timeline, id)
        , m_track(track) {}

    QAccessibleInterface* parent() const override;
    int childCount() const override { return 0; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text text) const override;
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;

    QStringList actionNames() const override;
    QString localizedActionName(const QString& name) const override;
    void doAction(const QString& name) override;

private:
    Uuid m_track; ///< that it was on when it was first asked for
};

} // namespace cutaway::ui
