#include "core/loudness/live_meter.h"

#include <algorithm>
#include <vector>

namespace cutaway::loudness {

namespace {
constexpr std::size_t channels = 2;
constexpr std::size_t block = sampleRate / 20; ///< stereo samples from one reading to the next
} // namespace

LiveMeter::LiveMeter()
    : m_thread([this](std::stop_token stop) { run(stop); }) {}

LiveMeter::~LiveMeter() {
    m_thread.request_stop();
    wake();
    m_thread.join();
}

void LiveMeter::wake() {
    m_ticket.fetch_add(1, std::memory_order_release);
    m_ticket.notify_all();
}

void LiveMeter::hear(std::span<const std::int32_t> interleaved) {
    const std::uint64_t at = m_written.load(std::memory_order_relaxed);
    const auto room = capacity - static_cast<std::size_t>(at - m_read.load(std::memory_order_acquire));
    const std::size_t count = std::min(interleaved.size(), room) / channels * channels;
    for (std::size_t i = 0; i < count; ++i)
        m_ring[(at + i) % capacity] = interleaved[i];
    m_written.store(at + count, std::memory_order_release);
    wake();
}

LiveMeter::State LiveMeter::take() {
    const std::lock_guard lock(m_mutex);
    const State now = m_state;
    m_state.truePeak = {};
    return now;
}

void LiveMeter::restart() {
    m_restarts.fetch_add(1, std::memory_order_release);
    wake();
}

void LiveMeter::settle() {
    const std::uint64_t until = m_written.load(std::memory_order_acquire);
    for (std::uint64_t read = m_read.load(std::memory_order_acquire); read < until;
         read = m_read.load(std::memory_order_acquire))
        m_read.wait(read, std::memory_order_acquire);
}

void LiveMeter::run(std::stop_token stop) {
    std::unique_ptr<Meter> meter;
    std::uint32_t restarts = m_restarts.load(std::memory_order_acquire) - 1;
    std::uint64_t measured = 0;
    std::vector<std::int32_t> piece(block * channels);
    while (!stop.stop_requested()) {
        const std::uint32_t seen = m_ticket.load(std::memory_order_acquire);
        if (const auto asked = m_restarts.load(std::memory_order_acquire); asked != restarts) {
            restarts = asked;
            measured = 0;
            auto made = Meter::make(channels);
            meter = made ? std::move(made).value() : nullptr;
            const std::lock_guard lock(m_mutex);
            m_state.reading = {};
            m_state.measured = 0;
        }
        const std::uint64_t at = m_read.load(std::memory_order_relaxed);
        const auto ready = static_cast<std::size_t>(m_written.load(std::memory_order_acquire) - at);
        const auto toReading = block - static_cast<std::size_t>(measured % block);
        const std::size_t count = std::min(ready, toReading * channels);
        if (count == 0) {
            m_ticket.wait(seen, std::memory_order_acquire);
            continue;
        }
        for (std::size_t i = 0; i < count; ++i)
            piece[i] = m_ring[(at + i) % capacity];
        if (meter && !meter->add(std::span(piece).first(count)))
            meter.reset(); // out of memory: nothing is shown rather than something wrong
        measured += count / channels;
        {
            // Three seconds of sound go into a reading: not worth it for every few samples.
            std::optional<Reading> reading;
            if (!meter)
                reading = Reading{};
            else if (measured % block == 0)
                reading = meter->reading();
            const std::array<double, 2> peaks{meter ? meter->takeTruePeak(0) : 0,
                                              meter ? meter->takeTruePeak(1) : 0};
            const std::lock_guard lock(m_mutex);
            if (reading)
                m_state.reading = *reading;
            m_state.truePeak = {std::max(m_state.truePeak[0], peaks[0]),
                                std::max(m_state.truePeak[1], peaks[1])};
            m_state.heard += count / channels;
            m_state.measured = measured;
        }
        m_read.store(at + count, std::memory_order_release);
        m_read.notify_all();
    }
}

} // namespace cutaway::loudness
