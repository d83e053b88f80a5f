#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <set>
#include <span>

namespace cutaway::timeline {

/// Cuts through the clips under `frame` on these tracks; on every unlocked track when none is named.
///
///     V1  [     A     |  B  ]   razor   V1  [  A1 | A2  |  B  ]
///               ^frame
Result<Change> razor(const Sequence& sequence, std::int64_t frame, std::span<const Uuid> tracks);

/// Takes clips up and puts them down `delta` frames later (earlier when negative) and `rows` tracks further
/// down among those of their kind, over what lies there. Never before frame 0 and never onto a locked track.
///
///     V1  [  A  |  B  |  C  ]   move B by +8   V1  [  A  ]     [ C1|  B  ]
Result<Change> moveClips(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t delta, int rows);

/// Takes clips out, closes the time they held, and puts them in at `frame` of what remains, moving everything
/// later to the right: how clips are put in another order.
///
///     V1  [  A  |  B  |  C  ]   rearrange C to the start of B   V1  [  A  |  C  |  B  ]
Result<Change> rearrange(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame);

/// The same instant and length from another angle. Refused when that angle has no media for the whole clip.
///
///     V1  [  A  | cam 1, 12:00:07 |  C  ]   swap to 3   V1  [  A  | cam 3, 12:00:07 |  C  ]
Result<Change> swapAngle(const Sequence& sequence, const std::set<Uuid>& clips, const SourceTiming& to,
                         const SourceTimings& sources);

/// From `frame` on these clips show the same instants from another angle; before it they stay as they are.
/// The clips are those under `frame`; at the start of one it is swapped whole.
///
///     V1  [  A  | cam 1         |  C  ]   cut to 3   V1  [  A  | cam 1 | cam 3 |  C  ]
///                       ^frame
Result<Change> cutToAngle(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame,
                          const SourceTiming& to, const SourceTimings& sources);

} // namespace cutaway::timeline
