#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace cutaway::cloud {

/// The whole server: store, API, stream and jobs over one data folder.
class CloudServer {
public:
    struct Options {
        std::string dataFolder; ///< made when absent
        std::string address = "127.0.0.1";
        std::uint16_t port = 0;
        std::string token; ///< of the owner; at least 16 characters
        std::string name = "Cutaway";
        std::chrono::seconds minObjectTimeout{3600}; ///< after which unregistered Objects may be collected
        /// Called, on some thread, when clients or jobs came or went. Must not block.
        std::function<void()> onActivity;
        /// Called once, on some thread, when a client asks the server to end. Must not block.
        std::function<void()> onShutdownAsked;
    };

    /// Takes the data folder's lock, opens the store and serves. Errors: Conflict (another server has the
    /// folder, or the address), Io, OutOfSpace, Corrupt, InvalidInput.
    static Result<std::unique_ptr<CloudServer>> start(Options options);
    ~CloudServer(); ///< stop()

    /// "http://127.0.0.1:PORT".
    const std::string& url() const;
    /// Open event streams: each is a client.
    std::size_t clients() const;
    /// True while a job runs or waits: an embedded server stays for it.
    bool busy() const;
    /// Ends requests within a few seconds and every thread. Idempotent.
    void stop();

private:
    struct Impl;
    explicit CloudServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace cutaway::cloud
