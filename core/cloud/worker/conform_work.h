#pragma once

#include "core/base/error.h"
#include "core/cloud/worker/job_link.h"
#include "core/cloud/worker/progress_reporter.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <stop_token>

namespace cutaway::cloud {

/// How a piece of work ended: a result, or an error and what to report of it.
struct WorkOutcome {
    nlohmann::json result;
    std::optional<Error> error;
    nlohmann::json report; ///< {"type", "summary", ...}
};
/// {"type", "summary", "detail"?}.
nlohmann::json errorReport(const Error& error);

/// Renders the plan of a conform job from Objects that it reads from the cloud, and sends the files.
WorkOutcome runConformWork(const nlohmann::json& work, const JobLink& link, ProgressReporter& progress,
                           const std::filesystem::path& scratch, std::stop_token stop);

} // namespace cutaway::cloud
