#pragma once

#include "core/base/process.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace cutaway::cloud {

/// One worker process and the thread that waits for it. The thread starts the child too, since the child dies
/// with the thread that started it.
class Worker {
public:
    /// How it ended, in words for a log ("exit code 6", "signal 9"), and the end of its output.
    using Ended = std::function<void(const std::string& how, const std::string& log)>;

    /// Starts at once. `scratch` is made before and removed after. On the worker's thread `onEnded` is
    /// called, then hasEnded() becomes true, then `onGone` is called.
    Worker(ProcessOptions options, std::filesystem::path scratch, Ended onEnded,
           std::function<void()> onGone);
    ~Worker(); ///< kills the process and waits for the thread

    void pause() { command(Command::Pause); }
    void resume() { command(Command::Resume); }
    void kill() { command(Command::Kill); }
    /// What was last asked for; used by the one thread that commands.
    bool isPaused() const { return m_paused; }
    bool hasEnded() const { return m_ended; }

private:
    enum class Command { None, Pause, Resume, Kill };
    void command(Command command);
    void run(const ProcessOptions& options);

    const std::filesystem::path m_scratch;
    const Ended m_onEnded;
    bool m_paused = false;
    std::atomic<bool> m_ended = false;
    std::mutex m_mutex;
    Command m_command = Command::None; ///< under m_mutex
    std::stop_source m_alarm; ///< under m_mutex: ends the thread's wait so that it looks at m_command
    std::jthread m_thread;
};

} // namespace cutaway::cloud
