#include "core/catalogue/embedded.h"

#include "core/base/descriptor.h"
#include "core/base/install_paths.h"
#include "core/base/wake.h"
#include "core/catalogue/client.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace cutaway::catalogue {

namespace {

using Clock = std::chrono::steady_clock;

Error systemError(const std::string& what, int code) {
    return {ErrorCategory::Io, what + ": " + std::generic_category().message(code) + ".", {}};
}

/// What DIR/server.json says; NotFound when there is none or it makes no sense.
Result<EmbeddedCloud> announced(const std::filesystem::path& folder) {
    std::ifstream file(folder / "server.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto json = tams::parseJson(text);
    if (!json)
        return Error{ErrorCategory::NotFound, "No cloud is running in " + folder.string() + ".", {}};
    tams::JsonReader in(*json, "server.json");
    EmbeddedCloud cloud;
    cloud.connection.url = in.text("url", true);
    cloud.connection.token = in.text("token", true);
    cloud.pid = static_cast<int>(in.integer("pid"));
    CUTAWAY_CHECK(in.check());
    return cloud;
}

/// The running server, if it answers with the folder's own token.
Result<EmbeddedCloud> attach(const std::filesystem::path& folder, const std::stop_token& stop) {
    CUTAWAY_TRY(EmbeddedCloud cloud, announced(folder));
    tams::HttpClient http(cloud.connection);
    tams::HttpRequest request;
    request.url = "/cutaway/v1/cloud";
    request.timeout = std::chrono::seconds(3);
    CUTAWAY_CHECK(http.expect(std::move(request), stop));
    return cloud;
}

struct ChildArguments {
    std::vector<std::string> texts;
    std::vector<char*> pointers;
};

ChildArguments argumentsOf(const EmbeddedOptions& options, const std::filesystem::path& program) {
    ChildArguments arguments;
    arguments.texts = {program.string(), "--data", options.dataFolder.string(), "--embedded"};
    arguments.texts.insert(arguments.texts.end(), options.extraArguments.begin(),
                           options.extraArguments.end());
    for (std::string& text : arguments.texts)
        arguments.pointers.push_back(text.data());
    arguments.pointers.push_back(nullptr);
    return arguments;
}

/// Starts the server in a session of its own, adopted by init, so that it neither ends with us nor becomes a
/// zombie. Between fork and exec only async-signal-safe calls are made. Returns the end of its output to
/// read.
Result<int> launch(const EmbeddedOptions& options) {
    const std::filesystem::path program =
        options.program.empty() ? siblingProgram("cutaway-cloud") : options.program;
    if (::access(program.c_str(), X_OK) != 0)
        return Error{ErrorCategory::NotFound,
                     "The program " + program.string() + " is missing: install it beside this one.",
                     {}};
    ChildArguments arguments = argumentsOf(options, program);
    const std::filesystem::path logFile = options.dataFolder / "server.log";
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return systemError("The cloud cannot be started", errno);
    const pid_t middle = ::fork();
    if (middle == 0) {
        ::setsid();
        if (::fork() != 0)
            ::_exit(0);
        sigset_t none;
        sigemptyset(&none);
        ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
        const int nothing = ::open("/dev/null", O_RDONLY);
        const int log = ::open(logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(nothing, 0);
        ::dup2(ends[1], 1);
        ::dup2(log >= 0 ? log : nothing, 2);
        ::close_range(3, ~0U, 0);
        ::execv(program.c_str(), arguments.pointers.data());
        ::_exit(127);
    }
    const int forkError = errno;
    ::close(ends[1]);
    if (middle < 0) {
        ::close(ends[0]);
        return systemError("The cloud cannot be started", forkError);
    }
    while (::waitpid(middle, nullptr, 0) < 0 && errno == EINTR) {
    }
    return ends[0];
}

enum class Waited { Ready, TimedOut, Stopped };

/// Until `fd` is readable; -1: only the deadline or a stop ends it.
Waited waitFor(int fd, Clock::time_point deadline, const WakeOnStop& wake) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            return Waited::TimedOut;
        std::array<pollfd, 2> watched{{{fd, POLLIN, 0}, {wake.fd(), POLLIN, 0}}};
        const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(left));
        if (wake.stopRequested())
            return Waited::Stopped;
        if (ready > 0 && watched[0].revents != 0)
            return Waited::Ready;
        if (ready < 0 && errno != EINTR)
            return Waited::TimedOut;
    }
}

/// Until the first line of output, or its end. True: a line came.
Result<bool> firstLine(int fd, Clock::time_point deadline, const WakeOnStop& wake) {
    std::array<char, 512> piece{};
    for (;;) {
        switch (waitFor(fd, deadline, wake)) {
        case Waited::Stopped:
            return Error{ErrorCategory::Cancelled, "Cancelled.", {}};
        case Waited::TimedOut:
            return Error{ErrorCategory::Timeout,
                         "The cloud on this machine did not get ready in time. Its log is server.log in the "
                         "data folder.",
                         {}};
        case Waited::Ready:
            break;
        }
        const ssize_t got = ::read(fd, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        if (std::memchr(piece.data(), '\n', static_cast<std::size_t>(got)) != nullptr)
            return true;
    }
}

std::string lastWords(const std::filesystem::path& folder) {
    std::ifstream file(folder / "server.log");
    std::string line;
    std::string last;
    while (std::getline(file, line))
        if (!line.empty())
            last = line;
    return last;
}

} // namespace

Result<EmbeddedCloud> attachOrStart(const EmbeddedOptions& options, std::stop_token stop) {
    std::error_code failed;
    std::filesystem::create_directories(options.dataFolder, failed);
    if (failed)
        return Error{ErrorCategory::Io,
                     "The folder " + options.dataFolder.string() + " cannot be made: " + failed.message() +
                         ".",
                     {}};
    if (auto running = attach(options.dataFolder, stop))
        return running;

    const WakeOnStop wake(stop);
    const auto deadline = Clock::now() + options.timeout;
    for (;;) {
        CUTAWAY_TRY(const int output, launch(options));
        const Descriptor reading(output);
        CUTAWAY_TRY(const bool ready, firstLine(output, deadline, wake));
        if (auto running = attach(options.dataFolder, stop)) {
            running->started = ready;
            return running;
        }
        // Ours ended without a word: another server holds the folder and is just starting, or just ending.
        constexpr std::chrono::milliseconds round{300};
        if (waitFor(-1, std::min(deadline, Clock::now() + round), wake) == Waited::Stopped)
            return Error{ErrorCategory::Cancelled, "Cancelled.", {}};
        if (auto running = attach(options.dataFolder, stop))
            return running;
        if (Clock::now() >= deadline)
            return Error{ErrorCategory::Unavailable,
                         "The cloud on this machine could not be started. Its log is server.log in " +
                             options.dataFolder.string() + ".",
                         lastWords(options.dataFolder)};
    }
}

} // namespace cutaway::catalogue
