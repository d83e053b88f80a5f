#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cutaway::render {

/// Words in several languages, by BCP 47; English is always among them.
struct LocalText {
    std::map<std::string, std::string> byLanguage;

    bool operator==(const LocalText&) const = default;
    /// In that language, in the one without region, else in English.
    const std::string& in(const std::string& language) const;
};

enum class FieldType {
    Text,
    Number, ///< digits and a sign
    Clock,  ///< where a clock starts: "12:34", "9.58"; it counts with the frames
    Colour, ///< #RRGGBB
    Switch, ///< "on" or "off"
};

/// Which fact of the catalogue a field can be filled with.
enum class FieldFill { None, Competitor, Organisation, Event, Unit };

struct TemplateField {
    std::string key;
    FieldType type = FieldType::Text;
    LocalText label;
    LocalText initial;
    FieldFill fill = FieldFill::None;
    int step = 1;         ///< clocks: what a second adds, 1 or -1
    std::string runsWith; ///< clocks: key of the switch that lets it run; empty: it runs always

    bool operator==(const TemplateField&) const = default;
};

/// A colour of BT.709 as an SDR screen shows it; white is reference white.
struct Rgb {
    double r = 0, g = 0, b = 0; ///< signal, 0..1

    bool operator==(const Rgb&) const = default;
};
/// "#RRGGBB".
Result<Rgb> parseColour(std::string_view text);

/// How an element comes or leaves. Leaving is the same played from the end.
struct Motion {
    enum class Kind { Fade, Slide, Wipe };
    enum class Edge { Left, Right, Top, Bottom }; ///< slide: from there; wipe: seen first there
    Kind kind = Kind::Fade;
    Edge edge = Edge::Left;
    double distance = 0;   ///< slide, in units
    int milliseconds = 0;  ///< > 0
    int delay = 0;         ///< milliseconds between the clip's edge and the motion
    bool straight = false; ///< at constant pace; else it starts and ends gently

    bool operator==(const Motion&) const = default;
};

/// A part of a graphic. Lengths are in units: the height of the largest 16:9 picture that fits in, counted
/// from the upper left corner of the template's box.
struct Element {
    enum class Kind { Box, Ellipse, Polygon, Text };
    enum class Align { Left, Centre, Right };
    enum class Fit {
        Shrink,
        Elide
    }; ///< a text too long gets smaller, down to 60 %, and is then cut with "…"
    Kind kind = Kind::Box;
    double x = 0, y = 0, width = 0, height = 0;
    double radius = 0;                             ///< box
    std::vector<std::pair<double, double>> points; ///< polygon, in parts of its width and height
    Rgb colour;
    std::string colourField; ///< key; empty: `colour`
    double opacity = 1;
    std::string text; ///< with {key} for what stands in a field
    std::string font; ///< "Inter" or "JetBrains Mono"
    int weight = 400;
    double size = 0; ///< of the em
    Align align = Align::Left;
    Fit fit = Fit::Shrink;
    int lines = 1;
    std::string shownWith; ///< key: only while that field is neither empty nor "off"
    std::vector<Motion> in, out;

    bool operator==(const Element&) const = default;
};

/// Where the box lies within the safe area for graphics (5 % of EBU R 95).
enum class Anchor { TopLeft, Top, TopRight, Left, Centre, Right, BottomLeft, Bottom, BottomRight };

/// A graphic as a data file describes it (docs/graphics.md).
struct GraphicTemplate {
    std::string id; ///< letters, digits and dashes
    LocalText name;
    int milliseconds = 0; ///< how long one is that is added without marks
    Anchor anchor = Anchor::BottomLeft;
    double width = 0, height = 0; ///< of the box, units
    std::vector<TemplateField> fields;
    std::vector<Element> elements; ///< painter's order

    bool operator==(const GraphicTemplate&) const = default;
    const TemplateField* field(std::string_view key) const;
};

inline constexpr std::size_t maxTemplateBytes = 64 * 1024;

/// Reads a template. InvalidInput with a sentence that names the field and what it should be.
Result<GraphicTemplate> readTemplate(std::string_view json);

/// Whether a text may stand in a field, with a sentence that says what may.
Result<void> checkField(const TemplateField& field, std::string_view text);

/// Keys between braces in the text of an element, in order.
std::vector<std::string> keysIn(std::string_view text);

} // namespace cutaway::render
