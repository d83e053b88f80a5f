#include "core/cloud/http/internal/connection.h"

#include "core/base/uuid.h"
#include "core/cloud/http/internal/connection_stream.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <system_error>
#include <unistd.h>

namespace cutaway::cloud {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr std::size_t maxHead = 32u << 10;     // bytes of request line and header fields
constexpr std::size_t readChunk = 256u << 10;  // bytes of a body that goes to disk
constexpr std::size_t memoryChunk = 16u << 10; // bytes of a body that stays in memory

Error badRequest(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

Response tooLarge(std::uint64_t limit) {
    return Response::failure(
        413, badRequest("This is too large: at most " + std::to_string(limit) + " bytes are taken here."));
}

/// A Host field goes into URLs of answers: only what can be a host and a port.
bool isPlainHost(std::string_view host) {
    return !host.empty() && host.size() < 300 && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == ':' || c == '[' || c == ']' || c == '_';
    });
}

/// A new file for one streamed body.
class SpoolFile {
public:
    explicit SpoolFile(const std::string& folder)
        : m_body(std::make_shared<BodyFile>(folder + "/" + Uuid::random().toString() + ".part", 0))
        , m_descriptor(::open(m_body->path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {}
    SpoolFile(const SpoolFile&) = delete;
    SpoolFile& operator=(const SpoolFile&) = delete;
    ~SpoolFile() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    /// 0 or errno. Worker thread.
    int append(const char* bytes, std::size_t count) {
        while (count > 0) {
            const ssize_t written = ::write(m_descriptor, bytes, count);
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return errno;
            bytes += written;
            count -= static_cast<std::size_t>(written);
            m_body->size += static_cast<std::uint64_t>(written);
        }
        return 0;
    }
    const std::shared_ptr<BodyFile>& body() const { return m_body; }

private:
    std::shared_ptr<BodyFile> m_body;
    int m_descriptor;
};

Response diskFailure(int code) {
    if (code == ENOSPC || code == EDQUOT)
        return Response::failure(
            Error{ErrorCategory::OutOfSpace, "The cloud's disk is full. Make room and send it again.", {}});
    return Response::failure(Error{ErrorCategory::Io, "The cloud could not write to its disk.",
                                   std::generic_category().message(code)});
}

Result<Request> requestOf(const http::request<http::buffer_body>& message, const std::string& ownAddress) {
    Request request;
    request.method = std::string(message.method_string());
    if (request.method == "HEAD") {
        request.method = "GET";
        request.head = true;
    }
    std::string_view target(message.target().data(), message.target().size());
    if (target.starts_with("http://")) // absolute form, as sent to proxies
        target.remove_prefix(std::min(target.size(), target.find('/', 7)));
    if (!target.starts_with('/'))
        return badRequest("This address cannot be read.");
    const std::size_t mark = target.find('?');
    request.path = std::string(target.substr(0, mark));
    CUTAWAY_TRY(request.query,
                Query::parse(mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1)));
    for (const auto& field : message)
        request.headers.add(std::string(field.name_string()), std::string(field.value()));
    const std::string_view host = request.headers.get("Host");
    request.origin = "http://" + (isPlainHost(host) ? std::string(host) : ownAddress);
    return request;
}

} // namespace

struct HttpConnection::Incoming {
    http::request_parser<http::buffer_body> parser;
};

/// Counts a body's bytes against the memory that all bodies together may take.
class HttpConnection::MemoryShare {
public:
    explicit MemoryShare(ConnectionContext& context)
        : m_context(context) {}
    MemoryShare(const MemoryShare&) = delete;
    MemoryShare& operator=(const MemoryShare&) = delete;
    ~MemoryShare() { m_context.bodyMemory -= m_taken; }
    bool take(std::uint64_t bytes) {
        m_taken += bytes;
        return (m_context.bodyMemory += bytes) <= m_context.options.memoryForBodies;
    }

private:
    ConnectionContext& m_context;
    std::uint64_t m_taken = 0;
};

HttpConnection::HttpConnection(Socket socket, std::shared_ptr<ConnectionContext> context)
    : m_socket(std::move(socket))
    , m_context(std::move(context))
    , m_deadline(m_socket.get_executor())
    , m_buffer(maxHead + readChunk) {}

HttpConnection::~HttpConnection() {
    if (m_stream)
        m_stream->detach();
    const std::lock_guard lock(m_context->mutex);
    m_context->live.erase(this);
    m_context->changed.notify_all();
}

void HttpConnection::start() {
    {
        const std::lock_guard lock(m_context->mutex);
        m_context->live.emplace(this, weak_from_this());
    }
    asio::co_spawn(
        m_socket.get_executor(), [self = shared_from_this()] { return self->run(); }, asio::detached);
}

void HttpConnection::end(bool atOnce) {
    asio::post(m_socket.get_executor(), [self = shared_from_this(), atOnce] {
        self->m_ending = true;
        if (atOnce || self->m_idle || self->m_stream)
            self->closeSocket();
    });
}

HttpConnection::Task<void> HttpConnection::run() {
    error_code ignored;
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    m_socket.non_blocking(true, ignored);
    bool more = true;
    while (more && !m_ending && !m_context->stopping)
        more = co_await serveOne();
    clearDeadline();
    closeSocket();
}

HttpConnection::Task<bool> HttpConnection::serveOne() {
    error_code problem;
    m_idle = true;
    if (m_buffer.size() == 0) {
        setDeadline(m_context->options.idleTimeout);
        co_await m_socket.async_wait(Socket::wait_read, asio::redirect_error(asio::use_awaitable, problem));
        if (problem)
            co_return false;
    }
    Incoming incoming;
    incoming.parser.header_limit(maxHead);
    // Not boost::none: Boost 1.74 takes every announced length as larger than that.
    incoming.parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    setDeadline(m_context->options.headTimeout);
    co_await http::async_read_header(m_socket, m_buffer, incoming.parser,
                                     asio::redirect_error(asio::use_awaitable, problem));
    if (problem == http::error::end_of_stream || problem == asio::error::operation_aborted)
        co_return false;
    if (problem) {
        const int status = problem == http::error::header_limit ? 431 : 400;
        co_await send(Response::failure(status, badRequest("This is not a request that HTTP knows.")), false,
                      false);
        co_return false;
    }
    m_idle = false;
    error_code noAddress;
    const auto local = m_socket.local_endpoint(noAddress);
    auto parsed =
        requestOf(incoming.parser.get(), m_context->options.address + ":" + std::to_string(local.port()));
    const bool hasBody = !incoming.parser.is_done();
    if (!parsed) {
        co_await send(Response::failure(parsed.error()), false, false);
        co_await linger();
        co_return false;
    }
    Request request = std::move(*parsed);
    const bool head = request.head;
    auto matched = m_context->router->match(request);
    std::optional<Response> refusal;
    const Router::Route* route = nullptr;
    if (auto* found = std::get_if<const Router::Route*>(&matched)) {
        route = *found;
        refusal = m_context->guard(request, route->options);
    } else {
        // Who has no token learns nothing about which addresses exist.
        refusal = m_context->guard(request, RouteOptions{});
        if (!refusal)
            refusal = std::move(std::get<Response>(matched));
    }
    MemoryShare memory(*m_context);
    // A route that takes a file gets one, be it empty.
    if (!refusal && (hasBody || route->options.body == RouteOptions::Body::File)) {
        refusal = co_await readBody(incoming, request, route->options, memory);
        if (!refusal && !incoming.parser.is_done())
            co_return false; // the client went away
    }
    const bool keepAlive =
        incoming.parser.keep_alive() && incoming.parser.is_done() && !m_ending && !m_context->stopping;
    if (refusal) {
        const bool sent = co_await send(std::move(*refusal), head, keepAlive);
        if (sent && !keepAlive)
            co_await linger();
        co_return sent&& keepAlive;
    }
    clearDeadline();
    Response response = co_await handle(route->handler, request);
    const bool sent = co_await send(std::move(response), head, keepAlive);
    co_return sent&& keepAlive;
}

HttpConnection::Task<std::optional<Response>> HttpConnection::readBody(Incoming& incoming, Request& request,
                                                                       const RouteOptions& options,
                                                                       MemoryShare& memory) {
    const auto announced = incoming.parser.content_length();
    if (announced && *announced > options.bodyLimit)
        co_return tooLarge(options.bodyLimit);
    if (request.headers.get("Expect") == "100-continue") {
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        error_code problem;
        setDeadline(m_context->options.progressTimeout);
        co_await asio::async_write(m_socket, asio::buffer(goOn.data(), goOn.size()),
                                   asio::redirect_error(asio::use_awaitable, problem));
        if (problem)
            co_return std::nullopt;
    }
    if (options.body == RouteOptions::Body::File)
        co_return co_await readToFile(incoming, request, options.bodyLimit);
    co_return co_await readToMemory(incoming, request, options.bodyLimit, memory);
}

HttpConnection::Task<std::optional<Response>>
HttpConnection::readToMemory(Incoming& incoming, Request& request, std::uint64_t limit, MemoryShare& memory) {
    std::string chunk(memoryChunk, '\0');
    while (!incoming.parser.is_done()) {
        auto& body = incoming.parser.get().body();
        body.data = chunk.data();
        body.size = chunk.size();
        error_code problem;
        setDeadline(m_context->options.progressTimeout);
        co_await http::async_read(m_socket, m_buffer, incoming.parser,
                                  asio::redirect_error(asio::use_awaitable, problem));
        if (problem && problem != http::error::need_buffer)
            co_return std::nullopt;
        const std::size_t count = chunk.size() - body.size;
        if (request.body.size() + count > limit)
            co_return tooLarge(limit);
        if (!memory.take(count))
            co_return Response::failure(
                Error{ErrorCategory::Unavailable, "The cloud is busy. Try again.", {}});
        request.body.append(chunk, 0, count);
    }
    co_return std::nullopt;
}

HttpConnection::Task<std::optional<Response>> HttpConnection::readToFile(Incoming& incoming, Request& request,
                                                                         std::uint64_t limit) {
    SpoolFile file(m_context->options.temporaryFolder);
    std::string chunk(readChunk, '\0');
    while (!incoming.parser.is_done()) {
        auto& body = incoming.parser.get().body();
        body.data = chunk.data();
        body.size = chunk.size();
        error_code problem;
        setDeadline(m_context->options.progressTimeout);
        co_await http::async_read(m_socket, m_buffer, incoming.parser,
                                  asio::redirect_error(asio::use_awaitable, problem));
        if (problem && problem != http::error::need_buffer)
            co_return std::nullopt;
        const std::size_t count = chunk.size() - body.size;
        if (file.body()->size + count > limit)
            co_return tooLarge(limit);
        clearDeadline();
        const auto append = [&]() -> Task<int> { co_return file.append(chunk.data(), count); };
        const int code = co_await asio::co_spawn(*m_context->workers, append, asio::use_awaitable);
        if (code != 0)
            co_return diskFailure(code);
    }
    request.bodyFile = file.body();
    co_return std::nullopt;
}

HttpConnection::Task<Response> HttpConnection::handle(const Handler& handler, Request& request) {
    const auto work = [&]() -> Task<Response> {
        try {
            co_return handler(request);
        } catch (const std::exception& problem) {
            co_return Response::failure(Error{
                ErrorCategory::Internal, "The cloud could not do this: a defect of ours.", problem.what()});
        }
    };
    Response response = co_await asio::co_spawn(*m_context->workers, work, asio::use_awaitable);
    co_return response;
}

void HttpConnection::setDeadline(std::chrono::seconds limit) {
    m_deadline.expires_after(limit);
    m_deadline.async_wait([weak = weak_from_this()](error_code aborted) {
        const auto self = weak.lock();
        if (!aborted && self && self->m_deadline.expiry() <= std::chrono::steady_clock::now())
            self->closeSocket();
    });
}

void HttpConnection::clearDeadline() {
    m_deadline.expires_at(std::chrono::steady_clock::time_point::max());
}

void HttpConnection::closeSocket() {
    error_code ignored;
    m_socket.shutdown(Socket::shutdown_both, ignored);
    m_socket.close(ignored);
}

} // namespace cutaway::cloud
