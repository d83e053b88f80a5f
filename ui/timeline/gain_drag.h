#pragma once

#include "ui/timeline/gain_line.h"
#include "ui/timeline/session_link.h"

#include "core/timeline/index.h"

#include <QPoint>
#include <QString>

namespace cutaway::ui {

/// The gain line of one sound, dragged with the mouse: up and down between two keyframes, a keyframe in both
/// directions. Ctrl puts a keyframe where there is none, and takes one away. One step.
class GainDrag {
public:
    /// `body`: of the clip on the timeline, in the same coordinates as the points.
    GainDrag(SessionLink& link, timeline::ClipPlace clip, const QRect& body, const TimeScale& scale,
             const GainLine::Hit& hit, QPoint pressed, bool control);

    /// Returns what is to be said of it: "-4.5 dB".
    QString move(QPoint at);
    void finish();
    void cancel();

private:
    std::int64_t unitFor(QPoint at) const;

    SessionLink& m_link;
    timeline::ClipPlace m_clip; ///< as it was
    QRect m_body;
    TimeScale m_scale;
    GainLine::Hit m_hit;
    QPoint m_pressed;
    bool m_control = false;
    bool m_moved = false;
};

} // namespace cutaway::ui
