#pragma once

#include "ui/timeline/time_scale.h"

#include "core/timeline/edits/trim.h"

#include <QPoint>
#include <QRect>

#include <optional>

class QPainter;

namespace cutaway::ui {

// What can be taken of a clip beside its edges: the handles of its fades, and its keyframes. `body` is where
// the clip is drawn.

/// Whether the clip of this item begins or ends at nothing, and does not fade there yet.
bool canFade(const timeline::Track& track, std::size_t item, timeline::Edge edge);
/// The 9 px handle by which a fade is made; empty where there is no room for one.
QRect fadeHandle(const QRect& body, timeline::Edge edge);
void paintFadeHandle(QPainter& painter, const QRect& handle);

/// A line near the clip's lower edge with a diamond for each moment that has keyframes of its picture.
void paintKeyframes(QPainter& painter, const QRect& body, const timeline::Clip& clip, const TimeScale& scale);
/// The unit of the clip whose diamond is at a place; none.
std::optional<std::int64_t> keyframeAt(const QRect& body, const timeline::Clip& clip, const TimeScale& scale,
                                       QPoint at);

} // namespace cutaway::ui
