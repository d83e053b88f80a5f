#include "core/playback/sound_scrubber.h"

#include "core/playback/sound_feeder.h"

namespace cutaway::playback {

namespace {

constexpr std::chrono::seconds restTime{2}; // with no burst for so long the hand rests
constexpr std::int64_t fadeSamples = 96;    // 2 ms: no click at either end

void fadeEnds(std::vector<std::int32_t>& stereo) {
    const auto frames = static_cast<std::int64_t>(stereo.size() / 2);
    for (std::int64_t i = 0; i < std::min(fadeSamples, frames / 2); ++i)
        for (std::int64_t channel = 0; channel < 2; ++channel)
            for (const std::int64_t at : {i * 2 + channel, (frames - 1 - i) * 2 + channel}) {
                auto& sample = stereo[static_cast<std::size_t>(at)];
                sample = static_cast<std::int32_t>(std::int64_t{sample} * i / fadeSamples);
            }
}

} // namespace

SoundScrubber::SoundScrubber(SoundLoader& sounds, const MonitorDesk& desk, AudioOutput* output)
    : m_sounds(sounds)
    , m_desk(desk)
    , m_output(output) {
    if (m_output)
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

SoundScrubber::~SoundScrubber() {
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_ring.wakeWriter();
    m_thread.join();
    release();
}

void SoundScrubber::hear(timeline::SequencePtr sequence, std::int64_t firstSample) {
    const std::lock_guard lock(m_mutex);
    m_want = Want{std::move(sequence), firstSample};
    m_wake.notify_all();
    m_ring.wakeWriter();
}

void SoundScrubber::beSilent() {
    const std::lock_guard lock(m_mutex);
    m_want.reset();
    release();
    m_ring.wakeWriter();
}

/// Under the lock, or when the thread has ended.
void SoundScrubber::release() {
    if (!m_holds)
        return;
    m_output->stop(m_ring);
    m_ring.reset();
    m_holds = false;
}

/// Under the lock: the device has nearly spoken what it was given, or there is none any more.
bool SoundScrubber::ready() const {
    return !m_holds || m_output->failed(m_ring) ||
           m_ring.written() - m_ring.read() <= static_cast<std::uint64_t>(burstSamples) / 2;
}

void SoundScrubber::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (!m_wake.wait_for(lock, stop, restTime, [this] { return m_want.has_value(); })) {
            release();
            m_wake.wait(lock, stop, [this] { return m_want.has_value(); });
            continue;
        }
        // What is being spoken is spoken to its end; each new want looks again.
        if (const std::uint32_t seen = m_ring.ticket(); !ready()) {
            lock.unlock();
            m_ring.waitForReader(seen);
            lock.lock();
            continue;
        }
        const Want want = *m_want;
        lock.unlock();
        auto burst = mixedSound(m_sounds, *want.sequence, *m_desk.now(), want.first, burstSamples, stop);
        fadeEnds(burst);
        lock.lock();
        if (!m_want || m_want->first != want.first || m_want->sequence != want.sequence)
            continue; // the hand has moved on while this was fetched
        m_want.reset();
        play(burst);
    }
}

/// Under the lock, so that nobody begins to play meanwhile.
void SoundScrubber::play(std::span<const std::int32_t> burst) {
    if (m_holds && m_output->failed(m_ring))
        release();
    if (!m_holds)
        m_holds = m_output->start(m_ring);
    if (m_holds && m_ring.space() >= burst.size() / 2)
        m_ring.push(burst);
}

} // namespace cutaway::playback
