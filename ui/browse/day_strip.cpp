#include "ui/browse/day_strip.h"

#include "ui/browse/unit_words.h"
#include "ui/theme/measures.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace cutaway::ui {

using theme::Token;

namespace {

constexpr int stripHeight = 60;
constexpr int headHeight = 18;
constexpr int lanes = 3;
constexpr int laneHeight = 11;
constexpr int labelWidth = 44;
constexpr qint64 hour = 3600;
constexpr qint64 unknownLength = 20 * 60;
constexpr int nowMoves = 30'000; ///< ms between two places of the line for now

} // namespace

DayStrip::DayStrip(BrowseModel& browse, QWidget* parent)
    : QWidget(parent)
    , m_browse(browse) {
    setFixedHeight(stripHeight);
    setMouseTracking(true);
    setAccessibleName(tr("Days of the event"));
    m_now.setInterval(nowMoves);
    connect(&m_now, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    m_now.start();
    connect(&browse, &BrowseModel::unitsChanged, this, [this] {
        arrange();
        update();
    });
}

QSize DayStrip::sizeHint() const {
    return {400, stripHeight};
}

void DayStrip::setChosen(const Uuid& unitId) {
    m_chosen = unitId;
    update();
}

int DayStrip::xOf(const Day& day, qint64 time) const {
    const qint64 span = std::max<qint64>(day.last - day.first, hour);
    const qint64 at = std::clamp(time, day.first, day.last) - day.first;
    return day.area.left() + static_cast<int>(at * day.area.width() / span);
}

void DayStrip::arrange() {
    m_days.clear();
    m_blocks.clear();
    for (const auto& unit : m_browse.units()) {
        const QDateTime start = startOf(unit);
        if (!start.isValid())
            continue;
        const qint64 first = start.toSecsSinceEpoch() / hour * hour;
        const QDateTime end = endOf(unit);
        const qint64 last =
            ((end.isValid() ? end.toSecsSinceEpoch() : start.toSecsSinceEpoch() + unknownLength) / hour + 1) *
            hour;
        if (m_days.empty() || m_days.back().day != unit.day)
            m_days.push_back({unit.day, first, last, {}});
        m_days.back().first = std::min(m_days.back().first, first);
        m_days.back().last = std::max(m_days.back().last, last);
    }
    const int count = static_cast<int>(m_days.size());
    if (count == 0)
        return;
    const int each = (width() - 2 * theme::padding - (count - 1) * theme::section) / count;
    int x = theme::padding;
    for (Day& day : m_days) {
        day.area = QRect(x, headHeight, each, stripHeight - headHeight - 4);
        x += each + theme::section;
    }
    for (const Day& day : m_days) {
        std::array<int, lanes> busyUntil{};
        for (const auto& unit : m_browse.units()) {
            const QDateTime start = startOf(unit);
            if (unit.day != day.day || !start.isValid())
                continue;
            const QDateTime end = endOf(unit);
            const int left = xOf(day, start.toSecsSinceEpoch());
            const int right =
                std::max(left + 6, xOf(day, end.isValid() ? end.toSecsSinceEpoch()
                                                          : start.toSecsSinceEpoch() + unknownLength));
            int lane = 0;
            while (lane < lanes - 1 && busyUntil[static_cast<std::size_t>(lane)] > left)
                ++lane;
            busyUntil[static_cast<std::size_t>(lane)] = right + 1;
            m_blocks.push_back(
                {unit.id, QRect(left, day.area.top() + lane * (laneHeight + 1), right - left, laneHeight),
                 isLive(unit), unit.hasPictures(), isFinished(unit)});
        }
    }
}

void DayStrip::resizeEvent(QResizeEvent*) {
    arrange();
}

void DayStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(Token::Bg2));
    const int offset = m_browse.units().empty() ? 0 : startOf(m_browse.units().front()).offsetFromUtc();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    for (const Day& day : m_days) {
        painter.fillRect(day.area, theme::colour(Token::Bg1));
        painter.setFont(theme::words(11, QFont::Medium));
        painter.setPen(theme::colour(Token::Text2));
        painter.drawText(QRect(day.area.left(), 0, day.area.width(), headHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, dayText(day.day));
        painter.setFont(theme::numbers(11));
        painter.setPen(theme::colour(Token::Text3));
        const qint64 span = (day.last - day.first) / hour;
        const qint64 step =
            std::max<qint64>(1, (span * 48 + day.area.width() - 1) / std::max(1, day.area.width()));
        const int labelsFrom = day.area.left() + 100;
        for (qint64 t = day.first; t < day.last; t += step * hour) {
            const int x = xOf(day, t);
            painter.fillRect(QRect(x, day.area.top(), 1, day.area.height()), theme::colour(Token::Line));
            if (x >= labelsFrom && x + labelWidth <= day.area.right())
                painter.drawText(QRect(x, 0, labelWidth, headHeight), Qt::AlignLeft | Qt::AlignVCenter,
                                 QDateTime::fromSecsSinceEpoch(t, Qt::OffsetFromUTC, offset)
                                     .toString(QStringLiteral("HH:mm")));
        }
    }
    for (const Block& block : m_blocks) {
        const Token fill = block.live ? Token::Live : block.pictures ? Token::VideoClipBorder : Token::Bg4;
        painter.fillRect(block.area, theme::colour(fill));
        if (!block.over && !block.live) {
            painter.setPen(theme::colour(Token::ControlBorder));
            painter.drawRect(block.area.adjusted(0, 0, -1, -1));
        }
        if (block.unit == m_chosen) {
            painter.setPen(QPen(theme::colour(Token::Selection), 2));
            painter.drawRect(block.area.adjusted(0, 0, -1, -1));
        }
    }
    for (const Day& day : m_days)
        if (now >= day.first && now < day.last) {
            const int x = xOf(day, now);
            painter.fillRect(QRect(x - 1, day.area.top() - 2, 2, day.area.height() + 4),
                             theme::colour(Token::Live));
            painter.setFont(theme::words(11, QFont::Medium));
            painter.setPen(theme::colour(Token::Error));
            painter.drawText(QRect(x + 4, day.area.bottom() - 13, 40, 14), Qt::AlignLeft | Qt::AlignVCenter,
                             tr("now"));
        }
}

const DayStrip::Block* DayStrip::blockAt(const QPoint& at) const {
    for (const Block& block : m_blocks)
        if (block.area.adjusted(-2, -1, 2, 1).contains(at))
            return &block;
    return nullptr;
}

void DayStrip::mousePressEvent(QMouseEvent* event) {
    if (const Block* block = blockAt(event->position().toPoint()))
        Q_EMIT chosen(block->unit);
}

bool DayStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Block* block = blockAt(help->pos());
        const catalogue::Unit* unit = block ? m_browse.unit(block->unit) : nullptr;
        if (unit)
            QToolTip::showText(help->globalPos(),
                               QString::fromStdString(unit->name) + QLatin1Char('\n') + factsLine(*unit),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace cutaway::ui
