#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"

namespace cutaway::cloud {

/// /cutaway/v1/projects/{id}/people. `services` outlives the router.
void addPeopleRoutes(Router& router, Services& services);

} // namespace cutaway::cloud
