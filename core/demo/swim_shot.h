#pragma once

#include "core/demo/shot.h"

#include <memory>

namespace cutaway::demo {

enum class SwimAngle { Main = 1, Turn = 2 };

/// The 50 m turn of the men's 100 m freestyle final: camera 1 from the stand, camera 2 behind the turning
/// wall.
std::unique_ptr<Shot> makeSwimShot(SwimAngle angle, const ShotSettings& settings);

} // namespace cutaway::demo
