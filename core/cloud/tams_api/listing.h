#pragma once

#include "core/cloud/store/where.h"
#include "core/cloud/tams_api/paging.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::cloud {

/// How a listing is sorted. Times: most recent first. Text: alphabetically, resources without it after the
/// others, by id. Reversed: the exact opposite.
struct SortKey {
    std::string_view name;   ///< as in `sort_by`
    std::string_view column; ///< of the table aliased `r`
    bool isText = false;
};

/// The key that `sort_by` names; the first one when absent. Errors: InvalidInput.
Result<SortKey> readSortKey(const Request& request, const std::vector<SortKey>& keys);

/// Rows of a table aliased `r`. The listing's own columns begin at `firstColumn`.
struct Listing {
    static constexpr int firstColumn = 3;
    std::string_view table;
    std::string_view columns;
    Where where;
    SortKey sort;
    std::function<bool(const Statement&)> filter; ///< what SQL cannot say; empty: every row counts
};

/// One page by keyset, so that what is added meanwhile moves nothing. Returns the key of the next page, or
/// null on the last.
nlohmann::json listPage(Connection& store, Listing listing, const Page& page,
                        const std::function<void(const Statement&)>& take);

} // namespace cutaway::cloud
