#include "ui/scopes/scope_view.h"

#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cutaway::ui {

using scopes::Kind;
using scopes::Line;
using scopes::Unit;
using theme::Token;

namespace {

constexpr int labelWidth = 34;
constexpr int labelHeight = 14;
constexpr int captionHeight = 26;
constexpr int edge = 8;

QString words(Unit unit) {
    switch (unit) {
    case Unit::Ire:
        return QStringLiteral("IRE");
    case Unit::HlgPercent:
        return QStringLiteral("% HLG");
    case Unit::PqPercent:
        return QStringLiteral("% PQ");
    case Unit::Nits:
        return QStringLiteral("cd/m²");
    }
    return {};
}

} // namespace

ScopeView::ScopeView(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Scope"));
}

void ScopeView::setKind(Kind kind) {
    m_kind = kind;
    m_image = {};
    update();
}

void ScopeView::setTrace(const QImage& image, const media::Colour& colour) {
    const bool scaleChanged = !(m_colour == colour);
    m_image = image;
    m_colour = colour;
    if (scaleChanged)
        Q_EMIT plotResized(); // light takes room at the right
    update();
}

QRectF ScopeView::plot() const {
    const QRectF all(rect());
    if (m_kind == Kind::Vectorscope) {
        const double side =
            std::floor(std::max(16.0, std::min(all.width() - 2 * edge, all.height() - captionHeight - edge)));
        return {std::floor((all.width() - side) / 2),
                captionHeight + std::floor((all.height() - captionHeight - edge - side) / 2), side, side};
    }
    if (isAcross())
        return all.adjusted(2 * edge, captionHeight + labelHeight, -2 * edge, -labelHeight - edge);
    return all.adjusted(labelWidth, captionHeight, scopes::hasNits(m_colour) ? -labelWidth - 4 : -edge,
                        -edge);
}

QSize ScopeView::plotSize() const {
    return (plot().size() * devicePixelRatioF()).toSize();
}

double ScopeView::along(double level) const {
    const double share = (scopes::rowOfLevel(level, m_colour) + 0.5) / scopes::levels;
    return isAcross() ? plot().left() + plot().width() * share : plot().bottom() - plot().height() * share;
}

QList<ScopeView::Mark> ScopeView::fitted(const std::vector<Line>& lines) const {
    const double room = isAcross() ? labelWidth - 4 : labelHeight;
    QList<Mark> marks;
    for (const bool important : {true, false})
        for (const Line& line : lines) {
            if (important != (line.strong || line.referenceWhite))
                continue;
            const double at = along(line.level);
            const bool free = std::none_of(marks.begin(), marks.end(),
                                           [&](const Mark& mark) { return std::abs(mark.at - at) < room; });
            if (free)
                marks.append({at, line});
        }
    return marks;
}

QStringList ScopeView::lightLabels() const {
    QStringList labels;
    if (m_kind != Kind::Vectorscope && !m_image.isNull())
        for (const Mark& mark : fitted(scopes::lightLines(m_colour)))
            labels << QString::fromStdString(mark.line.label);
    return labels;
}

void ScopeView::paintScale(QPainter& painter) const {
    const QRectF area = plot();
    const auto line = [&](double at, Token token) {
        if (isAcross())
            painter.fillRect(QRectF(std::round(at), area.top(), 1, area.height()), theme::colour(token));
        else
            painter.fillRect(QRectF(area.left(), std::round(at), area.width(), 1), theme::colour(token));
    };
    for (const Mark& mark : fitted(scopes::signalLines(m_colour))) {
        line(mark.at, mark.line.strong ? Token::ControlBorder : Token::ScopeLine);
        painter.setPen(theme::colour(mark.line.strong ? Token::Text2 : Token::Text3));
        const QString label = QString::fromStdString(mark.line.label);
        if (isAcross())
            painter.drawText(QRectF(mark.at - 20, area.bottom() + 2, 40, labelHeight), Qt::AlignCenter,
                             label);
        else
            painter.drawText(QRectF(0, mark.at - 8, labelWidth - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                             label);
    }
}

void ScopeView::paintReference(QPainter& painter) const {
    const QRectF area = plot();
    for (const Mark& mark : fitted(scopes::lightLines(m_colour))) {
        const Token token = mark.line.referenceWhite ? Token::ScopeReference : Token::Text3;
        painter.setPen(theme::colour(token));
        const QString label = QString::fromStdString(mark.line.label);
        if (isAcross()) {
            painter.drawText(QRectF(mark.at - 20, area.top() - labelHeight, 40, labelHeight), Qt::AlignCenter,
                             label);
            painter.fillRect(
                QRectF(std::round(mark.at), area.top(), 1, mark.line.referenceWhite ? area.height() : 5),
                theme::colour(token));
        } else {
            painter.drawText(QRectF(area.right() + 6, mark.at - 8, labelWidth, 16),
                             Qt::AlignLeft | Qt::AlignVCenter, label);
            painter.fillRect(mark.line.referenceWhite
                                 ? QRectF(area.left(), std::round(mark.at), area.width() + 4, 1)
                                 : QRectF(area.right(), std::round(mark.at), 4, 1),
                             theme::colour(token));
        }
    }
}

void ScopeView::paintTargets(QPainter& painter) const {
    const QRectF area = plot();
    const auto place = [&](double cb, double cr) {
        return QPointF(
            area.left() + (scopes::rowOfChroma(cb, m_colour) + 0.5) * area.width() / scopes::levels,
            area.bottom() - (scopes::rowOfChroma(cr, m_colour) + 0.5) * area.height() / scopes::levels);
    };
    const QPointF middle = place(0, 0);
    painter.setPen(theme::colour(Token::ScopeLine));
    painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()));
    painter.drawLine(QPointF(middle.x(), area.top()), QPointF(middle.x(), area.bottom()));
    painter.drawRect(area);
    for (const auto& target : scopes::vectorTargets(m_colour)) {
        const QPointF at = place(target.cb, target.cr);
        const double reach = target.full ? 3 : 6;
        painter.setPen(theme::colour(target.full ? Token::Text3 : Token::Text2));
        painter.drawRect(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach));
        if (!target.full) {
            // The name stands on the inner side, where no trace of a bar goes further.
            const QPointF inwards = middle - at;
            const double length = std::hypot(inwards.x(), inwards.y());
            const QPointF text = at + inwards * (16 / length);
            painter.drawText(QRectF(text.x() - 12, text.y() - 8, 24, 16), Qt::AlignCenter,
                             QString::fromStdString(target.name));
        }
    }
}

void ScopeView::paintCaptions(QPainter& painter) const {
    const QRectF line(edge, 2, width() - 2 * edge, 16);
    painter.setPen(theme::colour(Token::Text3));
    if (m_kind == Kind::Vectorscope) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         tr("Boxes: 75 % bars, small 100 %; BT.%1").arg(m_colour.matrix == 9 ? 2020 : 709));
        return;
    }
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words(scopes::signalUnit(m_colour)));
    if (scopes::hasNits(m_colour))
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, words(Unit::Nits));
}

void ScopeView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(Token::Surround));
    painter.setFont(theme::numbers(11));
    if (m_image.isNull()) {
        painter.setFont(theme::words(12));
        painter.setPen(theme::colour(Token::Text3));
        painter.drawText(rect(), Qt::AlignCenter, tr("No picture"));
        return;
    }
    if (m_kind == Kind::Vectorscope) {
        painter.drawImage(plot(), m_image);
        paintTargets(painter);
    } else {
        paintScale(painter);
        painter.drawImage(plot(), m_image);
        paintReference(painter);
    }
    paintCaptions(painter);
}

void ScopeView::resizeEvent(QResizeEvent*) {
    Q_EMIT plotResized();
}

} // namespace cutaway::ui
