#include "app/bench/bench_sound_device.h"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <vector>

namespace cutaway::bench {

namespace {

constexpr std::size_t block = 480; // samples in a hundredth of a second
constexpr std::chrono::milliseconds period{10};
constexpr std::int64_t quietSamples = 48;
constexpr std::int32_t quietLevel = 1 << 20; // 66 dB below full scale

} // namespace

BenchSoundDevice::BenchSoundDevice()
    : m_thread([this](const std::stop_token& stop) { run(stop); }) {}

bool BenchSoundDevice::start(playback::AudioRing& ring) {
    const std::lock_guard lock(m_mutex);
    m_ring = &ring;
    m_began = false;
    m_quiet = 0;
    m_heard = 0;
    return true;
}

void BenchSoundDevice::stop(const playback::AudioRing& ring) {
    const std::lock_guard lock(m_mutex);
    if (m_ring == &ring)
        m_ring = nullptr;
}

bool BenchSoundDevice::failed(const playback::AudioRing& ring) const {
    const std::lock_guard lock(m_mutex);
    return m_ring != &ring;
}

void BenchSoundDevice::listen(std::span<const std::int32_t> interleaved) {
    for (std::size_t i = 0; i < interleaved.size(); i += 2) {
        m_quiet = std::abs(interleaved[i]) < quietLevel ? m_quiet + 1 : 0;
        if (m_quiet == quietSamples)
            ++m_gaps;
    }
}

void BenchSoundDevice::run(const std::stop_token& stop) {
    std::vector<std::int32_t> samples(block * 2);
    std::mutex mutex; // nobody wakes it: it only waits for its time
    std::condition_variable_any time;
    auto next = std::chrono::steady_clock::now();
    while (!stop.stop_requested()) {
        next += period;
        {
            std::unique_lock lock(mutex);
            time.wait_until(lock, stop, next, [] { return false; });
        }
        const std::lock_guard lock(m_mutex);
        if (!m_ring)
            continue;
        const std::size_t count = m_ring->pull(samples);
        listen(std::span(samples).first(count * 2));
        if (m_began && count < block)
            ++m_gaps;
        m_began = m_began || count > 0;
        m_heard += static_cast<std::int64_t>(count);
        m_samples += static_cast<std::int64_t>(count);
    }
}

} // namespace cutaway::bench
