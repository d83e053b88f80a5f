#pragma once

// Inside core/interchange only: reading JSON of which nothing is known, with the place in every error.

#include "core/base/result.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::interchange {

/// Thrown inside the reader and caught by it: it never leaves the module.
struct ReadFailure {
    Error error;
};

/// A value somewhere in the document, and where. Borrows the document.
class JsonNode {
public:
    JsonNode(const nlohmann::json& value, std::string path)
        : m_value(&value)
        , m_path(std::move(path)) {}

    const nlohmann::json& value() const { return *m_value; }
    const std::string& path() const { return m_path; }

    /// Member `key`; none when it is missing or null. Fails when this is no object.
    std::optional<JsonNode> find(const char* key) const;
    JsonNode at(const char* key) const;
    /// Elements of an array; fails when this is none, or has more than `most`.
    std::size_t size(std::size_t most) const;
    JsonNode element(std::size_t index) const;

    std::string text() const; ///< at most 64 KiB
    double number() const;    ///< finite
    bool boolean() const;
    /// Text of member `key`, or `fallback` when it is missing or null.
    std::string textOr(const char* key, std::string fallback) const;
    bool booleanOr(const char* key, bool fallback) const;
    /// "Clip" of OTIO_SCHEMA "Clip.2".
    std::string schema() const;

    [[noreturn]] void fail(const std::string& what,
                           ErrorCategory category = ErrorCategory::InvalidInput) const;

private:
    const nlohmann::json* m_value;
    std::string m_path;
};

/// Parses text of a limited size and nesting.
Result<nlohmann::json> parseJson(std::string_view text);

} // namespace cutaway::interchange
