#pragma once

#include "core/cloud/http/router.h"

namespace cutaway::cloud {

class UploadStore;

/// PUT, GET and HEAD of /cutaway/v1/uploads/{id}. `uploads` outlives the router.
void addUploadRoutes(Router& router, UploadStore& uploads);

} // namespace cutaway::cloud
