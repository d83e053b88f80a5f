#pragma once

#include "core/cloud/data_folder.h"
#include "core/cloud/http/router.h"
#include "core/cloud/stream/event_stream.h"

#include <functional>
#include <string>

namespace cutaway::cloud {

/// Health, what this cloud is, the event stream and shutdown under /cutaway/v1. `streams` outlives the
/// router.
void addCloudRoutes(Router& router, EventStreams& streams, StoreIdentity identity, std::string name,
                    std::function<void()> shutdown);

} // namespace cutaway::cloud
