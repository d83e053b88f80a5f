#include "app/cloud/arguments.h"
#include "app/cloud/demo_maker.h"
#include "core/cloud/auth/auth.h"
#include "core/cloud/data_folder.h"
#include "core/cloud/server.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

using namespace cutaway;
using namespace cutaway::cloud;

namespace {

constexpr std::chrono::seconds timeToArrive{30}; // for the first client, after the start
constexpr std::chrono::seconds timeAlone{5};     // after the last one has gone

/// A descriptor for every connection and file that the server may have open: the usual 1024 are few.
void raiseDescriptorLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit); // where it is refused, the server takes fewer at a time
}

/// Blocks SIGTERM and SIGINT in every thread started later; they are read from the descriptor.
int blockedSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

void wake(int descriptor) {
    const std::uint64_t one = 1;
    (void)!::write(descriptor, &one, sizeof one);
}

/// Returns when the server is to end: a signal, a client's wish, or, if embedded, nobody left to serve.
void serveUntilTheEnd(const CloudServer& server, bool embedded, int signals, int activity,
                      const std::atomic<bool>& shutdown) {
    using Clock = std::chrono::steady_clock;
    auto alone = Clock::now() + timeToArrive;
    bool hadCompany = false;
    while (!shutdown) {
        const bool company = server.clients() > 0 || server.busy();
        if (company)
            hadCompany = true;
        else if (std::exchange(hadCompany, false))
            alone = Clock::now() + timeAlone;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(alone - Clock::now());
        if (embedded && !company && left.count() <= 0)
            return;
        pollfd waits[2] = {{signals, POLLIN, 0}, {activity, POLLIN, 0}};
        const int limit = embedded && !company ? static_cast<int>(left.count()) : -1;
        if (::poll(waits, 2, limit) < 0 && errno != EINTR)
            return;
        if (waits[0].revents != 0)
            return;
        std::uint64_t dropped = 0;
        if (waits[1].revents != 0)
            (void)!::read(activity, &dropped, sizeof dropped);
    }
}

int failed(const Error& error) {
    std::fprintf(stderr, "cutaway-cloud: %s\n", error.message.c_str());
    if (!error.detail.empty())
        std::fprintf(stderr, "(%s)\n", error.detail.c_str());
    return error.category == ErrorCategory::InvalidInput ? 2 : 1;
}

} // namespace

int main(int count, char** values) {
    const auto arguments = readCloudArguments(count, values);
    if (!arguments)
        return failed(arguments.error());
    if (arguments->help) {
        std::fputs(cloudUsage, stdout);
        return 0;
    }
    const auto token = arguments->embedded ? randomToken() : readTokenFile(arguments->tokenFile);
    if (!token)
        return failed(token.error());

    raiseDescriptorLimit();
    const int signals = blockedSignals();
    const int activity = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::atomic<bool> shutdown = false;
    CloudServer::Options options;
    options.dataFolder = arguments->dataFolder;
    options.address = arguments->address;
    options.port = arguments->port;
    options.token = *token;
    options.name = arguments->name;
    options.onActivity = [activity] { wake(activity); };
    options.onShutdownAsked = [activity, &shutdown] {
        shutdown = true;
        wake(activity);
    };
    auto server = CloudServer::start(std::move(options));
    if (!server)
        return failed(server.error());
    const std::string& url = (*server)->url();
    // A team's token stays in the file it came from: only the server of this computer is found by its folder.
    withdrawServer(arguments->dataFolder);
    if (arguments->embedded)
        if (auto announced = announceServer(arguments->dataFolder, url, *token); !announced)
            return failed(announced.error());
    std::printf("%s\n", nlohmann::json{{"url", url}}.dump().c_str());
    std::fflush(stdout);

    std::optional<DemoMaker> demo;
    if (arguments->demo)
        demo.emplace(arguments->dataFolder, url, *token);
    serveUntilTheEnd(**server, arguments->embedded, signals, activity, shutdown);
    // Whoever reads the file from here on starts a server of their own, and waits for the lock.
    if (arguments->embedded)
        withdrawServer(arguments->dataFolder);
    demo.reset();
    (*server)->stop();
    return 0;
}
