#pragma once

#include "core/loudness/meter.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <span>
#include <stop_token>
#include <thread>

namespace cutaway::loudness {

/// Measures the stereo sound that goes to a device, on a thread of its own. The device's thread hands it in
/// and never waits; whoever draws asks for the newest.
class LiveMeter {
public:
    struct State {
        Reading reading;
        std::array<double, 2> truePeak{}; ///< left, right, since they were last taken; 1 is full scale
        std::uint64_t heard = 0;          ///< stereo samples measured since the program began
        std::uint64_t measured = 0;       ///< stereo samples since the measurement began
    };

    LiveMeter();
    ~LiveMeter();
    LiveMeter(const LiveMeter&) = delete;
    LiveMeter& operator=(const LiveMeter&) = delete;

    /// Interleaved stereo, full scale 2^31. One thread at a time; neither locks, allocates nor waits. What
    /// the measuring thread is too late for is left out.
    void hear(std::span<const std::int32_t> interleaved);
    /// The newest; its true peaks begin anew. Any thread.
    State take();
    /// Integrated loudness and maxima begin anew with what is heard next. Any thread.
    void restart();
    /// Returns once all that was heard has been measured; readings are made twenty times a second of sound.
    /// Any thread but the one that hears.
    void settle();

private:
    static constexpr std::size_t capacity = std::size_t{1} << 17; ///< values: 1.4 s of stereo
    void run(std::stop_token stop);
    void wake();

    // Written by the device's thread, read by the measuring one, and the other way round.
    std::array<std::int32_t, capacity> m_ring{};
    std::atomic<std::uint64_t> m_written{0};
    std::atomic<std::uint64_t> m_read{0};
    std::atomic<std::uint32_t> m_ticket{0}; ///< changes with every piece of news for the measuring thread
    std::atomic<std::uint32_t> m_restarts{0};

    std::mutex m_mutex;
    State m_state; ///< guarded
    std::jthread m_thread;
};

} // namespace cutaway::loudness
