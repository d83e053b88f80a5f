#include "core/playback/clock.h"

namespace cutaway::playback {

Clock::TimePoint SteadyClock::now() const {
    return std::chrono::steady_clock::now();
}

void SteadyClock::waitUntil(std::condition_variable_any& condition, std::unique_lock<std::mutex>& lock,
                            TimePoint deadline, std::stop_token stop) {
    const std::stop_callback wake(stop, [&condition] { condition.notify_all(); });
    if (!stop.stop_requested())
        condition.wait_until(lock, deadline);
}

} // namespace cutaway::playback
