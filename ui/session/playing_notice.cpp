#include "ui/session/playing_notice.h"

#include "ui/session/cloud_session.h"

namespace cutaway::ui {

namespace {
constexpr int repeatAfter = 5000; // ms; the cloud keeps our word for 15 s
}

PlayingNotice::PlayingNotice(CloudSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    m_repeat.setInterval(repeatAfter);
    connect(&m_repeat, &QTimer::timeout, this, [this] { tell(true); });
    connect(&m_session, &CloudSession::opened, this, [this] {
        m_told = false;
        m_asked = false; // what is under way goes to the former cloud
        if (!m_playing.empty())
            tell(true);
    });
}

void PlayingNotice::setPlaying(const QObject* viewer, bool playing) {
    const bool before = !m_playing.empty();
    if (playing)
        m_playing.insert(viewer);
    else
        m_playing.erase(viewer);
    const bool now = !m_playing.empty();
    if (now == before)
        return;
    if (now)
        m_repeat.start();
    else
        m_repeat.stop();
    tell(now);
}

void PlayingNotice::tell(bool playing) {
    const auto cloud = m_session.cloud();
    if (!cloud || m_asked)
        return;
    m_asked = true;
    m_session.tasks().run(
        this,
        [cloud, client = m_client, playing](std::stop_token stop) {
            return cloud->sayPlaying(client, playing, stop);
        },
        [this, cloud, playing](const Result<void>& heard) {
            if (cloud != m_session.cloud())
                return;
            m_asked = false;
            if (heard)
                m_told = playing;
            // A cloud that is away is asked again with the timer; a stop that it missed runs out by itself.
            if (heard && m_told == m_playing.empty())
                tell(!m_playing.empty());
        });
}

} // namespace cutaway::ui
