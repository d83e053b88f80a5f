#include "core/cloud/http/internal/connection.h"

#include "core/cloud/http/internal/connection_stream.h"

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/status.hpp>
#include <cstdio>
#include <sys/sendfile.h>

namespace cutaway::cloud {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::size_t maxSendfile = 1u << 20; // bytes before the others have their turn
constexpr std::size_t maxLinger = 256u << 20; // bytes of a refused body that are read and dropped
constexpr std::chrono::seconds lingerTime{5};

void addField(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ");
    // A line break in a value would start a field of somebody else's choice.
    for (const char c : value)
        head += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    head += "\r\n";
}

std::string headOf(const Response& response, bool keepAlive) {
    const auto reason =
        boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.append(reason.data(), reason.size()).append("\r\n");
    for (const auto& [name, value] : response.headers.all())
        addField(head, name, value);
    if (const auto* text = std::get_if<std::string>(&response.body)) {
        // 204 and 304 have no length: they have no body.
        if (response.status != 204 && response.status != 304)
            addField(head, "Content-Length", std::to_string(text->size()));
    } else if (const auto* range = std::get_if<FileRange>(&response.body)) {
        addField(head, "Content-Length", std::to_string(range->length));
    } else {
        addField(head, "Transfer-Encoding", "chunked");
    }
    addField(head, "Connection", keepAlive ? "keep-alive" : "close");
    return head += "\r\n";
}

} // namespace

HttpConnection::Task<bool> HttpConnection::send(Response response, bool head, bool keepAlive) {
    auto* start = std::get_if<StreamStart>(&response.body);
    const std::string top = headOf(response, keepAlive && !start);
    auto* text = std::get_if<std::string>(&response.body);
    const bool withText = text && !head && response.status != 204 && response.status != 304;
    const std::array<asio::const_buffer, 2> parts{asio::buffer(top),
                                                  withText ? asio::buffer(*text) : asio::const_buffer()};
    error_code problem;
    setDeadline(m_context->options.progressTimeout);
    co_await asio::async_write(m_socket, parts, asio::redirect_error(asio::use_awaitable, problem));
    clearDeadline();
    if (problem)
        co_return false;
    if (head || text)
        co_return true;
    if (const auto* range = std::get_if<FileRange>(&response.body)) {
        const bool sent = co_await sendFile(*range);
        co_return sent;
    }
    m_stream = std::make_shared<ConnectionStream>(m_socket.get_executor());
    const auto begin = [run = std::move(*start), stream = m_stream]() -> Task<void> {
        run(StreamWriter(stream));
        co_return;
    };
    asio::co_spawn(*m_context->workers, begin, asio::detached);
    asio::co_spawn(
        m_socket.get_executor(),
        [self = shared_from_this(), stream = m_stream] { return self->watchForEnd(stream); }, asio::detached);
    co_await sendStream(m_stream);
    m_stream->detach();
    co_return false;
}

HttpConnection::Task<bool> HttpConnection::sendFile(const FileRange& range) {
    off_t offset = static_cast<off_t>(range.offset);
    std::uint64_t left = range.length;
    while (left > 0 && m_socket.is_open()) {
        const ssize_t sent = ::sendfile(m_socket.native_handle(), range.file->descriptor(), &offset,
                                        static_cast<std::size_t>(std::min<std::uint64_t>(left, maxSendfile)));
        if (sent > 0) {
            left -= static_cast<std::uint64_t>(sent);
            co_await asio::post(m_socket.get_executor(), asio::use_awaitable);
            continue;
        }
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent == 0 || errno != EAGAIN)
            co_return false; // the file became shorter, or the client went away
        error_code problem;
        setDeadline(m_context->options.progressTimeout);
        co_await m_socket.async_wait(Socket::wait_write, asio::redirect_error(asio::use_awaitable, problem));
        if (problem)
            co_return false;
    }
    clearDeadline();
    co_return left == 0;
}

HttpConnection::Task<void> HttpConnection::sendStream(std::shared_ptr<ConnectionStream> stream) {
    error_code problem;
    for (;;) {
        const auto queued = stream->take();
        for (const auto& bytes : queued) {
            if (bytes->empty())
                continue; // an empty chunk would end the response
            char size[20];
            const int digits = std::snprintf(size, sizeof size, "%zx\r\n", bytes->size());
            const std::array<asio::const_buffer, 3> chunk{
                asio::buffer(size, static_cast<std::size_t>(digits)), asio::buffer(*bytes),
                asio::buffer("\r\n", 2)};
            setDeadline(m_context->options.progressTimeout);
            co_await asio::async_write(m_socket, chunk, asio::redirect_error(asio::use_awaitable, problem));
            clearDeadline();
            if (problem)
                co_return;
        }
        if (!queued.empty())
            continue;
        if (stream->isClosed())
            break;
        stream->wake().expires_at(std::chrono::steady_clock::time_point::max());
        co_await stream->wake().async_wait(asio::redirect_error(asio::use_awaitable, problem));
    }
    if (m_socket.is_open()) {
        setDeadline(m_context->options.progressTimeout);
        co_await asio::async_write(m_socket, asio::buffer("0\r\n\r\n", 5),
                                   asio::redirect_error(asio::use_awaitable, problem));
    }
}

HttpConnection::Task<void> HttpConnection::watchForEnd(std::shared_ptr<ConnectionStream> stream) {
    const auto self = shared_from_this();
    std::array<char, 512> dropped{};
    error_code problem;
    while (!problem)
        co_await m_socket.async_read_some(asio::buffer(dropped),
                                          asio::redirect_error(asio::use_awaitable, problem));
    stream->close();
}

HttpConnection::Task<void> HttpConnection::linger() {
    // Closing with unread bytes resets the connection, and the client would lose our answer.
    error_code problem;
    m_socket.shutdown(Socket::shutdown_send, problem);
    setDeadline(lingerTime);
    std::vector<char> dropped(64u << 10);
    for (std::size_t total = 0; !problem && total < maxLinger;) {
        total += co_await m_socket.async_read_some(asio::buffer(dropped),
                                                   asio::redirect_error(asio::use_awaitable, problem));
    }
}

} // namespace cutaway::cloud
