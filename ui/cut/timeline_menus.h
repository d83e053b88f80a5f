#pragma once

#include "core/timeline/sequence.h"

#include <QPoint>

class QWidget;

namespace cutaway::ui {

class ActionSet;
class SessionLink;

/// The menu of a clip or of an empty place on the timeline: commands of the table, and the labels. Shown at
/// once; it ends with its choice.
void showClipMenu(SessionLink& link, ActionSet& actions, QWidget* parent, QPoint global);
/// The menu of a track's header.
void showTrackMenu(SessionLink& link, ActionSet& actions, const Uuid& track, QWidget* parent, QPoint global);

} // namespace cutaway::ui
