#pragma once

#include "ui/actions/user_keymap.h"

#include <QHash>
#include <QObject>

#include <functional>

class QAction;
class QMenuBar;
class QWidget;

namespace cutaway::ui {

/// One QAction per command of the table, with the keys of the keymap in use. A command that nobody bound is
/// hidden and deaf: nothing half-built is reachable. GUI thread.
class ActionSet : public QObject {
    Q_OBJECT

public:
    /// The actions are added to `window`, so that their keys are heard anywhere in it.
    explicit ActionSet(QWidget* window);

    QAction* action(const QString& id) const; ///< null when there is no such command
    /// What the command does for `context`; its end unbinds it. A command may be bound by several pages: the
    /// visible one answers, the latest of them if there are several; a context that is no widget always
    /// could, and a command of Context::Everywhere is done by a hidden page too.
    void bind(const QString& id, QObject* context, std::function<void()> run);
    /// The same for a checkable command: told the new state.
    void bindToggle(const QString& id, QObject* context, bool on, std::function<void(bool)> run);
    /// `why`, one sentence, says what is missing while it is not enabled.
    void setEnabled(const QString& id, bool enabled, const QString& why = {});
    /// Runs a command as its key would; false when it is unknown, unbound, disabled or out of context.
    bool trigger(const QString& id);

    void setContext(Context page); ///< the page in front
    void setKeys(const UserKeymap& keys);
    const UserKeymap& keys() const { return m_keys; }

    /// Menus by group, in the table's order.
    void fillMenuBar(QMenuBar* bar) const;
    /// "Insert (,)" and the sentence: for tooltips of buttons that run a command.
    QString toolTip(const QString& id) const;
    /// First key as the platform writes it, or nothing.
    QString keyText(const QString& id) const;
    /// The keys in effect, the shown one first.
    QStringList keysOf(const QString& id) const { return m_inEffect.value(id); }
    /// Why the command does nothing now, in a sentence; empty when it would run.
    QString whyUnavailable(const QString& id) const;

Q_SIGNALS:
    void keysChanged();
    /// A command is about to run; what it has to say itself comes after this.
    void triggered(const QString& id);

private:
    struct Binding {
        QObject* context = nullptr;
        std::function<void()> run;
    };
    struct Entry {
        const Command* command = nullptr;
        QAction* action = nullptr;
        QList<Binding> bindings;
        bool wanted = true; ///< what setEnabled said
        QString why;        ///< and why not
    };
    void refresh(Entry& entry);
    void run(const QString& id);

    QHash<QString, Entry> m_entries;
    UserKeymap m_keys;
    QHash<QString, QStringList> m_inEffect;
    Context m_context = Context::Browse;
};

} // namespace cutaway::ui
