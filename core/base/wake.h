#pragma once

#include <functional>
#include <optional>
#include <stop_token>

namespace cutaway {

/// A file descriptor that becomes readable when a stop is requested, for waits in poll(). Movable by nobody:
/// keep it on the stack of the wait.
class WakeOnStop {
public:
    explicit WakeOnStop(std::stop_token stop);
    ~WakeOnStop();
    WakeOnStop(const WakeOnStop&) = delete;
    WakeOnStop& operator=(const WakeOnStop&) = delete;

    int fd() const { return m_fd; }
    bool stopRequested() const { return m_stop.stop_requested(); }

private:
    int m_fd = -1;
    std::stop_token m_stop;
    std::optional<std::stop_callback<std::function<void()>>> m_callback;
};

} // namespace cutaway
