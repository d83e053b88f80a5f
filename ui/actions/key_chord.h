#pragma once

#include <QKeySequence>
#include <QString>

namespace cutaway::ui {

// A chord: one key with its modifiers, as QKeySequence writes it portably ("Ctrl+Shift+K"), so that equal
// keys are equal texts.

/// The chord that a text means; empty when it names no key, or several after one another.
QString chordFrom(const QString& portable);
/// The chord of a key press; empty for modifiers alone. The number pad's keys are those of the letters' part.
QString chordOf(QKeyCombination pressed);
/// Why no command may have this chord, in words; empty when one may.
QString whyReserved(const QString& chord);
/// The chord as this platform writes it for people.
QString chordText(const QString& chord);

} // namespace cutaway::ui
