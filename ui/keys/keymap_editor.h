#pragma once

#include "ui/actions/user_keymap.h"

#include <QObject>

namespace cutaway::ui {

class ActionSet;

/// The user's keys while they are changed: every step is in effect at once and can be taken back. GUI thread.
class KeymapEditor : public QObject {
    Q_OBJECT

public:
    /// `actions` outlives it.
    explicit KeymapEditor(ActionSet& actions, QObject* parent = nullptr);

    const UserKeymap& keymap() const;
    /// One step; what changes nothing is none. `what` names it for the undo button.
    void apply(const UserKeymap& changed, const QString& what);
    void undo();
    void redo();
    /// What undo would take back, or redo do again; empty when there is nothing.
    QString undoText() const;
    QString redoText() const;

Q_SIGNALS:
    void changed();

private:
    struct Step {
        QString what;
        UserKeymap before;
        UserKeymap after;
    };
    void show(const UserKeymap& keys);

    ActionSet& m_actions;
    QList<Step> m_steps;
    qsizetype m_done = 0; ///< steps in effect
};

} // namespace cutaway::ui
