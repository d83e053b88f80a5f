#pragma once

#include "core/timeline/change.h"

#include <set>

namespace cutaway::timeline {

/// Takes [from, to) away on the targeted tracks and leaves a gap.
///
///     V1  [  A  |    B    |  C  ]   lift   V1  [  A  |B1]   [B2|  C  ]
///                 ^from ^to
Result<Change> lift(const Sequence& sequence, std::int64_t from, std::int64_t to);

/// Takes [from, to) away on the targeted and the sync locked tracks and closes the hole.
///
///     V1  [  A  |    B    |  C  ]   extract   V1  [  A  |B1|B2|  C  ]
///                 ^from ^to
Result<Change> extract(const Sequence& sequence, std::int64_t from, std::int64_t to);

/// Takes clips away and leaves gaps. `clips` is taken as it is: see withLinked().
///
///     V1  [  A  |  B  |  C  ]   delete B   V1  [  A  ]     [  C  ]
Result<Change> deleteClips(const Sequence& sequence, const std::set<Uuid>& clips);

/// Takes clips away and closes the time they held, on their tracks and the sync locked ones.
///
///     V1  [  A  |  B  |  C  ]   ripple delete B   V1  [  A  |  C  ]
///     A1  [        M        ]                     A1  [  M1 |  M2 ]
Result<Change> rippleDelete(const Sequence& sequence, const std::set<Uuid>& clips);

/// Closes the gap that `frame` falls into, on its track and the sync locked ones; refused where another track
/// has a clip in that time.
///
///     V1  [  A  ]     [  B  ]   close gap   V1  [  A  |  B  ]
Result<Change> closeGap(const Sequence& sequence, const Uuid& track, std::int64_t frame);

} // namespace cutaway::timeline
