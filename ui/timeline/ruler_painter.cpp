#include "ui/timeline/ruler_painter.h"

#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/timeline/track_rows.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace cutaway::ui {

namespace {

using theme::Token;

constexpr int rangeHeight = 4;

} // namespace

void paintMarker(QPainter& painter, int x, int y, const std::string& colour) {
    painter.setPen(Qt::NoPen);
    const QPointF at(x, y);
    if (colour == "RED") {
        painter.setBrush(theme::colour(Token::Error));
        painter.drawConvexPolygon(QPolygonF({at + QPointF(-4, -7), at + QPointF(4, -7), at}));
    } else if (colour == "GREEN") {
        painter.setBrush(theme::colour(Token::Ok));
        painter.drawConvexPolygon(
            QPolygonF({at + QPointF(0, -8), at + QPointF(4, -4), at, at + QPointF(-4, -4)}));
    } else {
        painter.setBrush(theme::labelColour(QString::fromStdString(colour)));
        painter.drawEllipse(at + QPointF(0, -4), 3.5, 3.5);
    }
}

std::int64_t labelStep(const TimeScale& scale, const TimecodeFormat& format, int pixels) {
    const std::int64_t second = format.rate.timecodeBase();
    const std::int64_t minute = 60 * second;
    std::vector<std::int64_t> steps{1, 5};
    for (const std::int64_t part : {second / 5, second / 2})
        if (part > 5)
            steps.push_back(part);
    for (const std::int64_t seconds : {1, 2, 5, 10, 15, 30})
        steps.push_back(seconds * second);
    for (const std::int64_t minutes : {1, 2, 5, 10, 15, 30, 60, 120, 360})
        steps.push_back(minutes * minute);
    for (const std::int64_t step : steps)
        if (scale.widthOf(step) >= pixels)
            return step;
    return steps.back();
}

void paintRuler(QPainter& painter, const QRect& where, const TimeScale& scale,
                const timeline::Sequence& sequence, std::optional<std::int64_t> in,
                std::optional<std::int64_t> out) {
    painter.save();
    painter.setClipRect(where);
    painter.translate(where.topLeft());
    painter.fillRect(0, 0, where.width(), where.height(), theme::colour(Token::Bg2));
    const TimecodeFormat format = sequence.timecode();
    const std::int64_t step = labelStep(scale, format, 104);
    const std::int64_t ticks = step % 5 == 0 ? 5 : step % 2 == 0 ? 2 : 1;
    const std::int64_t first = std::max<std::int64_t>(0, scale.frameAt(0) / step - 1) * step;
    painter.setFont(theme::numbers(11));
    for (std::int64_t label = first; scale.xOf(label) < where.width(); label += step) {
        const int x = scale.xOf(label);
        painter.setPen(theme::colour(Token::ControlBorder));
        painter.drawLine(x, where.height() - 10, x, where.height() - 1);
        painter.setPen(theme::colour(Token::Line));
        for (std::int64_t tick = 1; tick < ticks; ++tick) {
            const int between = scale.xOf(label + step * tick / ticks);
            painter.drawLine(between, where.height() - 5, between, where.height() - 1);
        }
        painter.setPen(theme::colour(Token::Text2));
        painter.drawText(x + 4, 13,
                         QString::fromStdString(timecodeText(sequence.startFrame + label, format)));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const timeline::Marker& marker : sequence.markers) {
        if (marker.duration > 0) {
            const int left = scale.xOf(marker.frame);
            painter.fillRect(left, where.height() - 4, scale.xOf(marker.frame + marker.duration) - left, 2,
                             theme::labelColour(QString::fromStdString(marker.colour)));
        }
        paintMarker(painter, scale.xOf(marker.frame), where.height() - 2, marker.colour);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (in || out) {
        const int left = in ? scale.xOf(*in) : 0;
        const int right = out ? scale.xOf(*out) : where.width();
        painter.fillRect(left, where.height() - rangeHeight, right - left, rangeHeight,
                         theme::colour(Token::Output));
        if (in)
            painter.fillRect(left, where.height() - 12, 2, 12, theme::colour(Token::Output));
        if (out)
            painter.fillRect(right - 2, where.height() - 12, 2, 12, theme::colour(Token::Output));
    }
    painter.restore();
}

void paintPlayhead(QPainter& painter, int x, int bottom) {
    painter.save();
    painter.fillRect(x, 0, 1, bottom, theme::colour(Token::TextOnFill));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::colour(Token::Output));
    const QPointF tip(x + 0.5, timeline_measures::ruler - 4);
    painter.drawConvexPolygon(QPolygonF({tip + QPointF(-6.5, -14), tip + QPointF(6.5, -14),
                                         tip + QPointF(6.5, -5), tip, tip + QPointF(-6.5, -5)}));
    painter.restore();
}

} // namespace cutaway::ui
