#include "core/cloud/http/internal/connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <thread>
#include <vector>

namespace cutaway::cloud {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

class HttpServer::Impl {
public:
    Impl(Options options, std::shared_ptr<const Router> router, Guard guard)
        : m_context(std::make_shared<ConnectionContext>())
        , m_workers(static_cast<std::size_t>(options.workerThreads))
        , m_work(asio::make_work_guard(m_io))
        , m_acceptor(asio::make_strand(m_io))
        , m_pause(m_acceptor.get_executor()) {
        m_context->options = std::move(options);
        m_context->router = std::move(router);
        m_context->guard = std::move(guard);
        m_context->workers = &m_workers;
    }

    ~Impl() { stop(std::chrono::milliseconds(0)); }

    Result<void> start() {
        // sendfile() to a client that has gone raises it, and it would end the process.
        std::signal(SIGPIPE, SIG_IGN);
        const Options& options = m_context->options;
        error_code problem;
        const auto address = asio::ip::make_address(options.address, problem);
        if (problem)
            return Error{ErrorCategory::InvalidInput,
                         "“" + options.address + "” is not an address to listen on.", problem.message()};
        const tcp::endpoint endpoint(address, options.port);
        m_acceptor.open(endpoint.protocol(), problem);
        if (!problem)
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), problem);
        if (!problem)
            m_acceptor.bind(endpoint, problem);
        if (!problem)
            m_acceptor.listen(asio::socket_base::max_listen_connections, problem);
        if (problem)
            return Error{problem == asio::error::address_in_use ? ErrorCategory::Conflict : ErrorCategory::Io,
                         "The server cannot listen on " + options.address + ":" +
                             std::to_string(options.port) + ". Is another one running?",
                         problem.message()};
        m_port = m_acceptor.local_endpoint(problem).port();
        asio::co_spawn(
            m_acceptor.get_executor(), [this] { return acceptAll(); }, asio::detached);
        for (int i = 0; i < options.ioThreads; ++i)
            m_threads.emplace_back([this] { m_io.run(); });
        return {};
    }

    std::uint16_t port() const { return m_port; }

    void stop(std::chrono::milliseconds grace) {
        if (m_stopped)
            return;
        m_stopped = true;
        m_context->stopping = true;
        asio::post(m_acceptor.get_executor(), [this] {
            error_code ignored;
            m_acceptor.close(ignored);
            m_pause.cancel();
        });
        endAll(false);
        waitForNone(grace);
        endAll(true);
        waitForNone(std::chrono::seconds(1));
        m_workers.join();
        m_work.reset();
        m_io.stop();
        for (std::thread& thread : m_threads)
            thread.join();
    }

private:
    asio::awaitable<void> acceptAll() {
        while (!m_context->stopping) {
            error_code problem;
            tcp::socket socket(asio::make_strand(m_io));
            co_await m_acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, problem));
            if (m_context->stopping)
                break;
            if (problem) { // out of descriptors: some will be free in a moment
                m_pause.expires_after(std::chrono::milliseconds(100));
                co_await m_pause.async_wait(asio::redirect_error(asio::use_awaitable, problem));
                continue;
            }
            if (connections() < m_context->options.maxConnections)
                std::make_shared<HttpConnection>(std::move(socket), m_context)->start();
        }
    }

    std::size_t connections() const {
        const std::lock_guard lock(m_context->mutex);
        return m_context->live.size();
    }

    void endAll(bool atOnce) {
        std::vector<std::shared_ptr<HttpConnection>> all;
        {
            const std::lock_guard lock(m_context->mutex);
            for (const auto& [address, weak] : m_context->live) {
                if (auto connection = weak.lock())
                    all.push_back(std::move(connection));
            }
        }
        for (const auto& connection : all)
            connection->end(atOnce);
    }

    void waitForNone(std::chrono::milliseconds limit) {
        std::unique_lock lock(m_context->mutex);
        m_context->changed.wait_for(lock, limit, [this] { return m_context->live.empty(); });
    }

    std::shared_ptr<ConnectionContext> m_context;
    asio::thread_pool m_workers;
    asio::io_context m_io;
    asio::executor_work_guard<asio::io_context::executor_type> m_work;
    tcp::acceptor m_acceptor;
    asio::steady_timer m_pause;
    std::vector<std::thread> m_threads;
    std::uint16_t m_port = 0;
    bool m_stopped = false;
};

HttpServer::HttpServer(Options options, std::shared_ptr<const Router> router, Guard guard)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(router), std::move(guard))) {}

HttpServer::~HttpServer() = default;

Result<void> HttpServer::start() {
    return m_impl->start();
}

std::uint16_t HttpServer::port() const {
    return m_impl->port();
}

void HttpServer::stop(std::chrono::milliseconds grace) {
    m_impl->stop(grace);
}

} // namespace cutaway::cloud
