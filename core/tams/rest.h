#pragma once

#include "core/tams/http.h"
#include "core/tams/json.h"

#include <functional>
#include <string>

/// What every JSON call has in common: status to Error, JSON to value, paging by Link.
namespace cutaway::tams::rest {

/// The page after this one as its Link header names it; empty at the last.
std::string nextPage(const HttpResponse& response);

/// "name=value" pairs joined, escaped; starts with "?" unless there are none. Empty values are left out.
std::string query(const std::vector<std::pair<std::string, std::string>>& parameters);

/// GET and parse. Tried again twice when the cloud stumbles.
Result<Json> get(HttpClient& http, const std::string& path, const std::stop_token& stop);
/// GET of a list over all its pages; `take` sees every element and may refuse.
Result<void> getAll(HttpClient& http, const std::string& path,
                    const std::function<Result<void>(const Json&)>& take, const std::stop_token& stop);
/// Sends JSON. The answer's JSON, or null when it has no body.
Result<Json> send(HttpClient& http, const std::string& method, const std::string& path, const Json& body,
                  const std::stop_token& stop);
/// A request without body or answer: DELETE, POST.
Result<void> call(HttpClient& http, const std::string& method, const std::string& path,
                  const std::stop_token& stop);

/// An Error that says the answer was not what the API promises.
Error unexpected(const std::string& detail);

} // namespace cutaway::tams::rest
