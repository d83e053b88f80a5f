#pragma once

#include "core/demo/shot.h"

#include <memory>

namespace cutaway::demo {

enum class FootballAngle { Main = 1, Goal = 2 };

/// An attack and a goal of a group match, at 60000/1001: camera 1 from the main stand, camera 2 beside the
/// goal.
std::unique_ptr<Shot> makeFootballShot(FootballAngle angle, const ShotSettings& settings);

} // namespace cutaway::demo
