#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace cutaway::playback {

/// The time that pictures keep. An interface so that tests can play an hour in a second.
class Clock {
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0;
    /// Waits on `condition` until notified, until `deadline` on this clock, or until `stop` asks.
    virtual void waitUntil(std::condition_variable_any& condition, std::unique_lock<std::mutex>& lock,
                           TimePoint deadline, std::stop_token stop) = 0;
};

/// The steady clock of the system.
class SteadyClock final : public Clock {
public:
    TimePoint now() const override;
    void waitUntil(std::condition_variable_any& condition, std::unique_lock<std::mutex>& lock,
                   TimePoint deadline, std::stop_token stop) override;
};

} // namespace cutaway::playback
