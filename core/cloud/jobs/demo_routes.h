#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/jobs/supervisor.h"
#include "core/cloud/services.h"

namespace cutaway::cloud {

/// POST /cutaway/v1/demo: the maker of the demo event says how far it is, every client hears of it, and the
/// answer says whether it has to wait because somebody plays. All arguments outlive the router.
void addDemoRoutes(Router& router, Services& services, JobSupervisor& jobs);

} // namespace cutaway::cloud
