#include "core/cloud/jobs/job_outputs.h"

#include <algorithm>

namespace cutaway::cloud {

Result<void> checkFileName(std::string_view name) {
    constexpr std::size_t maxLength = 200;
    const bool plain = !name.empty() && name.size() <= maxLength && name.front() != '.' &&
                       std::none_of(name.begin(), name.end(), [](char c) {
                           return c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
                       });
    if (plain)
        return {};
    return Error{
        ErrorCategory::InvalidInput, "This is no name for a file: use up to 200 plain characters.", {}};
}

std::optional<Uuid> putOutput(Connection& store, const JobRecord& job, const JobOutput& output) {
    const auto old = findOutput(store, job.id, output.name);
    store.run("INSERT OR REPLACE INTO job_outputs (job_id, name, workspace_id, created_by, file_key, size) "
              "VALUES (?, ?, ?, ?, ?, ?)",
              job.id.toString(), output.name, job.workspace.toString(), job.createdBy,
              output.fileKey.toString(), output.size);
    return old ? std::optional(old->fileKey) : std::nullopt;
}

void dropOutputs(Connection& store, const Uuid& jobId) {
    store.run("INSERT OR IGNORE INTO doomed_files (workspace_id, created_by, file_key) "
              "SELECT workspace_id, 'system', file_key FROM job_outputs WHERE job_id = ?",
              jobId.toString());
    store.run("DELETE FROM job_outputs WHERE job_id = ?", jobId.toString());
}

std::optional<JobOutput> findOutput(Connection& store, const Uuid& jobId, std::string_view name) {
    auto row = store.query("SELECT file_key, size FROM job_outputs WHERE job_id = ? AND name = ?",
                           jobId.toString(), name);
    if (!row.next())
        return std::nullopt;
    const auto key = Uuid::parse(row.text(0));
    return key ? std::optional(JobOutput{std::string(name), *key, row.integer(1)}) : std::nullopt;
}

} // namespace cutaway::cloud
