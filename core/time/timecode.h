#pragma once

#include "core/time/frame_rate.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cutaway {

/// A way of naming frames: hh:mm:ss:ff, or hh:mm:ss;ff when dropping numbers. SMPTE ST 12-1.
struct TimecodeFormat {
    FrameRate rate;
    bool dropFrame = false; ///< only where rate.allowsDropFrame()

    bool operator==(const TimecodeFormat&) const = default;
    /// How many frames 24 hours count: timecode wraps there.
    std::int64_t framesPerDay() const;
};

/// Frame count since 00:00:00:00 as text; wraps at 24 hours, negative counts backwards from midnight.
std::string timecodeText(std::int64_t frame, const TimecodeFormat& format);
/// Whole text "hh:mm:ss:ff" (";" or "." before ff allowed) to a frame count. Refuses numbers that drop-frame
/// skips.
Result<std::int64_t> parseTimecode(std::string_view text, const TimecodeFormat& format);
/// What an editor types: "1423" is 00:00:14:23, "+12" and "-1:00" are relative to `current`, a full timecode
/// is itself.
Result<std::int64_t> parseTypedTimecode(std::string_view text, const TimecodeFormat& format,
                                        std::int64_t current);

} // namespace cutaway
