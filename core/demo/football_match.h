#pragma once

#include "core/demo/vec.h"
#include "core/time/frame_rate.h"

#include <array>
#include <cstdint>
#include <vector>

namespace cutaway::demo {

/// Six seconds of a football match that end in a goal. The pitch's centre is the origin, x runs along it to
/// the goal that is attacked (52.5), y across. Times in seconds from the first frame of the media.
namespace football {
inline constexpr FrameRate rate{60000, 1001};
inline constexpr std::int64_t frames = 360;
inline constexpr double halfLength = 52.5;
inline constexpr double halfWidth = 34;
inline constexpr int teamSize = 11;
} // namespace football

struct BallEvent {
    double t;
    Vec3 at;
    int player;       ///< 0-10 home, 11-21 away, -1 nobody
    double arc;       ///< height of the flight to the next event, metres
    const char* kind; ///< "pass", "cross", "shot", "goal"
};

class FootballMatch {
public:
    FootballMatch();
    /// Where a player stands (0-10 home, 11-21 away; 0 and 11 keep goal).
    Vec3 player(int index, double t) const;
    Vec3 velocity(int index, double t) const;
    Vec3 ball(double t) const;
    const std::vector<BallEvent>& events() const { return m_events; }
    double goalTime() const;

private:
    std::vector<BallEvent> m_events;
    std::array<Vec3, 2 * football::teamSize> m_home;
};

} // namespace cutaway::demo
