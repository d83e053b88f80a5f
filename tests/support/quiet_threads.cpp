#include "quiet_threads.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <unistd.h>

namespace cutaway::test {

namespace {

/// How often the other threads have given up the processor or lost it; none while one of them has work.
std::optional<std::int64_t> switchesIfAsleep() {
    std::int64_t switches = 0;
    const std::string self = std::to_string(::gettid());
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", gone)) {
        if (task.path().filename() == self)
            continue;
        std::ifstream status(task.path() / "status");
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("State:") && line[line.find_first_not_of(" \t", 6)] != 'S')
                return std::nullopt;
            if (const auto at = line.find("ctxt_switches:"); at != std::string::npos)
                switches += std::stoll(line.substr(at + 14));
        }
    }
    return switches;
}

} // namespace

bool letOthersFinish(std::chrono::seconds limit) {
    const auto giveUp = std::chrono::steady_clock::now() + limit;
    std::optional<std::int64_t> before;
    while (std::chrono::steady_clock::now() < giveUp) {
        const auto now = switchesIfAsleep();
        if (now && now == before)
            return true;
        before = now;
        if (!now)
            std::this_thread::yield();
    }
    return false;
}

} // namespace cutaway::test
