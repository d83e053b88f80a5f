#include "core/tams/rest.h"

namespace cutaway::tams::rest {

namespace {

constexpr int maxPages = 100'000;

HttpRequest requestFor(const std::string& method, const std::string& path) {
    HttpRequest request;
    request.method = method;
    request.url = path;
    request.headers = {{"Accept", "application/json"}};
    request.retries = 2;
    return request;
}

Result<Json> parsed(const HttpResponse& response) {
    auto json = parseJson(response.body);
    if (!json)
        return unexpected(response.url + ": " + response.body.substr(0, 200));
    return json;
}

} // namespace

Error unexpected(const std::string& detail) {
    return {
        ErrorCategory::Corrupt,
        "The cloud gave an answer that is not understood. It may be of another version, or no Cutaway cloud.",
        detail};
}

std::string nextPage(const HttpResponse& response) {
    const std::string link = response.header("link");
    std::size_t at = 0;
    while ((at = link.find('<', at)) != std::string::npos) {
        const std::size_t end = link.find('>', at);
        if (end == std::string::npos)
            return {};
        const std::size_t following = link.find(",", end);
        const std::string parameters =
            link.substr(end + 1, following == std::string::npos ? std::string::npos : following - end - 1);
        if (parameters.find("rel=\"next\"") != std::string::npos ||
            parameters.find("rel=next") != std::string::npos) {
            const std::string reference = link.substr(at + 1, end - at - 1);
            const std::string url = resolveUrl(response.url, reference);
            return url.empty() ? reference : url; // asking for it says what is wrong with it
        }
        at = end;
    }
    return {};
}

std::string query(const std::vector<std::pair<std::string, std::string>>& parameters) {
    std::string text;
    for (const auto& [name, value] : parameters)
        if (!value.empty())
            text += (text.empty() ? "?" : "&") + escapeUrl(name) + "=" + escapeUrl(value);
    return text;
}

Result<Json> get(HttpClient& http, const std::string& path, const std::stop_token& stop) {
    CUTAWAY_TRY(const HttpResponse response, http.expect(requestFor("GET", path), stop));
    return parsed(response);
}

Result<void> getAll(HttpClient& http, const std::string& path,
                    const std::function<Result<void>(const Json&)>& take, const std::stop_token& stop) {
    std::string url = path;
    for (int page = 0; page < maxPages; ++page) {
        CUTAWAY_TRY(const HttpResponse response, http.expect(requestFor("GET", url), stop));
        CUTAWAY_TRY(const Json list, parsed(response));
        if (!list.is_array())
            return unexpected(response.url + ": no array");
        for (const Json& element : list)
            CUTAWAY_CHECK(take(element));
        const std::string next = nextPage(response);
        if (next.empty())
            return {};
        if (next == response.url)
            return unexpected(response.url + ": a page that follows itself");
        url = next;
    }
    return unexpected(path + ": too many pages");
}

Result<Json> send(HttpClient& http, const std::string& method, const std::string& path, const Json& body,
                  const std::stop_token& stop) {
    HttpRequest request = requestFor(method, path);
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = body.dump(-1, ' ', false, Json::error_handler_t::replace);
    CUTAWAY_TRY(const HttpResponse response, http.expect(std::move(request), stop));
    if (response.body.empty())
        return Json();
    return parsed(response);
}

Result<void> call(HttpClient& http, const std::string& method, const std::string& path,
                  const std::stop_token& stop) {
    CUTAWAY_CHECK(http.expect(requestFor(method, path), stop));
    return {};
}

} // namespace cutaway::tams::rest
