#include "core/conform/fade_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cutaway::conform {

using timeline::TransitionKind;

namespace {

constexpr std::array<std::pair<TransitionKind, const char*>, 3> names{
    {{TransitionKind::Dissolve, "dissolve"}, {TransitionKind::Dip, "dip"}, {TransitionKind::Wipe, "wipe"}}};

} // namespace

nlohmann::json fadeJson(const render::Fade& fade) {
    nlohmann::json j{{"coming", fade.coming}, {"first", fade.first}, {"count", fade.count}};
    for (const auto& [kind, name] : names)
        if (kind == fade.kind)
            j["kind"] = name;
    return j;
}

TransitionKind transitionKind(const std::string& name) {
    for (const auto& [kind, known] : names)
        if (name == known)
            return kind;
    throw std::invalid_argument("there is no such transition");
}

} // namespace cutaway::conform
