#pragma once

#include "core/timeline/sound_effects.h"

#include <string>
#include <vector>

namespace cutaway::timeline {

/// "30 % to the right", "in the middle".
std::string panText(int pan);
/// "channel 2", "both", "nothing", "as it comes".
std::string channelText(int channel);

/// What is different about how two versions of a clip are heard: "panned 30 % to the left", "other keyframes
/// of the gain". Keyframes that only moved along with a trim are no difference.
std::vector<std::string> soundDifferences(const Clip& before, const Clip& after);

} // namespace cutaway::timeline
