#pragma once

#include "core/base/process.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace cutaway::bench {

/// A running mpv, told what to do over a socket that it is born with: paused, without a window, every seek
/// exact.
class MpvPeer {
public:
    /// Starts it idle, and returns when it listens; its words go to a log in `scratch`. NotFound when mpv is
    /// not installed.
    static Result<MpvPeer> start(const std::filesystem::path& scratch);
    MpvPeer(MpvPeer&& other) noexcept;
    MpvPeer& operator=(MpvPeer&&) = delete;
    ~MpvPeer();

    using Milliseconds = std::chrono::duration<double, std::milli>;
    // Each from the command to mpv's playback-restart event, when the picture is there.
    Result<Milliseconds> open(const std::string& url);
    Result<Milliseconds> seek(double seconds);
    Result<Milliseconds> stepBack();

private:
    MpvPeer(ChildProcess process, int socket);
    Result<void> send(const std::string& command) const;
    Result<Milliseconds> timed(const std::string& command);
    Result<std::string> readLine();

    ChildProcess m_process;
    int m_socket;
    std::string m_read; ///< bytes that came after the last whole line
};

} // namespace cutaway::bench
