#pragma once

#include "core/cloud/jobs/job_record.h"
#include "core/cloud/store/database.h"

#include <functional>
#include <map>
#include <string>

namespace cutaway::cloud {

/// What differs between kinds of jobs. Any function may be empty.
struct JobKind {
    /// The first part of its result can be played; without any lock.
    std::function<void(const JobRecord&)> playable;
    /// The worker says it is done: checks and completes `result`, within the transaction that ends the job.
    /// An error refuses the report.
    std::function<Result<void>(Connection&, const JobRecord&, nlohmann::json& result)> delivered;
    /// It ended, delivered or not: lets go of what it held, within the same transaction.
    std::function<void(Connection&, const JobRecord&, JobState)> ended;
    /// After that transaction, once its worker has gone and without any lock: tells others, removes what is
    /// left. May be called again for the same job after a crash.
    std::function<void(const JobRecord&, JobState)> settled;
};

using JobKinds = std::map<std::string, JobKind, std::less<>>;

} // namespace cutaway::cloud
