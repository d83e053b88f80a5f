#pragma once

#include <QFont>

namespace cutaway::ui::theme {

/// Inter, for words. `pixels` at 100 % text scale.
QFont words(int pixels = 12, QFont::Weight weight = QFont::Normal);
/// 13/600, for titles and tabs.
QFont title();
/// JetBrains Mono, for every timecode, number and table.
QFont numbers(int pixels = 12, QFont::Weight weight = QFont::Normal);

/// 90 to 150 percent, a setting of the user; clamped. Takes effect on fonts asked for afterwards.
void setTextScale(int percent);
int textScale();

} // namespace cutaway::ui::theme
