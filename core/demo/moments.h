#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cutaway::demo {

/// Something that happens in a unit with pictures, at a frame counted from the first one of its media.
struct UnitMoment {
    std::int64_t frame;
    std::string kind; ///< "gun", "split", "finish", "turn", "goal", "whistle", ...
    std::string label;
};

/// What the simulation of a unit ("100m", "swimming", "football") says, in order of time.
std::vector<UnitMoment> momentsOf(const std::string& unit);

} // namespace cutaway::demo
