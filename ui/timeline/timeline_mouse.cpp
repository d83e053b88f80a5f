#include "ui/timeline/header_painter.h"
#include "ui/timeline/timeline_view.h"

#include "core/timeline/clip_map.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

// What the mouse does on the timeline: it becomes requests to the editing session.
namespace cutaway::ui {

using namespace timeline_measures;
using timeline::Tool;

namespace {
constexpr int snapReach = 8; ///< pixels
} // namespace

std::int64_t TimelineView::seekFrame(int x) const {
    const std::int64_t frame = std::max<std::int64_t>(0, m_scale.frameAt(x));
    const auto snap = m_link.session().snapped(frame, m_scale.framesIn(snapReach));
    const bool onPlayhead = snap && *snap == m_link.session().playhead();
    return std::min(snap && !onPlayhead ? *snap : frame, sequence()->durationFrames());
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (!sequence() || event->button() != Qt::LeftButton || m_drag || m_gainDrag)
        return;
    m_pressed = event->pos();
    if (event->pos().x() < headerWidth()) {
        pressHeader(event->pos());
    } else if (event->pos().y() < ruler) {
        m_mouse = Mouse::Seeking;
        Q_EMIT seekRequested(seekFrame(inTracks(event->pos()).x()));
    } else {
        pressTracks(*event);
    }
}

void TimelineView::pressHeader(QPoint at) {
    const auto row = rowAt(m_rows, at.y());
    if (!row)
        return;
    const timeline::Track& track = *sequence()->tracks[row->track];
    const bool sound = track.kind == timeline::TrackKind::Audio;
    const auto hit = [&](HeaderButton button) {
        return headerButtonRect(*row, sound, button, headerWidth()).contains(at);
    };
    using timeline::TrackToggle;
    timeline::EditorSession& session = m_link.session();
    if (const auto member = memberOn(track); member && hit(HeaderButton::Patch)) {
        m_mouse = Mouse::Patching;
        m_patching = *member;
    } else if (hit(HeaderButton::Target)) {
        m_link.report(session.toggle(track.id, TrackToggle::Target, !track.targeted));
    } else if (hit(HeaderButton::Lock)) {
        m_link.report(session.toggle(track.id, TrackToggle::Lock, !track.locked));
    } else if (hit(HeaderButton::Show) || hit(HeaderButton::Mute)) {
        m_link.report(session.toggle(track.id, TrackToggle::Mute, !track.muted));
    } else if (hit(HeaderButton::Solo)) {
        m_link.report(session.toggle(track.id, TrackToggle::Solo, !track.soloed));
    }
}

std::optional<int> TimelineView::memberOn(const timeline::Track& track) const {
    const timeline::EditorSession& session = m_link.session();
    if (track.kind == timeline::TrackKind::Video)
        return m_sourcePicture && session.patchTrack(0) == track.id ? std::optional(0) : std::nullopt;
    for (int member = 1; member <= m_sourceSounds; ++member)
        if (session.patchTrack(member) == track.id)
            return member;
    return std::nullopt;
}

QRect TimelineView::bodyOf(const TimelineHit& hit) const {
    for (const TrackRow& row : m_rows)
        if (hit.clip && row.track == hit.clip->track) {
            const auto frames =
                timeline::framesOf(*sequence()->tracks[row.track], hit.clip->units, sequence()->rate);
            const int left = m_scale.xOf(frames.first);
            return {left, row.top, std::max(1, m_scale.xOf(frames.end) - left - 1), row.height};
        }
    return {};
}

std::optional<GainLine::Hit> TimelineView::gainHit(const TimelineHit& hit, QPoint at) const {
    if (!hit.clip || hit.edge || hit.side || hit.fade || hit.keyframe ||
        m_link.session().tool() != Tool::Select)
        return std::nullopt;
    const timeline::Track& track = *sequence()->tracks[hit.clip->track];
    if (track.kind != timeline::TrackKind::Audio || track.locked)
        return std::nullopt;
    return GainLine(*hit.clip->clip, bodyOf(hit), m_scale, sequence()->rate).hit(at);
}

/// Where it was pressed: on or off. On another track: it goes there.
void TimelineView::releasePatch(QPoint at) {
    timeline::EditorSession& session = m_link.session();
    const auto from = rowAt(m_rows, m_pressed.y());
    const auto to = rowAt(m_rows, at.y());
    if (!from || !to || at.x() >= headerWidth())
        return;
    if (from->track == to->track)
        session.setPatched(m_patching, !session.isPatched(m_patching));
    else
        m_link.report(session.movePatch(m_patching, sequence()->tracks[to->track]->id));
}

void TimelineView::pressTracks(const QMouseEvent& event) {
    timeline::EditorSession& session = m_link.session();
    m_hit = hitAt(*sequence(), m_rows, m_scale, inTracks(event.pos()));
    const bool add = event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    if (!m_hit.clip) {
        if (!add)
            session.select({});
        session.setEditPoint(std::nullopt);
        m_mouse = Mouse::Marquee;
        return;
    }
    const timeline::Track& track = *sequence()->tracks[m_hit.row->track];
    if (session.tool() == Tool::Razor) {
        m_link.report(session.razorAt(m_scale.edgeAt(inTracks(event.pos()).x()), track.id));
        return;
    }
    if (track.locked) {
        Q_EMIT m_link.refused(
            tr("%1 is locked. Unlock it to edit it.").arg(QString::fromStdString(track.name)));
        return;
    }
    if (!m_hit.edge)
        session.setEditPoint(std::nullopt);
    const Uuid clip = m_hit.clip->clip->id;
    const bool selected = session.selection().contains(clip);
    if (event.modifiers() & Qt::ShiftModifier)
        session.toggleSelected(clip);
    else if (!selected)
        session.select({clip});
    if (const auto gain = gainHit(m_hit, inTracks(event.pos()))) {
        m_gainDrag.emplace(m_link, *m_hit.clip, bodyOf(m_hit), m_scale, *gain, inTracks(event.pos()),
                           bool(event.modifiers() & Qt::ControlModifier));
        m_mouse = Mouse::Gain;
        return;
    }
    // A click on one of several selected clips means that one; a drag means all of them.
    m_narrowSelectionOnRelease = selected && !add;
    m_mouse = Mouse::Pressed;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    m_at = event->pos();
    if (!sequence())
        return;
    const QPoint by = event->pos() - m_pressed;
    switch (m_mouse) {
    case Mouse::Nothing:
        hover(event->pos());
        return;
    case Mouse::Seeking:
        Q_EMIT seekRequested(seekFrame(inTracks(event->pos()).x()));
        return;
    case Mouse::Gain:
        m_feedback.label = m_gainDrag->move(inTracks(event->pos()));
        update();
        return;
    case Mouse::Patching:
        update(0, 0, headerWidth(), height());
        return;
    case Mouse::Marquee:
        selectWithin(QRect(m_pressed, event->pos()).normalized(), event->modifiers() & Qt::ShiftModifier);
        update();
        return;
    case Mouse::Pressed:
        if (by.manhattanLength() < QApplication::startDragDistance() / 2 ||
            m_link.session().selection().empty())
            return;
        m_drag.emplace(m_link, m_hit, bool(event->modifiers() & Qt::ControlModifier));
        m_mouse = Mouse::Dragging;
        [[fallthrough]];
    case Mouse::Dragging: {
        const std::int64_t frames =
            m_scale.edgeAt(inTracks(event->pos()).x()) - m_scale.edgeAt(inTracks(m_pressed).x());
        int rows = 0;
        if (const auto row = rowAt(m_rows, event->pos().y());
            row && m_hit.row &&
            sequence()->tracks[row->track]->kind == sequence()->tracks[m_hit.row->track]->kind)
            rows = static_cast<int>(row->track) - static_cast<int>(m_hit.row->track);
        m_feedback = m_drag->move(frames, rows, m_scale.framesIn(snapReach));
        if (!m_feedback.edges.empty())
            Q_EMIT edgesShown(m_feedback.edges);
        update();
        return;
    }
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (m_drag) {
        TimelineDrag drag = *m_drag;
        m_drag.reset();
        drag.finish();
    } else if (m_gainDrag) {
        GainDrag drag = *m_gainDrag;
        m_gainDrag.reset();
        drag.finish();
    } else if (m_mouse == Mouse::Patching) {
        releasePatch(event->pos());
    } else if (m_mouse == Mouse::Pressed && m_hit.clip && m_hit.edge && !m_hit.side &&
               !(event->modifiers() & Qt::ShiftModifier)) {
        takeEditPoint(event->modifiers() & Qt::ControlModifier);
    } else if (m_mouse == Mouse::Pressed && m_hit.keyframe) {
        const auto frames =
            timeline::framesOf(*sequence()->tracks[m_hit.clip->track], m_hit.clip->units, sequence()->rate);
        Q_EMIT seekRequested(frames.first + *m_hit.keyframe);
    } else if (m_mouse == Mouse::Pressed && m_narrowSelectionOnRelease && m_hit.clip) {
        m_link.session().select({m_hit.clip->clip->id});
    }
    stopMouse();
}

/// A click on an edge, without a drag: it is in hand for the trim keys and for numbers.
void TimelineView::takeEditPoint(bool ripple) {
    timeline::EditorSession& session = m_link.session();
    const auto& items = sequence()->tracks[m_hit.row->track]->items;
    const bool tail = *m_hit.edge == timeline::Edge::Tail;
    const std::size_t other = tail ? m_hit.clip->item + 1 : m_hit.clip->item - 1;
    const bool cut = other < items.size() && items[other].clip;
    const bool rolls = session.tool() == Tool::Roll || (session.tool() == Tool::Select && cut && !ripple);
    session.select({});
    session.setEditPoint(timeline::EdgeHandle{m_hit.clip->clip->id, *m_hit.edge,
                                              rolls ? timeline::TrimMode::Roll : timeline::TrimMode::Ripple,
                                              session.linkedSelection()});
    Q_EMIT seekRequested(*session.editPointFrame());
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    if (!sequence() || m_drag || m_gainDrag)
        return;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    QPoint at = event->pos();
    if (byKey) { // what is selected, else what is under the playhead
        const auto& selected = m_link.session().selection();
        const auto place = selected.empty() ? m_link.session().clipUnderPlayhead()
                                            : timeline::findClip(*sequence(), *selected.begin());
        at = place ? pointAt(place->track, timeline::framesOf(*sequence()->tracks[place->track], place->units,
                                                              sequence()->rate)
                                               .first)
                   : QPoint(headerWidth() + 8, ruler + 8);
    }
    if (at.y() < ruler)
        return;
    const bool header = at.x() < headerWidth();
    TimelineHit hit;
    if (header)
        hit.row = rowAt(m_rows, at.y());
    else
        hit = hitAt(*sequence(), m_rows, m_scale, inTracks(at));
    if (!header && hit.clip && !m_link.session().selection().contains(hit.clip->clip->id))
        m_link.session().select({hit.clip->clip->id});
    Q_EMIT menuRequested(hit, mapToGlobal(at), header);
    event->accept();
}

void TimelineView::stopMouse() {
    m_mouse = Mouse::Nothing;
    if (!m_feedback.edges.empty())
        Q_EMIT edgesShown({});
    m_feedback = {};
    m_narrowSelectionOnRelease = false;
    refreshScrollBar();
    update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!sequence() || event->pos().x() < headerWidth() || event->pos().y() < ruler)
        return mousePressEvent(event);
    const TimelineHit hit = hitAt(*sequence(), m_rows, m_scale, inTracks(event->pos()));
    if (!hit.clip || m_link.session().tool() == Tool::Razor ||
        sequence()->tracks[hit.row->track]->kind != timeline::TrackKind::Video)
        return mousePressEvent(event);
    const timeline::Clip& clip = *hit.clip->clip;
    if (clip.graphic) {
        Q_EMIT graphicOpened();
        return;
    }
    Q_EMIT clipOpened(clip.media.sourceId,
                      timeline::sourceUnitAt(clip, hit.frame - hit.clip->units.first, sequence()->rate));
}

void TimelineView::selectWithin(const QRect& marquee, bool add) {
    std::set<Uuid> clips = add ? m_link.session().selection() : std::set<Uuid>();
    for (const TrackRow& row : m_rows) {
        const timeline::Track& track = *sequence()->tracks[row.track];
        if (track.locked || row.top > marquee.bottom() || row.bottom() < marquee.top())
            continue;
        const timeline::TrackIndex index(track);
        for (std::size_t i = 0; i < index.size(); ++i) {
            if (track.items[i].isGap())
                continue;
            const auto frames = timeline::framesOf(track, {index.start(i), index.end(i)}, sequence()->rate);
            const int left = headerWidth() + m_scale.xOf(frames.first);
            const int right = headerWidth() + m_scale.xOf(frames.end);
            if (left <= marquee.right() && right >= marquee.left())
                clips.insert(track.items[i].clip->id);
        }
    }
    m_link.session().select(std::move(clips));
}

void TimelineView::hover(QPoint at) {
    if (at.x() < headerWidth() || at.y() < ruler) {
        unsetCursor();
        update(0, 0, headerWidth(), height());
        return;
    }
    const TimelineHit hit = hitAt(*sequence(), m_rows, m_scale, inTracks(at));
    if (m_link.session().tool() == Tool::Razor)
        setCursor(Qt::CrossCursor);
    else if (hit.side || hit.fade || hit.keyframe)
        setCursor(Qt::SizeHorCursor);
    else if (const auto gain = gainHit(hit, inTracks(at)))
        setCursor(gain->key ? Qt::SizeAllCursor : Qt::SizeVerCursor);
    else if (hit.edge)
        setCursor(m_link.session().tool() == Tool::Roll ? Qt::SplitHCursor : Qt::SizeHorCursor);
    else
        unsetCursor();
    const Uuid over = hit.clip ? hit.clip->clip->id : Uuid();
    if (std::exchange(m_hovered, over) != over)
        update();
}

void TimelineView::leaveEvent(QEvent*) {
    m_at = {-1, -1};
    m_hovered = {};
    update();
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const QPoint steps = event->angleDelta();
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) {
        const int by = steps.y() != 0 ? steps.y() : steps.x();
        m_fitted = false;
        m_scale.zoomAround(inTracks(event->position().toPoint()).x(),
                           by > 0 ? m_scale.zoom() * 5 / 4 + 1 : m_scale.zoom() * 4 / 5);
        refreshScrollBar();
        update();
    } else {
        if ((event->modifiers() & Qt::ShiftModifier) && m_rowBar->maximum() > 0) {
            m_rowBar->setValue(m_rowBar->value() - (steps.y() != 0 ? steps.y() : steps.x()) / 2);
            event->accept();
            return;
        }
        m_fitted = false;
        setScroll(m_scale.scroll() - (steps.x() != 0 ? steps.x() : steps.y()));
    }
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_gainDrag) {
        GainDrag drag = *m_gainDrag;
        m_gainDrag.reset();
        drag.cancel();
        stopMouse();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_drag) {
        TimelineDrag drag = *m_drag;
        m_drag.reset();
        drag.cancel();
        stopMouse();
        return;
    }
    QWidget::keyPressEvent(event);
}

void TimelineView::dragEnterEvent(QDragEnterEvent* event) {
    if (sequence() && event->mimeData()->hasFormat(QLatin1String(rangesMimeType)))
        event->acceptProposedAction();
}

void TimelineView::dragMoveEvent(QDragMoveEvent* event) {
    const std::int64_t frame =
        std::max<std::int64_t>(0, m_scale.edgeAt(inTracks(event->position().toPoint()).x()));
    m_dropFrame = m_link.session().snapped(frame, m_scale.framesIn(snapReach)).value_or(frame);
    event->acceptProposedAction();
    update();
}

void TimelineView::dragLeaveEvent(QDragLeaveEvent*) {
    m_dropFrame.reset();
    update();
}

void TimelineView::dropEvent(QDropEvent* event) {
    const std::int64_t frame = m_dropFrame.value_or(0);
    m_dropFrame.reset();
    update();
    const QByteArray ids = event->mimeData()->data(QLatin1String(rangesMimeType));
    Q_EMIT selectsDropped(QString::fromLatin1(ids).split(QLatin1Char('\n'), Qt::SkipEmptyParts), frame,
                          !(event->modifiers() & Qt::ShiftModifier));
    event->acceptProposedAction();
}

} // namespace cutaway::ui
