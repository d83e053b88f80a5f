#pragma once

#include "ui/widgets/badge.h"

#include "core/catalogue/types.h"

#include <QDateTime>
#include <QString>

namespace cutaway::ui {

/// Status of a unit as sign, word and colour. An empty word: nothing worth a badge.
BadgeLook statusBadge(const catalogue::Unit& unit);
bool isLive(const catalogue::Unit& unit);
bool isFinished(const catalogue::Unit& unit);

/// When it starts (actual, else planned), in the venue's own time; invalid when not known.
QDateTime startOf(const catalogue::Unit& unit);
QDateTime endOf(const catalogue::Unit& unit);
/// "20:10", or nothing.
QString startText(const catalogue::Unit& unit);
/// "Athletics · 20:10 · National Stadium"
QString factsLine(const catalogue::Unit& unit);
/// "Sat 11 July" for "2026-07-11".
QString dayText(const std::string& day);
/// "Sat 11"
QString shortDayText(const std::string& day);
/// "3 angles", "1 angle", "Waiting for pictures", or nothing.
QString anglesText(const catalogue::Unit& unit);

} // namespace cutaway::ui
