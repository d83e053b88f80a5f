#include "ui/keys/key_field.h"

#include "ui/actions/key_chord.h"

#include <QKeyEvent>
#include <QShortcut>

#include <string_view>

namespace cutaway::ui {

namespace {

constexpr std::string_view shiftable = "0123456789-=[]\\;',./`";

/// A sign that Shift makes of another key, such as @ of 2: keymaps speak of that key ("Shift+2").
bool isShiftedSign(const QKeyEvent& event) {
    return event.modifiers() & Qt::ShiftModifier && event.key() < Qt::Key_Escape &&
           event.key() != Qt::Key_Space && !QChar(event.key()).isLetter();
}

} // namespace

KeyField::KeyField(QWidget* parent)
    : QLineEdit(parent) {
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    // Which key a shifted sign comes from depends on the layout, and Qt's shortcuts know it.
    for (const char sign : shiftable)
        for (const Qt::KeyboardModifiers more :
             {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ControlModifier),
              Qt::KeyboardModifiers(Qt::AltModifier), Qt::ControlModifier | Qt::AltModifier}) {
            const QKeyCombination key(more | Qt::ShiftModifier, static_cast<Qt::Key>(sign));
            auto* shortcut = new QShortcut(QKeySequence(key), this);
            shortcut->setContext(Qt::WidgetShortcut);
            shortcut->setAutoRepeat(false);
            connect(shortcut, &QShortcut::activated, this, [this, key] { press(chordOf(key)); });
        }
}

void KeyField::setChord(const QString& chord) {
    m_chord = chord;
    setText(chordText(chord));
}

void KeyField::press(const QString& chord) {
    if (!chord.isEmpty())
        Q_EMIT chordPressed(chord);
}

bool KeyField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!isShiftedSign(*key))
            event->accept(); // a key press, whatever command or button it belongs to
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent* event) {
    event->accept();
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT givenUp();
    else if (!event->isAutoRepeat())
        press(chordOf(event->keyCombination()));
}

void KeyField::keyReleaseEvent(QKeyEvent* event) {
    event->accept();
}

} // namespace cutaway::ui
