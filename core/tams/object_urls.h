#pragma once

#include "core/tams/http.h"
#include "core/tams/types.h"

#include <string>
#include <vector>

namespace cutaway::tams {

/// Best first: our own origin with the token, then presigned ones, then the rest.
std::vector<GetUrl> byPreference(const std::vector<GetUrl>& urls, const std::string& origin);

/// N of "bytes a-b/N", or of the "bytes */N" that a 416 carries; -1 when the answer does not say.
std::int64_t wholeSize(const HttpResponse& response);

} // namespace cutaway::tams
