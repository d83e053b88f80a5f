#include "app/ctl/arguments.h"

#include <algorithm>
#include <charconv>

namespace cutaway::ctl {

namespace {

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

bool contains(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::string Arguments::value(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() || found->second.empty() ? std::string() : found->second.back();
}

std::vector<std::string> Arguments::all(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::vector<std::string>() : found->second;
}

Result<std::optional<int>> Arguments::number(std::string_view name, int smallest, int largest) const {
    if (!has(name))
        return std::optional<int>();
    const std::string text = value(name);
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || number < smallest || number > largest)
        return wrong(std::string(name) + " must be a number from " + std::to_string(smallest) + " to " +
                     std::to_string(largest) + ".");
    return std::optional(number);
}

Result<Arguments> readArguments(std::span<const char* const> given, const ArgumentRules& rules) {
    const std::vector<std::string_view> commonOptions{"--cloud", "--token-file", "--data"};
    Arguments arguments;
    bool onlyWords = false;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string_view text = given[i];
        if (onlyWords || !text.starts_with("--")) {
            arguments.words.emplace_back(text);
            continue;
        }
        if (text == "--") {
            onlyWords = true;
            continue;
        }
        const std::size_t equals = text.find('=');
        const std::string name(text.substr(0, equals));
        if (name == "--json" || contains(rules.flags, name)) {
            arguments.values[name];
            continue;
        }
        if (!contains(rules.options, name) && !contains(commonOptions, name))
            return wrong("“" + name + "” is unknown here.");
        if (equals == std::string_view::npos && i + 1 == given.size())
            return wrong("“" + name + "” needs a value.");
        arguments.values[name].emplace_back(equals == std::string_view::npos ? std::string_view(given[++i])
                                                                             : text.substr(equals + 1));
    }
    if (arguments.words.size() < rules.fewest)
        return wrong("Something is missing.");
    if (arguments.words.size() > rules.most)
        return wrong("“" + arguments.words[rules.most] + "” is too much.");
    return arguments;
}

} // namespace cutaway::ctl
