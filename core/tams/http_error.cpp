#include "core/tams/http.h"
#include "core/tams/json.h"

namespace cutaway::tams {

namespace {

ErrorCategory categoryOf(int status) {
    switch (status) {
    case 401:
        return ErrorCategory::Unauthorised;
    case 403:
        return ErrorCategory::Forbidden;
    case 404:
    case 410:
        return ErrorCategory::NotFound;
    case 408:
        return ErrorCategory::Timeout;
    case 409:
    case 412:
        return ErrorCategory::Conflict;
    case 429:
        return ErrorCategory::Unavailable;
    case 501:
        return ErrorCategory::Unsupported;
    case 507:
        return ErrorCategory::OutOfSpace;
    default:
        break;
    }
    if (status >= 500)
        return ErrorCategory::Unavailable;
    return status >= 400 ? ErrorCategory::InvalidInput : ErrorCategory::Corrupt;
}

std::string sentenceFor(ErrorCategory category, int status) {
    switch (category) {
    case ErrorCategory::Unauthorised:
        return "The cloud does not accept the token. Connect again with a valid one.";
    case ErrorCategory::Forbidden:
        return "The cloud does not allow this with your token.";
    case ErrorCategory::NotFound:
        return "The cloud does not have this (any more).";
    case ErrorCategory::Conflict:
        return "Somebody else changed this first. Reload and try again.";
    case ErrorCategory::OutOfSpace:
        return "The cloud has no space left.";
    case ErrorCategory::Timeout:
    case ErrorCategory::Unavailable:
        return "The cloud cannot answer at the moment (status " + std::to_string(status) +
               "). Try again shortly.";
    default:
        return "The cloud refused the request (status " + std::to_string(status) + ").";
    }
}

/// The text that a body of any of the known shapes carries for a reader, or nothing.
std::string sentenceIn(const std::string& body) {
    const auto json = parseJson(body);
    if (!json || !json->is_object())
        return {};
    for (const char* name : {"summary", "detail", "message", "title", "error"}) {
        const auto it = json->find(name);
        if (it == json->end())
            continue;
        if (it->is_string() && !it->get_ref<const std::string&>().empty())
            return it->get<std::string>();
        if (it->is_object()) {
            const auto nested = it->find("message");
            if (nested != it->end() && nested->is_string())
                return nested->get<std::string>();
        }
        // FastAPI: [{"loc": [...], "msg": "..."}]
        if (it->is_array() && !it->empty() && it->front().is_object()) {
            const auto message = it->front().find("msg");
            if (message != it->front().end() && message->is_string())
                return message->get<std::string>();
        }
    }
    return {};
}

} // namespace

std::string HttpResponse::header(const std::string& name) const {
    const auto it = headers.find(name);
    return it == headers.end() ? std::string() : it->second;
}

Error errorOf(const HttpResponse& response) {
    const ErrorCategory category = categoryOf(response.status);
    std::string sentence = sentenceIn(response.body);
    constexpr std::size_t longest = 500;
    if (sentence.size() > longest)
        sentence.resize(longest);
    if (sentence.empty())
        sentence = sentenceFor(category, response.status);
    return {category, std::move(sentence),
            std::to_string(response.status) + " " + response.url + " " + response.body.substr(0, longest)};
}

} // namespace cutaway::tams
