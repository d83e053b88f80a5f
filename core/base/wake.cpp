#include "core/base/wake.h"

#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace cutaway {

WakeOnStop::WakeOnStop(std::stop_token stop)
    : m_fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_stop(std::move(stop)) {
    m_callback.emplace(m_stop, [fd = m_fd] {
        const std::uint64_t one = 1;
        // The counter cannot be full: this is its only write.
        [[maybe_unused]] const auto written = write(fd, &one, sizeof one);
    });
}

WakeOnStop::~WakeOnStop() {
    m_callback.reset(); // waits for a callback that is running: only then may the descriptor go
    if (m_fd >= 0)
        close(m_fd);
}

} // namespace cutaway
