#include "core/playback/clock.h"

namespace cutaway::playback {

Clock::TimePoint SteadyClock::now() const {
    return std::chrono::steady_clock::now();
}

void SteadyClock::waitUntil(std::condition_variable_any& condition, std::unique_lock<std::mutex>& lock,
                            TimePoint deadline, std::stop_token stop) {
    // With the stop inside the wait, none that comes just before it is missed.
    int looks = 0;
    condition.wait_until(lock, std::move(stop), deadline, [&looks] { return looks++ > 0; });
}

} // namespace cutaway::playback
