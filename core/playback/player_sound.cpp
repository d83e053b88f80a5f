#include "core/playback/player_sound.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

constexpr std::chrono::milliseconds patience{1000}; // a device that takes nothing for so long is lost

} // namespace

bool PlayerSound::start(timeline::SequencePtr sequence, const SoundRun& run, bool growing,
                        Clock::TimePoint now) {
    stop();
    // The device first: where there is none, no sound is fetched. Until the feeder is there it hears silence.
    if (!m_output || !m_output->start(m_feeder.ring()))
        return false;
    m_feeder.start(std::move(sequence), run, growing);
    m_leads = true;
    m_heard = m_noticed = 0;
    m_noticedAt = now;
    return true;
}

void PlayerSound::extend(timeline::SequencePtr sequence, bool growing) {
    if (m_leads)
        m_feeder.extend(std::move(sequence), growing);
}

void PlayerSound::stop() {
    if (m_leads)
        m_output->stop(m_feeder.ring());
    m_feeder.stop();
    m_leads = false;
}

std::int64_t PlayerSound::heard() {
    if (m_leads && !m_output->failed(m_feeder.ring()))
        m_heard = std::max(m_heard, m_output->heard());
    return m_heard;
}

bool PlayerSound::lost(Clock::TimePoint now) {
    if (!m_leads)
        return false;
    if (m_output->failed(m_feeder.ring()))
        return true;
    const AudioRing& ring = m_feeder.ring();
    if (heard() > m_noticed || ring.written() == ring.read()) // without sound to take, the network is slow
        m_noticedAt = now;
    m_noticed = m_heard;
    return now - m_noticedAt >= patience;
}

} // namespace cutaway::playback
