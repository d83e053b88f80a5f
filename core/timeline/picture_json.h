#pragma once

#include "core/timeline/picture_effects.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace cutaway::timeline {

// How the effects of a picture stand in the journal and in OTIO (docs/format.md): an object with what is not
// neutral, {"scale": 120000, "position_x": [[0, -5000, "smooth"], [50, 5000, "linear"]], "framing": "fill"}.

nlohmann::json pictureJson(const PictureEffects& effects);
/// Throws std::exception for whatever is not as written. Members of other names are passed over.
PictureEffects pictureFrom(const nlohmann::json& json);

const char* framingName(Framing framing); ///< "fit" or "fill"
Framing framingFrom(const std::string& name);

} // namespace cutaway::timeline
