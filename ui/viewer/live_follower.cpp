#include "ui/viewer/live_follower.h"

#include "ui/viewer/viewer_panel.h"

#include <QScopedValueRollback>

namespace cutaway::ui {

namespace {

constexpr int lookEvery = 100; // ms: the badge counts tenths of a second
constexpr playback::Speed catchingUp{11, 10};

playback::LiveEdge::TimePoint now() {
    return std::chrono::steady_clock::now();
}

} // namespace

LiveFollower::LiveFollower(PlayerLink& player, ViewerPanel* panel, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_panel(panel) {
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &LiveFollower::look);
    connect(&player, &PlayerLink::touched, this, [this] {
        if (!m_own)
            stopChasing();
    });
}

void LiveFollower::grewTo(FrameRate rate, std::int64_t frames) {
    if (m_edge)
        m_edge->grewTo(frames, now());
    else
        m_edge.emplace(rate, frames, now());
    m_look.start();
    look();
}

void LiveFollower::end() {
    m_edge.reset();
    m_look.stop();
    stopChasing();
    if (m_panel)
        m_panel->setLive({}, false);
}

std::int64_t LiveFollower::tenthsBehind() const {
    return m_edge ? m_edge->tenthsBehind(m_player.position(), now()) : 0;
}

bool LiveFollower::goLive() {
    if (!m_edge)
        return false;
    m_chasing = true;
    join();
    look();
    return true;
}

void LiveFollower::join() {
    const QScopedValueRollback own(m_own, true);
    m_faster = false;
    m_player.playFrom(m_edge->joinFrame(now()), {1, 1});
}

void LiveFollower::stopChasing() {
    m_chasing = m_faster = false;
}

void LiveFollower::chase() {
    using Follow = playback::LiveEdge::Follow;
    if (!m_player.isPlaying()) {
        stopChasing();
        return;
    }
    const Follow follow = m_edge->follow(m_player.position(), m_faster, now());
    if (follow == Follow::Jump) {
        join();
    } else if ((follow == Follow::Faster) != m_faster) {
        const QScopedValueRollback own(m_own, true);
        m_faster = !m_faster;
        m_player.playFrom(m_player.position(), m_faster ? catchingUp : playback::Speed{1, 1});
    }
}

void LiveFollower::look() {
    if (!m_edge)
        return;
    if (m_chasing)
        chase();
    const std::int64_t tenths = tenthsBehind();
    if (m_panel)
        m_panel->setLive(tr("Live -%1.%2 s").arg(tenths / 10).arg(tenths % 10), m_chasing);
}

} // namespace cutaway::ui
