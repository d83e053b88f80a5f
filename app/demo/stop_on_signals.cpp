#include "app/demo/stop_on_signals.h"

#include "core/base/wake.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace cutaway {

namespace {

void waitForSignal(int signals, std::stop_source wanted, std::stop_token end) {
    const WakeOnStop wake(std::move(end));
    std::array<pollfd, 2> watched{pollfd{signals, POLLIN, 0}, pollfd{wake.fd(), POLLIN, 0}};
    while (::poll(watched.data(), watched.size(), -1) < 0 && errno == EINTR) {
    }
    if (watched[0].revents != 0)
        wanted.request_stop();
    ::close(signals);
}

} // namespace

StopOnSignals::StopOnSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::jthread([descriptor = ::signalfd(-1, &signals, SFD_CLOEXEC), wanted = m_stop](
                                std::stop_token end) { waitForSignal(descriptor, wanted, std::move(end)); });
}

} // namespace cutaway
