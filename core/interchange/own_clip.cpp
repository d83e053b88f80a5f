#include "core/interchange/internal/own_clip.h"

#include "core/interchange/json_node.h"

namespace cutaway::interchange {

using timeline::Transition;
using timeline::TransitionKind;
using Json = nlohmann::json;

namespace {

constexpr std::string_view prefix = "cutaway clip ";
/// Such a time in samples is beyond any Source, and the sum of a few of them still a number.
constexpr std::int64_t mostUnits = std::int64_t(1) << 52;

constexpr std::pair<TransitionKind, const char*> kinds[] = {
    {TransitionKind::Dissolve, "dissolve"}, {TransitionKind::Dip, "dip"}, {TransitionKind::Wipe, "wipe"}};

Json toJson(const Transition& transition) {
    for (const auto& [kind, name] : kinds)
        if (kind == transition.kind)
            return {name, transition.before, transition.after};
    return nullptr;
}

std::int64_t wholeOf(const Json& json, std::int64_t least, std::int64_t most) {
    const auto value = json.get<std::int64_t>();
    if (value < least || value > most)
        throw ReadFailure{};
    return value;
}

std::optional<Transition> transitionOf(const Json& json) {
    if (json.is_null())
        return std::nullopt;
    for (const auto& [kind, name] : kinds)
        if (json.at(0).get<std::string>() == name)
            return Transition{kind, wholeOf(json.at(1), 0, mostUnits), wholeOf(json.at(2), 0, mostUnits)};
    throw ReadFailure{};
}

} // namespace

std::string ownClipText(const OwnClip& clip) {
    Json json{{"id", clip.id.toString()},
              {"start", clip.start},
              {"duration", clip.duration},
              {"in", clip.in},
              {"at", clip.at}};
    if (!clip.link.isNil())
        json["link"] = clip.link.toString();
    if (!clip.speed.isNormal() || clip.speed.phase != 0)
        json["speed"] = {clip.speed.num, clip.speed.den, clip.speed.phase};
    if (clip.head)
        json["head"] = toJson(*clip.head), json["cut"] = clip.cut;
    if (clip.tail)
        json["tail"] = toJson(*clip.tail);
    return std::string(prefix) + json.dump();
}

std::optional<OwnClip> readOwnClip(std::string_view text) {
    if (!text.starts_with(prefix))
        return std::nullopt;
    const auto parsed = parseJson(text.substr(prefix.size()));
    if (!parsed || !parsed->is_object())
        return std::nullopt;
    try {
        OwnClip clip;
        const auto id = Uuid::parse(parsed->at("id").get<std::string>());
        clip.id = id ? *id : Uuid();
        if (const auto link = Uuid::parse(parsed->value("link", std::string())))
            clip.link = *link;
        clip.start = wholeOf(parsed->at("start"), 0, mostUnits);
        clip.duration = wholeOf(parsed->at("duration"), 1, mostUnits);
        clip.in = wholeOf(parsed->at("in"), -mostUnits, mostUnits);
        clip.at = wholeOf(parsed->at("at"), -mostUnits, mostUnits);
        if (const auto speed = parsed->find("speed"); speed != parsed->end()) {
            clip.speed = {speed->at(0).get<std::int64_t>(), speed->at(1).get<std::int64_t>(),
                          speed->at(2).get<std::int64_t>()};
            if (!clip.speed.isSound())
                return std::nullopt;
        }
        clip.head = transitionOf(parsed->value("head", Json()));
        clip.tail = transitionOf(parsed->value("tail", Json()));
        clip.cut = wholeOf(parsed->value("cut", Json(0)), 0, mostUnits);
        return clip;
    } catch (const Json::exception&) {
        return std::nullopt;
    } catch (const ReadFailure&) {
        return std::nullopt;
    }
}

} // namespace cutaway::interchange
