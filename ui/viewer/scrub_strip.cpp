#include "ui/viewer/scrub_strip.h"

#include "ui/theme/measures.h"
#include "ui/theme/type.h"
#include "ui/widgets/icons.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace cutaway::ui {

namespace {
constexpr int inset = 8;
constexpr int markSize = 12;
constexpr int markRoom = markSize + 2; ///< between two that are told apart
constexpr int numberRoom = 14;         ///< of how many a drawing stands for
constexpr int rangeHeight = 4;
} // namespace

QString markIcon(const QString& kind) {
    for (const auto* known : {"gun", "split", "finish", "goal"})
        if (kind == QLatin1String(known))
            return kind;
    return QStringLiteral("mark");
}

ScrubStrip::ScrubStrip(theme::Token accent, QWidget* parent)
    : QWidget(parent)
    , m_accent(accent) {
    setFixedHeight(theme::scrubStripHeight);
    setMouseTracking(true);
    setAccessibleName(tr("Position"));
}

QSize ScrubStrip::sizeHint() const {
    return {240, theme::scrubStripHeight};
}

void ScrubStrip::setDuration(std::int64_t frames) {
    m_duration = frames;
    update();
}

void ScrubStrip::setPosition(std::int64_t frame) {
    m_position = frame;
    update();
}

void ScrubStrip::setRange(std::optional<timeline::UnitRange> inOut) {
    m_range = inOut;
    update();
}

void ScrubStrip::setMarks(QList<StripMark> marks) {
    m_marks = std::move(marks);
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const StripMark& a, const StripMark& b) { return a.frame < b.frame; });
    update();
}

double ScrubStrip::xOf(std::int64_t frame) const {
    const auto last = std::max<std::int64_t>(m_duration - 1, 1);
    return inset + static_cast<double>(frame) * (width() - 2 * inset) / static_cast<double>(last);
}

std::int64_t ScrubStrip::frameAt(double x) const {
    const auto last = std::max<std::int64_t>(m_duration - 1, 0);
    const double span = std::max(1, width() - 2 * inset);
    return std::clamp<std::int64_t>(std::llround((x - inset) * static_cast<double>(last) / span), 0, last);
}

const StripMark* ScrubStrip::markAt(double x) const {
    const StripMark* found = nullptr;
    double nearest = markSize / 2.0 + 2;
    for (const StripMark& mark : m_marks)
        if (const double distance = std::abs(xOf(mark.frame) - x); distance < nearest) {
            nearest = distance;
            found = &mark;
        }
    return found;
}

QList<ScrubStrip::Cluster> ScrubStrip::clusters() const {
    QList<Cluster> found;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        if (!found.isEmpty()) {
            Cluster& last = found.last();
            const int room = last.end - last.first > 1 ? markRoom + numberRoom : markRoom;
            if (xOf(m_marks[i].frame) - xOf(m_marks[last.first].frame) < room) {
                last.end = i + 1;
                continue;
            }
        }
        found.append({i, i + 1});
    }
    return found;
}

/// One drawing, that of its first mark, and how many it stands for.
void ScrubStrip::paintCluster(QPainter& painter, const Cluster& cluster) const {
    const StripMark& mark = m_marks[cluster.first];
    const qsizetype count = cluster.end - cluster.first;
    const double x = xOf(mark.frame);
    const double middle = height() / 2.0;
    paintIcon(painter, markIcon(mark.kind),
              QRectF(x - markSize / 2.0, middle - markSize / 2.0, markSize, markSize), theme::Token::Text2);
    if (count < 2)
        return;
    painter.setFont(theme::numbers(11));
    painter.setPen(theme::colour(theme::Token::Text2));
    painter.drawText(QRectF(x + markSize / 2.0 + 1, 0, 20, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QString::number(count));
}

void ScrubStrip::paintEvent(QPaintEvent*) {
    using theme::Token;
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(Token::Bg1));
    const int middle = height() / 2;
    painter.fillRect(QRect(inset, middle - 1, width() - 2 * inset, 2), theme::colour(Token::Bg4));
    if (m_duration <= 0)
        return;
    if (m_range && m_range->end > m_range->first) {
        const double left = xOf(m_range->first);
        const double right = std::max(left + 2, xOf(m_range->end - 1));
        painter.fillRect(QRectF(left, height() - rangeHeight, right - left, rangeHeight),
                         theme::colour(m_accent));
        painter.fillRect(QRectF(left - 1, 3, 2, height() - 3), theme::colour(m_accent));
        painter.fillRect(QRectF(right - 1, 3, 2, height() - 3), theme::colour(m_accent));
    }
    for (const Cluster& cluster : clusters())
        paintCluster(painter, cluster);
    // The head of the playhead, in the side's colour, and its line.
    const double x = xOf(std::min(m_position, std::max<std::int64_t>(m_duration - 1, 0)));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::colour(m_accent));
    painter.drawConvexPolygon(QPolygonF({{x - 5, 0}, {x + 5, 0}, {x + 5, 4}, {x, 9}, {x - 5, 4}}));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(x - 0.5, 4, 1, height() - 4), theme::colour(Token::TextOnFill));
}

void ScrubStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_duration <= 0)
        return;
    const StripMark* mark = markAt(event->position().x());
    Q_EMIT sought(mark ? mark->frame : frameAt(event->position().x()));
}

void ScrubStrip::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) && m_duration > 0)
        Q_EMIT sought(frameAt(event->position().x()));
}

bool ScrubStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_duration > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const StripMark* mark = markAt(help->pos().x());
        const auto frame = mark ? mark->frame : frameAt(help->pos().x());
        const auto time = [this](std::int64_t at) { return m_name ? m_name(at) : QString::number(at); };
        QStringList lines;
        for (const Cluster& cluster : clusters())
            if (mark && mark >= &m_marks[cluster.first] && mark <= &m_marks[cluster.end - 1])
                for (qsizetype i = cluster.first; i < cluster.end; ++i)
                    lines << time(m_marks[i].frame) + QStringLiteral("  ") + m_marks[i].label;
        if (lines.isEmpty())
            lines << time(frame);
        QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace cutaway::ui
