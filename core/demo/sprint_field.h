#pragma once

#include "core/demo/athlete.h"
#include "core/demo/race_model.h"

#include <array>
#include <vector>

namespace cutaway::demo {

/// The eight runners of the final, their blocks and the people around them, as solids at a moment.
class SprintField {
public:
    SprintField();

    const Race& race() const { return m_race; }
    /// Bodies of the runners in lane order; `t` in seconds from the gun.
    std::vector<std::vector<Part>> runners(double t) const;
    /// Starting blocks, cones, and the officials beside the track.
    std::vector<std::vector<Part>> furniture(double t) const;
    /// Where the runners in front are, smoothed: what a camera operator follows. Metres along the track.
    double leaders(double t) const;

private:
    Pose pose(int lane, double t) const;

    Race m_race;
    std::array<Look, laneCount> m_looks;
    std::vector<Look> m_officials;
    MaterialPtr m_metal;
    MaterialPtr m_pad;
};

} // namespace cutaway::demo
