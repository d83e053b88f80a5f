#pragma once

#include "core/cloud/http/message.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// One page of a listing, as asked for by `limit`, `page` and `reverse_order`.
struct Page {
    std::int64_t limit = 0;
    bool reverse = false;
    nlohmann::json after; ///< the keyset of the last item seen: an array; null on the first page
};

struct PageLimits {
    std::int64_t standard = 100;
    std::int64_t largest = 1000;
};

/// Errors: InvalidInput (a limit below 1, a key that this server did not make of `keyParts` parts).
Result<Page> readPage(const Request& request, PageLimits limits, std::size_t keyParts);

/// Adds X-Paging-* and, when `next` is an array, Link and X-Paging-NextKey.
void addPaging(Response& response, const Request& request, const Page& page, std::size_t count,
               const nlohmann::json& next);

/// true, false, or `absent` when the parameter is not there. Errors: InvalidInput.
Result<std::optional<bool>> booleanParameter(const Request& request, std::string_view name);

} // namespace cutaway::cloud
