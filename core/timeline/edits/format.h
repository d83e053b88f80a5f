#pragma once

#include "core/timeline/change.h"

#include <cstdint>

namespace cutaway::timeline {

/// What the pictures and the timecode of a sequence are.
struct SequenceFormat {
    FrameRate rate;
    int width = 0;  ///< even, smallestSide to largestSide
    int height = 0; ///< the same
    Framing framing = Framing::Fit;
    std::int64_t startFrame = 0; ///< timecode of frame 0, as a frame count of one day
    bool dropFrame = false;

    static constexpr int smallestSide = 16;
    static constexpr int largestSide = 8192;
    bool operator==(const SequenceFormat&) const = default;
};
SequenceFormat formatOf(const Sequence& sequence);

/// Gives a sequence another format. Refused in words: another rate than that of what is in it, drop-frame
/// where the rate has none, sizes and starts that cannot be.
Result<Change> setFormat(const Sequence& sequence, const SequenceFormat& format);

} // namespace cutaway::timeline
