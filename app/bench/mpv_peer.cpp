#include "app/bench/mpv_peer.h"

#include "app/bench/run_program.h"

#include <array>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace cutaway::bench {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds patience{30};

Error failed(const std::string& what) {
    return {ErrorCategory::Unavailable, "mpv does not answer: " + what, {}};
}

} // namespace

Result<MpvPeer> MpvPeer::start(const std::filesystem::path& scratch) {
    const std::string mpv = findProgram("mpv");
    if (mpv.empty())
        return Error{ErrorCategory::NotFound, "mpv is not installed.", {}};
    std::array<int, 2> ends{-1, -1}; // ours, and the one that it is born with
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0 ||
        ::fcntl(ends[1], F_SETFD, 0) != 0)
        return failed("no socket could be made for it");
    ProcessOptions options;
    options.program = mpv;
    options.arguments = {
        "--no-config",    "--idle=yes",      "--vo=null",
        "--ao=null",      "--pause",         "--hr-seek=yes",
        "--really-quiet", "--keep-open=yes", "--input-ipc-client=fd://" + std::to_string(ends[1])};
    options.outputFile = scratch / "mpv.log";
    auto process = ChildProcess::start(options);
    ::close(ends[1]);
    if (!process) {
        ::close(ends[0]);
        return process.error();
    }
    MpvPeer peer(std::move(*process), ends[0]);
    // It answers once it has started, so that its start is in nobody's figures.
    CUTAWAY_CHECK(peer.send(R"({"command": ["get_property", "mpv-version"]})"));
    CUTAWAY_CHECK(peer.readLine());
    return peer;
}

MpvPeer::MpvPeer(ChildProcess process, int socket)
    : m_process(std::move(process))
    , m_socket(socket) {}

MpvPeer::MpvPeer(MpvPeer&& other) noexcept
    : m_process(std::move(other.m_process))
    , m_socket(std::exchange(other.m_socket, -1))
    , m_read(std::move(other.m_read)) {}

MpvPeer::~MpvPeer() {
    if (m_socket < 0)
        return;
    ::close(m_socket);
    m_process.kill();
}

Result<void> MpvPeer::send(const std::string& command) const {
    const std::string line = command + "\n";
    if (::send(m_socket, line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size()))
        return failed("it has ended");
    return {};
}

Result<std::string> MpvPeer::readLine() {
    while (true) {
        if (const auto end = m_read.find('\n'); end != std::string::npos) {
            std::string line = m_read.substr(0, end);
            m_read.erase(0, end + 1);
            return line;
        }
        pollfd wait{m_socket, POLLIN, 0};
        if (::poll(&wait, 1, static_cast<int>(std::chrono::milliseconds(patience).count())) <= 0)
            return failed("nothing for half a minute");
        char buffer[4096];
        const ssize_t count = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (count <= 0)
            return failed("it has ended");
        m_read.append(buffer, static_cast<std::size_t>(count));
    }
}

Result<MpvPeer::Milliseconds> MpvPeer::timed(const std::string& command) {
    const auto begin = Clock::now();
    CUTAWAY_CHECK(send(command));
    while (true) {
        CUTAWAY_TRY(const std::string line, readLine());
        const auto now = Clock::now();
        const auto said = nlohmann::json::parse(line, nullptr, false);
        if (!said.is_object())
            continue;
        const std::string event = said.value("event", "");
        if (event == "playback-restart")
            return Milliseconds(now - begin);
        if (event == "end-file" && said.value("reason", "") == "error")
            return failed("it cannot play the file");
    }
}

Result<MpvPeer::Milliseconds> MpvPeer::open(const std::string& url) {
    return timed(nlohmann::json{{"command", {"loadfile", url, "replace"}}}.dump());
}

Result<MpvPeer::Milliseconds> MpvPeer::seek(double seconds) {
    return timed(nlohmann::json{{"command", {"seek", seconds, "absolute+exact"}}}.dump());
}

Result<MpvPeer::Milliseconds> MpvPeer::stepBack() {
    return timed(nlohmann::json{{"command", {"frame-back-step"}}}.dump());
}

} // namespace cutaway::bench
