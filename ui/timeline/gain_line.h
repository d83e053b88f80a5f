#pragma once

#include "ui/timeline/time_scale.h"

#include "core/timeline/source_timing.h"

#include <QPoint>
#include <QRect>
#include <QString>

#include <optional>

class QPainter;

namespace cutaway::ui {

/// The line on a sound clip that shows its gain, and its keyframes. Measures are of the clip's body on the
/// timeline, units samples of the clip, gains hundredths of a dB.
class GainLine {
public:
    /// `frame`: the first one of the clip on the sequence.
    GainLine(const timeline::Clip& clip, const QRect& body, const TimeScale& scale, FrameRate sequenceRate)
        : m_clip(clip)
        , m_body(body)
        , m_scale(scale)
        , m_rate(sequenceRate) {}

    /// There is room for it.
    bool isShown() const;
    int yOf(std::int64_t gain) const;
    std::int64_t gainAt(int y) const;
    int xOf(std::int64_t unit) const;
    std::int64_t unitAt(int x) const; ///< within the clip

    struct Hit {
        std::int64_t unit = 0;
        bool key = false; ///< a keyframe stands there
    };
    /// What of it is within a few pixels.
    std::optional<Hit> hit(QPoint at) const;

    void paint(QPainter& painter, const QRect& visible) const;

private:
    QRect area() const; ///< under the name

    const timeline::Clip& m_clip;
    QRect m_body;
    const TimeScale& m_scale;
    FrameRate m_rate;
};

/// "-4.5 dB", "+2 dB", as people of this language write it.
QString gainText(std::int64_t gain);

} // namespace cutaway::ui
