#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace cutaway::bench {

struct Measured {
    double secondsToLine = 0; ///< from start until the awaited line was printed, or until the end
    double seconds = 0;       ///< whole run
    double cpuSeconds = 0;    ///< user and system, with its children
    long peakKib = 0;         ///< largest resident set of one process
    int exitCode = 0;
    std::string output; ///< the first 64 KiB
};

/// Runs a program to its end. With `awaitedLine`, also notes when a line containing it appears on its output;
/// with `endAtLine`, ends the program (SIGTERM) then. Environment additions are "NAME=value".
Result<Measured> runProgram(const std::vector<std::string>& command, const std::string& awaitedLine = {},
                            bool endAtLine = false, const std::vector<std::string>& environment = {});

/// Full path of a program on PATH, or empty.
std::string findProgram(const std::string& name);

} // namespace cutaway::bench
