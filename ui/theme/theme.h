#pragma once

#include <QPalette>
#include <QString>

class QApplication;

namespace cutaway::ui::theme {

/// Style, palette, fonts and style sheet for the whole program. Call again after setTextScale.
void apply(QApplication& application);

/// The palette of the tokens, for widgets that paint themselves.
QPalette palette();
/// The style sheet with every @token replaced.
QString styleSheet();

/// Properties that the style sheet knows; set before the widget is shown.
/// "kind" on a QPushButton or QToolButton: "primary", "deliver", "quiet"; on a QFrame: "panel", "bar",
/// "well". "tone" on a QLabel: "strong", "soft", "faint", "error", "warning", "ok", "information".
inline constexpr char kindProperty[] = "kind";
inline constexpr char toneProperty[] = "tone";

} // namespace cutaway::ui::theme
