#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"

namespace cutaway::cloud {

/// What a player needs of an angle in one answer, under /cutaway/v1/playback (docs/api.md). `services`
/// outlives the router.
void addPlaybackRoutes(Router& router, Services& services);

} // namespace cutaway::cloud
