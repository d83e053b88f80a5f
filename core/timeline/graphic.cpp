#include "core/timeline/graphic.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <set>

namespace cutaway::timeline {

using nlohmann::json;

namespace {

constexpr std::size_t maxDesign = 64 * 1024;
constexpr std::size_t maxFields = 64;
constexpr std::size_t maxText = 4000;
constexpr std::size_t maxLanguages = 64;

} // namespace

const std::string& GraphicField::in(const std::string& language) const {
    auto found = translations.find(language);
    if (found == translations.end())
        found = translations.find(language.substr(0, language.find('-')));
    return found == translations.end() ? text : found->second;
}

const GraphicField* Graphic::field(std::string_view key) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const GraphicField& each) { return each.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

Result<void> checkGraphic(const Graphic& graphic) {
    const auto bad = [](const char* why) { return Error{ErrorCategory::Corrupt, why, {}}; };
    if (graphic.design.empty() || graphic.design.size() > maxDesign)
        return bad("A graphic has no design, or one that is too large.");
    if (graphic.fields.size() > maxFields)
        return bad("A graphic has too many fields.");
    if (std::abs(graphic.moveX) > graphicMoveLimit || std::abs(graphic.moveY) > graphicMoveLimit)
        return bad("A graphic lies too far away.");
    std::set<std::string_view> keys;
    for (const GraphicField& field : graphic.fields) {
        if (field.key.empty() || field.key.size() > 40 || !keys.insert(field.key).second)
            return bad("A graphic has a field whose name is not its own.");
        bool fits = field.text.size() <= maxText && field.translations.size() <= maxLanguages;
        for (const auto& [language, text] : field.translations)
            fits = fits && !language.empty() && language.size() <= 40 && text.size() <= maxText;
        if (!fits)
            return bad("A text of a graphic is too long.");
    }
    return {};
}

std::string graphicText(const Graphic& graphic) {
    json fields = json::array();
    for (const GraphicField& field : graphic.fields) {
        json one{{"key", field.key}, {"text", field.text}};
        if (!field.translations.empty())
            one["translations"] = field.translations;
        fields.push_back(std::move(one));
    }
    json result{{"design", graphic.design}, {"fields", std::move(fields)}};
    if (graphic.moveX != 0 || graphic.moveY != 0)
        result["move"] = {graphic.moveX, graphic.moveY};
    return result.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Graphic> parseGraphic(std::string_view text) {
    Graphic graphic;
    try {
        const json from = json::parse(text);
        graphic.design = from.at("design").get<std::string>();
        for (const json& field : from.at("fields").get_ref<const json::array_t&>())
            graphic.fields.push_back({field.at("key").get<std::string>(), field.at("text").get<std::string>(),
                                      field.value("translations", std::map<std::string, std::string>())});
        if (from.contains("move")) {
            graphic.moveX = from["move"].at(0).get<int>();
            graphic.moveY = from["move"].at(1).get<int>();
        }
    } catch (const std::exception& problem) {
        return Error{ErrorCategory::Corrupt, "A graphic is damaged.", problem.what()};
    }
    CUTAWAY_CHECK(checkGraphic(graphic));
    return graphic;
}

bool isEqual(const Graphic& a, const Graphic& b) {
    return a == b;
}

SharedValue<Graphic> shared(Graphic graphic) {
    return std::make_shared<const Graphic>(std::move(graphic));
}

} // namespace cutaway::timeline
