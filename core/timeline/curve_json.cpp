#include "core/timeline/curve_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace cutaway::timeline {

namespace {

constexpr std::array names{std::pair{Interpolation::Hold, "hold"}, std::pair{Interpolation::Linear, "linear"},
                           std::pair{Interpolation::Smooth, "smooth"}};

const char* nameOf(Interpolation interpolation) {
    return std::find_if(names.begin(), names.end(),
                        [&](const auto& each) { return each.first == interpolation; })
        ->second;
}

Interpolation interpolationOf(const std::string& name) {
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.second == name; });
    if (found == names.end())
        throw std::invalid_argument("interpolation");
    return found->first;
}

std::int64_t whole(const nlohmann::json& json) {
    if (!json.is_number_integer())
        throw std::invalid_argument("a value of a curve is not a whole number");
    return json.get<std::int64_t>();
}

} // namespace

nlohmann::json curveJson(const Curve& curve) {
    if (curve.isConstant())
        return curve.constant;
    auto keys = nlohmann::json::array();
    for (const Keyframe& key : curve.keys)
        keys.push_back({key.unit, key.value, nameOf(key.to)});
    return keys;
}

Curve curveFrom(const nlohmann::json& json, std::int64_t lowest, std::int64_t highest) {
    Curve curve;
    if (json.is_array()) {
        if (json.empty() || json.size() > Curve::mostKeys)
            throw std::invalid_argument("a curve without, or with too many keyframes");
        for (const auto& key : json)
            curve.keys.push_back(
                {whole(key.at(0)), whole(key.at(1)), interpolationOf(key.at(2).get<std::string>())});
        curve.constant = curve.keys.front().value;
    } else {
        curve.constant = whole(json);
    }
    if (!curve.isSound(lowest, highest))
        throw std::invalid_argument("a curve out of order or range");
    return curve;
}

} // namespace cutaway::timeline
