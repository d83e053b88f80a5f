#include "core/render/graphic_template.h"

#include <algorithm>
#include <charconv>

namespace cutaway::render {

const std::string& LocalText::in(const std::string& language) const {
    auto found = byLanguage.find(language);
    if (found == byLanguage.end())
        found = byLanguage.find(language.substr(0, language.find('-')));
    if (found == byLanguage.end())
        found = byLanguage.find("en");
    static const std::string none;
    return found == byLanguage.end() ? none : found->second;
}

const TemplateField* GraphicTemplate::field(std::string_view key) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const TemplateField& f) { return f.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

Result<Rgb> parseColour(std::string_view text) {
    unsigned value = 0;
    const char* end = text.data() + text.size();
    if (text.size() != 7 || text[0] != '#' || std::from_chars(text.data() + 1, end, value, 16).ptr != end ||
        text[1] == '-')
        return Error{ErrorCategory::InvalidInput, "A colour is written as #RRGGBB, such as #FFFFFF.", {}};
    const auto part = [&](int shift) { return static_cast<double>(value >> shift & 0xFF) / 255; };
    return Rgb{part(16), part(8), part(0)};
}

std::vector<std::string> keysIn(std::string_view text) {
    std::vector<std::string> keys;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const auto end = text.find('}', at);
        if (end == std::string_view::npos)
            break;
        keys.emplace_back(text.substr(at + 1, end - at - 1));
    }
    return keys;
}

Result<void> checkField(const TemplateField& field, std::string_view text) {
    const auto bad = [](const char* why) { return Error{ErrorCategory::InvalidInput, why, {}}; };
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.size() <= 9 && part.find_first_not_of("0123456789") == part.npos;
    };
    switch (field.type) {
    case FieldType::Text:
        if (text.size() > 1000)
            return bad("A text has at most 1,000 bytes.");
        return {};
    case FieldType::Number:
        if (!digits(text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0)))
            return bad("Type a whole number, such as 3.");
        return {};
    case FieldType::Clock: {
        // [minutes:]seconds[.parts]
        const auto colon = text.find(':');
        const auto dot = text.find('.');
        const auto start = colon == text.npos ? 0 : colon + 1;
        const auto seconds = text.substr(start, dot == text.npos ? text.npos : dot - start);
        const bool sound =
            (colon == text.npos || (digits(text.substr(0, colon)) && colon <= 4)) &&
            (dot == text.npos || (dot >= start && digits(text.substr(dot + 1)) && text.size() - dot <= 3)) &&
            digits(seconds) && (colon == text.npos || (seconds.size() == 2 && seconds < "60"));
        if (!sound)
            return bad("Type a time, such as 12:34, 0:00 or 9.58.");
        return {};
    }
    case FieldType::Colour:
        if (auto colour = parseColour(text); !colour)
            return colour.error();
        return {};
    case FieldType::Switch:
        if (text != "on" && text != "off")
            return bad("A switch is on or off.");
        return {};
    }
    return {};
}

} // namespace cutaway::render
