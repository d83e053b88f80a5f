#include "app/bench/home_link.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <cerrno>
#include <deque>
#include <list>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace cutaway::bench {

namespace {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;

constexpr std::size_t chunkBytes = 4096;
constexpr std::size_t maxQueued = 256 * 1024; ///< bytes on their way in one direction of one connection
constexpr std::chrono::milliseconds burst{2}; ///< how much unused capacity a link may save up

class Socket {
public:
    explicit Socket(int descriptor = -1)
        : m_descriptor(descriptor) {}
    Socket(Socket&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    Socket& operator=(Socket&& other) noexcept {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~Socket() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void prepare(const Socket& socket) {
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

/// One direction of one connection: what has been read and is not yet due.
struct Pipe {
    struct Chunk {
        Time due;
        std::vector<char> bytes; ///< empty: the end
    };
    std::deque<Chunk> chunks;
    std::size_t queued = 0;
    bool ended = false;   ///< nothing more to read
    bool blocked = false; ///< the receiver takes no more for the moment
};

struct Connection {
    Socket user;
    Socket server;
    Time opensAt;
    Pipe up;
    Pipe down;
    bool broken = false;
};

} // namespace

class HomeLink::Relay {
public:
    Relay(Socket listener, std::uint16_t port, std::uint16_t target, const LinkShape& shape)
        : m_listener(std::move(listener))
        , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_port(port)
        , m_target(target)
        , m_shape(shape)
        , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

    ~Relay() {
        m_thread.request_stop();
        const std::uint64_t one = 1;
        (void)!::write(m_wake.get(), &one, sizeof one);
    }

    std::uint16_t port() const { return m_port; }
    std::int64_t bytesDown() const { return m_bytesDown; }
    int connections() const { return m_accepted; }

private:
    void run(const std::stop_token& stop);
    void accept();
    void open(Connection& connection) const;
    void readUp(Connection& connection) const;
    void readDown(Connection& connection);
    static void deliver(Pipe& pipe, const Socket& to, Connection& connection, Time now);
    void step(Time now);
    std::optional<Time> nextTime() const;

    Socket m_listener;
    Socket m_wake;
    const std::uint16_t m_port;
    const std::uint16_t m_target;
    const LinkShape m_shape;
    std::atomic<std::int64_t> m_bytesDown{0};
    std::atomic<int> m_accepted{0};

    // The relay's thread only.
    std::list<Connection> m_connections;
    Time m_free; ///< when the link has sent what it has taken

    std::jthread m_thread;
};

void HomeLink::Relay::accept() {
    Socket user(::accept4(m_listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (user.get() < 0)
        return;
    prepare(user);
    ++m_accepted;
    Connection connection;
    connection.user = std::move(user);
    connection.opensAt = Clock::now() + 2 * m_shape.oneWay;
    m_connections.push_back(std::move(connection));
}

void HomeLink::Relay::open(Connection& connection) const {
    Socket server(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = loopback(m_target);
    if (::connect(server.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        connection.broken = true;
        return;
    }
    prepare(server);
    connection.server = std::move(server);
}

void HomeLink::Relay::readUp(Connection& connection) const {
    std::array<char, chunkBytes> buffer;
    const ssize_t count = ::recv(connection.user.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) { // the user has hung up: what was still on its way is of no use
        connection.broken = true;
        return;
    }
    connection.up.chunks.push_back({Clock::now() + m_shape.oneWay, {buffer.begin(), buffer.begin() + count}});
    connection.up.queued += static_cast<std::size_t>(count);
}

void HomeLink::Relay::readDown(Connection& connection) {
    std::array<char, chunkBytes> buffer;
    const ssize_t count = ::recv(connection.server.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    const Time now = Clock::now();
    if (count <= 0) {
        connection.down.ended = true;
        connection.down.chunks.push_back({std::max(m_free, now) + m_shape.oneWay, {}});
        return;
    }
    m_free = std::max(m_free, now - burst) +
             std::chrono::nanoseconds(count * 8 * 1'000'000'000 / m_shape.downBits);
    connection.down.chunks.push_back(
        {std::max(m_free, now) + m_shape.oneWay, {buffer.begin(), buffer.begin() + count}});
    connection.down.queued += static_cast<std::size_t>(count);
    m_bytesDown += count;
}

void HomeLink::Relay::deliver(Pipe& pipe, const Socket& to, Connection& connection, Time now) {
    pipe.blocked = false;
    while (!pipe.chunks.empty() && pipe.chunks.front().due <= now) {
        Pipe::Chunk& chunk = pipe.chunks.front();
        if (chunk.bytes.empty()) {
            connection.broken = true; // all that came before has been passed on
            return;
        }
        const ssize_t sent =
            ::send(to.get(), chunk.bytes.data(), chunk.bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && (errno == EAGAIN || errno == EINTR)) {
            pipe.blocked = true;
            return;
        }
        if (sent < 0) {
            connection.broken = true;
            return;
        }
        pipe.queued -= static_cast<std::size_t>(sent);
        if (static_cast<std::size_t>(sent) < chunk.bytes.size()) {
            chunk.bytes.erase(chunk.bytes.begin(), chunk.bytes.begin() + sent);
            pipe.blocked = true;
            return;
        }
        pipe.chunks.pop_front();
    }
}

void HomeLink::Relay::step(Time now) {
    for (Connection& connection : m_connections) {
        if (connection.server.get() < 0) {
            if (connection.opensAt <= now)
                open(connection);
            continue;
        }
        deliver(connection.up, connection.server, connection, now);
        deliver(connection.down, connection.user, connection, now);
    }
    m_connections.remove_if([](const Connection& c) { return c.broken; });
}

std::optional<Time> HomeLink::Relay::nextTime() const {
    std::optional<Time> next;
    const auto note = [&](Time time) { next = next ? std::min(*next, time) : time; };
    for (const Connection& connection : m_connections) {
        if (connection.server.get() < 0)
            note(connection.opensAt);
        for (const Pipe* pipe : {&connection.up, &connection.down})
            if (!pipe->chunks.empty() && !pipe->blocked)
                note(pipe->chunks.front().due);
    }
    if (m_free > Clock::now() && !m_connections.empty())
        note(m_free);
    return next;
}

void HomeLink::Relay::run(const std::stop_token& stop) {
    std::vector<pollfd> waits;
    while (!stop.stop_requested()) {
        step(Clock::now());
        const bool free = m_free <= Clock::now();
        waits = {{m_wake.get(), POLLIN, 0}, {m_listener.get(), POLLIN, 0}};
        for (const Connection& c : m_connections) {
            short user = c.server.get() >= 0 && c.up.queued < maxQueued ? POLLIN : 0;
            short server = free && !c.down.ended && c.down.queued < maxQueued ? POLLIN : 0;
            user = static_cast<short>(user | (c.down.blocked ? POLLOUT : 0));
            server = static_cast<short>(server | (c.up.blocked ? POLLOUT : 0));
            waits.push_back({c.user.get(), user, 0});
            waits.push_back({server != 0 ? c.server.get() : -1, server, 0});
        }
        timespec limit{1, 0};
        if (const auto next = nextTime()) {
            const auto left = std::max<std::int64_t>((*next - Clock::now()) / std::chrono::nanoseconds(1), 0);
            limit = {left / 1'000'000'000, left % 1'000'000'000};
        }
        if (::ppoll(waits.data(), waits.size(), &limit, nullptr) < 0)
            continue;
        auto at = waits.begin() + 2;
        for (Connection& connection : m_connections) {
            if ((at->revents & (POLLIN | POLLHUP | POLLERR)) != 0)
                readUp(connection);
            if ((std::next(at)->revents & (POLLIN | POLLHUP | POLLERR)) != 0 && m_free <= Clock::now())
                readDown(connection);
            at += 2;
        }
        // Whoever was served first is served last in the next round: the link is shared fairly.
        if (m_connections.size() > 1)
            m_connections.splice(m_connections.end(), m_connections, m_connections.begin());
        if ((waits[1].revents & POLLIN) != 0)
            accept();
    }
}

Result<std::unique_ptr<HomeLink>> HomeLink::start(std::uint16_t targetPort, const LinkShape& shape) {
    Socket listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(listener.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listener.get(), 64) != 0 ||
        ::getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &length) != 0)
        return Error{ErrorCategory::Io, "The home link cannot listen on loopback.", {}};
    return std::unique_ptr<HomeLink>(new HomeLink(
        std::make_unique<Relay>(std::move(listener), ntohs(address.sin_port), targetPort, shape)));
}

HomeLink::HomeLink(std::unique_ptr<Relay> relay)
    : m_relay(std::move(relay)) {}
HomeLink::~HomeLink() = default;

std::uint16_t HomeLink::port() const {
    return m_relay->port();
}
std::int64_t HomeLink::bytesDown() const {
    return m_relay->bytesDown();
}
int HomeLink::connections() const {
    return m_relay->connections();
}

} // namespace cutaway::bench
