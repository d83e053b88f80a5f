#pragma once

// Inside core/interchange only: speeds in an EDL.

#include "core/timeline/sequence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::interchange {

/// What a comment of ours says of an event's clip: how fast it goes, from which unit of its Source on.
struct EdlSpeed {
    timeline::ClipSpeed speed;
    std::int64_t from = 0;
};

/// The M2 line of a clip and the comment with its exact speed. Normal speed: nothing.
std::string edlSpeedLines(const std::string& reel, const timeline::Clip& clip, FrameRate rate,
                          const std::string& timecode);
/// What follows "CUTAWAY SPEED ".
std::optional<EdlSpeed> readEdlSpeed(std::string_view text);

/// What an M2 line means by frames a second ("012.5", "-025.0") at `rate`: the simplest fraction that is
/// written so. `exact` says whether it is that very number.
struct M2Speed {
    timeline::ClipSpeed speed;
    bool exact = false;
};
std::optional<M2Speed> readM2(std::string_view framesPerSecond, FrameRate rate);

} // namespace cutaway::interchange
