#include "core/cloud/ingest/live_pace.h"

#include <condition_variable>
#include <mutex>

namespace cutaway::cloud {

namespace {

std::chrono::nanoseconds nanoseconds(const Timestamp& time) {
    return std::chrono::nanoseconds(static_cast<std::int64_t>(time.totalNanoseconds()));
}

} // namespace

LivePace::LivePace(Timestamp done)
    : m_start(std::chrono::steady_clock::now() - nanoseconds(done)) {}

Result<void> LivePace::waitFor(const Timestamp& end, std::stop_token stop) const {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_until(lock, stop, m_start + nanoseconds(end), [] { return false; });
    if (stop.stop_requested())
        return Error{ErrorCategory::Cancelled, "Stopped.", {}};
    return {};
}

} // namespace cutaway::cloud
