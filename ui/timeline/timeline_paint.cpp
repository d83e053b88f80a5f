#include "core/timeline/edits/adjust.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/timeline/clip_handles.h"
#include "ui/timeline/clip_painter.h"
#include "ui/timeline/header_painter.h"
#include "ui/timeline/ruler_painter.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/timeline_words.h"

#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace cutaway::ui {

using namespace timeline_measures;
using theme::Token;

namespace {

/// A muted track that is soloed silences nothing, and sound hides no picture: as what is played is planned.
bool anySolo(const timeline::Sequence& sequence, timeline::TrackKind kind) {
    return std::any_of(sequence.tracks.begin(), sequence.tracks.end(), [kind](const auto& track) {
        return track->kind == kind && track->soloed && !track->muted;
    });
}

} // namespace

bool TimelineView::isHidden(const timeline::Sequence& sequence, const timeline::Track& track) {
    return track.muted || (!track.soloed && anySolo(sequence, track.kind));
}

void TimelineView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(event->rect(), theme::colour(Token::Bg0));
    painter.fillRect(0, 0, headerWidth() - 1, ruler, theme::colour(Token::Bg2));
    if (!sequence())
        return;
    const QRect tracks = tracksRect();
    painter.save();
    painter.setClipRect(tracks);
    painter.translate(tracks.left(), 0);
    paintTracks(painter, event->rect().intersected(tracks).translated(-tracks.left(), 0));
    painter.restore();
    paintHeaders(painter);
}

void TimelineView::paintTracks(QPainter& painter, const QRect& visible) {
    const QRect tracks = tracksRect();
    const timeline::EditorSession& session = m_link.session();
    if (m_linkedOf != session.sequence()) {
        m_linkedOf = session.sequence();
        m_linked.emplace(*m_linkedOf);
    }
    painter.save();
    painter.setClipRect(QRect(0, ruler, tracks.width(), tracks.height() - ruler), Qt::IntersectClip);
    for (const TrackRow& row : m_rows) {
        if (row.bottom() < ruler || row.top > tracks.height())
            continue;
        painter.fillRect(visible.left(), row.top, visible.width(), row.height, theme::colour(Token::Bg1));
        paintTrack(painter, row, visible);
        paintTransitions(painter, row, visible);
    }
    paintEditPoint(painter);
    paintFadeHandles(painter);
    painter.restore();
    if (sequence()->durationFrames() == 0)
        paintEmpty(painter);
    if (session.markIn() && session.markOut()) {
        // What is marked, down through the tracks.
        QColor shade = theme::colour(Token::Output);
        shade.setAlphaF(0.10F);
        const int left = m_scale.xOf(*session.markIn());
        painter.fillRect(left, ruler, m_scale.xOf(*session.markOut()) - left, tracks.height() - ruler, shade);
    }
    paintRuler(painter, {0, 0, tracks.width(), ruler}, m_scale, *sequence(), session.markIn(),
               session.markOut());
    paintFeedback(painter);
    paintPlayhead(painter, m_scale.xOf(session.playhead()), tracks.height());
}

void TimelineView::paintTrack(QPainter& painter, const TrackRow& row, const QRect& visible) {
    const timeline::Track& track = *sequence()->tracks[row.track];
    const bool sound = track.kind == timeline::TrackKind::Audio;
    const timeline::TrackIndex index(track);
    const std::int64_t from = timeline::Sequence::unitsAtFrame(
        track, std::max<std::int64_t>(0, m_scale.frameAt(visible.left() - 2)), sequence()->rate);
    QRect dense; // clips too narrow to tell apart, so far
    for (std::size_t i = index.firstEndingAfter(from); i < index.size(); ++i) {
        const ClipLook look = lookOf(track, index, i);
        const int left = m_scale.xOf(look.firstFrame);
        const int right = m_scale.xOf(look.endFrame);
        if (left > visible.right())
            break;
        if (track.items[i].isGap())
            continue;
        // One dark pixel between clips belongs to the clip before it.
        const QRect body(left, row.top, std::max(1, right - left - 1), row.height);
        if (body.width() < 3) {
            if (!dense.isNull() && body.left() <= dense.right() + 2) {
                dense = dense.united(body);
                continue;
            }
            if (!dense.isNull())
                paintDensity(painter, dense, sound);
            dense = body;
            continue;
        }
        paintClip(painter, body, visible, look, m_scale, m_thumbnails, m_waveforms);
    }
    if (!dense.isNull())
        paintDensity(painter, dense, sound);
    if (track.locked) {
        painter.fillRect(visible.left(), row.top, visible.width(), row.height,
                         QBrush(theme::colour(Token::Line), Qt::BDiagPattern));
    }
}

ClipLook TimelineView::lookOf(const timeline::Track& track, const timeline::TrackIndex& index,
                              std::size_t item) const {
    ClipLook look;
    const timeline::UnitRange frames =
        timeline::framesOf(track, {index.start(item), index.end(item)}, sequence()->rate);
    look.firstFrame = frames.first;
    look.endFrame = frames.end;
    look.sequenceRate = sequence()->rate;
    look.sound = track.kind == timeline::TrackKind::Audio;
    look.clip = track.items[item].clip.get();
    if (!look.clip)
        return look;
    const timeline::EditorSession& session = m_link.session();
    look.selected = session.selection().contains(look.clip->id);
    look.trackHidden = isHidden(*sequence(), track);
    look.continuesBefore = item > 0 && timeline::goesOn(track.items[item - 1], track.items[item], track.rate);
    look.continuesAfter = item + 1 < track.items.size() &&
                          timeline::goesOn(track.items[item], track.items[item + 1], track.rate);
    if (const auto source = session.sources().find(look.clip->media.sourceId);
        source != session.sources().end())
        look.source = &source->second;
    // Only where there is room to say it.
    constexpr int wideEnough = 32;
    if (m_scale.widthOf(frames.count()) >= wideEnough)
        look.outOfStep = m_linked->framesOutOfStep(*look.clip, frames.first, session.sources());
    return look;
}

void TimelineView::paintTransitions(QPainter& painter, const TrackRow& row, const QRect& visible) {
    const timeline::Track& track = *sequence()->tracks[row.track];
    for (const timeline::TransitionPlace& place : timeline::transitionsOf(track)) {
        const auto frames = timeline::framesOf(track, place.units(), sequence()->rate);
        const int left = m_scale.xOf(frames.first);
        const int right = m_scale.xOf(frames.end);
        if (right < visible.left() || left > visible.right())
            continue;
        TransitionLook look;
        look.kind = place.transition.kind;
        look.frames = frames.count();
        look.fadesIn = !place.leaving;
        look.fadesOut = !place.coming;
        const std::int64_t missing = timeline::missingHandle(place, track.rate, m_link.session().sources());
        look.missingFrames =
            missing > 0 ? timeline::framesOf(track, {0, missing}, sequence()->rate).count() : 0;
        const int strip = std::min(nameStrip, row.height / 2);
        paintTransition(painter, {left, row.top + strip, std::max(2, right - left), row.height - strip},
                        look);
    }
}

/// Of the clip under the mouse, where it could fade.
void TimelineView::paintFadeHandles(QPainter& painter) {
    const auto place = m_mouse == Mouse::Nothing && !m_hovered.isNil()
                           ? timeline::findClip(*sequence(), m_hovered)
                           : std::nullopt;
    if (!place || m_link.session().tool() != timeline::Tool::Select)
        return;
    const timeline::Track& track = *sequence()->tracks[place->track];
    const auto frames = timeline::framesOf(track, place->units, sequence()->rate);
    const int left = m_scale.xOf(frames.first);
    for (const TrackRow& row : m_rows) {
        if (row.track != place->track || track.locked)
            continue;
        const QRect body(left, row.top, std::max(1, m_scale.xOf(frames.end) - left - 1), row.height);
        for (const timeline::Edge edge : {timeline::Edge::Head, timeline::Edge::Tail})
            if (const QRect handle = fadeHandle(body, edge);
                !handle.isEmpty() && canFade(track, place->item, edge))
                paintFadeHandle(painter, handle);
    }
}

/// White brackets on the sides of the cut that the edit point in hand moves.
void TimelineView::paintEditPoint(QPainter& painter) {
    const timeline::EditorSession& session = m_link.session();
    const auto frame = session.editPointFrame();
    if (!frame || m_mouse == Mouse::Dragging)
        return;
    const timeline::EdgeHandle& point = *session.editPoint();
    const int x = m_scale.xOf(*frame);
    const std::set<Uuid> clips =
        point.linked ? timeline::withCompanions(*sequence(), {point.clip}) : std::set<Uuid>{point.clip};
    const QColor colour =
        theme::colour(point.mode == timeline::TrimMode::Ripple ? Token::Warning : Token::Selection);
    const auto bracket = [&](const TrackRow& row, bool toTheLeft) {
        painter.fillRect(toTheLeft ? x - 3 : x, row.top, 3, row.height, colour);
        const int left = toTheLeft ? x - 9 : x;
        painter.fillRect(left, row.top, 9, 3, colour);
        painter.fillRect(left, row.bottom() - 3, 9, 3, colour);
    };
    for (const TrackRow& row : m_rows) {
        const timeline::Track& track = *sequence()->tracks[row.track];
        const auto here = timeline::clipAt(
            *sequence(), row.track,
            point.edge == timeline::Edge::Head ? *frame : std::max<std::int64_t>(0, *frame - 1));
        if (track.locked || !here || !clips.contains(here->clip->id))
            continue;
        const bool tail = point.edge == timeline::Edge::Tail;
        bracket(row, tail);
        if (point.mode == timeline::TrimMode::Roll)
            bracket(row, !tail);
    }
}

void TimelineView::paintHeaders(QPainter& painter) {
    const timeline::EditorSession& session = m_link.session();
    painter.save();
    painter.setClipRect(0, ruler, headerWidth(), height() - ruler);
    for (const TrackRow& row : m_rows) {
        const timeline::Track& track = *sequence()->tracks[row.track];
        HeaderLook look;
        look.sound = track.kind == timeline::TrackKind::Audio;
        const auto member = memberOn(track);
        look.patchable = member.has_value();
        look.patched = member && session.isPatched(*member);
        if (member)
            look.patch = look.sound ? QStringLiteral("A%1").arg(*member) : QStringLiteral("V1");
        if (m_mouse == Mouse::Patching && row.top <= m_at.y() && m_at.y() < row.bottom() &&
            look.sound == (m_patching > 0)) {
            look.patchable = true; // where it would go if it were let go here
            look.patched = true;
            look.patch = look.sound ? QStringLiteral("A%1").arg(m_patching) : QStringLiteral("V1");
        }
        look.targeted = track.targeted;
        look.locked = track.locked;
        look.muted = track.muted;
        look.soloed = track.soloed;
        look.syncLocked = track.syncLocked;
        look.button = trackPlace(track.kind, row.number);
        look.name = QString::fromStdString(track.name);
        look.language = QString::fromStdString(track.language);
        paintHeader(painter, row, look, headerWidth(), m_at);
    }
    painter.restore();
}

void TimelineView::paintFeedback(QPainter& painter) {
    const int bottom = tracksRect().height();
    const auto line = [&](std::int64_t frame) {
        painter.fillRect(m_scale.xOf(frame), ruler, 1, bottom - ruler, theme::colour(Token::Selection));
    };
    if (m_dropFrame) {
        line(*m_dropFrame);
        return;
    }
    if (m_mouse == Mouse::Marquee) {
        const QRect marquee(inTracks(m_pressed), inTracks(m_at));
        painter.setPen(theme::colour(Token::Selection));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(marquee.normalized());
        return;
    }
    if (m_mouse != Mouse::Dragging && m_mouse != Mouse::Gain)
        return;
    if (m_feedback.snapFrame)
        line(*m_feedback.snapFrame);
    if (m_feedback.edgeFrame) {
        const int x = m_scale.xOf(*m_feedback.edgeFrame);
        const int side = m_feedback.edge == timeline::Edge::Head ? 5 : -6;
        const QColor colour = theme::colour(m_feedback.atLimit ? Token::Over : Token::Selection);
        for (const TrackRow& row : m_rows)
            for (const timeline::Item& item : sequence()->tracks[row.track]->items)
                if (item.clip && m_feedback.clips.contains(item.clip->id)) {
                    const int left = std::min(x, x + side);
                    painter.fillRect(x - 1, row.top, 2, row.height, colour);
                    painter.fillRect(left, row.top, 6, 2, colour);
                    painter.fillRect(left, row.bottom() - 2, 6, 2, colour);
                }
    }
    if (m_feedback.label.isEmpty())
        return;
    QString text = m_feedback.label;
    if (m_feedback.atLimit)
        text += QStringLiteral("  ") + tr("end of the picture");
    const QFont font = theme::numbers(11, QFont::Medium);
    const QSize size(QFontMetrics(font).horizontalAdvance(text) + 16, 22);
    QPoint at = inTracks(m_at) + QPoint(14, -size.height() - 8);
    at.setX(std::clamp(at.x(), 0, std::max(0, tracksRect().width() - size.width())));
    at.setY(std::max(at.y(), ruler + 2));
    painter.fillRect(QRect(at, size), theme::colour(Token::Bg0));
    painter.setPen(theme::colour(m_feedback.atLimit ? Token::Over : Token::ControlBorder));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRect(at, size).adjusted(0, 0, -1, -1));
    painter.setPen(theme::colour(Token::Text1));
    painter.setFont(font);
    painter.drawText(QRect(at, size), Qt::AlignCenter, text);
}

/// "Press [,] to insert the marked part", with the key drawn.
void TimelineView::paintEmpty(QPainter& painter) {
    const QString before = tr("Press");
    const QString after = tr("to insert the marked part");
    const QFont font = theme::words(13, QFont::Medium);
    const QFont keyFont = theme::numbers(13, QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QString key = m_insertKey.isEmpty() ? QStringLiteral(",") : m_insertKey;
    const int keyWidth = std::max(26, QFontMetrics(keyFont).horizontalAdvance(key) + 14);
    constexpr int gap = 8;
    const int width =
        metrics.horizontalAdvance(before) + metrics.horizontalAdvance(after) + keyWidth + 2 * gap;
    int x = (tracksRect().width() - width) / 2;
    const int middle = m_rows.empty() ? 60 : (m_rows.front().top + m_rows.back().bottom()) / 2;
    const auto word = [&](const QString& text) {
        painter.setFont(font);
        painter.setPen(theme::colour(Token::Text2));
        const int advance = metrics.horizontalAdvance(text);
        painter.drawText(QRect(x, middle - 12, advance + 2, 24), Qt::AlignVCenter, text);
        x += advance + gap;
    };
    word(before);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::colour(Token::ControlBorder));
    painter.setBrush(theme::colour(Token::Bg3));
    const QRectF cap(x + 0.5, middle - 12.5, keyWidth, 25);
    painter.drawRoundedRect(cap, 4, 4);
    painter.setFont(keyFont);
    painter.setPen(theme::colour(Token::Text1));
    painter.drawText(cap, Qt::AlignCenter, key);
    painter.restore();
    x += keyWidth + gap;
    word(after);
}

} // namespace cutaway::ui
