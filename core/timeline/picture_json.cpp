#include "core/timeline/picture_json.h"

#include "core/timeline/curve_json.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cutaway::timeline {

nlohmann::json pictureJson(const PictureEffects& effects) {
    auto json = nlohmann::json::object();
    for (const auto& facts : pictureParameters())
        if (const Curve& curve = effects.of(facts.parameter); curve != Curve::of(facts.neutral))
            json[facts.name] = curveJson(curve);
    if (effects.framing)
        json["framing"] = framingName(*effects.framing);
    return json;
}

PictureEffects pictureFrom(const nlohmann::json& json) {
    if (!json.is_object())
        throw std::invalid_argument("the effects of a picture are no object");
    PictureEffects effects;
    for (const auto& facts : pictureParameters())
        if (const auto found = json.find(facts.name); found != json.end())
            effects.of(facts.parameter) = curveFrom(*found, facts.lowest, facts.highest);
    if (const auto framing = json.find("framing"); framing != json.end())
        effects.framing = framingFrom(framing->get<std::string>());
    return effects;
}

const char* framingName(Framing framing) {
    return framing == Framing::Fit ? "fit" : "fill";
}

Framing framingFrom(const std::string& name) {
    if (name != "fit" && name != "fill")
        throw std::invalid_argument("framing");
    return name == "fit" ? Framing::Fit : Framing::Fill;
}

} // namespace cutaway::timeline
