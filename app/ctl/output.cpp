#include "app/ctl/output.h"

#include "app/ctl/command.h"

#include <cstdio>
#include <unistd.h>

namespace cutaway::ctl {

using nlohmann::json;

void printJson(const json& value) {
    printLine(value.dump(-1, ' ', false, json::error_handler_t::replace));
}

void printLine(const std::string& line) {
    std::printf("%s\n", line.c_str());
}

void printProgress(const std::string& text) {
    if (isatty(STDERR_FILENO) != 0)
        std::fprintf(stderr, "\r\033[K%s", text.c_str());
}

int exitCodeOf(ErrorCategory category) {
    switch (category) {
    case ErrorCategory::NotFound:
        return exit_code::notFound;
    case ErrorCategory::Unavailable:
    case ErrorCategory::Timeout:
        return exit_code::unreachable;
    case ErrorCategory::Unauthorised:
    case ErrorCategory::Forbidden:
    case ErrorCategory::InvalidInput:
    case ErrorCategory::Conflict:
    case ErrorCategory::Unsupported:
        return exit_code::refused;
    case ErrorCategory::Cancelled:
        return exit_code::cancelled;
    default:
        return exit_code::error;
    }
}

int fail(const Arguments& arguments, const Error& error) {
    if (arguments.json())
        printJson({{"error", {{"type", categoryName(error.category)}, {"summary", error.message}}}});
    std::fprintf(stderr, "cutaway-ctl: %s\n", error.message.c_str());
    if (!error.detail.empty())
        std::fprintf(stderr, "(%s)\n", error.detail.c_str());
    return exitCodeOf(error.category);
}

} // namespace cutaway::ctl
