#pragma once

#include "core/base/uuid.h"
#include "core/interchange/edl_speed.h"
#include "core/time/time_range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::interchange {

/// What comments of our own say of an event's media.
struct EdlSource {
    Uuid id;
    std::optional<TimeRange> range;   ///< exact, on Source time
    std::optional<std::int64_t> unit; ///< else the absolute number of the first unit,
    FrameRate unitRate;               ///< and what it counts
};

/// One line of a list with the comments below it. Timecodes as written.
struct EdlEvent {
    std::size_t line = 0; ///< from 1
    std::string number;
    std::string reel;
    bool picture = false;
    std::vector<int> sounds; ///< 1 to 4
    char edit = 'C';         ///< C, D, W
    std::int64_t frames = 0; ///< of the transition
    std::string sourceIn, sourceOut, in, out;
    bool drop = false;    ///< under FCM: DROP FRAME
    std::string from, to; ///< clip names
    std::optional<EdlSource> source;
    std::optional<std::int64_t> before; ///< frames of the transition ahead of the cut
    int soundMember = 0;                ///< of the Source; 0 not said
    std::string speed;                  ///< of an M2 line
    std::optional<EdlSpeed> ownSpeed;   ///< of a comment of ours
};

struct EdlMarker {
    std::size_t line = 0;
    std::string timecode, colour, name;
};

/// A list, line by line.
struct EdlLines {
    std::string title;
    bool drop = false; ///< the first FCM
    std::optional<FrameRate> rate;
    std::string start;         ///< timecode of the sequence's first frame; empty: not said
    int width = 0, height = 0; ///< 0: not said
    std::vector<EdlEvent> events;
    std::vector<EdlMarker> markers;
    std::vector<std::pair<std::size_t, std::string>> ignored; ///< lines that say nothing to us
};

Result<EdlLines> readEdlLines(std::string_view text);
/// "Line 12 of the EDL: ..."
Error edlError(std::size_t line, const std::string& what);

} // namespace cutaway::interchange
