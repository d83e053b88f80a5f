#include "core/cloud/http/message.h"

#include "core/cloud/store/clock.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace cutaway::cloud {

namespace {

constexpr std::size_t maxQueryFields = 256;

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameName(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lowered(x) == lowered(y); });
}

int hexValue(char c) {
    const char low = lowered(c);
    if (low >= '0' && low <= '9')
        return low - '0';
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// Of the character that begins here, or 0 when none does (RFC 3629: no surrogates, no long forms).
std::size_t lengthOfCharacter(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xc2 && first < 0xe0   ? 2
                               : first >= 0xe0 && first < 0xf0 ? 3
                               : first >= 0xf0 && first < 0xf5 ? 4
                                                               : 0;
    if (length == 0 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    const bool longForm = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool noCharacter = (first == 0xed && byte(1) >= 0xa0) || (first == 0xf4 && byte(1) >= 0x90);
    return longForm || noCharacter ? 0 : length;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = lengthOfCharacter(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace

void Headers::add(std::string name, std::string value) {
    m_fields.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string_view name, std::string value) {
    std::erase_if(m_fields, [&](const auto& field) { return sameName(field.first, name); });
    add(std::string(name), std::move(value));
}

std::string_view Headers::get(std::string_view name) const {
    for (const auto& [known, value] : m_fields) {
        if (sameName(known, name))
            return value;
    }
    return {};
}

bool Headers::has(std::string_view name) const {
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [&](const auto& field) { return sameName(field.first, name); });
}

Result<Query> Query::parse(std::string_view text) {
    const Error bad{ErrorCategory::InvalidInput, "The query of this address cannot be read.", {}};
    Query query;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        if (part.empty())
            continue;
        const std::size_t equals = part.find('=');
        const auto name = percentDecode(part.substr(0, equals), true);
        const auto value = percentDecode(
            equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1), true);
        if (!name || !value || query.m_fields.size() == maxQueryFields)
            return bad;
        query.m_fields.emplace_back(*name, *value);
    }
    return query;
}

std::optional<std::string_view> Query::get(std::string_view name) const {
    for (const auto& [known, value] : m_fields) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

std::vector<std::string_view> Query::getAll(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [known, value] : m_fields) {
        if (known == name)
            values.push_back(value);
    }
    return values;
}

BodyFile::~BodyFile() {
    if (!path.empty())
        ::unlink(path.c_str());
}

const std::string& Request::param(std::string_view name) const {
    static const std::string none;
    const auto found = params.find(name);
    return found == params.end() ? none : found->second;
}

Response Response::json(int status, std::string text) {
    Response response;
    response.status = status;
    response.headers.add("Content-Type", "application/json");
    response.body = std::move(text);
    return response;
}

Response Response::empty(int status) {
    Response response;
    response.status = status;
    return response;
}

Response Response::failure(const Error& error) {
    return failure(statusOf(error.category), error);
}

Response Response::failure(int status, const Error& error) {
    const nlohmann::json body{{"type", categoryName(error.category)},
                              {"summary", error.message},
                              {"time", wallClockText(nowMicroseconds())}};
    Response response = json(status, body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (status == 401)
        response.headers.add("WWW-Authenticate", "Bearer");
    return response;
}

int statusOf(ErrorCategory category) {
    switch (category) {
    case ErrorCategory::InvalidInput:
    case ErrorCategory::Corrupt:
        return 400;
    case ErrorCategory::Unauthorised:
        return 401;
    case ErrorCategory::Forbidden:
        return 403;
    case ErrorCategory::NotFound:
        return 404;
    case ErrorCategory::Conflict:
        return 409;
    case ErrorCategory::Cancelled:
        return 410;
    case ErrorCategory::Unsupported:
        return 501;
    case ErrorCategory::Unavailable:
        return 503;
    case ErrorCategory::Timeout:
        return 504;
    case ErrorCategory::OutOfSpace:
        return 507;
    case ErrorCategory::Io:
    case ErrorCategory::Internal:
        break;
    }
    return 500;
}

std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plusIsSpace) {
            c = ' ';
        }
        if (c == '\0')
            return std::nullopt;
        decoded += c;
    }
    // What is decoded goes into JSON and into the store, which take nothing else.
    return isUtf8(decoded) ? std::optional(std::move(decoded)) : std::nullopt;
}

std::string percentEncode(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 15];
    }
    return encoded;
}

} // namespace cutaway::cloud
