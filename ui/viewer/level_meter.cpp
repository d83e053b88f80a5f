#include "ui/viewer/level_meter.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/viewer/level_tap.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cutaway::ui {

using theme::Token;

namespace {

constexpr int bottom = -600; ///< tenths of a dBFS
constexpr int permitted = -90;
constexpr int alignment = -180;
constexpr int fallPerSecond = 118; ///< 20 dB in 1.7 s
constexpr int holdTime = 2000;
constexpr int tick = 40;
constexpr int top = 28;
constexpr int foot = 24;
constexpr int scaleWidth = 30;

int tenthsOf(std::int32_t peak) {
    if (peak <= 0)
        return bottom;
    const double full = 2147483647.0;
    return std::max(bottom, static_cast<int>(std::lround(200 * std::log10(peak / full))));
}

} // namespace

LevelMeter::LevelMeter(LevelTap* tap, QWidget* parent)
    : QWidget(parent)
    , m_tap(tap) {
    setFixedWidth(theme::meterWidth);
    setAccessibleName(tr("Level meter"));
    setToolTip(
        tr("Level meter: peaks of what is heard, in dBFS. Alignment is -18, the permitted maximum -9."));
    m_timer.setInterval(tick);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(tick); });
}

QSize LevelMeter::sizeHint() const {
    return {theme::meterWidth, 320};
}

void LevelMeter::advance(int milliseconds) {
    const auto peaks = m_tap ? m_tap->take() : std::array<std::int32_t, 2>{};
    bool changed = false;
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        Side& side = m_sides[i];
        const Side before = side;
        const int heard = tenthsOf(peaks[i]);
        side.level = std::max(heard, std::max(bottom, side.level - fallPerSecond * milliseconds / 1000));
        side.holdLeft -= milliseconds;
        if (side.level >= side.held) {
            side.held = side.level;
            side.holdLeft = holdTime;
        } else if (side.holdLeft <= 0) {
            side.held = side.level;
        }
        changed = changed || side.level != before.level || side.held != before.held;
    }
    if (changed)
        update();
}

int LevelMeter::yOf(int tenths) const {
    const int room = std::max(1, height() - top - foot);
    return top + room * -std::clamp(tenths, bottom, 0) / -bottom;
}

void LevelMeter::paintBar(QPainter& painter, int x, int width, const Side& side) const {
    painter.fillRect(x, top, width, yOf(bottom) - top, theme::colour(Token::Bg1));
    struct Zone {
        int from;
        int to;
        Token token;
    };
    for (const Zone& zone : {Zone{bottom, alignment, Token::Ok}, Zone{alignment, permitted, Token::Warning},
                             Zone{permitted, 0, Token::Error}}) {
        if (side.level <= zone.from)
            break;
        const int upper = yOf(std::min(side.level, zone.to));
        painter.fillRect(x, upper, width, yOf(zone.from) - upper, theme::colour(zone.token));
    }
    if (side.held > bottom)
        painter.fillRect(x, yOf(side.held), width, 2,
                         theme::colour(side.held > permitted ? Token::Error : Token::Text1));
}

void LevelMeter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(Token::Bg2));
    painter.setFont(theme::numbers(11));
    for (const int mark : {0, permitted, alignment, -300, -400, -500, bottom}) {
        const int y = yOf(mark);
        painter.setPen(theme::colour(mark == permitted || mark == alignment ? Token::Text1 : Token::Text3));
        painter.drawText(QRect(0, y - 8, scaleWidth - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(mark / 10));
        painter.fillRect(scaleWidth - 3, y, 3, 1, theme::colour(Token::ControlBorder));
    }
    const int bar = (width() - scaleWidth - theme::padding - 2) / 2;
    paintBar(painter, scaleWidth + 2, bar, m_sides[0]);
    paintBar(painter, scaleWidth + 2 + bar + 2, bar, m_sides[1]);
    painter.setPen(theme::colour(Token::Text3));
    painter.drawText(QRect(scaleWidth + 2, height() - foot, bar, foot), Qt::AlignCenter, tr("L", "left"));
    painter.drawText(QRect(scaleWidth + 4 + bar, height() - foot, bar, foot), Qt::AlignCenter,
                     tr("R", "right"));
    const int loudest = std::max(m_sides[0].held, m_sides[1].held);
    painter.setPen(theme::colour(loudest > permitted ? Token::Error : Token::Text2));
    painter.drawText(QRect(0, 0, width(), top - 4), Qt::AlignCenter,
                     loudest > bottom ? QString::number(loudest / 10.0, 'f', 1) : tr("dBFS"));
}

void LevelMeter::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_timer.start();
}

void LevelMeter::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_timer.stop();
}

} // namespace cutaway::ui
