#pragma once

#include "ui/timeline/spoken_tree.h"

#include <QAccessibleInterface>
#include <QAccessibleWidget>

namespace cutaway::ui {

class SpokenTimeline;
class TimelineView;

/// From now on a TimelineView is more to a screen reader than a drawing.
void speakTimelines();

/// The view: its tracks from top to bottom, the markers, then the widgets in it.
class AccessibleTimeline : public QAccessibleWidget {
public:
    explicit AccessibleTimeline(TimelineView& view);

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

private:
    SpokenTimeline* spoken() const; ///< null when nothing is open, and at the end of the view
    int lists() const;
};

/// A track, the list of markers, or something in one of them: no QObject stands behind it.
class AccessibleItem : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleItem(SpokenTimeline& timeline, const SpokenItem& item);

    const SpokenItem& item() const { return m_item; }

    bool isValid() const override;
    QObject* object() const override { return nullptr; }
    QWindow* window() const override;
    QAccessibleInterface* parent() const override;
    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    /// The switches of a track; selecting a clip; going to where something starts.
    QStringList actionNames() const override;
    QString localizedActionName(const QString& name) const override;
    QString localizedActionDescription(const QString& name) const override;
    void doAction(const QString& name) override;
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    SpokenTimeline& m_timeline;
    SpokenItem m_item;
    std::optional<SpokenItem> m_list; ///< that it was in when it was first asked for
};

} // namespace cutaway::ui
