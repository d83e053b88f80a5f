#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"
#include "core/conform/profiles.h"

#include <vector>

namespace cutaway::cloud {

class JobSupervisor;

/// Submissions, estimates, profiles and deliveries under /cutaway/v1. References outlive the router.
void addSubmissionRoutes(Router& router, Services& services, JobSupervisor& jobs,
                         std::vector<conform::Profile> profiles);

} // namespace cutaway::cloud
