#include "ui/cut/trim_monitor.h"

#include "core/timeline/source_position.h"
#include "ui/cut/trim_pane.h"
#include "ui/session/cloud_session.h"
#include "ui/timeline/session_link.h"
#include "ui/viewer/player_link.h"
#include "ui/viewer/video_view.h"
#include "ui/viewer/viewer_panel.h"

#include <tuple>

namespace cutaway::ui {

TrimMonitor::TrimMonitor(CloudSession& cloud, SessionLink& link, ViewerPanel& source, ViewerPanel& programme,
                         playback::AudioOutput* audio)
    : QObject(&source)
    , m_cloud(cloud)
    , m_link(link)
    , m_leaving(new TrimPane(cloud, source, audio))
    , m_coming(new TrimPane(cloud, programme, audio)) {
    for (const auto signal : {&SessionLink::selectionChanged, &SessionLink::sequenceChanged,
                              &SessionLink::playheadChanged, &SessionLink::opened})
        connect(&link, signal, this, &TrimMonitor::follow);
    connect(&cloud, &CloudSession::opened, this, &TrimMonitor::dismiss); // its media is another
}

TrimMonitor::~TrimMonitor() = default;

bool TrimMonitor::isVisible() const {
    return m_leaving->isVisible() || m_coming->isVisible();
}

VideoView* TrimMonitor::view() const {
    return m_leaving->view(0);
}

QString TrimMonitor::caption() const {
    return m_leaving->caption(0);
}

void TrimMonitor::dismiss() {
    m_follower = nullptr;
    m_mode = Mode::InHand;
    m_leaving->dismiss();
    m_coming->dismiss();
}

/// One tile stands on a frame of the sequence: the last one ahead of an edge, or the first one behind it.
void TrimMonitor::park(TrimPane& pane, std::size_t index, std::int64_t frame, bool last) {
    PlayerLink& player = pane.player(index);
    player.setSequence(frame < 0 ? nullptr : m_link.session().sequence());
    if (frame < 0)
        pane.view(index)->setPicture(nullptr);
    else
        player.seek(frame);
    say(pane, index, frame, last);
}

void TrimMonitor::say(TrimPane& pane, std::size_t index, std::int64_t frame, bool last) {
    const timeline::EditorSession& session = m_link.session();
    const timeline::SequencePtr& sequence = session.sequence();
    const auto place = frame >= 0 ? session.pictureAt(frame) : std::nullopt;
    if (!place) {
        pane.setCaption(index, last ? tr("Nothing before the edit") : tr("Nothing after the edit"));
        return;
    }
    // What is trimmed is the angle's time; where that is not known, the sequence's.
    const auto source = timeline::sourceAt(*sequence, frame, session.sources());
    const std::string timecode = source ? timecodeText(source->timecode, source->format)
                                        : timecodeText(sequence->startFrame + frame, sequence->timecode());
    pane.setCaption(index,
                    (last ? tr("Last frame of %1, %2") : tr("First frame of %1, %2"))
                        .arg(QString::fromStdString(place->clip->name), QString::fromStdString(timecode)));
}

void TrimMonitor::follow() {
    if (m_mode != Mode::InHand)
        return;
    const bool open = m_link.isOpen();
    const auto frame = open ? m_link.session().editPointFrame() : std::nullopt;
    // Who goes elsewhere looks at something else.
    if (!frame || *frame <= 0 || m_link.session().playhead() != *frame || m_link.session().isDragging()) {
        dismiss();
        return;
    }
    m_coming->dismiss();
    m_leaving->present(1);
    park(*m_leaving, 0, *frame - 1, true);
}

void TrimMonitor::showEdges(const std::vector<std::int64_t>& frames) {
    if (frames.empty() || !m_link.isOpen()) {
        m_mode = Mode::InHand;
        follow();
        return;
    }
    m_mode = Mode::Dragged;
    const std::size_t half = frames.size() / 2;
    m_leaving->present(half);
    m_coming->present(half);
    for (std::size_t i = 0; i < frames.size(); ++i)
        park(i < half ? *m_leaving : *m_coming, i < half ? i : i - half, frames[i], i % 2 == 0);
}

PlayerLink& TrimMonitor::beginPlay(const timeline::TrimSides& sides) {
    const std::int64_t frame = m_link.session().editPointFrame().value_or(0);
    m_mode = Mode::Played;
    m_leaving->present(1);
    m_coming->present(1);
    for (const auto& [pane, sequence, at] :
         {std::tuple(m_leaving, sides.leaving, frame - 1), std::tuple(m_coming, sides.coming, frame)}) {
        if (!sequence) {
            park(*pane, 0, at, pane == m_leaving);
            continue;
        }
        pane->player(0).setSequence(sequence);
        pane->player(0).seek(sides.origin);
    }
    PlayerLink& left = m_leaving->player(0);
    PlayerLink& right = m_coming->player(0);
    m_follower = !(sides.leaving && sides.coming) ? nullptr : sides.leavingLeads ? &right : &left;
    return sides.leavingLeads ? left : right;
}

void TrimMonitor::showMoved() {
    const auto frame = m_link.session().editPointFrame();
    if (m_mode != Mode::Played || !frame)
        return;
    say(*m_leaving, 0, *frame - 1, true);
    say(*m_coming, 0, *frame, false);
}

void TrimMonitor::endPlay() {
    m_follower = nullptr;
    m_mode = Mode::InHand;
    follow();
}

} // namespace cutaway::ui
