#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"

namespace cutaway::cloud {

class JobSupervisor;
class UploadStore;

/// POST /cutaway/v1/ingests. The other arguments outlive the router.
void addIngestRoutes(Router& router, Services& services, JobSupervisor& jobs, UploadStore& uploads);

} // namespace cutaway::cloud
