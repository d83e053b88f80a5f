#include "core/interchange/internal/otio_kept.h"

#include "core/interchange/otio_reference.h"

#include <algorithm>

namespace cutaway::interchange {

using timeline::Transition;
using Json = nlohmann::json;

namespace {

bool isFilled(const Json& object, const char* key) {
    const auto member = object.find(key);
    return member != object.end() && !member->is_null() && !member->empty() &&
           !(member->is_string() && member->get_ref<const std::string&>().empty());
}

bool isOwnEffect(const JsonNode& effect, const char* name) {
    return effect.schema() == "Effect" && effect.textOr("effect_name", {}) == name &&
           effect.booleanOr("enabled", true);
}

Json memberOf(const Json& kept, const char* key) {
    const auto member = kept.find(key);
    return member != kept.end() && member->is_object() ? *member : Json::object();
}

} // namespace

bool isTimeEffect(const JsonNode& effect) {
    const std::string schema = effect.schema();
    return schema == "LinearTimeWarp" || schema == "FreezeFrame" || schema == "TimeEffect";
}

bool isPictureEffect(const JsonNode& effect) {
    return isOwnEffect(effect, pictureEffectName);
}

bool isSoundEffect(const JsonNode& effect) {
    return isOwnEffect(effect, soundEffectName);
}

bool isClipMarker(const JsonNode& marker) {
    const auto own = ownMetadata(marker);
    return own && own->find("unit");
}

bool isForeignGap(const JsonNode& node) {
    const Json& gap = node.value();
    return isFilled(gap, "markers") || isFilled(gap, "effects") || isFilled(gap, "name") ||
           isFilled(gap, "color") || !foreignMetadata(node).empty();
}

bool isForeignTransition(const JsonNode& node) {
    const auto own = ownMetadata(node);
    if (own) { // perhaps of a later version
        const std::string kind = own->textOr("kind", "dissolve");
        if (kind != "dissolve" && kind != "dip" && kind != "wipe")
            return true;
    }
    return isFilled(node.value(), "name") || !foreignMetadata(node).empty() ||
           (!own && node.textOr("transition_type", "SMPTE_Dissolve") != "SMPTE_Dissolve");
}

void KeptBuilder::clip(const JsonNode& node) {
    Json markers = Json::array();
    if (const auto all = node.find("markers"); all && all->value().is_array())
        for (std::size_t i = 0; i < all->value().size(); ++i)
            if (const JsonNode marker = all->element(i); !isClipMarker(marker))
                markers.push_back(marker.value());
    if (!markers.empty())
        m_kept["markers"] = std::move(markers);
    Json effects = Json::array();
    if (const auto all = node.find("effects"))
        for (std::size_t i = 0; i < all->value().size(); ++i)
            if (const JsonNode effect = all->element(i);
                !isTimeEffect(effect) && !isPictureEffect(effect) && !isSoundEffect(effect))
                effects.push_back(effect.value());
    if (!effects.empty())
        m_kept["effects"] = std::move(effects);
    if (isFilled(node.value(), "color"))
        m_kept["color"] = node.value()["color"];
}

void KeptBuilder::transition(const char* edge, const JsonNode& node, const Transition& read) {
    if (isForeignTransition(node))
        m_kept[edge] = {{"node", node.value()},
                        {"kind", static_cast<int>(read.kind)},
                        {"before", read.before},
                        {"after", read.after}};
}

void KeptBuilder::gap(const JsonNode& node, std::int64_t units) {
    if (isForeignGap(node))
        m_kept["gap"] = {{"node", node.value()}, {"units", units}};
}

void KeptBuilder::into(std::string& metadata) const {
    if (m_kept.empty())
        return;
    Json all = metadata.empty() ? Json::object() : Json::parse(metadata, nullptr, false);
    if (!all.is_object())
        return;
    Json& kept = all[keptKey];
    if (!kept.is_object())
        kept = Json::object();
    kept.update(m_kept);
    metadata = all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json takeKept(Json& metadata) {
    const auto found = metadata.find(keptKey);
    if (found == metadata.end())
        return Json::object();
    Json kept = std::move(*found);
    metadata.erase(found);
    return kept.is_object() ? kept : Json::object();
}

Json keptTransition(const Json& kept, const char* edge, const Transition& transition) {
    const Json was = memberOf(kept, edge);
    const bool same = was.value("kind", Json()) == static_cast<int>(transition.kind) &&
                      was.value("before", Json()) == transition.before &&
                      was.value("after", Json()) == transition.after;
    return same ? was.value("node", Json()) : Json();
}

Json keptGap(const Json& kept, std::int64_t units) {
    const Json was = memberOf(kept, "gap");
    return was.value("units", Json()) == units ? was.value("node", Json()) : Json();
}

} // namespace cutaway::interchange
