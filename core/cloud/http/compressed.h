#pragma once

#include "core/cloud/http/message.h"

namespace cutaway::cloud {

/// The answer packed with gzip, when it is text worth that and the client takes it; else as it was.
Response compressed(const Request& request, Response response);

} // namespace cutaway::cloud
