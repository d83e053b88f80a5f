#pragma once

#include "core/cloud/auth/auth.h"
#include "core/cloud/store/database.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// Columns in the order in which sourceJson() reads them, of the table aliased `r`.
inline constexpr std::string_view sourceColumns = "r.id, r.created_by, r.created, r.updated, r.document";

/// The Source as GET answers it: what is kept, and the collections that its Flows imply. `column`: the first
/// of sourceColumns.
nlohmann::json sourceJson(Connection& store, const Uuid& workspace, const Statement& row, int column);

/// What is kept of a Source, or NotFound.
Result<nlohmann::json> requireSource(Connection& store, const Uuid& workspace, std::string_view id);
/// Writes it back, with its tags.
void saveSource(Connection& store, const Principal& principal, nlohmann::json document);

} // namespace cutaway::cloud
