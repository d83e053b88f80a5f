#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"

namespace cutaway::cloud {

/// /cutaway/v1/projects. `services` outlives the router.
void addProjectRoutes(Router& router, Services& services);

} // namespace cutaway::cloud
