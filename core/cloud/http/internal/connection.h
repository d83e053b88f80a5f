#pragma once

#include <utility> // before Asio: its awaitable.hpp forgets it

#include "core/cloud/http/server.h"

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace cutaway::cloud {

class HttpConnection;
class ConnectionStream;

/// What all connections of a server share. Safe from any thread.
struct ConnectionContext {
    HttpServer::Options options;
    std::shared_ptr<const Router> router;
    HttpServer::Guard guard;
    boost::asio::thread_pool* workers = nullptr;
    std::atomic<std::uint64_t> bodyMemory{0}; ///< bytes of bodies in memory now
    std::atomic<bool> stopping{false};

    std::mutex mutex;
    std::condition_variable changed;
    std::unordered_map<HttpConnection*, std::weak_ptr<HttpConnection>> live; ///< under mutex
};

/// One client's TCP connection: requests one after the other, each read, handled and answered. Everything
/// but the public functions runs on the socket's strand.
class HttpConnection : public std::enable_shared_from_this<HttpConnection> {
public:
    using Socket = boost::asio::ip::tcp::socket;

    HttpConnection(Socket socket, std::shared_ptr<ConnectionContext> context);
    ~HttpConnection();
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    void start();
    /// Any thread. Ends the connection: at once, or after the request under way.
    void end(bool atOnce);

private:
    struct Incoming;
    class MemoryShare;
    template <class T>
    using Task = boost::asio::awaitable<T>;

    Task<void> run();
    Task<bool> serveOne(); ///< false: the connection is to be closed
    Task<std::optional<Response>> readBody(Incoming& incoming, Request& request, const RouteOptions& options,
                                           MemoryShare& memory);
    Task<std::optional<Response>> readToMemory(Incoming& incoming, Request& request, std::uint64_t limit,
                                               MemoryShare& memory);
    Task<std::optional<Response>> readToFile(Incoming& incoming, Request& request, std::uint64_t limit);
    Task<Response> handle(const Handler& handler, Request& request);

    Task<bool> send(Response response, bool head, bool keepAlive);
    Task<bool> sendFile(const FileRange& range);
    Task<void> sendStream(std::shared_ptr<ConnectionStream> stream);
    Task<void> watchForEnd(std::shared_ptr<ConnectionStream> stream);
    Task<void> linger();

    void setDeadline(std::chrono::seconds limit);
    void clearDeadline();
    void closeSocket();

    Socket m_socket;
    std::shared_ptr<ConnectionContext> m_context;
    boost::asio::steady_timer m_deadline;
    boost::beast::flat_buffer m_buffer;
    bool m_idle = true;
    bool m_ending = false;
    std::shared_ptr<ConnectionStream> m_stream;
};

} // namespace cutaway::cloud
