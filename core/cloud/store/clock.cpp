#include "core/cloud/store/clock.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace cutaway::cloud {

std::int64_t nowMicroseconds() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string wallClockText(std::int64_t microseconds) {
    constexpr std::int64_t second = 1'000'000;
    std::int64_t fraction = microseconds % second;
    std::time_t whole = static_cast<std::time_t>(microseconds / second);
    if (fraction < 0) {
        fraction += second;
        --whole;
    }
    std::tm parts{};
    ::gmtime_r(&whole, &parts);
    char date[32];
    const std::size_t length = std::strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &parts);
    char tail[16];
    std::snprintf(tail, sizeof tail, ".%06dZ", static_cast<int>(fraction));
    return std::string(date, length) + tail;
}

} // namespace cutaway::cloud
