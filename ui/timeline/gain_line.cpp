#include "ui/timeline/gain_line.h"

#include "ui/theme/tokens.h"
#include "ui/timeline/track_rows.h"

#include "core/timeline/edits/sound.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace cutaway::ui {

namespace {

using theme::Token;

constexpr int leastWidth = 32;
constexpr int leastHeight = 16;
constexpr int reach = 3; ///< pixels around the line that take it
constexpr int keyReach = 5;
constexpr int keySize = 3; ///< from its middle to a corner

/// From the top, in thousandths: more room where it matters, and what comes as it is well above the middle,
/// where a clip is taken to be moved.
constexpr std::array<std::pair<std::int64_t, int>, 8> marks{{{timeline::highestGain, 0},
                                                             {1200, 40},
                                                             {0, 110},
                                                             {-600, 300},
                                                             {-1200, 460},
                                                             {-2400, 680},
                                                             {-4800, 900},
                                                             {timeline::lowestGain, 1000}}};

} // namespace

QRect GainLine::area() const {
    return m_body.adjusted(1, std::min(timeline_measures::nameStrip, m_body.height()) + 2, -1, -3);
}

bool GainLine::isShown() const {
    return m_body.width() >= leastWidth && area().height() >= leastHeight;
}

int GainLine::yOf(std::int64_t gain) const {
    gain = std::clamp<std::int64_t>(gain, timeline::lowestGain, timeline::highestGain);
    std::size_t i = 1;
    while (i + 1 < marks.size() && gain < marks[i].first)
        ++i;
    const auto& [above, top] = marks[i - 1];
    const auto& [below, bottom] = marks[i];
    const std::int64_t share = top + mulDivRound(above - gain, bottom - top, above - below);
    return area().top() + static_cast<int>(mulDivRound(share, area().height() - 1, 1000));
}

std::int64_t GainLine::gainAt(int y) const {
    const std::int64_t share = std::clamp<std::int64_t>(
        mulDivRound(y - area().top(), 1000, std::max(1, area().height() - 1)), 0, 1000);
    std::size_t i = 1;
    while (i + 1 < marks.size() && share > marks[i].second)
        ++i;
    const auto& [above, top] = marks[i - 1];
    const auto& [below, bottom] = marks[i];
    return above - mulDivRound(share - top, above - below, bottom - top);
}

int GainLine::xOf(std::int64_t unit) const {
    const std::int64_t pixels = mulDivFloor(unit, m_scale.zoom() * m_rate.num,
                                            TimeScale::unit * std::int64_t{sampleRate48k.num} * m_rate.den);
    constexpr std::int64_t most = 1 << 28;
    return m_body.left() + static_cast<int>(std::clamp(pixels, -most, most));
}

std::int64_t GainLine::unitAt(int x) const {
    const std::int64_t unit =
        mulDivRound(x - m_body.left(), TimeScale::unit * std::int64_t{sampleRate48k.num} * m_rate.den,
                    m_scale.zoom() * m_rate.num);
    return std::clamp<std::int64_t>(unit, 0, m_clip.duration - 1);
}

std::optional<GainLine::Hit> GainLine::hit(QPoint at) const {
    if (!isShown() || !area().adjusted(0, -reach, 0, reach).contains(at))
        return std::nullopt;
    if (m_clip.sound)
        for (const timeline::Keyframe& key : m_clip.sound->gain.keys)
            if (std::abs(xOf(key.unit) - at.x()) <= keyReach &&
                std::abs(yOf(m_clip.gain + key.value) - at.y()) <= keyReach)
                return Hit{key.unit, true};
    const std::int64_t unit = unitAt(at.x());
    if (std::abs(yOf(timeline::gainAt(m_clip, unit)) - at.y()) > reach)
        return std::nullopt;
    return Hit{unit, false};
}

void GainLine::paint(QPainter& painter, const QRect& visible) const {
    if (!isShown())
        return;
    const int left = std::max(area().left(), visible.left());
    const int right = std::min(area().right(), visible.right());
    const bool bent = m_clip.sound && !m_clip.sound->gain.isConstant();
    if (!bent) {
        const QRect straight(left, yOf(m_clip.gain), right - left + 1, 1);
        painter.fillRect(straight.translated(0, 1), theme::colour(Token::Bg0));
        painter.fillRect(straight, theme::colour(Token::Text1));
        return;
    }
    painter.setBrush(Qt::NoBrush);
    QPolygon line;
    for (int x = left; x <= right; ++x)
        line << QPoint(x, yOf(timeline::gainAt(m_clip, unitAt(x))));
    QColor edge = theme::colour(Token::Bg0); // over a loud sound the line is light on light
    edge.setAlphaF(0.6F);
    painter.setPen(QPen(edge, 3));
    painter.drawPolyline(line);
    painter.setPen(theme::colour(Token::Text1));
    painter.drawPolyline(line);
    painter.setBrush(theme::colour(Token::Text1));
    painter.setPen(theme::colour(Token::Bg0));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const timeline::Keyframe& key : m_clip.sound->gain.keys) {
        const int x = xOf(key.unit);
        if (key.unit < 0 || key.unit >= m_clip.duration || x < left - keySize || x > right + keySize)
            continue;
        const int y = yOf(m_clip.gain + key.value);
        painter.drawConvexPolygon(QPolygonF({{x + 0.5, y - keySize - 0.5},
                                             {x + keySize + 1.5, y + 0.5},
                                             {x + 0.5, y + keySize + 1.5},
                                             {x - keySize - 0.5, y + 0.5}}));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

QString gainText(std::int64_t gain) {
    QString number = QLocale().toString(static_cast<double>(gain) / 100, 'f', gain % 10 != 0 ? 2 : 1);
    if (gain > 0)
        number.prepend(QLatin1Char('+'));
    return number + QStringLiteral(" dB");
}

} // namespace cutaway::ui
