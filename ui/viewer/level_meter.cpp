#include "ui/viewer/level_meter.h"

#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/buttons.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cutaway::ui {

using theme::Token;

namespace {

// Tenths of a dB.
constexpr int bottom = -600;
constexpr int permitted = static_cast<int>(10 * loudness::permittedTruePeak);
constexpr int target = static_cast<int>(10 * loudness::target);
constexpr int alignment = -180;
constexpr int fallPerSecond = 118; ///< 20 dB in 1.7 s
constexpr int holdTime = 2000;     ///< milliseconds
constexpr int silentAfter = 500;
constexpr int tick = 40;
// Pixels.
constexpr int top = 28;
constexpr int foot = 20;
constexpr int scaleWidth = 28;
constexpr int row = 18;
constexpr int numbersHeight = 4 * row + theme::controlSmall + theme::padding;

int tenths(double decibels) {
    return std::isfinite(decibels) ? static_cast<int>(std::lround(10 * decibels)) : bottom;
}

QString number(const std::optional<double>& decibels) {
    return decibels ? QString::number(*decibels, 'f', 1) : QStringLiteral("--");
}

} // namespace

LevelMeter::LevelMeter(loudness::LiveMeter* meter, ActionSet& actions, QWidget* parent)
    : QWidget(parent)
    , m_meter(meter)
    , m_again(commandButton(actions, QStringLiteral("play.measureAgain"), QStringLiteral("retry"), this)) {
    setFixedWidth(theme::meterWidth);
    setAccessibleName(tr("Sound meter"));
    setToolTip(
        tr("Sound meter, EBU R 128: true peak left and right in dBTP (at most -1), and loudness in LUFS "
           "(target -23): M momentary, 0.4 s; S short-term, 3 s; I integrated since the measurement "
           "began. Above the bars the highest true peak."));
    m_timer.setInterval(tick);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(tick); });
}

QSize LevelMeter::sizeHint() const {
    return {theme::meterWidth, 320};
}

void LevelMeter::restart() {
    if (m_meter)
        m_meter->restart();
    m_reading = {};
    m_sides = {};
    update();
}

void LevelMeter::advance(int milliseconds) {
    const auto state = m_meter ? m_meter->take() : loudness::LiveMeter::State{};
    const bool wasQuiet = m_quietFor >= silentAfter;
    m_quietFor = state.heard != m_heard ? 0 : std::min(m_quietFor + milliseconds, silentAfter);
    m_heard = state.heard;
    m_reading = state.reading;
    bool changed = m_quietFor == 0 || wasQuiet != (m_quietFor >= silentAfter);
    for (std::size_t i = 0; i < m_sides.size(); ++i) {
        Side& side = m_sides[i];
        const Side before = side;
        const int heard = tenths(loudness::decibels(state.truePeak[i]));
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

QString LevelMeter::loudness(int which) const {
    const bool quiet = m_quietFor >= silentAfter;
    switch (which) {
    case 0:
        return number(quiet ? std::nullopt : m_reading.momentary);
    case 1:
        return number(quiet ? std::nullopt : m_reading.shortTerm);
    default:
        return number(m_reading.integrated);
    }
}

int LevelMeter::barsEnd() const {
    return std::max(top + 1, height() - foot - numbersHeight);
}

int LevelMeter::yOf(int level) const {
    return top + (barsEnd() - top) * -std::clamp(level, bottom, 0) / -bottom;
}

void LevelMeter::paintScale(QPainter& painter) const {
    painter.setFont(theme::numbers(11));
    for (const int mark : {0, -100, alignment, target, -300, -400, -500, bottom}) {
        const int y = yOf(mark);
        painter.setPen(theme::colour(mark == target ? Token::Text1 : Token::Text3));
        painter.drawText(QRect(0, y - 8, scaleWidth - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(mark / 10));
        painter.fillRect(scaleWidth - 3, y, 3, 1, theme::colour(Token::ControlBorder));
    }
}

void LevelMeter::paintPeak(QPainter& painter, int x, int width, const Side& side) const {
    painter.fillRect(x, top, width, barsEnd() - top, theme::colour(Token::Bg1));
    struct Zone {
        int from;
        int to;
        Token token;
    };
    for (const Zone& zone : {Zone{bottom, -100, Token::Ok}, Zone{-100, permitted, Token::Warning},
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

void LevelMeter::paintLoudness(QPainter& painter, int x, int width) const {
    painter.fillRect(x, top, width, barsEnd() - top, theme::colour(Token::Bg1));
    const bool quiet = m_quietFor >= silentAfter;
    if (m_reading.momentary && !quiet) {
        const int upper = yOf(tenths(*m_reading.momentary));
        painter.fillRect(x, upper, width, barsEnd() - upper, theme::colour(Token::SoundClipBorder));
    }
    if (m_reading.shortTerm && !quiet)
        painter.fillRect(x, yOf(tenths(*m_reading.shortTerm)) - 1, width, 3,
                         theme::colour(Token::TextOnFill));
    painter.fillRect(x - 2, yOf(target), width + 4, 1, theme::colour(Token::Text1));
}

void LevelMeter::paintNumbers(QPainter& painter) const {
    int y = barsEnd() + foot;
    painter.setPen(theme::colour(Token::Text3));
    painter.setFont(theme::numbers(11));
    painter.drawText(QRect(0, y, width(), row), Qt::AlignCenter, QStringLiteral("LUFS"));
    const std::array names{tr("M", "momentary loudness"), tr("S", "short-term loudness"),
                           tr("I", "integrated loudness")};
    for (int i = 0; i < 3; ++i) {
        y += row;
        painter.setPen(theme::colour(Token::Text3));
        painter.drawText(QRect(theme::padding, y, 16, row), Qt::AlignVCenter | Qt::AlignLeft,
                         names.at(static_cast<std::size_t>(i)));
        painter.setPen(theme::colour(i == 2 ? Token::Text1 : Token::Text2));
        painter.drawText(QRect(0, y, width() - theme::padding, row), Qt::AlignVCenter | Qt::AlignRight,
                         loudness(i));
    }
}

void LevelMeter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(Token::Bg2));
    paintScale(painter);
    const int bar = (width() - scaleWidth - theme::padding - 6) / 3;
    const auto barAt = [bar](int i) { return scaleWidth + 2 + i * (bar + 3); };
    paintPeak(painter, barAt(0), bar, m_sides[0]);
    paintPeak(painter, barAt(1), bar, m_sides[1]);
    paintLoudness(painter, barAt(2), bar);
    painter.setPen(theme::colour(Token::Text3));
    const std::array names{tr("L", "left"), tr("R", "right"), tr("M", "momentary loudness")};
    for (int i = 0; i < 3; ++i)
        painter.drawText(QRect(barAt(i) - 2, barsEnd(), bar + 4, foot), Qt::AlignCenter,
                         names.at(static_cast<std::size_t>(i)));
    paintNumbers(painter);
    const bool over = m_reading.truePeak && *m_reading.truePeak > loudness::permittedTruePeak;
    painter.setPen(theme::colour(over ? Token::Error : Token::Text2));
    painter.drawText(QRect(0, 0, width(), top - 4), Qt::AlignCenter,
                     m_reading.truePeak ? number(m_reading.truePeak) : QStringLiteral("dBTP"));
}

void LevelMeter::resizeEvent(QResizeEvent*) {
    m_again->move((width() - m_again->width()) / 2, height() - m_again->height() - theme::panelGap);
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
