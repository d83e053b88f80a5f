#include "ui/inspect/inspect_view.h"

#include "ui/theme/tokens.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace cutaway::ui {

namespace {

constexpr double largestScale = 16;
constexpr double wheelStep = 1.25; // for one notch of 15 degrees
constexpr double notch = 120;      // as Qt counts it
constexpr double sharpFrom = 2;    // from here on pixels are drawn as squares: they are what is looked at

} // namespace

InspectView::InspectView(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Picture at full size"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 180);
    setCursor(Qt::OpenHandCursor);
}

void InspectView::setPicture(const QImage& picture, QSize size, bool standIn) {
    if (size != m_size)
        m_centre = QRectF(QPointF(), QSizeF(size)).center();
    m_picture = picture;
    m_size = size;
    m_standIn = standIn;
    keepInView();
    update();
    Q_EMIT scaleChanged();
}

double InspectView::fitScale() const {
    if (m_size.isEmpty())
        return 1;
    const double ratio = devicePixelRatioF();
    return std::min(width() * ratio / m_size.width(), height() * ratio / m_size.height());
}

double InspectView::scale() const {
    return m_scale.value_or(fitScale());
}

/// Where the whole picture lies, in this widget's coordinates.
QRectF InspectView::place() const {
    const double drawn = scale() / devicePixelRatioF();
    const QPointF centre = m_scale ? m_centre : QPointF(m_size.width() / 2.0, m_size.height() / 2.0);
    const auto onPixel = [ratio = devicePixelRatioF()](double at) { return std::round(at * ratio) / ratio; };
    return QRectF(onPixel(width() / 2.0 - centre.x() * drawn), onPixel(height() / 2.0 - centre.y() * drawn),
                  m_size.width() * drawn, m_size.height() * drawn);
}

QRectF InspectView::visiblePart() const {
    const QRectF where = place();
    const double drawn = scale() / devicePixelRatioF();
    const QRectF seen = where.intersected(QRectF(rect()));
    return QRectF((seen.topLeft() - where.topLeft()) / drawn, seen.size() / drawn);
}

/// No side of the picture leaves the view while the other has room.
void InspectView::keepInView() {
    const double drawn = scale() / devicePixelRatioF();
    const auto keep = [](double centre, double shown, double all) {
        return shown >= all ? all / 2 : std::clamp(centre, shown / 2, all - shown / 2);
    };
    m_centre = {keep(m_centre.x(), width() / drawn, m_size.width()),
                keep(m_centre.y(), height() / drawn, m_size.height())};
}

void InspectView::setScale(double scale, QPointF about) {
    const double least = std::min(fitScale(), 1.0);
    const QRectF before = place();
    const double drawnBefore = this->scale() / devicePixelRatioF();
    const QPointF held = (about - before.topLeft()) / drawnBefore;
    if (scale <= least) {
        fit();
        return;
    }
    m_scale = std::min(scale, largestScale);
    const double drawn = *m_scale / devicePixelRatioF();
    m_centre = held + (QPointF(width() / 2.0, height() / 2.0) - about) / drawn;
    keepInView();
    update();
    Q_EMIT scaleChanged();
}

void InspectView::fit() {
    m_scale.reset();
    update();
    Q_EMIT scaleChanged();
}

void InspectView::oneToOne() {
    if (!m_scale)
        m_centre = {m_size.width() / 2.0, m_size.height() / 2.0};
    m_scale = 1;
    keepInView();
    update();
    Q_EMIT scaleChanged();
}

void InspectView::zoomBy(double factor) {
    setScale(scale() * factor, QRectF(rect()).center());
}

void InspectView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(theme::Token::Surround));
    if (m_picture.isNull())
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_standIn || scale() < sharpFrom);
    painter.drawImage(place(), m_picture);
}

void InspectView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    keepInView();
    Q_EMIT scaleChanged();
}

void InspectView::wheelEvent(QWheelEvent* event) {
    setScale(scale() * std::pow(wheelStep, event->angleDelta().y() / notch), event->position());
    event->accept();
}

void InspectView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void InspectView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_drag || !m_scale)
        return;
    m_centre -= (event->position() - *m_drag) * devicePixelRatioF() / *m_scale;
    m_drag = event->position();
    keepInView();
    update();
}

void InspectView::mouseReleaseEvent(QMouseEvent*) {
    m_drag.reset();
    setCursor(Qt::OpenHandCursor);
}

void InspectView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_scale)
        fit();
    else
        setScale(std::max(1.0, fitScale() * 1.01), event->position());
}

} // namespace cutaway::ui
