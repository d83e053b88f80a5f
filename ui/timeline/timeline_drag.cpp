#include "ui/timeline/timeline_drag.h"

#include "ui/timeline/clip_handles.h"

#include <QObject>

#include <algorithm>
#include <cstdlib>

namespace cutaway::ui {

using timeline::Edge;
using timeline::Tool;
using timeline::TrimMode;

namespace {

QString signedFrames(std::int64_t frames) {
    return QStringLiteral("%1%2 f")
        .arg(frames < 0 ? QStringLiteral("\u2212") : QStringLiteral("+"))
        .arg(std::abs(frames));
}

QString durationText(std::int64_t frames, const timeline::Sequence& sequence) {
    return QString::fromStdString(timecodeText(frames, sequence.timecode()));
}

/// Where a transition lies, in frames of the sequence.
timeline::UnitRange transitionFrames(const timeline::TransitionPlace& place, const timeline::Track& track,
                                     FrameRate rate) {
    return timeline::framesOf(track, place.units(), rate);
}

/// Below the name strip a transition is taken before the clips under it.
void findTransition(TimelineHit& hit, const timeline::Sequence& sequence, const timeline::Track& track,
                    const TimeScale& scale, int x) {
    for (auto& place : timeline::transitionsOf(track)) {
        const timeline::UnitRange frames = transitionFrames(place, track, sequence.rate);
        const int left = scale.xOf(frames.first);
        const int right = scale.xOf(frames.end);
        const int reach = std::min(timeline_measures::trimZone, std::max(1, (right - left) / 4));
        if (x < left - reach || x > right + reach)
            continue;
        if (std::abs(x - left) <= reach)
            hit.side = Edge::Head;
        else if (std::abs(x - right) <= reach)
            hit.side = Edge::Tail;
        hit.transition = std::move(place);
        return;
    }
}

/// What lies on the clip itself: its keyframes, and the handles of fades that it does not have.
void findHandles(TimelineHit& hit, const timeline::Sequence& sequence, const timeline::Track& track,
                 const TimeScale& scale, QPoint at) {
    const timeline::UnitRange frames = timeline::framesOf(track, hit.clip->units, sequence.rate);
    const int left = scale.xOf(frames.first);
    const QRect body(left, hit.row->top, std::max(1, scale.xOf(frames.end) - left - 1), hit.row->height);
    hit.keyframe = keyframeAt(body, *hit.clip->clip, scale, at);
    for (const Edge edge : {Edge::Head, Edge::Tail})
        if (!hit.keyframe && canFade(track, hit.clip->item, edge) && fadeHandle(body, edge).contains(at))
            hit.fade = edge;
}

} // namespace

TimelineHit hitAt(const timeline::Sequence& sequence, const std::vector<TrackRow>& rows,
                  const TimeScale& scale, QPoint at) {
    TimelineHit hit;
    hit.frame = std::max<std::int64_t>(0, scale.frameAt(at.x()));
    hit.row = rowAt(rows, at.y());
    if (!hit.row)
        return hit;
    const timeline::Track& track = *sequence.tracks[hit.row->track];
    if (at.y() >= hit.row->top + std::min(timeline_measures::nameStrip, hit.row->height / 2))
        findTransition(hit, sequence, track, scale, at.x());
    hit.clip = timeline::clipAt(sequence, hit.row->track, hit.frame);
    if (hit.transition && hit.side) {
        const auto& carrier = hit.transition->coming ? hit.transition->coming : hit.transition->leaving;
        hit.clip = timeline::findClip(sequence, carrier->id);
        return hit;
    }
    // An edge is taken from outside too, where there is no clip or the neighbour's inside begins.
    const auto zone = [&](const timeline::ClipPlace& place, Edge edge) {
        const timeline::UnitRange frames = timeline::framesOf(track, place.units, sequence.rate);
        const int left = scale.xOf(frames.first);
        const int right = scale.xOf(frames.end);
        const int reach = std::min(timeline_measures::trimZone, (right - left) / 4);
        return std::abs(at.x() - (edge == Edge::Head ? left : right)) <= reach;
    };
    if (hit.clip) {
        if (zone(*hit.clip, Edge::Head))
            hit.edge = Edge::Head;
        else if (zone(*hit.clip, Edge::Tail))
            hit.edge = Edge::Tail;
        else
            findHandles(hit, sequence, track, scale, at);
        return hit;
    }
    for (const auto& [distance, edge] : {std::pair(-timeline_measures::trimZone, Edge::Tail),
                                         std::pair(timeline_measures::trimZone, Edge::Head)}) {
        auto beside = timeline::clipAt(sequence, hit.row->track,
                                       std::max<std::int64_t>(0, scale.frameAt(at.x() + distance)));
        if (beside && zone(*beside, edge)) {
            hit.clip = std::move(beside);
            hit.edge = edge;
            return hit;
        }
    }
    return hit;
}

TimelineDrag::TimelineDrag(SessionLink& link, const TimelineHit& start, bool control)
    : m_link(link)
    , m_clip(*start.clip) {
    timeline::EditorSession& session = link.session();
    const timeline::Sequence& sequence = *session.sequence();
    m_frames = timeline::framesOf(*sequence.tracks[m_clip.track], m_clip.units, sequence.rate);
    if (start.transition && start.side) {
        m_kind = Kind::Transition;
        m_transition = start.transition;
        m_side = *start.side;
    } else if (start.keyframe && session.tool() == Tool::Select) {
        m_kind = Kind::Keyframe;
        m_keyframe = m_frames.first + *start.keyframe;
    } else if (start.fade && session.tool() == Tool::Select) {
        m_kind = Kind::Fade;
        m_side = *start.fade;
    } else if (start.edge) {
        const Tool tool = session.tool();
        m_kind = Kind::Trim;
        m_handle = {m_clip.clip->id, *start.edge,
                    tool == Tool::Roll                ? TrimMode::Roll
                    : tool == Tool::Ripple || control ? TrimMode::Ripple
                                                      : TrimMode::Normal,
                    session.linkedSelection()};
    } else if (session.tool() == Tool::Slip) {
        m_kind = Kind::Slip;
    } else if (session.tool() == Tool::Slide) {
        m_kind = Kind::Slide;
    } else if (control) {
        m_kind = Kind::Rearrange;
    }
    session.beginDrag();
}

DragFeedback TimelineDrag::move(std::int64_t frames, int rows, std::int64_t reach) {
    switch (m_kind) {
    case Kind::Trim:
        return trimTo(frames, reach);
    case Kind::Slip:
        return slipTo(frames);
    case Kind::Slide:
        return slideTo(frames);
    case Kind::Transition:
        return transitionTo(frames);
    case Kind::Fade:
        return fadeTo(frames);
    case Kind::Keyframe:
        return keyframeTo(frames, reach);
    case Kind::Move:
    case Kind::Rearrange:
        break;
    }
    return moveTo(frames, rows, reach);
}

DragFeedback TimelineDrag::moveTo(std::int64_t frames, int rows, std::int64_t reach) {
    timeline::EditorSession& session = m_link.session();
    DragFeedback feedback;
    if (m_kind == Kind::Rearrange) {
        const std::int64_t at = std::max<std::int64_t>(0, m_frames.first + frames);
        const auto snap = session.snapped(at, std::max(reach, m_frames.count() / 2), session.selection());
        feedback.snapFrame = snap;
        m_link.report(session.dragRearrange(snap.value_or(at)));
        return feedback;
    }
    // Head and tail snap; the nearer one wins.
    const auto head = session.snapped(m_frames.first + frames, reach, session.selection());
    const auto tail = session.snapped(m_frames.end + frames, reach, session.selection());
    const std::int64_t headBy = head ? *head - m_frames.first - frames : 0;
    const std::int64_t tailBy = tail ? *tail - m_frames.end - frames : 0;
    if (head && (!tail || std::abs(headBy) <= std::abs(tailBy))) {
        frames += headBy;
        feedback.snapFrame = head;
    } else if (tail) {
        frames += tailBy;
        feedback.snapFrame = tail;
    }
    frames = std::max(frames, -m_frames.first);
    m_link.report(session.dragMove(frames, rows));
    feedback.label = signedFrames(frames);
    return feedback;
}

DragFeedback TimelineDrag::trimTo(std::int64_t frames, std::int64_t reach) {
    timeline::EditorSession& session = m_link.session();
    DragFeedback feedback;
    const std::int64_t edge = m_handle.edge == Edge::Head ? m_frames.first : m_frames.end;
    feedback.snapFrame =
        session.snapped(edge + frames, reach, timeline::withCompanions(*session.sequence(), {m_handle.clip}));
    if (feedback.snapFrame)
        frames = *feedback.snapFrame - edge;
    const auto limits = timeline::trimRange(*session.history().committed(), m_handle, session.sources());
    const auto moved = session.dragTrim(m_handle, frames);
    if (!moved || !limits) {
        Q_EMIT m_link.refused(QString::fromStdString(moved ? limits.error().message : moved.error().message));
        return feedback;
    }
    if (*moved != frames)
        feedback.snapFrame.reset();
    feedback.atLimit = (*moved == limits->earliest && limits->atEarliest == timeline::TrimLimit::Media) ||
                       (*moved == limits->latest && limits->atLatest == timeline::TrimLimit::Media);
    // Where the edge is now: a ripple of the head moves what is shown, not the edge.
    const bool stays = m_handle.mode == TrimMode::Ripple && m_handle.edge == Edge::Head;
    feedback.edgeFrame = stays ? edge : edge + *moved;
    feedback.edge = m_handle.edge;
    feedback.edges = {*feedback.edgeFrame - 1, *feedback.edgeFrame};
    feedback.clips = timeline::withCompanions(*session.sequence(), {m_handle.clip});
    if (const auto place = timeline::findClip(*session.sequence(), m_handle.clip)) {
        const auto& track = *session.sequence()->tracks[place->track];
        const auto now = timeline::framesOf(track, place->units, session.sequence()->rate);
        feedback.label =
            signedFrames(*moved) + QStringLiteral("  ") + durationText(now.count(), *session.sequence());
    }
    return feedback;
}

DragFeedback TimelineDrag::slipTo(std::int64_t frames) {
    // Dragging to the right shows what came earlier, as if the picture were pulled through the clip.
    DragFeedback feedback;
    m_link.report(m_link.session().dragSlip(m_clip.clip->id, -frames));
    feedback.edges = {m_frames.first - 1, m_frames.first, m_frames.end - 1, m_frames.end};
    if (const auto place = timeline::findClip(*m_link.session().sequence(), m_clip.clip->id))
        feedback.label = signedFrames(place->clip->in - m_clip.clip->in);
    return feedback;
}

DragFeedback TimelineDrag::slideTo(std::int64_t frames) {
    DragFeedback feedback;
    m_link.report(m_link.session().dragSlide(m_clip.clip->id, frames));
    if (const auto place = timeline::findClip(*m_link.session().sequence(), m_clip.clip->id)) {
        const auto& track = *m_link.session().sequence()->tracks[place->track];
        const auto now = timeline::framesOf(track, place->units, m_link.session().sequence()->rate);
        feedback.label = signedFrames(now.first - m_frames.first);
        feedback.edges = {now.first - 1, now.first, now.end - 1, now.end};
    }
    return feedback;
}

/// One end follows the mouse; the other stays. What the media does not allow is said, and not taken.
DragFeedback TimelineDrag::transitionTo(std::int64_t frames) {
    timeline::EditorSession& session = m_link.session();
    const timeline::Sequence& sequence = *session.history().committed();
    const timeline::Track& track = *sequence.tracks[m_clip.track];
    const std::int64_t by = timeline::Sequence::unitsAtFrame(track, frames, sequence.rate);
    timeline::Transition wanted = m_transition->transition;
    if (m_side == Edge::Head)
        wanted.before = std::max<std::int64_t>(0, wanted.before - by);
    else
        wanted.after = std::max<std::int64_t>(0, wanted.after + by);
    const bool fadesOut = !m_transition->coming;
    const auto& carrier = fadesOut ? m_transition->leaving : m_transition->coming;
    DragFeedback feedback;
    const auto done = wanted.duration() > 0
                          ? session.dragTransition(carrier->id, fadesOut ? Edge::Tail : Edge::Head, wanted)
                          : Result<void>();
    feedback.atLimit = !done;
    const std::int64_t length = timeline::framesOf(track, {0, wanted.duration()}, sequence.rate).count();
    feedback.label = done ? QStringLiteral("%1 f").arg(length) : QString::fromStdString(done.error().message);
    return feedback;
}

/// As far into the clip as the handle is pulled; at its start there is none.
DragFeedback TimelineDrag::fadeTo(std::int64_t frames) {
    timeline::EditorSession& session = m_link.session();
    const timeline::Sequence& sequence = *session.history().committed();
    const timeline::Track& track = *sequence.tracks[m_clip.track];
    const std::int64_t length =
        std::clamp<std::int64_t>(m_side == Edge::Head ? frames : -frames, 0, m_frames.count());
    // The fade at the other end keeps its room.
    const auto& head = m_clip.clip->head;
    const auto& tail = m_clip.clip->tail;
    const std::int64_t taken = m_side == Edge::Head ? (tail ? tail->before : 0) : (head ? head->after : 0);
    const std::int64_t units = std::min(timeline::Sequence::unitsAtFrame(track, length, sequence.rate),
                                        m_clip.units.count() - taken);
    std::optional<timeline::Transition> wanted;
    if (units > 0)
        wanted = timeline::Transition{timeline::TransitionKind::Dissolve, m_side == Edge::Head ? 0 : units,
                                      m_side == Edge::Head ? units : 0};
    m_link.report(session.dragTransition(m_clip.clip->id, m_side, wanted));
    DragFeedback feedback;
    feedback.label =
        QObject::tr("fade %1 f")
            .arg(timeline::framesOf(track, {0, std::max<std::int64_t>(0, units)}, sequence.rate).count());
    return feedback;
}

DragFeedback TimelineDrag::keyframeTo(std::int64_t frames, std::int64_t reach) {
    timeline::EditorSession& session = m_link.session();
    DragFeedback feedback;
    const std::int64_t last = m_frames.end - 1;
    std::int64_t to = std::clamp(m_keyframe + frames, m_frames.first, last);
    // To the playhead and to marks, as clips do.
    feedback.snapFrame = session.snapped(to, reach, {m_clip.clip->id});
    if (feedback.snapFrame)
        to = std::clamp(*feedback.snapFrame, m_frames.first, last);
    m_link.report(session.dragKeyframes(m_clip.clip->id, m_keyframe, to));
    feedback.label = signedFrames(to - m_keyframe);
    return feedback;
}

void TimelineDrag::finish() {
    m_link.report(m_link.session().endDrag());
}

void TimelineDrag::cancel() {
    m_link.session().cancelDrag();
}

} // namespace cutaway::ui
