#pragma once

#include "core/tams/http.h"

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace cutaway::catalogue {

struct EmbeddedOptions {
    std::filesystem::path dataFolder; ///< made when it is not there
    std::filesystem::path program;    ///< cutaway-cloud; empty: the one beside this program
    std::vector<std::string> extraArguments;
    std::chrono::milliseconds timeout{20'000}; ///< for a start
};

struct EmbeddedCloud {
    tams::Connection connection;
    int pid = 0;
    bool started = false; ///< by this call, else it was running
};

/// The data folder's own server: the running one if it answers, else a new one in its own session, which
/// outlives this program until its last client has gone and its jobs are done. Any thread but the UI's.
/// Errors: Unavailable with the server's last words, Timeout, Io, Cancelled.
Result<EmbeddedCloud> attachOrStart(const EmbeddedOptions& options, std::stop_token stop = {});

} // namespace cutaway::catalogue
