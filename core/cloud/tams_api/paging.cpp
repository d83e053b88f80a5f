#include "core/cloud/tams_api/paging.h"

#include <algorithm>
#include <charconv>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::size_t maxToken = 4096;

Error badParameter(std::string_view name) {
    return {ErrorCategory::InvalidInput, "The value of “" + std::string(name) + "” cannot be used.", {}};
}

std::string tokenOf(const json& key) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string token;
    for (const char c : key.dump(-1, ' ', false, json::error_handler_t::replace)) {
        const auto byte = static_cast<unsigned char>(c);
        token += digits[byte >> 4];
        token += digits[byte & 15];
    }
    return token;
}

std::optional<json> keyOf(std::string_view token, std::size_t parts) {
    if (token.size() > maxToken || token.size() % 2 != 0)
        return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < token.size(); i += 2) {
        unsigned value = 0;
        const auto [end, problem] = std::from_chars(token.data() + i, token.data() + i + 2, value, 16);
        if (problem != std::errc() || end != token.data() + i + 2)
            return std::nullopt;
        text += static_cast<char>(value);
    }
    const json key = json::parse(text, nullptr, false);
    if (!key.is_array() || key.size() != parts)
        return std::nullopt;
    const bool plain = std::all_of(key.begin(), key.end(), [](const json& part) {
        return part.is_string() || part.is_number_integer();
    });
    return plain ? std::optional(key) : std::nullopt;
}

std::string nextUrl(const Request& request, const std::string& token) {
    std::string url = request.origin + request.path + "?";
    for (const auto& [name, value] : request.query.all()) {
        if (name != "page")
            url += percentEncode(name) + "=" + percentEncode(value) + "&";
    }
    return url + "page=" + token;
}

} // namespace

Result<Page> readPage(const Request& request, PageLimits limits, std::size_t keyParts) {
    Page page;
    page.limit = limits.standard;
    if (const auto text = request.query.get("limit")) {
        const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), page.limit);
        const bool tooLong = problem == std::errc::result_out_of_range && !text->starts_with('-');
        if (tooLong)
            page.limit = limits.largest;
        if ((problem != std::errc() && !tooLong) || end != text->data() + text->size() || page.limit < 1)
            return badParameter("limit");
        page.limit = std::min(page.limit, limits.largest);
    }
    CUTAWAY_TRY(const auto reverse, booleanParameter(request, "reverse_order"));
    page.reverse = reverse.value_or(false);
    if (const auto token = request.query.get("page")) {
        const auto key = keyOf(*token, keyParts);
        if (!key)
            return badParameter("page");
        page.after = *key;
    }
    return page;
}

void addPaging(Response& response, const Request& request, const Page& page, std::size_t count,
               const json& next) {
    response.headers.add("X-Paging-Limit", std::to_string(page.limit));
    response.headers.add("X-Paging-Count", std::to_string(count));
    response.headers.add("X-Paging-Reverse-Order", page.reverse ? "true" : "false");
    if (!next.is_array())
        return;
    const std::string token = tokenOf(next);
    response.headers.add("X-Paging-NextKey", token);
    response.headers.add("Link", "<" + nextUrl(request, token) + ">; rel=\"next\"");
}

Result<std::optional<bool>> booleanParameter(const Request& request, std::string_view name) {
    const auto text = request.query.get(name);
    if (!text)
        return std::optional<bool>();
    if (*text == "true" || *text == "false")
        return std::optional<bool>(*text == "true");
    return badParameter(name);
}

} // namespace cutaway::cloud
