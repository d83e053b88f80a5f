#include "app/bench/run_program.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <spawn.h>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

extern char** environ; // NOLINT: POSIX has no header for it

namespace cutaway::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t mostOutput = 64 * 1024;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double seconds(const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> out;
    for (std::string& s : strings)
        out.push_back(s.data());
    out.push_back(nullptr);
    return out;
}

} // namespace

Result<Measured> runProgram(const std::vector<std::string>& command, const std::string& awaitedLine,
                            bool endAtLine, const std::vector<std::string>& environment) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return Error{ErrorCategory::Io, "No pipe could be made.", std::generic_category().message(errno)};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1 /* O_WRONLY */, 0);
    posix_spawn_file_actions_addclose(&actions, pipe[0]);

    std::vector<std::string> arguments = command;
    std::vector<std::string> variables = environment;
    for (char** e = environ; *e; ++e)
        variables.emplace_back(*e);
    const auto start = Clock::now();
    pid_t pid = 0;
    const int failure = posix_spawnp(&pid, arguments[0].c_str(), &actions, nullptr,
                                     pointers(arguments).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    if (failure != 0) {
        ::close(pipe[0]);
        return Error{ErrorCategory::NotFound, command[0] + " could not be started.",
                     std::generic_category().message(failure)};
    }

    Measured measured;
    bool seen = false;
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t n = 0; (n = ::read(pipe[0], buffer.data(), buffer.size())) > 0;) {
        if (text.size() < mostOutput)
            text.append(buffer.data(), static_cast<std::size_t>(n));
        if (!seen && !awaitedLine.empty() && text.find(awaitedLine) != std::string::npos) {
            seen = true;
            measured.secondsToLine = secondsSince(start);
            if (endAtLine)
                ::kill(pid, SIGTERM);
        }
    }
    ::close(pipe[0]);
    int status = 0;
    rusage usage{};
    ::wait4(pid, &status, 0, &usage);
    measured.seconds = secondsSince(start);
    if (!seen)
        measured.secondsToLine = measured.seconds;
    measured.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    measured.peakKib = usage.ru_maxrss;
    measured.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    measured.output = text;
    if (!awaitedLine.empty() && !seen)
        return Error{ErrorCategory::Internal, command[0] + " ended before it was ready.",
                     text.substr(0, 2000)};
    return measured;
}

std::string findProgram(const std::string& name) {
    const char* path =
        std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe): nothing here changes the environment
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto candidate = std::filesystem::path(folder) / name;
        if (::access(candidate.c_str(), X_OK) == 0)
            return candidate.string();
    }
    return {};
}

} // namespace cutaway::bench
