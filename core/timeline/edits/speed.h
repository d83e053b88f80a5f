#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <set>

namespace cutaway::timeline {

/// What gives way when a clip becomes faster or slower.
enum class SpeedLength {
    Ripple, ///< it shows the same part in another time; what follows moves, on the sync locked tracks too
    Keep,   ///< it stays as long as it is and shows another part, from its first picture on
};

/// The speed of clips, pictures and sounds alike; a freeze is freezeFrame(). Turning round shows the same
/// part from its end. Refused where there is too little media, and where clips of another rate than the
/// sequence's are among them.
///
///     V1  [  A  | B: 10..19   |  C  ]   50 %, ripple   V1  [  A  | B: 10..19                 |  C  ]
///     V1  [  A  | B: 10..19   |  C  ]   50 %, keep     V1  [  A  | B: 10..14   |  C  ]
///     V1  [  A  | B: 10..19   |  C  ]   -100 %         V1  [  A  | B: 19..10   |  C  ]
Result<Change> setSpeed(const Sequence& sequence, const std::set<Uuid>& clips, const ClipSpeed& speed,
                        SpeedLength length, const SourceTimings& sources);

/// How many frames a clip of `frames` becomes when what it shows is shown at `speed` instead; at least one.
std::int64_t framesAtSpeed(const Clip& clip, std::int64_t frames, const ClipSpeed& speed);

/// The speed at which `frames` of a clip become `wanted` frames, both > 0, in its direction. Refused outside
/// of what a speed can be, and for a held picture, which has none.
Result<ClipSpeed> speedToFill(const Clip& clip, std::int64_t frames, std::int64_t wanted);

/// From `frame` on the pictures among these clips hold what they show there, to their end. Sounds go on.
///
///     V1  [   A: 10..19   ]   freeze at ^   V1  [ A: 10..13 | 14 14 14 14 14 14 ]
///                 ^frame
Result<Change> freezeFrame(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame);

/// Holds what the pictures among these clips show at `frame` for `frames`, and then they go on from there.
/// What follows moves, on the sync locked tracks too; linked sounds have a hole meanwhile.
///
///     V1  [   A: 10..19   ]   3 frames at ^   V1  [ A: 10..13 | 14 14 14 | A: 14..19 ]
///     A1  [   A           ]                   A1  [ A         |          | A         ]
///                 ^frame
Result<Change> insertFreeze(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame,
                            std::int64_t frames);

} // namespace cutaway::timeline
