#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/cloud/store/database.h"

#include <nlohmann/json.hpp>

namespace cutaway::cloud {

/// Checks what a client sent for PUT /flows/{id} and makes the whole document of it: a Profile's technical
/// metadata filled in, the version set, unknown fields kept. Errors: InvalidInput.
Result<nlohmann::json> readFlowDocument(Connection& store, const Uuid& workspace, const std::string& id,
                                        nlohmann::json given);

/// Checks the technical metadata alone, as in a Flow or a Profile. Errors: InvalidInput.
Result<void> checkTechnicalMetadata(const nlohmann::json& flow);

/// Checks a tag's value: a string or an array of strings.
bool isTagValue(const nlohmann::json& value);
bool areTags(const nlohmann::json& tags);
/// Checks a flow collection's form: an array of items with ids.
Result<void> checkFlowCollection(const nlohmann::json& collection);
/// type/subtype without blanks.
bool isMimeType(std::string_view text);

} // namespace cutaway::cloud
