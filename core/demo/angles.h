#pragma once

#include "core/demo/shot.h"
#include "core/media/frame_id.h"
#include "core/time/source_clock.h"
#include "core/time/timecode.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cutaway::demo {

/// One camera of a unit that has pictures: what it shows, when, and what its files are called.
struct AngleSpec {
    std::string unit; ///< "100m", "swimming", "football"
    int number = 1;   ///< 1-9 within the unit
    std::string name; ///< "Main"
    std::string file; ///< name without extension, "100m/main"
    FrameRate rate;
    bool dropFrame = false;
    std::int64_t startFrame = 0; ///< absolute number (timecode since midnight) of the first frame
    std::int64_t frames = 0;
    std::uint32_t idSource = 0; ///< source number in the frame ids; their frame number counts from 0
    bool shipped = false;       ///< its media come with the program, ready-made

    SourceClock clock() const { return {durationOfUnits(startFrame, rate), rate}; }
    TimecodeFormat timecode() const { return {rate, dropFrame}; }
    std::string startTimecode() const { return timecodeText(startFrame, timecode()); }
    media::FrameId idOf(std::int64_t frame) const { return {idSource, static_cast<std::uint32_t>(frame)}; }
};

/// All of them, in the order in which they are wanted: the 100 m final first.
const std::vector<AngleSpec>& angles();

/// The painter of an angle. Painting what does not move takes seconds; `settings.stop` ends it early.
std::unique_ptr<Shot> makeShot(const AngleSpec& spec, const ShotSettings& settings);

} // namespace cutaway::demo
