#pragma once

#include "core/cloud/store/database.h"

namespace cutaway::cloud {

/// Tables of the media store: sources, flows, segments, objects, holds, profiles, deletion requests.
/// Times on a Flow are two integer columns, seconds and nanoseconds, as in Timestamp; `created` and the like
/// are microseconds since 1970. `document` columns keep whole resources as JSON, unknown fields included;
/// the columns beside them are what listings filter and sort by.
Schema mediaSchema();

} // namespace cutaway::cloud
