#include "core/base/json_nesting.h"
#include "core/render/graphic_template.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace cutaway::render {

using nlohmann::json;

namespace {

constexpr std::size_t maxFields = 32;
constexpr std::size_t maxElements = 64;
constexpr std::size_t maxMotions = 4;
constexpr std::size_t maxPoints = 256;
constexpr int maxNesting = 16;

/// Thrown inside this file only, and caught in readTemplate.
struct BadTemplate {
    std::string what;
};

/// A JSON value and how to name it in a sentence.
class Node {
public:
    Node(const json& value, std::string where)
        : m_value(value)
        , m_where(std::move(where)) {}

    [[noreturn]] void refuse(const std::string& why) const {
        throw BadTemplate{(m_where.empty() ? "it" : m_where) + " " + why};
    }

    bool has(const char* key) const { return m_value.is_object() && m_value.contains(key); }
    Node at(const std::string& key) const {
        if (!m_value.is_object())
            refuse("must be an object");
        const auto found = m_value.find(key);
        if (found == m_value.end())
            refuse("lacks “" + key + "”");
        return {*found, m_where.empty() ? "“" + key + "”" : m_where + ", “" + key + "”"};
    }
    /// Nothing else may be there: a slip of the pen is found, not ignored.
    void only(std::initializer_list<std::string_view> keys) const {
        if (!m_value.is_object())
            refuse("must be an object");
        for (const auto& [key, value] : m_value.items())
            if (std::find(keys.begin(), keys.end(), key) == keys.end())
                refuse("does not know “" + key.substr(0, 40) + "”");
    }
    template <class F>
    void each(std::size_t most, F&& visit) const {
        if (!m_value.is_array() || m_value.size() > most)
            refuse("must be a list of at most " + std::to_string(most));
        for (std::size_t i = 0; i < m_value.size(); ++i)
            visit(Node{m_value[i], m_where + " " + std::to_string(i + 1)});
    }
    std::string text(std::size_t most = 1000) const {
        if (!m_value.is_string())
            refuse("must be a text");
        auto value = m_value.get<std::string>();
        if (value.size() > most)
            refuse("is longer than " + std::to_string(most) + " bytes");
        return value;
    }
    std::string key() const {
        auto value = text(40);
        if (value.empty() || value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != value.npos)
            refuse("must be made of small letters, digits and dashes");
        return value;
    }
    double number(double low, double high) const {
        if (!m_value.is_number())
            refuse("must be a number");
        const double value = m_value.get<double>();
        if (!std::isfinite(value) || value < low || value > high)
            refuse("must be from " + json(low).dump() + " to " + json(high).dump());
        return value;
    }
    int integer(int low, int high) const {
        if (!m_value.is_number_integer())
            refuse("must be a whole number");
        return static_cast<int>(number(low, high));
    }
    template <class T>
    T choice(std::initializer_list<std::pair<const char*, T>> words) const {
        const auto value = text(40);
        std::string known;
        for (const auto& [word, meaning] : words) {
            if (value == word)
                return meaning;
            known += (known.empty() ? "" : ", ") + std::string(word);
        }
        refuse("does not know “" + value + "”, only " + known);
    }
    /// A text alone is English.
    LocalText localText() const {
        LocalText words;
        if (m_value.is_string()) {
            words.byLanguage["en"] = text();
            return words;
        }
        if (!m_value.is_object() || m_value.size() > 64)
            refuse("must be a text, or texts by language");
        for (const auto& [language, value] : m_value.items())
            words.byLanguage[language] = Node{value, m_where + ", “" + language.substr(0, 40) + "”"}.text();
        if (!words.byLanguage.contains("en"))
            refuse("lacks English (“en”)");
        return words;
    }
    Rgb colour() const {
        const auto parsed = parseColour(text(7));
        if (!parsed)
            refuse("must be a colour such as #FFFFFF");
        return *parsed;
    }

private:
    const json& m_value;
    std::string m_where;
};

TemplateField readField(const Node& j) {
    j.only({"key", "type", "label", "initial", "fill", "counts", "runs_with"});
    TemplateField field;
    field.key = j.at("key").key();
    field.type = j.at("type").choice<FieldType>({{"text", FieldType::Text},
                                                 {"number", FieldType::Number},
                                                 {"clock", FieldType::Clock},
                                                 {"colour", FieldType::Colour},
                                                 {"switch", FieldType::Switch}});
    field.label = j.at("label").localText();
    field.initial = j.at("initial").localText();
    for (const auto& [language, text] : field.initial.byLanguage)
        if (const auto sound = checkField(field, text); !sound)
            j.at("initial").refuse("cannot stand there. " + sound.error().message);
    if (j.has("fill"))
        field.fill = j.at("fill").choice<FieldFill>({{"competitor", FieldFill::Competitor},
                                                     {"organisation", FieldFill::Organisation},
                                                     {"event", FieldFill::Event},
                                                     {"unit", FieldFill::Unit}});
    if (field.type == FieldType::Clock) {
        if (j.has("counts"))
            field.step = j.at("counts").choice<int>({{"up", 1}, {"down", -1}});
        if (j.has("runs_with"))
            field.runsWith = j.at("runs_with").key();
    } else if (j.has("counts") || j.has("runs_with")) {
        j.refuse("counts, and is no clock");
    }
    return field;
}

Motion readMotion(const Node& j) {
    j.only({"kind", "ms", "delay_ms", "from", "distance", "pace"});
    Motion motion;
    motion.kind = j.at("kind").choice<Motion::Kind>(
        {{"fade", Motion::Kind::Fade}, {"slide", Motion::Kind::Slide}, {"wipe", Motion::Kind::Wipe}});
    motion.milliseconds = j.at("ms").integer(1, 10'000);
    if (j.has("delay_ms"))
        motion.delay = j.at("delay_ms").integer(0, 10'000);
    if (motion.kind != Motion::Kind::Fade)
        motion.edge = j.at("from").choice<Motion::Edge>({{"left", Motion::Edge::Left},
                                                         {"right", Motion::Edge::Right},
                                                         {"top", Motion::Edge::Top},
                                                         {"bottom", Motion::Edge::Bottom}});
    if (motion.kind == Motion::Kind::Slide)
        motion.distance = j.at("distance").number(0, 4);
    if (j.has("pace"))
        motion.straight = j.at("pace").choice<bool>({{"straight", true}, {"gentle", false}});
    return motion;
}

void readMotions(const Node& j, const char* key, std::vector<Motion>& into) {
    if (j.has(key))
        j.at(key).each(maxMotions, [&](const Node& each) { into.push_back(readMotion(each)); });
}

void readShape(const Node& j, Element& element) {
    if (element.kind == Element::Kind::Box && j.has("radius"))
        element.radius = j.at("radius").number(0, 1);
    if (element.kind != Element::Kind::Polygon)
        return;
    const Node points = j.at("points");
    points.each(maxPoints, [&](const Node& point) {
        std::vector<double> both;
        point.each(2, [&](const Node& part) { both.push_back(part.number(0, 1)); });
        if (both.size() != 2)
            point.refuse("must be two numbers");
        element.points.emplace_back(both[0], both[1]);
    });
    if (element.points.size() < 3)
        points.refuse("needs three points or more");
}

void readText(const Node& j, Element& element, const GraphicTemplate& design) {
    element.text = j.at("text").text();
    for (const std::string& key : keysIn(element.text))
        if (!design.field(key))
            j.at("text").refuse("names the field “" + key.substr(0, 40) + "”, which there is not");
    element.font =
        j.at("font").choice<const char*>({{"Inter", "Inter"}, {"JetBrains Mono", "JetBrains Mono"}});
    element.size = j.at("size").number(0.005, 1);
    if (j.has("weight"))
        element.weight = j.at("weight").integer(100, 900);
    if (j.has("align"))
        element.align = j.at("align").choice<Element::Align>({{"left", Element::Align::Left},
                                                              {"centre", Element::Align::Centre},
                                                              {"right", Element::Align::Right}});
    if (j.has("fit"))
        element.fit = j.at("fit").choice<Element::Fit>(
            {{"shrink", Element::Fit::Shrink}, {"elide", Element::Fit::Elide}});
    if (j.has("lines"))
        element.lines = j.at("lines").integer(1, 8);
}

Element readElement(const Node& j, const GraphicTemplate& design) {
    j.only({"kind",         "x",          "y",    "width", "height", "radius", "points", "colour",
            "colour_field", "opacity",    "text", "font",  "weight", "size",   "align",  "fit",
            "lines",        "shown_with", "in",   "out"});
    const auto knownField = [&](const char* key) {
        auto name = j.at(key).key();
        if (!design.field(name))
            j.at(key).refuse("names the field “" + name + "”, which there is not");
        return name;
    };
    Element element;
    element.kind = j.at("kind").choice<Element::Kind>({{"box", Element::Kind::Box},
                                                       {"ellipse", Element::Kind::Ellipse},
                                                       {"polygon", Element::Kind::Polygon},
                                                       {"text", Element::Kind::Text}});
    element.x = j.at("x").number(-2, 4);
    element.y = j.at("y").number(-2, 4);
    element.width = j.at("width").number(0.001, 4);
    element.height = j.at("height").number(0.001, 4);
    if (j.has("colour_field")) {
        element.colourField = knownField("colour_field");
        if (design.field(element.colourField)->type != FieldType::Colour)
            j.at("colour_field").refuse("names a field that is no colour");
    } else {
        element.colour = j.at("colour").colour();
    }
    if (j.has("opacity"))
        element.opacity = j.at("opacity").number(0, 1);
    if (element.kind == Element::Kind::Text)
        readText(j, element, design);
    else
        readShape(j, element);
    if (j.has("shown_with"))
        element.shownWith = knownField("shown_with");
    readMotions(j, "in", element.in);
    readMotions(j, "out", element.out);
    return element;
}

GraphicTemplate parse(std::string_view input) {
    const json document = json::parse(input);
    const Node j(document, {});
    if (!document.is_object() || !document.contains("cutaway_graphic"))
        throw BadTemplate{"it is no graphic template (“cutaway_graphic” is missing)"};
    if (document["cutaway_graphic"] != 1)
        throw BadTemplate{"“cutaway_graphic” must be 1; others are made for a newer version of this program"};
    j.only({"cutaway_graphic", "id", "name", "ms", "anchor", "width", "height", "fields", "elements"});
    GraphicTemplate design;
    design.id = j.at("id").key();
    design.name = j.at("name").localText();
    design.milliseconds = j.at("ms").integer(40, 3'600'000);
    design.anchor = j.at("anchor").choice<Anchor>({{"top-left", Anchor::TopLeft},
                                                   {"top", Anchor::Top},
                                                   {"top-right", Anchor::TopRight},
                                                   {"left", Anchor::Left},
                                                   {"centre", Anchor::Centre},
                                                   {"right", Anchor::Right},
                                                   {"bottom-left", Anchor::BottomLeft},
                                                   {"bottom", Anchor::Bottom},
                                                   {"bottom-right", Anchor::BottomRight}});
    design.width = j.at("width").number(0.01, 4);
    design.height = j.at("height").number(0.01, 4);
    j.at("fields").each(maxFields, [&](const Node& each) {
        TemplateField field = readField(each);
        if (design.field(field.key))
            each.refuse("has the key “" + field.key + "” of another");
        design.fields.push_back(std::move(field));
    });
    for (const TemplateField& field : design.fields)
        if (!field.runsWith.empty()) {
            const auto* runs = design.field(field.runsWith);
            if (!runs || runs->type != FieldType::Switch)
                throw BadTemplate{"the clock “" + field.key + "” runs with “" + field.runsWith +
                                  "”, which is no switch"};
        }
    j.at("elements").each(maxElements, [&](const Node& each) {
        design.elements.push_back(readElement(each, design));
    });
    if (design.elements.empty())
        throw BadTemplate{"“elements” is empty"};
    return design;
}

} // namespace

Result<GraphicTemplate> readTemplate(std::string_view input) {
    const auto bad = [](const std::string& why, std::string detail = {}) {
        return Error{ErrorCategory::InvalidInput, "This graphic template cannot be used: " + why + ".",
                     std::move(detail)};
    };
    if (input.size() > maxTemplateBytes)
        return bad("it is larger than 64 kB");
    if (nestedDeeper(input, maxNesting))
        return bad("it nests too deep");
    try {
        return parse(input);
    } catch (const BadTemplate& problem) {
        return bad(problem.what);
    } catch (const json::parse_error& problem) {
        return bad("it is no JSON; the first error is at byte " + std::to_string(problem.byte),
                   problem.what());
    } catch (const std::exception& problem) {
        return bad("it is damaged", problem.what());
    }
}

} // namespace cutaway::render
