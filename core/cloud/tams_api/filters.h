#pragma once

#include "core/cloud/http/message.h"
#include "core/cloud/store/where.h"

#include <string>
#include <string_view>
#include <vector>

namespace cutaway::cloud {

/// Values of a comma-separated parameter; an empty text has none.
std::vector<std::string> commaList(std::string_view text);
/// The same as a JSON array, for json_each in SQL.
std::string commaListJson(std::string_view text);

/// Conditions for `PREFIXtag.{name}` and `PREFIXtag_exists.{name}` parameters on resources of `kind` in the
/// table aliased `r`. Errors: InvalidInput.
Result<void> addTagFilters(Where& where, const Request& request, std::string_view kind,
                           std::string_view prefix = "");

/// True when a resource without any tags passes the `PREFIXtag...` parameters. Errors: InvalidInput.
Result<bool> passesWithoutTags(const Request& request, std::string_view prefix);

/// Sets `label`, and any further equality filter that `columns` names (parameter = column).
Result<void> addEqualFilters(Where& where, const Request& request,
                             const std::vector<std::string_view>& columns);

/// A comma-separated list of UUIDs in the query.
struct UuidList {
    bool given = false;
    bool empty = true; ///< "name=": asks for what has none
    std::string json;  ///< as an array, for json_each in SQL
};
/// Errors: InvalidInput.
Result<UuidList> uuidListParameter(const Request& request, std::string_view name);

} // namespace cutaway::cloud
