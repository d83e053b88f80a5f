#include "ui/cut/trim_play.h"

#include "ui/cut/trim_monitor.h"
#include "ui/timeline/session_link.h"
#include "ui/viewer/player_link.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace cutaway::ui {

TrimPlay::TrimPlay(SessionLink& link, TrimMonitor& monitor, QWidget& timeline, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_monitor(monitor) {
    timeline.installEventFilter(this);
    connect(&link, &SessionLink::opened, this, [this] {
        m_running = false; // what was in hand belonged to another sequence
        close();
    });
    // Prepared for K that is held, and then nothing was played.
    for (const auto signal :
         {&SessionLink::selectionChanged, &SessionLink::playheadChanged, &SessionLink::sequenceChanged})
        connect(&link, signal, this, [this] {
            if (m_lead && !m_running && !m_ending)
                close();
        });
}

bool TrimPlay::isReady() const {
    if (m_running)
        return true;
    if (!m_link.isOpen() || m_link.session().isDragging())
        return false;
    const auto frame = m_link.session().editPointFrame();
    return frame && *frame == m_link.session().playhead();
}

PlayerLink& TrimPlay::player() {
    prepare();
    return *m_lead;
}

bool TrimPlay::prepare() {
    if (m_lead)
        return true;
    auto sides = m_link.session().editSides();
    if (!sides) {
        Q_EMIT m_link.refused(QString::fromStdString(sides.error().message));
        m_sides = {};
    } else {
        m_sides = std::move(*sides);
    }
    m_lead = &m_monitor.beginPlay(m_sides);
    connect(m_lead, &PlayerLink::positionChanged, this, &TrimPlay::moved);
    connect(m_lead, &PlayerLink::stateChanged, this, [this](const playback::PlayerState& state) {
        if (state.speed.paused())
            stopped();
    });
    return sides.ok();
}

void TrimPlay::shuttle(int direction) {
    if (!prepare() || !m_sides.lead())
        return;
    if (!m_running) {
        if (!m_lead->hasMedia()) {
            Q_EMIT m_link.refused(tr("The media is not reachable now. Trim by number, or try again later."));
            return;
        }
        m_link.session().beginDrag();
        m_running = true;
        Q_EMIT started();
    }
    m_lead->shuttle(direction);
    if (PlayerLink* follower = m_monitor.follower()) {
        const auto speed = m_lead->state().speed;
        follower->playFrom(m_lead->position(), speed);
    }
}

void TrimPlay::moved(std::int64_t position) {
    if (!m_running)
        return;
    if (const auto done = m_link.session().playTrim(position - m_sides.origin); !done)
        Q_EMIT m_link.refused(QString::fromStdString(done.error().message));
    m_monitor.showMoved();
}

/// By K, by Space, or because there is no more media.
void TrimPlay::stopped() {
    if (!std::exchange(m_running, false))
        return;
    const std::int64_t frames = m_lead->position() - m_sides.origin;
    m_ending = true;
    m_link.report(m_link.session().endTrimPlay());
    m_ending = false;
    close();
    Q_EMIT ended(frames);
}

void TrimPlay::finish() {
    if (m_running)
        m_lead->stop();
}

void TrimPlay::cancel() {
    if (!std::exchange(m_running, false))
        return;
    m_lead->stop();
    m_link.session().cancelDrag();
    close();
    Q_EMIT ended(0);
}

void TrimPlay::close() {
    if (m_lead)
        m_lead->disconnect(this);
    m_lead.clear();
    m_monitor.endPlay();
}

bool TrimPlay::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress)
        finish();
    return QObject::eventFilter(watched, event);
}

} // namespace cutaway::ui
