#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"

namespace cutaway::cloud {

class JobSupervisor;

/// /cutaway/v1/jobs for those who wait for them, and /playing. Both arguments outlive the router.
void addJobRoutes(Router& router, Services& services, JobSupervisor& jobs);
/// What workers call: work, progress, preview, outputs, done, failed.
void addWorkerRoutes(Router& router, Services& services, JobSupervisor& jobs);

} // namespace cutaway::cloud
