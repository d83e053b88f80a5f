#pragma once

#include "core/demo/race_model.h"
#include "core/demo/shot.h"

#include <memory>

namespace cutaway::demo {

enum class SprintAngle { Main = 1, Start = 2, Finish = 3 };

/// When things happen in the pictures of the 100 m final: frames at 50 per second from the first one.
namespace sprint {
inline constexpr FrameRate rate{50, 1};
inline constexpr std::int64_t gunFrame = 50;
inline constexpr std::int64_t frames = 600;
inline constexpr std::uint64_t seed = 3972; ///< of the race
} // namespace sprint

/// The 100 m final: camera 1 pans with the runners from the stand, camera 2 stands behind the start, camera 3
/// beyond the finish.
std::unique_ptr<Shot> makeSprintShot(SprintAngle angle, const ShotSettings& settings);

} // namespace cutaway::demo
