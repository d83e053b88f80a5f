#pragma once

#include "core/base/result.h"
#include "core/cloud/jobs/job_record.h"
#include "core/cloud/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace cutaway::cloud {

/// Tables of jobs, uploads and outputs.
Schema jobSchema();

// Rows of jobs, within the caller's transaction. Every change of state is one statement that names the states
// it may leave, so that two who end a job at once cannot both succeed.

/// Adds the job as queued; sets `order` and `created`. False when the id is there already.
bool addJob(Connection& store, JobRecord& job);
std::optional<JobRecord> findJob(Connection& store, const Uuid& workspace, const Uuid& id);
/// The same in any workspace, for the supervisor.
std::optional<JobRecord> findJob(Connection& store, const Uuid& id);

struct JobFilter {
    std::string state; ///< empty: all
    std::string type;  ///< empty: all
    int limit = 100;
};
/// Newest first.
std::vector<JobRecord> listJobs(Connection& store, const Uuid& workspace, const JobFilter& filter);
/// Queued and running ones of every workspace, oldest first.
std::vector<JobRecord> unfinishedJobs(Connection& store);

/// queued -> running, one more attempt. False when it is no longer queued.
bool startJob(Connection& store, const Uuid& id);
/// running -> queued.
bool requeueJob(Connection& store, const Uuid& id);
/// queued or running -> `state`, which is final. False when it was over already.
bool endJob(Connection& store, const Uuid& id, JobState state, const nlohmann::json& error,
            const nlohmann::json& result);
bool holdJob(Connection& store, const Uuid& id, bool held);

} // namespace cutaway::cloud
