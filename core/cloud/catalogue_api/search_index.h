#pragma once

#include "core/base/uuid.h"
#include "core/cloud/store/database.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// What search knows of one unit or mark.
struct SearchEntry {
    std::string subject; ///< "unit/UUID" or "mark/UUID"
    Uuid unitId;
    Uuid workspace;
    std::string own;     ///< its own words
    std::string context; ///< words of what it belongs to: they narrow a search, but do not find it alone
};

/// Writes or replaces an entry of a unit that is in the store, within the caller's transaction.
void indexWords(Connection& store, const SearchEntry& entry);

struct SearchRequest {
    std::string text;
    Uuid workspace;
    std::string eventId; ///< empty: all events
    bool withPictures = false;
    int limit = 50;
};

/// {"results", "total", "total_without_filter"}. Every word of the text must begin a word of the entry. A
/// text without words finds every unit, in the order of the schedule.
nlohmann::json searchCatalogue(Connection& store, const SearchRequest& request);

/// An FTS5 expression for what a user typed: words are letters and digits, each a prefix. Empty: no word.
std::string searchExpression(std::string_view text);

} // namespace cutaway::cloud
