#pragma once

#include "app/ctl/arguments.h"
#include "core/base/error.h"

#include <span>
#include <string_view>

namespace cutaway::ctl {

/// What a script can tell apart.
namespace exit_code {
inline constexpr int ok = 0;
inline constexpr int error = 1; ///< anything that has no code of its own
inline constexpr int usage = 2;
inline constexpr int notFound = 3;
inline constexpr int lossy = 3; ///< of convert --strict: something was approximated or lost
inline constexpr int unreachable = 4;
inline constexpr int refused = 5; ///< wrong token, no rights, or the cloud does not accept what was sent
inline constexpr int jobFailed = 6;
inline constexpr int cancelled = 7;
} // namespace exit_code

/// One subcommand. `run` prints its own output and returns an exit code.
struct Command {
    std::string_view name;
    std::string_view arguments; ///< "FILE --label NAME [--wait]"
    std::string_view summary;
    ArgumentRules rules;
    int (*run)(const Arguments& arguments);
};

Command eventsCommand();
Command searchCommand();
Command ingestCommand();
Command submitCommand();
Command jobsCommand();
Command frameIdsCommand();
Command workCommand();
Command convertCommand();

/// Prints the error for a person on standard error, or as JSON on standard output, and gives its exit code.
int fail(const Arguments& arguments, const Error& error);
int exitCodeOf(ErrorCategory category);

} // namespace cutaway::ctl
