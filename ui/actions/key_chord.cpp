#include "ui/actions/key_chord.h"

#include <QCoreApplication>

namespace cutaway::ui {

namespace {

bool isModifier(int key) {
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_Hyper_L:
    case Qt::Key_Hyper_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_ScrollLock:
    case Qt::Key_Mode_switch:
    case Qt::Key_unknown:
    case 0:
        return true;
    default:
        return false;
    }
}

} // namespace

QString chordFrom(const QString& portable) {
    const auto sequence = QKeySequence::fromString(portable, QKeySequence::PortableText);
    if (sequence.count() != 1 || isModifier(sequence[0].key()))
        return {};
    return sequence.toString(QKeySequence::PortableText);
}

QString chordOf(QKeyCombination pressed) {
    if (isModifier(pressed.key()))
        return {};
    const auto modifiers = pressed.keyboardModifiers() &
                           (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    // Shift+Tab has a key of its own, which no text names.
    const Qt::Key key = pressed.key() == Qt::Key_Backtab ? Qt::Key_Tab : pressed.key();
    return QKeySequence(QKeyCombination(modifiers, key)).toString(QKeySequence::PortableText);
}

QString whyReserved(const QString& chord) {
    const auto sequence = QKeySequence::fromString(chord, QKeySequence::PortableText);
    if (sequence.isEmpty())
        return QCoreApplication::translate("Keys", "This is not a key.");
    const auto modifiers = sequence[0].keyboardModifiers();
    const bool plain = !(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    switch (sequence[0].key()) {
    case Qt::Key_Escape:
        return plain ? QCoreApplication::translate("Keys", "Escape always leads back: out of a panel, a "
                                                           "drag, a field.")
                     : QString();
    case Qt::Key_Tab:
        return plain ? QCoreApplication::translate("Keys", "Tab goes from one control to the next.")
                     : QString();
    case Qt::Key_Plus:
        return plain ? QCoreApplication::translate("Keys", "+ starts typing a timecode.") : QString();
    default:
        return {};
    }
}

QString chordText(const QString& chord) {
    return QKeySequence::fromString(chord, QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

} // namespace cutaway::ui
