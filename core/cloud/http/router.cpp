#include "core/cloud/http/router.h"

#include <algorithm>

namespace cutaway::cloud {

namespace {

bool isParameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string_view> segmentsOf(std::string_view path) {
    std::vector<std::string_view> segments;
    path.remove_prefix(std::min<std::size_t>(path.size(), 1)); // the leading slash
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        segments.push_back(part);
        path.remove_prefix(std::min(path.size(), part.size() + 1));
    }
    return segments;
}

/// How well a pattern fits: -1 not at all, else the number of literal segments.
int fit(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    if (pattern.size() != path.size())
        return -1;
    int literals = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (isParameter(pattern[i])) {
            if (path[i].empty())
                return -1;
            continue;
        }
        if (pattern[i] != path[i])
            return -1;
        ++literals;
    }
    return literals;
}

} // namespace

void Router::add(std::string method, std::string_view pattern, Handler handler, RouteOptions options) {
    Route route{std::move(method), {}, std::move(handler), options};
    for (const std::string_view segment : segmentsOf(pattern))
        route.pattern.emplace_back(segment);
    m_routes.push_back(std::move(route));
}

std::variant<const Router::Route*, Response> Router::match(Request& request) const {
    std::vector<std::string> path;
    for (const std::string_view segment : segmentsOf(request.path)) {
        auto decoded = percentDecode(segment);
        if (!decoded)
            return Response::failure(
                Error{ErrorCategory::InvalidInput, "This address cannot be read: a bad % escape.", {}});
        path.push_back(std::move(*decoded));
    }
    const Route* best = nullptr;
    int bestFit = -1;
    std::string allowed;
    for (const Route& route : m_routes) {
        const int quality = fit(route.pattern, path);
        if (quality < 0)
            continue;
        allowed += (allowed.empty() ? "" : ", ") + route.method + (route.method == "GET" ? ", HEAD" : "");
        if (route.method == request.method && quality > bestFit) {
            best = &route;
            bestFit = quality;
        }
    }
    if (best) {
        for (std::size_t i = 0; i < path.size(); ++i) {
            const std::string& name = best->pattern[i];
            if (isParameter(name))
                request.params[name.substr(1, name.size() - 2)] = std::move(path[i]);
        }
        return best;
    }
    if (allowed.empty())
        return Response::failure(Error{ErrorCategory::NotFound, "There is nothing at this address.", {}});
    Response response = Response::failure(
        405, Error{ErrorCategory::InvalidInput, "This address does not take " + request.method + ".", {}});
    response.headers.add("Allow", allowed);
    return response;
}

} // namespace cutaway::cloud
