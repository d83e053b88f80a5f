#pragma once

#include "core/timeline/sound_effects.h"

#include <nlohmann/json_fwd.hpp>

namespace cutaway::timeline {

// How the effects of a sound stand in the journal, in plans and in OTIO (docs/format.md): an object with what
// is not neutral, {"gain": [[0, -1200, "linear"], [48000, 0, "linear"]], "pan": -30, "left": 2, "right":
// "none"}.

nlohmann::json soundJson(const SoundEffects& effects);
/// Throws std::exception for whatever is not as written. Members of other names are passed over.
SoundEffects soundFrom(const nlohmann::json& json);

} // namespace cutaway::timeline
