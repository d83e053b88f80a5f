#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace cutaway {

/// What to start and how. The program is found on PATH when it names no folder.
struct ProcessOptions {
    std::filesystem::path program;
    std::vector<std::string> arguments;                           ///< without the program's own name
    std::vector<std::pair<std::string, std::string>> environment; ///< added to ours, or replacing it
    int niceness = 0;                                             ///< added to ours, 0..19
    bool idleIo = false;                                          ///< reads and writes disks last
    /// SIGKILL to the child when the thread that started it ends: that thread must live as long as the child.
    bool diesWithParent = true;
    /// Standard output and error go to this file (appended) instead of the pipe that log() and readLine()
    /// read.
    std::optional<std::filesystem::path> outputFile;
    std::size_t logLimit = 64 * 1024; ///< bytes of output that log() keeps, the last ones
};

struct ProcessExit {
    int code = -1;  ///< exit code, or -1 when a signal ended it
    int signal = 0; ///< the signal that ended it, or 0
    bool ok() const { return code == 0; }
};

/// A child in a process group of its own, so that signals reach its children too. Destroying the object kills
/// the group and reaps the child, unless it was released. Not thread-safe, except for the signal functions.
class ChildProcess {
public:
    static Result<ChildProcess> start(const ProcessOptions& options);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ~ChildProcess();

    pid_t id() const { return m_id; }

    /// Waits for the end and collects the output meanwhile: Cancelled when `stop` asks, Timeout after
    /// `limit`; the child goes on in both cases. Call it again to wait further; after the end it returns the
    /// same exit.
    Result<ProcessExit> wait(std::stop_token stop, std::optional<std::chrono::milliseconds> limit = {});
    /// The next whole line of output, without its newline. NotFound when the output ended before one came.
    Result<std::string> readLine(std::stop_token stop, std::chrono::milliseconds limit);
    /// The last bytes of output that wait() and readLine() have seen.
    const std::string& log() const { return m_log; }

    void pause();     ///< SIGSTOP to the group
    void resume();    ///< SIGCONT to the group
    void kill();      ///< SIGKILL to the group; wait() then returns soon
    void terminate(); ///< SIGTERM to the group
    /// Lets the child live on its own: nothing waits for it or kills it any more.
    void release();

private:
    ChildProcess() = default;
    void signalGroup(int signal) const;
    bool collect(); ///< reads what is there; false at the end of the output
    void reap(bool block);
    void close();

    pid_t m_id = -1;
    int m_pidFd = -1;
    int m_output = -1;
    std::size_t m_logLimit = 0;
    std::string m_log;
    std::string m_line; ///< output that readLine() has not yet returned
    std::optional<ProcessExit> m_exit;
};

} // namespace cutaway
