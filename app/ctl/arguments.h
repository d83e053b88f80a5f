#pragma once

#include "core/base/result.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::ctl {

/// What a command understands besides --json, --cloud, --token-file and --data.
struct ArgumentRules {
    std::size_t fewest = 0; ///< words that are no options
    std::size_t most = 0;
    std::vector<std::string_view> flags;   ///< "--wait"
    std::vector<std::string_view> options; ///< "--label": takes a value; may be given more than once
};

/// A command line, checked against the rules.
struct Arguments {
    std::vector<std::string> words;
    std::map<std::string, std::vector<std::string>, std::less<>> values;

    bool has(std::string_view name) const { return values.contains(name); }
    bool json() const { return has("--json"); }
    /// The last value of an option, or "".
    std::string value(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;
    /// A whole number within the limits; nothing when the option is absent. InvalidInput.
    Result<std::optional<int>> number(std::string_view name, int smallest, int largest) const;
};

/// "--name=value" and "--name value" are the same; after "--" everything is a word. InvalidInput.
Result<Arguments> readArguments(std::span<const char* const> given, const ArgumentRules& rules);

} // namespace cutaway::ctl
