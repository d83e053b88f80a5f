#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"

namespace cutaway::cloud {

/// Events, units, angles, marks and search under /cutaway/v1. `services` outlives the router.
void addCatalogueRoutes(Router& router, Services& services);

} // namespace cutaway::cloud
