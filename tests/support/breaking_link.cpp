#include "tests/support/breaking_link.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cutaway::test {

namespace {

constexpr int lookEvery = 50; // milliseconds: how soon a cut is noticed by what is open

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

BreakingLink::BreakingLink(int port)
    : m_target(port)
    , m_ended(::eventfd(0, EFD_CLOEXEC)) {
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        std::fprintf(stderr, "test set-up: no link\n");
        std::abort();
    }
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this] { accept(); });
}

BreakingLink::~BreakingLink() {
    const std::uint64_t one = 1;
    (void)!::write(m_ended, &one, sizeof one);
    m_thread.join();
    m_connections.clear();
    ::close(m_listener);
    ::close(m_ended);
}

void BreakingLink::set(Break where, const std::string& request) {
    const std::lock_guard lock(m_mutex);
    m_where = where;
    m_request = request;
}

BreakingLink::Break BreakingLink::breakFor(const std::string& bytes) const {
    const std::lock_guard lock(m_mutex);
    if (m_where == Break::Everything || m_where == Break::Never)
        return m_where;
    return bytes.find(m_request) != std::string::npos ? m_where : Break::Never;
}

void BreakingLink::accept() {
    for (;;) {
        std::array<pollfd, 2> waits{{{m_listener, POLLIN, 0}, {m_ended, POLLIN, 0}}};
        ::poll(waits.data(), waits.size(), -1);
        if (waits[1].revents != 0)
            return;
        if (const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC); client >= 0)
            m_connections.emplace_back([this, client] { serve(client); });
    }
}

void BreakingLink::serve(int client) {
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(m_target);
    bool open = breakFor({}) != Break::Everything &&
                ::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    std::array<char, 65536> bytes{};
    bool answerIsCut = false;
    const auto pass = [&](int from, int to) {
        const auto got = ::recv(from, bytes.data(), bytes.size(), 0);
        if (got <= 0)
            return false;
        const auto size = static_cast<std::size_t>(got);
        if (from == client) {
            const Break here = breakFor(std::string(bytes.data(), size));
            answerIsCut = answerIsCut || here == Break::AfterAnswer;
            if (here == Break::BeforeServer) {
                ++m_broken;
                return false;
            }
        } else if (answerIsCut) {
            ++m_broken;
            return false;
        }
        return ::send(to, bytes.data(), size, MSG_NOSIGNAL) == got;
    };
    while (open) {
        std::array<pollfd, 3> waits{{{client, POLLIN, 0}, {server, POLLIN, 0}, {m_ended, POLLIN, 0}}};
        ::poll(waits.data(), waits.size(), lookEvery);
        open = waits[2].revents == 0 && breakFor({}) != Break::Everything;
        if (open && waits[0].revents != 0)
            open = pass(client, server);
        if (open && waits[1].revents != 0)
            open = pass(server, client);
    }
    ::close(client);
    ::close(server);
}

} // namespace cutaway::test
