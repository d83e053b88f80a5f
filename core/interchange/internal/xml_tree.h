#pragma once

// Inside core/interchange only: reading XML of which nothing is known, with the line in every error.

#include "core/base/result.h"
#include "core/interchange/json_node.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cutaway::interchange {

/// An element. What it is asked for and is not what it ought to be fails with a ReadFailure that names the
/// line.
struct XmlNode {
    std::string name;
    std::size_t line = 0; ///< from 1
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text; ///< of the element itself, trimmed
    std::vector<XmlNode> children;

    /// The first child of that name; null: none.
    const XmlNode* find(std::string_view child) const;
    /// The same through several, "media/video".
    const XmlNode* findPath(std::string_view path) const;
    std::vector<const XmlNode*> all(std::string_view child) const;
    /// Text of a child, or `fallback` when it is missing or empty.
    std::string textOf(std::string_view child, std::string_view fallback = {}) const;
    /// A child that holds a whole number; none when it is missing or empty.
    std::optional<std::int64_t> wholeOf(std::string_view child) const;
    /// "TRUE" or "FALSE", in any case.
    bool flagOf(std::string_view child, bool fallback) const;
    std::string attribute(std::string_view key, std::string_view fallback = {}) const;

    std::int64_t whole() const;
    double number() const; ///< finite

    [[noreturn]] void fail(const std::string& what) const;
};

/// Numbers beyond this, either way, are refused.
inline constexpr std::int64_t largestXmlNumber = std::int64_t(1) << 40;

/// "Line 12 of the file: ..."
Error xmlError(std::size_t line, const std::string& what);

/// Parses a document of limited depth and count of elements, in which no entities are declared.
Result<XmlNode> parseXml(std::string_view text);

} // namespace cutaway::interchange
