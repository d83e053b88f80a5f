#pragma once

#include "ui/timeline/track_rows.h"

#include <QPoint>

class QPainter;

namespace cutaway::ui {

/// How a track header looks now.
struct HeaderLook {
    bool sound = false;
    bool patched = false;   ///< the source side's picture or sound goes into edits
    bool patchable = false; ///< the source side has such a member
    bool targeted = false;
    bool locked = false;
    bool muted = false;
    bool soloed = false;
    bool syncLocked = true;
    QString button; ///< "V1": its place
    QString patch;  ///< "A2": which part of the source is patched to it
    QString name;   ///< what it is called: said under the buttons where it is not its place
    QString language;
};

void paintHeader(QPainter& painter, const TrackRow& row, const HeaderLook& look, int headerWidth,
                 QPoint mouse);
/// Name and one sentence of a button, for tooltips.
QString headerButtonText(HeaderButton button, const HeaderLook& look);

} // namespace cutaway::ui
