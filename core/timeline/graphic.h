#pragma once

#include "core/base/result.h"
#include "core/timeline/shared_value.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::timeline {

/// What stands in one field of a graphic, filled in by hand or from the catalogue.
struct GraphicField {
    std::string key;  ///< the template's name for it
    std::string text; ///< a number, a clock's start, a colour (#RRGGBB) or on/off are text, too
    std::map<std::string, std::string> translations = {}; ///< BCP 47 to the text in that language

    bool operator==(const GraphicField&) const = default;
    /// The text in a language: its own ("de-CH"), that of the language without region ("de"), else `text`.
    const std::string& in(const std::string& language) const;
};

/// What a clip draws instead of showing media: a title, a lower third, a score, a logo. It carries its design
/// with it, so that it looks the same wherever the cut is opened and delivered.
struct Graphic {
    std::string design;               ///< the template as JSON text, see render::readTemplate()
    std::vector<GraphicField> fields; ///< those that are not named are as the template says
    int moveX = 0; ///< to the right of where the template has it, 1/10,000 of the height of
    int moveY = 0; ///< the largest 16:9 picture that fits in; down. Within graphicMoveLimit

    bool operator==(const Graphic&) const = default;
    const GraphicField* field(std::string_view key) const;
};

bool isEqual(const Graphic& a, const Graphic& b);
SharedValue<Graphic> shared(Graphic graphic);

inline constexpr int graphicMoveLimit = 40'000;

/// What may be kept: a design and fields of a size that makes sense, each key once, moves within their limit.
Result<void> checkGraphic(const Graphic& graphic);

/// As JSON text, and back; Corrupt when it is not one or may not be kept. docs/format.md.
std::string graphicText(const Graphic& graphic);
Result<Graphic> parseGraphic(std::string_view text);

} // namespace cutaway::timeline
