#pragma once

#include "core/cloud/auth/auth.h"
#include "core/cloud/store/database.h"
#include "core/time/time_range.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::cloud {

/// A Flow as the store keeps it. `document` is what the client sent, without what the server manages.
struct FlowRow {
    std::string id;
    std::string sourceId;
    std::string container; ///< empty: no Segments of its own
    bool readOnly = false;
    std::string createdBy;
    std::int64_t created = 0; ///< µs
    std::int64_t metadataUpdated = 0;
    std::optional<std::int64_t> segmentsUpdated;
    nlohmann::json document;
};

/// Columns in the order in which flowOf() reads them from `column` on, of the table aliased `r`.
inline constexpr std::string_view flowColumns =
    "r.id, r.source_id, r.container, r.read_only, r.created_by, "
    "r.created, r.metadata_updated, r.segments_updated, r.document";
FlowRow flowOf(const Statement& row, int column = 0);

std::optional<FlowRow> findFlow(Connection& store, const Uuid& workspace, std::string_view id);
/// The Flow, or NotFound.
Result<FlowRow> requireFlow(Connection& store, const Uuid& workspace, std::string_view id);
/// The Flow, or NotFound, or Forbidden when it is read-only.
Result<FlowRow> requireWritableFlow(Connection& store, const Uuid& workspace, std::string_view id);

/// The Flow as GET answers it, without `timerange`.
nlohmann::json flowJson(Connection& store, const Uuid& workspace, const FlowRow& flow);

/// Writes a checked document: row, tags and members. Makes the Source of a new Flow when it is the first.
/// Errors: InvalidInput (the Source has another format, a member does not exist).
Result<void> saveFlow(Connection& store, const Principal& principal, nlohmann::json document);

/// Removes the Flow's own rows and its places in collections, and its Source with its last Flow. Segments
/// must be gone already.
void removeFlow(Connection& store, const Principal& principal, const FlowRow& flow);

/// Replaces the tag index of one resource.
void indexTags(Connection& store, const Principal& principal, std::string_view kind, std::string_view id,
               const nlohmann::json& tags);

} // namespace cutaway::cloud
