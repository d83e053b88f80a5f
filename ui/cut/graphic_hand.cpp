#include "ui/cut/graphic_hand.h"

#include "ui/viewer/video_view.h"

#include "core/render/graphic_painter.h"
#include "core/timeline/graphic.h"
#include "core/timeline/index.h"

#include <QApplication>
#include <QMouseEvent>

#include <algorithm>

namespace cutaway::ui {

namespace {

/// The picture's place in the view, and its size in samples.
struct PlaceOfPicture {
    QRectF where;
    QSize size;
};

std::optional<PlaceOfPicture> placeOf(const VideoView& view) {
    if (!view.picture())
        return std::nullopt;
    const QSize size(view.picture()->width, view.picture()->height);
    return PlaceOfPicture{letterbox(size, QSizeF(view.size())), size};
}

} // namespace

GraphicHand::GraphicHand(VideoView& view, SessionLink& link, QObject* parent)
    : QObject(parent)
    , m_view(view)
    , m_link(link) {
    view.installEventFilter(this);
    connect(&link, &SessionLink::opened, this, [this] { m_grip.reset(); });
}

/// The topmost graphic of the frame at the playhead whose box holds the point.
std::optional<GraphicHand::Grip> GraphicHand::gripAt(const QPointF& point) const {
    const auto place = placeOf(m_view);
    if (!place || !m_link.isOpen() || place->where.isEmpty())
        return std::nullopt;
    const timeline::EditorSession& session = m_link.session();
    const timeline::Sequence& sequence = *session.sequence();
    const double scale = place->size.width() / place->where.width();
    const QPointF at = (point - place->where.topLeft()) * scale;
    for (std::size_t t = sequence.tracks.size(); t-- > 0;) {
        const timeline::Track& track = *sequence.tracks[t];
        if (track.kind != timeline::TrackKind::Video || track.muted || track.locked)
            continue;
        const auto clip = timeline::clipAt(sequence, t, session.playhead());
        if (!clip || !clip->clip->enabled || !clip->clip->graphic)
            continue;
        const auto design = render::readTemplate(clip->clip->graphic->design);
        if (!design)
            continue;
        const render::GraphicBox box =
            render::graphicBox(*design, *clip->clip->graphic, place->size.width(), place->size.height());
        if (QRectF(box.x, box.y, box.width, box.height).contains(at))
            return Grip{clip->clip->id, clip->clip->graphic, point, false};
    }
    return std::nullopt;
}

bool GraphicHand::press(const QPointF& point) {
    m_grip.reset();
    if (m_link.isOpen() && !m_link.session().isDragging())
        m_grip = gripAt(point);
    if (!m_grip)
        return false;
    m_link.session().select({m_grip->clip});
    if (m_link.session().isReadOnly())
        m_grip.reset(); // to be looked at
    Q_EMIT taken();
    return true;
}

bool GraphicHand::move(const QPointF& point) {
    const auto place = placeOf(m_view);
    if (!m_grip || !place)
        return false;
    const QPointF way = point - m_grip->from;
    if (!m_grip->moved) {
        if (way.manhattanLength() < QApplication::startDragDistance())
            return true;
        m_link.session().beginDrag();
        m_grip->moved = true;
    }
    // Units of the graphic are the same on the screen as in the picture.
    const double unit = render::graphicUnit(qRound(place->where.width()), qRound(place->where.height()));
    timeline::Graphic graphic = *m_grip->graphic;
    const auto moved = [&](int from, double by) {
        return std::clamp(from + qRound(by * 10'000 / unit), -timeline::graphicMoveLimit,
                          timeline::graphicMoveLimit);
    };
    graphic.moveX = moved(graphic.moveX, way.x());
    graphic.moveY = moved(graphic.moveY, way.y());
    m_link.report(m_link.session().dragGraphic(m_grip->clip, std::move(graphic), "Move graphic"));
    return true;
}

bool GraphicHand::release() {
    if (!m_grip)
        return false;
    if (m_grip->moved)
        m_link.report(m_link.session().endDrag());
    m_grip.reset();
    return true;
}

void GraphicHand::letGo() {
    if (m_grip && m_grip->moved)
        m_link.session().cancelDrag();
    m_grip.reset();
}

bool GraphicHand::eventFilter(QObject* watched, QEvent* event) {
    const auto* mouse = dynamic_cast<const QMouseEvent*>(event);
    const bool left = mouse && mouse->button() == Qt::LeftButton;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return (left && press(mouse->position())) || QObject::eventFilter(watched, event);
    case QEvent::MouseMove:
        return move(mouse->position()) || QObject::eventFilter(watched, event);
    case QEvent::MouseButtonRelease:
        return (left && release()) || QObject::eventFilter(watched, event);
    case QEvent::MouseButtonDblClick:
        if (left && gripAt(mouse->position())) {
            letGo();
            m_link.session().select({gripAt(mouse->position())->clip});
            Q_EMIT editRequested();
            return true;
        }
        break;
    case QEvent::Hide:
        letGo();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace cutaway::ui
