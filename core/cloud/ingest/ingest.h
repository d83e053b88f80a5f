#pragma once

#include "core/base/result.h"
#include "core/cloud/worker/job_link.h"
#include "core/cloud/worker/progress_reporter.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <stop_token>

namespace cutaway::cloud {

/// Takes one file in: proxies, thumbnails and sound, then the master, which is cut without re-encoding. What
/// can be played first is registered first. Uses `scratch` for the file itself. A second run after a kill
/// goes on where the first one ended and makes nothing twice. Returns the result of the job.
Result<nlohmann::json> runIngest(const nlohmann::json& work, const JobLink& link, ProgressReporter& progress,
                                 const std::filesystem::path& scratch, std::stop_token stop);

} // namespace cutaway::cloud
