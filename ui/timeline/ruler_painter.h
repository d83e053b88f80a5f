#pragma once

#include "ui/timeline/time_scale.h"

#include "core/timeline/sequence.h"

#include <QRect>

#include <optional>

class QPainter;

namespace cutaway::ui {

/// The ruler: timecodes, In-Out in the side's colour, marks by shape.
void paintRuler(QPainter& painter, const QRect& where, const TimeScale& scale,
                const timeline::Sequence& sequence, std::optional<std::int64_t> in,
                std::optional<std::int64_t> out);
/// One mark, whose lowest point is at (x, y). They differ in shape as well as in colour.
void paintMarker(QPainter& painter, int x, int y, const std::string& colour);
/// The head of the playhead; its line runs on below.
void paintPlayhead(QPainter& painter, int x, int bottom);

/// Frames between two labels of the ruler that leaves them `pixels` apart or more: frames, seconds, minutes.
std::int64_t labelStep(const TimeScale& scale, const TimecodeFormat& format, int pixels);

} // namespace cutaway::ui
