#include "ui/keys/keymap_editor.h"

#include "ui/actions/action_set.h"

namespace cutaway::ui {

KeymapEditor::KeymapEditor(ActionSet& actions, QObject* parent)
    : QObject(parent)
    , m_actions(actions) {}

const UserKeymap& KeymapEditor::keymap() const {
    return m_actions.keys();
}

void KeymapEditor::apply(const UserKeymap& changed, const QString& what) {
    if (changed == keymap())
        return;
    m_steps.resize(m_done);
    m_steps.append({what, keymap(), changed});
    ++m_done;
    show(changed);
}

void KeymapEditor::undo() {
    if (m_done > 0)
        show(m_steps[--m_done].before);
}

void KeymapEditor::redo() {
    if (m_done < m_steps.size())
        show(m_steps[m_done++].after);
}

QString KeymapEditor::undoText() const {
    return m_done > 0 ? m_steps[m_done - 1].what : QString();
}

QString KeymapEditor::redoText() const {
    return m_done < m_steps.size() ? m_steps[m_done].what : QString();
}

void KeymapEditor::show(const UserKeymap& keys) {
    m_actions.setKeys(keys);
    Q_EMIT changed();
}

} // namespace cutaway::ui
