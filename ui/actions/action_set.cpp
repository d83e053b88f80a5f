#include "ui/actions/action_set.h"

#include "ui/actions/key_chord.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

#include <algorithm>

namespace cutaway::ui {

ActionSet::ActionSet(QWidget* window)
    : QObject(window) {
    for (const Command& command : commands()) {
        const auto id = QString::fromLatin1(command.id);
        auto* action = new QAction(command.nameText(), this);
        action->setObjectName(id);
        action->setStatusTip(command.descriptionText());
        action->setCheckable(command.checkable);
        action->setAutoRepeat(command.repeats);
        action->setShortcutContext(Qt::WindowShortcut);
        action->setMenuRole(QAction::NoRole);
        window->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] { run(id); });
        Entry& entry = m_entries[id];
        entry.command = &command;
        entry.action = action;
        refresh(entry);
    }
    setKeys({});
}

QAction* ActionSet::action(const QString& id) const {
    return m_entries.value(id).action;
}

void ActionSet::bind(const QString& id, QObject* context, std::function<void()> run) {
    const auto found = m_entries.find(id);
    Q_ASSERT_X(found != m_entries.end(), "ActionSet::bind", qPrintable(id));
    const auto before =
        found->bindings.removeIf([context](const Binding& binding) { return binding.context == context; });
    found->bindings.append({context, std::move(run)});
    refresh(*found);
    if (before > 0)
        return; // its end is watched already
    connect(context, &QObject::destroyed, this, [this, id, context] {
        Entry& entry = m_entries[id];
        entry.bindings.removeIf([context](const Binding& binding) { return binding.context == context; });
        refresh(entry);
    });
}

void ActionSet::run(const QString& id) {
    const Entry entry = m_entries.value(id);
    const auto seen = [](const Binding& binding) {
        const auto* widget = qobject_cast<const QWidget*>(binding.context);
        return !widget || widget->isWindow() || widget->isVisible();
    };
    auto found = std::find_if(entry.bindings.crbegin(), entry.bindings.crend(), seen);
    // What is heard everywhere (saving, say) is done even by a page that is not in front.
    if (found == entry.bindings.crend() && entry.command->context == Context::Everywhere)
        found = entry.bindings.crbegin();
    if (found == entry.bindings.crend())
        return;
    const auto run = found->run;
    Q_EMIT triggered(id);
    run();
}

void ActionSet::bindToggle(const QString& id, QObject* context, bool on, std::function<void(bool)> run) {
    QAction* toggle = action(id);
    Q_ASSERT_X(toggle && toggle->isCheckable(), "ActionSet::bindToggle", qPrintable(id));
    toggle->setChecked(on);
    bind(id, context, [toggle, run = std::move(run)] { run(toggle->isChecked()); });
}

void ActionSet::setEnabled(const QString& id, bool enabled, const QString& why) {
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    found->wanted = enabled;
    found->why = why;
    refresh(*found);
}

bool ActionSet::trigger(const QString& id) {
    QAction* wanted = action(id);
    if (!wanted || !wanted->isEnabled() || !wanted->isVisible())
        return false;
    wanted->trigger();
    return true;
}

void ActionSet::setContext(Context page) {
    m_context = page;
    for (Entry& entry : m_entries)
        refresh(entry);
}

void ActionSet::setKeys(const UserKeymap& keys) {
    m_keys = keys;
    m_inEffect = keysInEffect(keys);
    for (Entry& entry : m_entries) {
        const auto id = QString::fromLatin1(entry.command->id);
        QList<QKeySequence> sequences;
        for (const QString& key : m_inEffect.value(id))
            sequences << QKeySequence::fromString(key, QKeySequence::PortableText);
        entry.action->setShortcuts(sequences);
        entry.action->setToolTip(toolTip(id));
    }
    Q_EMIT keysChanged();
}

void ActionSet::refresh(Entry& entry) {
    const bool heard = meet(entry.command->context, m_context);
    entry.action->setVisible(!entry.bindings.isEmpty());
    entry.action->setEnabled(!entry.bindings.isEmpty() && entry.wanted && heard);
}

void ActionSet::fillMenuBar(QMenuBar* bar) const {
    QMenu* menu = nullptr;
    const char* group = "";
    for (const Command& command : commands()) {
        if (qstrcmp(group, command.group) != 0) {
            menu = bar->addMenu(command.groupText());
            group = command.group;
        }
        menu->addAction(action(QString::fromLatin1(command.id)));
    }
}

QString ActionSet::toolTip(const QString& id) const {
    const Command* command = findCommand(id);
    if (!command)
        return {};
    const QString key = keyText(id);
    const QString head =
        key.isEmpty() ? command->nameText() : tr("%1 (%2)", "command and key").arg(command->nameText(), key);
    return QStringLiteral("<b>%1</b><br>%2")
        .arg(head.toHtmlEscaped(), command->descriptionText().toHtmlEscaped());
}

QString ActionSet::keyText(const QString& id) const {
    return chordText(keysOf(id).value(0));
}

QString ActionSet::whyUnavailable(const QString& id) const {
    const auto found = m_entries.constFind(id);
    if (found == m_entries.constEnd() || found->bindings.isEmpty())
        return tr("This window cannot do it.");
    if (!meet(found->command->context, m_context))
        return placeText(found->command->context);
    if (!found->wanted)
        return found->why.isEmpty() ? tr("There is nothing to do it with now.") : found->why;
    return {};
}

} // namespace cutaway::ui
