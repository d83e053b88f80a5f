#pragma once

#include "core/base/result.h"
#include "core/cloud/http/router.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace cutaway::cloud {

/// An HTTP/1.1 server: a few I/O threads that never block, and a pool of workers that run handlers.
class HttpServer {
public:
    struct Options {
        std::string address = "127.0.0.1";
        std::uint16_t port = 0; ///< 0: any free one
        int ioThreads = 2;
        int workerThreads = 8;
        std::string temporaryFolder; ///< for streamed request bodies; must exist
        std::size_t maxConnections = 4096;
        std::uint64_t memoryForBodies = 64u << 20; ///< of all requests together; 503 beyond
        std::chrono::seconds headTimeout{15};      ///< to send a request's head once begun
        std::chrono::seconds idleTimeout{75};      ///< between requests
        std::chrono::seconds progressTimeout{60};  ///< without a byte moving in either direction
    };

    /// Runs before the body is read, on an I/O thread: sets request.principal, or answers for the handler.
    using Guard = std::function<std::optional<Response>(Request&, const RouteOptions&)>;

    /// `router` is not changed afterwards.
    HttpServer(Options options, std::shared_ptr<const Router> router, Guard guard);
    ~HttpServer(); ///< stop(0)

    /// Listens and serves. Errors: Conflict (address in use), InvalidInput (address), Io.
    Result<void> start();
    /// The port listened on; 0 before start().
    std::uint16_t port() const;
    /// No new connections or requests; those under way get `grace` to end, streams end at once. Returns when
    /// every thread has ended.
    void stop(std::chrono::milliseconds grace);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace cutaway::cloud
