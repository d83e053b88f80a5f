#include "tests/core/tams/scripted_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace cutaway::test {

namespace {

constexpr std::size_t packetBytes = 1460; // of a body, in Ethernet

}

ScriptedServer::ScriptedServer(Script script, std::chrono::milliseconds readPause)
    : m_script(std::move(script))
    , m_readPause(readPause) {
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (const int room = 64 * 1024; m_readPause.count() > 0) // else the system reads ahead for us
        ::setsockopt(m_listener, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(m_listener, 32);
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_acceptor = std::jthread([this] { accept(); });
}

ScriptedServer::~ScriptedServer() {
    m_ending = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    {
        const std::lock_guard lock(m_mutex);
        for (const int fd : m_open)
            ::shutdown(fd, SHUT_RDWR);
        m_changed.notify_all();
    }
    m_connections.clear();
    ::close(m_listener);
}

std::vector<SeenRequest> ScriptedServer::seen() const {
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

void ScriptedServer::waitFor(std::size_t count) const {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_seen.size() >= count; });
}

void ScriptedServer::accept() {
    int number = 0;
    while (!m_ending) {
        const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0)
            return;
        const std::lock_guard lock(m_mutex);
        m_open.push_back(fd);
        m_connections.emplace_back([this, fd, n = ++number] { serve(fd, n); });
    }
}

bool ScriptedServer::readRequest(int fd, std::string& buffer, SeenRequest& request) const {
    const auto more = [&] {
        char piece[65536];
        std::this_thread::sleep_for(m_readPause);
        const ssize_t got = ::recv(fd, piece, sizeof piece, 0);
        if (got > 0)
            buffer.append(piece, static_cast<std::size_t>(got));
        return got > 0;
    };
    std::size_t end = 0;
    while ((end = buffer.find("\r\n\r\n")) == std::string::npos)
        if (!more())
            return false;
    std::size_t at = buffer.find("\r\n");
    const std::string first = buffer.substr(0, at);
    const auto space = first.find(' ');
    request.method = first.substr(0, space);
    request.target = first.substr(space + 1, first.rfind(' ') - space - 1);
    while (at < end) {
        const std::size_t next = buffer.find("\r\n", at + 2);
        const std::string line = buffer.substr(at + 2, next - at - 2);
        const auto colon = line.find(": ");
        std::string name = line.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(), [](char c) { return std::tolower(c); });
        request.headers[name] = colon == std::string::npos ? "" : line.substr(colon + 2);
        at = next;
    }
    const std::string length = request.header("content-length");
    const std::size_t size = length.empty() ? 0 : std::stoul(length);
    while (buffer.size() < end + 4 + size)
        if (!more())
            return false;
    request.body = buffer.substr(end + 4, size);
    buffer.erase(0, end + 4 + size);
    return true;
}

bool ScriptedServer::send(int fd, const ScriptedReply& reply, bool headOnly) {
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + " X\r\n";
    bool sized = false;
    for (const auto& [name, value] : reply.headers) {
        text += name + ": " + value + "\r\n";
        sized = sized || name == "Content-Length";
    }
    if (!sized && reply.status != 204 && !reply.stallAfterHeaders)
        text += "Content-Length: " + std::to_string(reply.body.size()) + "\r\n";
    text += "\r\n";
    const std::string body =
        headOnly ? "" : reply.body.substr(0, reply.breakAfter.value_or(std::string::npos));
    if (!reply.heldBack)
        return sendAll(fd, text + body) && !reply.breakAfter;
    bool sent = sendAll(fd, text);
    for (std::size_t packet = 0; sent && packet * packetBytes < body.size(); ++packet) {
        hold(reply.heldBack(packet));
        sent = sendAll(fd, std::string_view(body).substr(packet * packetBytes, packetBytes));
    }
    return sent && !reply.breakAfter;
}

bool ScriptedServer::sendAll(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = ::send(fd, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

/// Ends early with the server.
void ScriptedServer::hold(std::chrono::milliseconds pause) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, pause, [this] { return m_ending.load(); });
}

void ScriptedServer::serve(int fd, int number) {
    std::string buffer;
    for (;;) {
        SeenRequest request;
        request.connection = number;
        if (m_ending || !readRequest(fd, buffer, request))
            break;
        {
            const std::lock_guard lock(m_mutex);
            m_seen.push_back(request);
            m_changed.notify_all();
        }
        const ScriptedReply reply = m_script(request);
        if (!reply.silent && !send(fd, reply, request.method == "HEAD"))
            break;
        if (reply.silent || reply.stallAfterHeaders) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending.load(); });
            break;
        }
    }
    const std::lock_guard lock(m_mutex);
    std::erase(m_open, fd);
    ::close(fd);
}

} // namespace cutaway::test
