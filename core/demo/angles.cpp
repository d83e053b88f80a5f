#include "core/demo/angles.h"

#include "core/demo/football_match.h"
#include "core/demo/football_shot.h"
#include "core/demo/sprint_shot.h"
#include "core/demo/swim_race.h"
#include "core/demo/swim_shot.h"

namespace cutaway::demo {

namespace {

/// Absolute number of the frame with this timecode, all of them multiples of five (docs/time.md).
std::int64_t frameAt(const char* timecode, FrameRate rate, bool dropFrame) {
    const auto frame = parseTimecode(timecode, {rate, dropFrame});
    return frame ? frame.value() : 0;
}

std::vector<AngleSpec> makeAngles() {
    const std::int64_t sprintStart = frameAt("20:14:29:00", sprint::rate, false);
    const std::int64_t swimStart = frameAt("19:31:20:00", swim::rate, false);
    const std::int64_t footballStart = frameAt("18:42:10;00", football::rate, true);
    return {
        {"100m", 1, "Main", "100m/main", sprint::rate, false, sprintStart, sprint::frames, 101, true},
        {"100m", 2, "Start", "100m/start", sprint::rate, false, sprintStart, sprint::frames, 102, true},
        {"100m", 3, "Finish", "100m/finish", sprint::rate, false, sprintStart, sprint::frames, 103, true},
        {"football", 1, "Main", "football/main", football::rate, true, footballStart, football::frames, 301,
         false},
        {"swimming", 1, "Main", "swimming/main", swim::rate, false, swimStart, swim::frames, 201, false},
        {"football", 2, "Goal", "football/goal", football::rate, true, footballStart, football::frames, 302,
         false},
        {"swimming", 2, "Turn", "swimming/turn", swim::rate, false, swimStart, swim::frames, 202, false},
    };
}

} // namespace

const std::vector<AngleSpec>& angles() {
    static const std::vector<AngleSpec> all = makeAngles();
    return all;
}

std::unique_ptr<Shot> makeShot(const AngleSpec& spec, const ShotSettings& settings) {
    if (spec.unit == "swimming")
        return makeSwimShot(static_cast<SwimAngle>(spec.number), settings);
    if (spec.unit == "football")
        return makeFootballShot(static_cast<FootballAngle>(spec.number), settings);
    return makeSprintShot(static_cast<SprintAngle>(spec.number), settings);
}

} // namespace cutaway::demo
