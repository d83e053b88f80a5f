#pragma once

#include "core/timeline/picture_effects.h"

#include <string>
#include <vector>

namespace cutaway::timeline {

/// "120 %", "-12.5°", "5 % of the width"; as many decimals as it takes.
std::string parameterText(PictureParameter parameter, std::int64_t value);

/// What is different about how two versions of a clip lie on the frame, by parameter: "scale 120 %", "other
/// keyframes of the position". Keyframes that only moved along with a trim are no difference.
std::vector<std::string> pictureDifferences(const Clip& before, const Clip& after);

} // namespace cutaway::timeline
