#include "app/demo/playing_watch.h"

namespace cutaway {

PlayingWatch::PlayingWatch(std::shared_ptr<tams::HttpClient> http)
    : m_stream(
          std::move(http),
          [this](const catalogue::StreamEvent& event) {
              if (event.type == "reset")
                  hear(false); // what was missed is asked again with the next report
              if (event.type == "playing" && event.data.is_object())
                  hear(event.data.value("playing", tams::Json()) == true);
          },
          [this](catalogue::LinkState state, const std::string&) {
              if (state != catalogue::LinkState::Connected)
                  hear(false);
          },
          catalogue::EventStream::Listener::Background) {}

std::int64_t PlayingWatch::heard() const {
    const std::lock_guard lock(m_mutex);
    return m_heard;
}

void PlayingWatch::answered(bool playing, std::int64_t heardBefore) {
    const std::lock_guard lock(m_mutex);
    if (m_heard == heardBefore)
        m_playing = playing;
}

void PlayingWatch::waitForSilence(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, std::move(stop), [this] { return !m_playing; });
}

void PlayingWatch::hear(bool playing) {
    const std::lock_guard lock(m_mutex);
    ++m_heard;
    m_playing = playing;
    m_changed.notify_all();
}

} // namespace cutaway
