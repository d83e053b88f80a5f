#include "core/timeline/sound_json.h"

#include "core/timeline/curve_json.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cutaway::timeline {

namespace {

nlohmann::json channelJson(int channel) {
    if (channel == sound_channel::none)
        return "none";
    if (channel == sound_channel::sum)
        return "sum";
    return channel;
}

int wholeFrom(const nlohmann::json& json) {
    if (!json.is_number_integer())
        throw std::invalid_argument("a number of a sound is not whole");
    const auto value = json.get<std::int64_t>();
    if (value < -1000 || value > 1000)
        throw std::invalid_argument("a number of a sound is out of range");
    return static_cast<int>(value);
}

int channelFrom(const nlohmann::json& json) {
    if (!json.is_string()) {
        const int channel = wholeFrom(json);
        if (channel < 1)
            throw std::invalid_argument("channels count from 1");
        return channel;
    }
    const auto& name = json.get_ref<const std::string&>();
    if (name != "none" && name != "sum")
        throw std::invalid_argument("channel");
    return name == "none" ? sound_channel::none : sound_channel::sum;
}

} // namespace

nlohmann::json soundJson(const SoundEffects& effects) {
    auto json = nlohmann::json::object();
    if (effects.gain != Curve())
        json["gain"] = curveJson(effects.gain);
    if (effects.pan != 0)
        json["pan"] = effects.pan;
    if (effects.left != sound_channel::asItComes)
        json["left"] = channelJson(effects.left);
    if (effects.right != sound_channel::asItComes)
        json["right"] = channelJson(effects.right);
    return json;
}

SoundEffects soundFrom(const nlohmann::json& json) {
    if (!json.is_object())
        throw std::invalid_argument("the effects of a sound are no object");
    SoundEffects effects;
    if (const auto gain = json.find("gain"); gain != json.end())
        effects.gain = curveFrom(*gain, lowestGain, highestGain);
    if (const auto pan = json.find("pan"); pan != json.end())
        effects.pan = wholeFrom(*pan);
    if (const auto left = json.find("left"); left != json.end())
        effects.left = channelFrom(*left);
    if (const auto right = json.find("right"); right != json.end())
        effects.right = channelFrom(*right);
    if (!effects.isSound())
        throw std::invalid_argument("effects of a sound out of range");
    return effects;
}

} // namespace cutaway::timeline
