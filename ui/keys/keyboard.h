#pragma once

#include "ui/actions/user_keymap.h"

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;

namespace cutaway::ui {

/// A key of the drawn keyboard, that of a US layout. Places and sizes count key widths and heights.
struct KeyboardKey {
    QString key;   ///< its chord without modifiers; empty for a modifier and for what has no command
    QString label; ///< what is written on it
    Qt::KeyboardModifier modifier = Qt::NoModifier;
    QRectF place;
};
const QList<KeyboardKey>& keyboardKeys();
QSizeF keyboardSize(); ///< of all keys together

/// The key where it is drawn when the keyboard fills `area`.
QRectF keyRect(const KeyboardKey& key, const QRectF& area);
/// The chord of the key while `held` is held; empty for a modifier.
QString chordOfKey(const KeyboardKey& key, Qt::KeyboardModifiers held);

/// How a keyboard is drawn, on a screen or on paper.
struct KeyboardLook {
    QColor used;   ///< ground of a key that does something
    QColor unused; ///< of one that does nothing
    QColor held;   ///< of a modifier that is held
    QColor border;
    QColor ink;
    QColor faint;
    QColor mark; ///< border of the keys of the chosen command
    QFont label;
    QFont words;
    double gap = 2;
    double radius = 3;
};
/// What the keys do while `held` is held. `chosen` may be null.
void paintKeyboard(QPainter& painter, const QRectF& area, Qt::KeyboardModifiers held,
                   const QHash<QString, QList<const Command*>>& commands, const Command* chosen,
                   const KeyboardLook& look);

} // namespace cutaway::ui
