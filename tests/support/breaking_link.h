#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace cutaway::test {

/// A link to a server on loopback that breaks where a test wants it: in front of everything, or only around
/// requests that begin with given words. Failures of the set-up stop the program.
class BreakingLink {
public:
    enum class Break {
        Never,
        Everything,   ///< nobody gets through, and what is open is cut
        BeforeServer, ///< such a request never arrives
        AfterAnswer,  ///< such a request arrives and is done; its answer is cut off
    };

    /// `port`: of the server.
    explicit BreakingLink(int port);
    ~BreakingLink();
    BreakingLink(const BreakingLink&) = delete;
    BreakingLink& operator=(const BreakingLink&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    void set(Break where, const std::string& request = {});
    /// How often it has broken around such a request.
    int broken() const { return m_broken; }

private:
    void accept();
    void serve(int client);
    Break breakFor(const std::string& bytes) const;

    int m_target;
    int m_listener = -1;
    int m_port = 0;
    int m_ended = -1; ///< eventfd, readable once the link ends
    mutable std::mutex m_mutex;
    Break m_where = Break::Never; ///< under m_mutex
    std::string m_request;        ///< under m_mutex
    std::atomic<int> m_broken{0};
    std::vector<std::jthread> m_connections;
    std::jthread m_thread; ///< last: uses all of the above
};

} // namespace cutaway::test
