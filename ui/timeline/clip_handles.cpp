#include "ui/timeline/clip_handles.h"

#include "core/timeline/keyframe_units.h"
#include "ui/theme/tokens.h"
#include "ui/timeline/track_rows.h"

#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace cutaway::ui {

using theme::Token;
using timeline::Edge;

namespace {

constexpr int handleSize = 9;
constexpr int narrowest = 48;        ///< clips below have no room for two handles beside the trim zones
constexpr int lowestClip = 32;       ///< the same for their height
constexpr int diamond = 4;           ///< half of its width
constexpr int fromBottom = 7;        ///< of the line
constexpr int closest = 2 * diamond; ///< diamonds nearer than that are one

int xOfUnit(const QRect& body, const TimeScale& scale, std::int64_t unit) {
    return body.left() + static_cast<int>(scale.widthOf(unit));
}

bool showsKeyframes(const QRect& body) {
    return body.width() >= lowestClip && body.height() >= lowestClip;
}

} // namespace

bool canFade(const timeline::Track& track, std::size_t item, Edge edge) {
    const timeline::Clip& clip = *track.items[item].clip;
    if (edge == Edge::Head)
        return !clip.head && (item == 0 || track.items[item - 1].isGap());
    return !clip.tail && (item + 1 == track.items.size() || track.items[item + 1].isGap());
}

QRect fadeHandle(const QRect& body, Edge edge) {
    using namespace timeline_measures;
    if (body.width() < narrowest || body.height() < lowestClip)
        return {};
    const int top = body.top() + nameStrip + 2;
    return edge == Edge::Head ? QRect(body.left() + trimZone + 2, top, handleSize, handleSize)
                              : QRect(body.right() - trimZone - 1 - handleSize, top, handleSize, handleSize);
}

void paintFadeHandle(QPainter& painter, const QRect& handle) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::colour(Token::Bg0));
    painter.setBrush(theme::colour(Token::TextOnFill));
    painter.drawEllipse(QRectF(handle).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

void paintKeyframes(QPainter& painter, const QRect& body, const timeline::Clip& clip,
                    const TimeScale& scale) {
    const auto units = timeline::keyframeUnits(clip);
    if (units.empty() || !showsKeyframes(body))
        return;
    const int y = body.bottom() - fromBottom;
    const int first = xOfUnit(body, scale, units.front());
    const int last = xOfUnit(body, scale, units.back());
    painter.save();
    QColor line = theme::colour(Token::Text1);
    line.setAlphaF(0.5F);
    painter.fillRect(first, y, last - first + 1, 1, line);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::colour(Token::Bg0));
    painter.setBrush(theme::colour(Token::Text1));
    int before = first - 2 * closest;
    for (const std::int64_t unit : units) {
        const int x = xOfUnit(body, scale, unit);
        if (x - before < closest)
            continue;
        before = x;
        const QPointF at(x + 0.5, y + 0.5);
        painter.drawConvexPolygon(QPolygonF({{at.x() - diamond, at.y()},
                                             {at.x(), at.y() - diamond},
                                             {at.x() + diamond, at.y()},
                                             {at.x(), at.y() + diamond}}));
    }
    painter.restore();
}

std::optional<std::int64_t> keyframeAt(const QRect& body, const timeline::Clip& clip, const TimeScale& scale,
                                       QPoint at) {
    if (!clip.picture || !showsKeyframes(body) ||
        std::abs(at.y() - (body.bottom() - fromBottom)) > diamond + 2)
        return std::nullopt;
    std::optional<std::int64_t> nearest;
    int distance = diamond + 2;
    for (const std::int64_t unit : timeline::keyframeUnits(clip))
        if (const int off = std::abs(at.x() - xOfUnit(body, scale, unit)); off < distance) {
            nearest = unit;
            distance = off;
        }
    return nearest;
}

} // namespace cutaway::ui
