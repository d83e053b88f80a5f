#pragma once

#include "core/time/frame_rate.h"

#include <array>
#include <cstdint>

namespace cutaway::demo {

/// Eight swimmers around the turn of the men's 100 m freestyle. x runs from the start wall (0) to the turning
/// wall (50); times are seconds since the first frame of the media.
namespace swim {
inline constexpr FrameRate rate{50, 1};
inline constexpr std::int64_t frames = 350;
inline constexpr double poolLength = 50;
inline constexpr double laneWidth = 2.5;
inline constexpr double poolWidth = 22.5;
inline constexpr double raceTimeAtStart = 20.35; ///< seconds that the race has lasted at frame 0
constexpr double laneCentre(int lane) {
    return -laneWidth * lane;
}
} // namespace swim

struct SwimModel {
    double speed = 2.0;       ///< m/s towards the wall
    double touch = 2.8;       ///< seconds: feet on the wall
    double strokeRate = 0.85; ///< cycles (both arms) per second
    double phase = 0;

    enum class Stage { Swimming, Turning, Gliding, Away };
    Stage stage(double t) const;
    double position(double t) const; ///< of the head
    double velocity(double t) const; ///< m/s, negative on the way back
    double depth(double t) const;    ///< of the body under the surface, metres
};

std::array<SwimModel, 8> swimRace();

} // namespace cutaway::demo
