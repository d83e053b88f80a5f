#pragma once

#include <QString>

class QDateTime;

namespace cutaway::ui {

/// "Tue 24 Nov, 12:48:36" on this computer's clock; with the year when that is another one.
QString momentText(const QDateTime& moment);

} // namespace cutaway::ui
