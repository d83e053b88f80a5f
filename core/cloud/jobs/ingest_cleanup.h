#pragma once

#include "core/cloud/jobs/job_record.h"
#include "core/cloud/services.h"

#include <vector>

namespace cutaway::cloud {

/// Removes every Flow that an ingest made: what a failed or cancelled one leaves behind. Nothing else may
/// write to them any more. Removing them twice is fine.
void removeIngested(Services& services, const JobRecord& job);

/// Ingests that failed or were cancelled, and whose Flows are still there: a crash came in between.
std::vector<JobRecord> unfinishedRemovals(Services& services);

} // namespace cutaway::cloud
