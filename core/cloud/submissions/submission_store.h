#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/cloud/store/database.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace cutaway::cloud {

/// Tables of submissions and deliveries.
Schema submissionSchema();

/// A cut that was sent to be delivered. The job has the same id.
struct SubmissionRecord {
    Uuid id;
    Uuid workspace;
    std::string createdBy;
    std::string title;
    std::vector<std::string> profiles;
    bool ingestResult = true;
    std::string digest; ///< of what was asked for: the same id with another one is refused
    std::string otio;
    std::int64_t created = 0; ///< microseconds
};

// Rows, within the caller's transaction.

void addSubmission(Connection& store, SubmissionRecord& submission);
std::optional<SubmissionRecord> findSubmission(Connection& store, const Uuid& id);
/// Newest first.
std::vector<SubmissionRecord> listSubmissions(Connection& store, const Uuid& workspace, int limit);

/// A digest of a request that does not depend on the order or spacing of its JSON.
std::string digestOf(const nlohmann::json& request);

} // namespace cutaway::cloud
