#pragma once

#include "core/base/error.h"
#include "core/base/uuid.h"
#include "core/tams/http.h"

#include <filesystem>
#include <optional>

namespace cutaway::cloud {

/// Does the job that the cloud holds under this id, as its worker, and reports how it ended. Blocks. Uses
/// `scratch` freely. Returns nothing when the job was delivered, else why not: Cancelled when the cloud ended
/// it, Unavailable or Timeout when the cloud cannot be reached (it will start the job again), else what was
/// reported.
std::optional<Error> doWork(const tams::Connection& cloud, const Uuid& job,
                            const std::filesystem::path& scratch);

} // namespace cutaway::cloud
