#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

namespace cutaway::playback {

/// Stereo samples on their way to the device: one thread writes, one reads, neither locks, allocates or logs.
class AudioRing {
public:
    static constexpr std::size_t capacity = 1 << 15; ///< stereo samples: 0.68 s

    /// Writer: how many samples fit.
    std::size_t space() const { return capacity - static_cast<std::size_t>(written() - read()); }
    /// Writer: `interleaved` holds at most space() stereo samples.
    void push(std::span<const std::int32_t> interleaved) {
        const std::uint64_t at = written();
        for (std::size_t i = 0; i < interleaved.size(); ++i)
            m_samples[(at * 2 + i) % m_samples.size()] = interleaved[i];
        m_written.store(at + interleaved.size() / 2, std::memory_order_release);
    }
    /// Reader: fills what there is and returns how many stereo samples that were; the rest is left alone.
    std::size_t pull(std::span<std::int32_t> interleaved) {
        const std::uint64_t at = read();
        const auto ready = static_cast<std::size_t>(written() - at);
        const std::size_t count = interleaved.size() / 2 < ready ? interleaved.size() / 2 : ready;
        for (std::size_t i = 0; i < count * 2; ++i)
            interleaved[i] = m_samples[(at * 2 + i) % m_samples.size()];
        m_read.store(at + count, std::memory_order_release);
        wakeWriter();
        return count;
    }

    std::uint64_t written() const { return m_written.load(std::memory_order_acquire); }
    std::uint64_t read() const { return m_read.load(std::memory_order_acquire); }

    /// Only while nobody reads or writes.
    void reset() {
        m_written = 0;
        m_read = 0;
    }

    /// Writer: sleeps until the reader has taken something or wakeWriter() is called; `seen` is the last
    /// ticket.
    std::uint32_t ticket() const { return m_ticket.load(std::memory_order_acquire); }
    void waitForReader(std::uint32_t seen) const { m_ticket.wait(seen, std::memory_order_acquire); }
    void wakeWriter() {
        m_ticket.fetch_add(1, std::memory_order_release);
        m_ticket.notify_one();
    }

private:
    std::array<std::int32_t, capacity * 2> m_samples{};
    std::atomic<std::uint64_t> m_written{0};
    std::atomic<std::uint64_t> m_read{0};
    std::atomic<std::uint32_t> m_ticket{0};
};

/// A sound device, which plays one ring at a time. Implemented above core; called on the players' threads.
class AudioOutput {
public:
    virtual ~AudioOutput() = default;
    /// Begins to pull 48 kHz stereo from `ring`, and no longer from another one. False: there is no device
    /// now. A ring stays until it was stopped.
    virtual bool start(AudioRing& ring) = 0;
    /// Ends pulling from `ring` before it returns; what the device still holds of it is dropped. Nothing
    /// happens when the device has another ring.
    virtual void stop(const AudioRing& ring) = 0;
    /// Samples pulled from its ring and heard since start(); never goes back. Any thread.
    virtual std::int64_t heard() const = 0;
    /// True once the device has vanished since it was started for `ring`, or has been given another. Any
    /// thread.
    virtual bool failed(const AudioRing& ring) const = 0;
};

} // namespace cutaway::playback
