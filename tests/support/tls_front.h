#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace cutaway::test {

/// A TLS proxy on loopback in front of a plain server, as an operator would put one there. Its certificate,
/// made for this run, is its own authority and names 127.0.0.1. Failures of the set-up stop the program.
class TlsFront {
public:
    /// `port`: of the plain server on loopback. The certificate is written to `certificate`.
    TlsFront(int port, const std::filesystem::path& certificate);
    ~TlsFront();
    TlsFront(const TlsFront&) = delete;
    TlsFront& operator=(const TlsFront&) = delete;

    std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port); }

private:
    struct Tls;
    void accept();
    void serve(int client) const;

    std::unique_ptr<Tls> m_tls;
    int m_target;
    int m_listener = -1;
    int m_port = 0;
    int m_ended = -1; ///< eventfd, readable once the proxy ends
    std::vector<std::jthread> m_connections;
    std::jthread m_thread; ///< last: uses all of the above
};

} // namespace cutaway::test
