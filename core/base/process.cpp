#include "core/base/process.h"

#include "core/base/wake.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace cutaway {

namespace {

constexpr int startFailed = 127;
// linux/ioprio.h is not part of glibc: class "idle", of this process.
constexpr int ioprioWhoProcess = 1;
constexpr int ioprioIdle = 3 << 13;

Error systemError(ErrorCategory category, std::string message) {
    return {category, std::move(message), std::generic_category().message(errno)};
}

std::vector<std::string> environmentWith(const std::vector<std::pair<std::string, std::string>>& additions) {
    std::vector<std::string> result;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view text = *entry;
        const std::string_view name = text.substr(0, text.find('='));
        bool replaced = false;
        for (const auto& addition : additions)
            replaced = replaced || addition.first == name;
        if (!replaced)
            result.emplace_back(text);
    }
    for (const auto& [name, value] : additions)
        result.push_back(name + "=" + value);
    return result;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Everything the child needs after fork, made before it: only async-signal-safe calls are allowed there.
struct ChildPlan {
    const char* program;
    char** arguments;
    char** environment;
    int input;
    int output;
    int niceness;
    bool idleIo;
    bool diesWithParent;
    pid_t parent;
};

[[noreturn]] void becomeChild(const ChildPlan& plan) {
    setpgid(0, 0);
    if (plan.diesWithParent) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != plan.parent)
            _exit(startFailed); // the parent went before the request was made
    }
    if (plan.niceness > 0)
        setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + plan.niceness);
    if (plan.idleIo)
        syscall(SYS_ioprio_set, ioprioWhoProcess, 0, ioprioIdle);
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, nullptr);
    for (const int ignored : {SIGPIPE, SIGINT, SIGTERM, SIGHUP})
        signal(ignored, SIG_DFL);
    dup2(plan.input, STDIN_FILENO);
    dup2(plan.output, STDOUT_FILENO);
    dup2(plan.output, STDERR_FILENO);
    execvpe(plan.program, plan.arguments, plan.environment);
    _exit(startFailed);
}

} // namespace

Result<ChildProcess> ChildProcess::start(const ProcessOptions& options) {
    std::vector<std::string> arguments{options.program.string()};
    arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
    std::vector<std::string> environment = environmentWith(options.environment);
    std::vector<char*> argumentPointers = pointersTo(arguments);
    std::vector<char*> environmentPointers = pointersTo(environment);

    const std::string name = options.program.filename().string();
    if (options.program.has_parent_path() && access(options.program.c_str(), X_OK) != 0)
        return systemError(ErrorCategory::NotFound,
                           "The program “" + name + "” is missing. Install Cutaway again.");
    std::array<int, 2> output{-1, -1};
    if (options.outputFile)
        output[1] = open(options.outputFile->c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    else if (pipe2(output.data(), O_CLOEXEC) != 0)
        output[1] = -1;
    if (output[1] < 0)
        return systemError(ErrorCategory::Io, "The program “" + name + "” could not be started.");
    const int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    const ChildPlan plan{
        arguments.front().c_str(), argumentPointers.data(), environmentPointers.data(), input,   output[1],
        options.niceness,          options.idleIo,          options.diesWithParent,     getpid()};

    // fork, not posix_spawn: only between fork and exec can the child ask to die with its parent.
    const pid_t id = fork();
    if (id == 0)
        becomeChild(plan);
    const int forkError = errno;
    ::close(output[1]);
    ::close(input);
    ChildProcess child;
    child.m_output = output[0];
    if (id < 0) {
        errno = forkError;
        return systemError(ErrorCategory::Unavailable, "The program “" + name + "” could not be started.");
    }
    child.m_id = id;
    child.m_logLimit = options.logLimit;
    setpgid(id, id); // both sides do it, so that the group exists whoever runs first
    child.m_pidFd = static_cast<int>(syscall(SYS_pidfd_open, id, 0));
    if (child.m_output >= 0)
        fcntl(child.m_output, F_SETFL, O_NONBLOCK);
    if (child.m_pidFd < 0)
        return systemError(ErrorCategory::Unavailable, "The program “" + name + "” could not be watched.");
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept {
    *this = std::move(other);
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    if (this == &other)
        return *this;
    close();
    m_id = std::exchange(other.m_id, -1);
    m_pidFd = std::exchange(other.m_pidFd, -1);
    m_output = std::exchange(other.m_output, -1);
    m_logLimit = other.m_logLimit;
    m_log = std::move(other.m_log);
    m_line = std::move(other.m_line);
    m_exit = std::exchange(other.m_exit, {});
    return *this;
}

ChildProcess::~ChildProcess() {
    close();
}

void ChildProcess::close() {
    if (m_id > 0 && !m_exit) {
        kill();
        reap(true);
    }
    for (int* fd : {&m_pidFd, &m_output})
        if (*fd >= 0)
            ::close(std::exchange(*fd, -1));
    m_id = -1;
}

void ChildProcess::release() {
    m_exit = ProcessExit{};
    close();
}

void ChildProcess::reap(bool block) {
    int status = 0;
    if (m_exit || waitpid(m_id, &status, block ? 0 : WNOHANG) != m_id)
        return;
    if (WIFSIGNALED(status))
        m_exit = ProcessExit{-1, WTERMSIG(status)};
    else
        m_exit = ProcessExit{WEXITSTATUS(status), 0};
}

bool ChildProcess::collect() {
    std::array<char, 4096> buffer;
    for (;;) {
        const ssize_t count = m_output < 0 ? 0 : read(m_output, buffer.data(), buffer.size());
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        if (count == 0) {
            if (m_output >= 0)
                ::close(std::exchange(m_output, -1));
            return false;
        }
        const std::string_view seen(buffer.data(), static_cast<std::size_t>(count));
        for (std::string* text : {&m_log, &m_line}) {
            text->append(seen);
            if (text->size() > m_logLimit)
                text->erase(0, text->size() - m_logLimit);
        }
    }
}

Result<ProcessExit> ChildProcess::wait(std::stop_token stop, std::optional<std::chrono::milliseconds> limit) {
    const WakeOnStop wake(std::move(stop));
    const auto deadline = std::chrono::steady_clock::now() + limit.value_or(std::chrono::hours(24 * 365));
    while (!m_exit) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (wake.stopRequested())
            return Error{ErrorCategory::Cancelled, "Stopped.", {}};
        if (left.count() <= 0)
            return Error{ErrorCategory::Timeout, "The program did not end in time.", {}};
        std::array<pollfd, 3> watched{pollfd{m_pidFd, POLLIN, 0}, pollfd{wake.fd(), POLLIN, 0},
                                      pollfd{m_output, POLLIN, 0}};
        const auto pause = std::min<std::chrono::milliseconds::rep>(left.count(), 1000 * 1000);
        poll(watched.data(), watched.size(), static_cast<int>(pause));
        collect();
        if (watched[0].revents != 0)
            reap(false);
    }
    collect();
    return *m_exit;
}

Result<std::string> ChildProcess::readLine(std::stop_token stop, std::chrono::milliseconds limit) {
    const WakeOnStop wake(std::move(stop));
    const auto deadline = std::chrono::steady_clock::now() + limit;
    for (;;) {
        const bool open = collect();
        if (const std::size_t end = m_line.find('\n'); end != std::string::npos) {
            std::string line = m_line.substr(0, end);
            m_line.erase(0, end + 1);
            return line;
        }
        if (!open)
            return Error{ErrorCategory::NotFound, "The program ended before it answered.", m_log};
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (wake.stopRequested())
            return Error{ErrorCategory::Cancelled, "Stopped.", {}};
        if (left.count() <= 0)
            return Error{ErrorCategory::Timeout, "The program did not answer in time.", m_log};
        std::array<pollfd, 2> watched{pollfd{m_output, POLLIN, 0}, pollfd{wake.fd(), POLLIN, 0}};
        poll(watched.data(), watched.size(), static_cast<int>(left.count()));
    }
}

void ChildProcess::signalGroup(int number) const {
    if (m_id > 0 && !m_exit)
        ::kill(-m_id, number);
}

void ChildProcess::pause() {
    signalGroup(SIGSTOP);
}
void ChildProcess::resume() {
    signalGroup(SIGCONT);
}
void ChildProcess::terminate() {
    signalGroup(SIGTERM);
}
void ChildProcess::kill() {
    signalGroup(SIGKILL);
}

} // namespace cutaway
