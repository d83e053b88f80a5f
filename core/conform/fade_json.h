#pragma once

#include "core/render/fade.h"

#include <nlohmann/json_fwd.hpp>

namespace cutaway::conform {

/// {"kind": "dissolve" | "dip" | "wipe", "coming": bool, "first": record unit, "count": units}
nlohmann::json fadeJson(const render::Fade& fade);
/// The kind that fadeJson() calls so; throws std::invalid_argument for another word.
timeline::TransitionKind transitionKind(const std::string& name);

} // namespace cutaway::conform
