#include "ui/cut/picture_handles.h"

#include "ui/theme/tokens.h"
#include "ui/viewer/surface.h"
#include "ui/viewer/video_view.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTransform>

#include <algorithm>
#include <cmath>

namespace cutaway::ui {

using timeline::PictureParameter;
using Grip = PictureHandles::Grip;

namespace {

constexpr double reach = 9;       ///< pixels around a grip
constexpr double knobAbove = 24;  ///< the picture's upper edge
constexpr double whole = 100'000; ///< of a position, a crop and a scale
constexpr QSizeF angleShape(16, 9);

constexpr std::array cropGrips{Grip::CropTop, Grip::CropRight, Grip::CropBottom, Grip::CropLeft};

PictureParameter cropOf(Grip grip) {
    switch (grip) {
    case Grip::CropTop:
        return PictureParameter::CropTop;
    case Grip::CropRight:
        return PictureParameter::CropRight;
    case Grip::CropBottom:
        return PictureParameter::CropBottom;
    default:
        return PictureParameter::CropLeft;
    }
}

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

PictureHandles::PictureHandles(SessionLink& link, VideoView& view)
    : QWidget(&view)
    , m_link(link)
    , m_view(view) {
    setAccessibleName(tr("Outline of the picture"));
    setMouseTracking(true);
    view.installEventFilter(this);
    connect(&link, &SessionLink::opened, this, &PictureHandles::stop); // that pull is gone with its sequence
    for (const auto signal :
         {&SessionLink::opened, &SessionLink::sequenceChanged, &SessionLink::selectionChanged,
          &SessionLink::playheadChanged, &SessionLink::modesChanged})
        connect(&link, signal, this, &PictureHandles::refresh);
    refresh();
}

void PictureHandles::setOn(bool on) {
    m_on = on;
    refresh();
}

std::optional<PictureHandles::Outline> PictureHandles::outline() const {
    if (!m_on || !m_link.isOpen() || m_link.session().isReadOnly())
        return std::nullopt;
    const timeline::EditorSession& session = m_link.session();
    const auto pictures = session.chosenPictures();
    if (pictures.empty() || !pictures.front().units.contains(session.playhead()))
        return std::nullopt;
    const timeline::Sequence& sequence = *session.sequence();
    const auto placement =
        timeline::placementAt(*pictures.front().clip, session.playhead() - pictures.front().units.first);
    const auto of = [&](PictureParameter parameter) { return static_cast<double>(placement.of(parameter)); };
    Outline found;
    found.frame = QRectF(letterbox(QSize(sequence.width, sequence.height), size()));
    const bool fill = placement.framing.value_or(sequence.framing) == timeline::Framing::Fill;
    found.size =
        angleShape.scaled(found.frame.size(), fill ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio) *
        (of(PictureParameter::Scale) / whole);
    found.centre =
        found.frame.center() + QPointF(of(PictureParameter::PositionX) / whole * found.frame.width(),
                                       of(PictureParameter::PositionY) / whole * found.frame.height());
    found.radians = of(PictureParameter::Rotation) / 180'000 * M_PI;
    const double w = found.size.width(), h = found.size.height();
    const QRectF kept(QPointF(-w / 2 + w * of(PictureParameter::CropLeft) / whole,
                              -h / 2 + h * of(PictureParameter::CropTop) / whole),
                      QPointF(w / 2 - w * of(PictureParameter::CropRight) / whole,
                              h / 2 - h * of(PictureParameter::CropBottom) / whole));
    QTransform lay;
    lay.translate(found.centre.x(), found.centre.y());
    lay.rotateRadians(found.radians);
    found.corners =
        lay.map(QPolygonF({kept.topLeft(), kept.topRight(), kept.bottomRight(), kept.bottomLeft()}));
    return found;
}

QPointF PictureHandles::placeOf(Grip grip) const {
    const auto now = outline();
    if (!now)
        return {};
    const auto middle = [&](int side) { return (now->corners[side] + now->corners[(side + 1) % 4]) / 2; };
    switch (grip) {
    case Grip::Scale:
        return now->corners[2];
    case Grip::Turn:
        return middle(0) + QPointF(std::sin(now->radians), -std::cos(now->radians)) * knobAbove;
    case Grip::CropTop:
        return middle(0);
    case Grip::CropRight:
        return middle(1);
    case Grip::CropBottom:
        return middle(2);
    case Grip::CropLeft:
        return middle(3);
    case Grip::Move:
    case Grip::None:
        break;
    }
    return (now->corners[0] + now->corners[2]) / 2;
}

Grip PictureHandles::gripAt(QPointF at) const {
    const auto now = outline();
    if (!now)
        return Grip::None;
    if (distance(at, placeOf(Grip::Turn)) <= reach)
        return Grip::Turn;
    for (const QPointF& corner : now->corners)
        if (distance(at, corner) <= reach)
            return Grip::Scale;
    for (const Grip grip : cropGrips)
        if (distance(at, placeOf(grip)) <= reach)
            return grip;
    return now->corners.containsPoint(at, Qt::OddEvenFill) ? Grip::Move : Grip::None;
}

std::vector<timeline::ParameterValue> PictureHandles::pulledTo(QPointF at, bool straight) const {
    const auto rounded = [](double value) { return static_cast<std::int64_t>(std::llround(value)); };
    const auto was = [&](PictureParameter parameter) {
        return static_cast<double>(m_placement.of(parameter));
    };
    QPointF by = at - m_pressed;
    switch (m_grip) {
    case Grip::None:
        return {};
    case Grip::Move:
        if (straight)
            (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
        return {{PictureParameter::PositionX,
                 rounded(was(PictureParameter::PositionX) + by.x() / m_start.frame.width() * whole)},
                {PictureParameter::PositionY,
                 rounded(was(PictureParameter::PositionY) + by.y() / m_start.frame.height() * whole)}};
    case Grip::Scale: {
        const double from = std::max(1.0, distance(m_pressed, m_start.centre));
        return {{PictureParameter::Scale,
                 rounded(was(PictureParameter::Scale) * distance(at, m_start.centre) / from)}};
    }
    case Grip::Turn: {
        const auto angle = [&](QPointF to) {
            return std::atan2(to.y() - m_start.centre.y(), to.x() - m_start.centre.x());
        };
        double degrees = (angle(at) - angle(m_pressed)) / M_PI * 180 + was(PictureParameter::Rotation) / 1000;
        degrees = std::remainder(degrees, 360);
        return {{PictureParameter::Rotation,
                 rounded(straight ? std::round(degrees / 15) * 15'000 : degrees * 1000)}};
    }
    case Grip::CropLeft:
    case Grip::CropTop:
    case Grip::CropRight:
    case Grip::CropBottom:
        break;
    }
    // Along the picture's own way, however it is turned.
    const double cosine = std::cos(m_start.radians), sine = std::sin(m_start.radians);
    const QPointF own(by.x() * cosine + by.y() * sine, -by.x() * sine + by.y() * cosine);
    const PictureParameter crop = cropOf(m_grip);
    const bool across = m_grip == Grip::CropLeft || m_grip == Grip::CropRight;
    const double inwards = m_grip == Grip::CropLeft || m_grip == Grip::CropTop ? 1 : -1;
    const double length = std::max(1.0, across ? m_start.size.width() : m_start.size.height());
    return {{crop, rounded(was(crop) + inwards * (across ? own.x() : own.y()) / length * whole)}};
}

void PictureHandles::mousePressEvent(QMouseEvent* event) {
    if (m_grip != Grip::None)
        return; // another button, while one pulls
    const auto now = outline();
    m_grip = event->button() == Qt::LeftButton ? gripAt(event->position()) : Grip::None;
    if (m_grip == Grip::Move && m_yields && m_yields(event->position()))
        m_grip = Grip::None;
    if (m_grip == Grip::None || !now || m_link.session().isDragging()) {
        m_grip = Grip::None;
        event->ignore();
        return;
    }
    m_pulled = false;
    const timeline::EditorSession& session = m_link.session();
    const auto place = session.chosenPictures().front();
    m_start = *now;
    m_placement = timeline::placementAt(*place.clip, session.playhead() - place.units.first);
    m_pressed = event->position();
    setFocus(Qt::MouseFocusReason);
    m_link.session().beginDrag();
}

void PictureHandles::mouseMoveEvent(QMouseEvent* event) {
    if (m_grip == Grip::None) {
        event->ignore(); // it may be for what the press went to
        const Grip under = gripAt(event->position());
        if (under == Grip::None)
            unsetCursor();
        else
            setCursor(under == Grip::Move ? Qt::SizeAllCursor : Qt::PointingHandCursor);
        return;
    }
    m_pulled = m_pulled ||
               (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance() / 2;
    if (!m_pulled)
        return;
    m_link.report(
        m_link.session().dragPicture(pulledTo(event->position(), event->modifiers() & Qt::ShiftModifier)));
}

void PictureHandles::mouseReleaseEvent(QMouseEvent* event) {
    if (m_grip == Grip::None)
        return event->ignore();
    if (event->button() != Qt::LeftButton)
        return;
    stop();
    m_link.report(m_link.session().endDrag());
}

void PictureHandles::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape || m_grip == Grip::None)
        return QWidget::keyPressEvent(event);
    giveUp();
}

void PictureHandles::hideEvent(QHideEvent* event) {
    giveUp(); // no release comes any more
    QWidget::hideEvent(event);
}

void PictureHandles::giveUp() {
    if (m_grip == Grip::None)
        return;
    stop();
    if (m_link.isOpen())
        m_link.session().cancelDrag();
}

void PictureHandles::stop() {
    m_grip = Grip::None;
    update();
}

bool PictureHandles::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        setGeometry(m_view.rect());
    return QWidget::eventFilter(watched, event);
}

void PictureHandles::refresh() {
    setGeometry(m_view.rect());
    setVisible(outline().has_value());
    if (isVisible()) {
        raise();
        update();
    }
}

void PictureHandles::paintEvent(QPaintEvent*) {
    const auto now = outline();
    if (!now)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme::colour(theme::Token::Bg0), 3));
    painter.drawPolygon(now->corners);
    painter.setPen(QPen(theme::colour(theme::Token::Selection), 1));
    painter.drawPolygon(now->corners);
    painter.drawLine(placeOf(Grip::CropTop), placeOf(Grip::Turn));
    painter.setPen(theme::colour(theme::Token::Bg0));
    painter.setBrush(theme::colour(theme::Token::Selection));
    for (const QPointF& corner : now->corners)
        painter.drawRect(QRectF(corner - QPointF(4, 4), QSizeF(8, 8)));
    for (const Grip grip : cropGrips)
        painter.drawEllipse(placeOf(grip), 3.5, 3.5);
    painter.drawEllipse(placeOf(Grip::Turn), 5, 5);
}

} // namespace cutaway::ui
