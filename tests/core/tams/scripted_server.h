#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace cutaway::test {

/// What came in, header names in lower case.
struct SeenRequest {
    std::string method;
    std::string target;
    std::map<std::string, std::string> headers;
    std::string body;
    int connection = 0; ///< which connection it came on, from 1

    std::string header(const std::string& name) const {
        const auto it = headers.find(name);
        return it == headers.end() ? std::string() : it->second;
    }
};

/// What goes out, with the faults to inject.
struct ScriptedReply {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::optional<std::size_t> breakAfter; ///< close the connection after this many bytes of the body
    bool silent = false;                   ///< say nothing until the server ends
    bool stallAfterHeaders = false;        ///< headers and the body so far, then nothing
    /// Asked before each packet of the body, from 0: how long the link holds it back, and what is behind it.
    std::function<std::chrono::milliseconds(std::size_t packet)> heldBack = {};
};

/// An HTTP/1.1 server on loopback that answers by script; counts and keeps what it was asked.
class ScriptedServer {
public:
    using Script = std::function<ScriptedReply(const SeenRequest&)>;
    /// `readPause`: before each piece of a request that it reads, to be a slow one.
    explicit ScriptedServer(Script script, std::chrono::milliseconds readPause = {});
    ~ScriptedServer();

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    int port() const { return m_port; }
    std::vector<SeenRequest> seen() const;
    /// Waits until `count` requests have come.
    void waitFor(std::size_t count) const;

private:
    void accept();
    void serve(int fd, int number);
    bool readRequest(int fd, std::string& buffer, SeenRequest& request) const;
    bool send(int fd, const ScriptedReply& reply, bool headOnly);
    static bool sendAll(int fd, std::string_view text);
    void hold(std::chrono::milliseconds pause);

    Script m_script;
    std::chrono::milliseconds m_readPause;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<bool> m_ending{false};
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    std::vector<SeenRequest> m_seen;
    std::vector<int> m_open;
    std::vector<std::jthread> m_connections;
    std::jthread m_acceptor;
};

} // namespace cutaway::test
