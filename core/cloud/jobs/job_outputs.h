#pragma once

#include "core/base/result.h"
#include "core/cloud/jobs/job_record.h"
#include "core/cloud/store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// A file that a worker made, kept in the folder of objects under a key of its own.
struct JobOutput {
    std::string name;
    Uuid fileKey;
    std::int64_t size = 0;
};

/// A plain file name of at most 200 bytes: no folders, no control characters, no leading dot.
Result<void> checkFileName(std::string_view name);
/// Writes the row; the key of the file that it replaces, which the caller removes afterwards.
std::optional<Uuid> putOutput(Connection& store, const JobRecord& job, const JobOutput& output);
/// Gives up every file of a job that is not delivered: they go with the next collection.
void dropOutputs(Connection& store, const Uuid& jobId);
std::optional<JobOutput> findOutput(Connection& store, const Uuid& jobId, std::string_view name);

} // namespace cutaway::cloud
