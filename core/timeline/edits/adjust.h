#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <set>
#include <span>

namespace cutaway::timeline {

/// Moves a clip between its neighbours, which give way and make up for it, `delta` frames later when
/// positive, as far as their media and length go. The linked clips slide too, unless `linked` is off.
///
///     V1  [  A  |  B  |  C  ]   slide B +2   V1  [  A    |  B  | C ]
Result<Change> slide(const Sequence& sequence, const Uuid& clip, std::int64_t delta, bool linked,
                     const SourceTimings& sources);

/// Rolls the edit that is nearest to `frame` on each of these tracks to `frame`, as far as there is media.
///
///     V1  [  A  |  B  ]   extend to ^   V1  [  A     | B ]
///                  ^frame
Result<Change> extendEdit(const Sequence& sequence, std::int64_t frame, std::span<const Uuid> tracks,
                          const SourceTimings& sources);

/// Shows `source` in the place of these clips, so that what it shows at `position` is seen at `frame` of the
/// sequence. Lengths, links and labels stay. Refused when there is no media for all of it.
///
///     V1  [  A  | B |  C  ]   replace B by D   V1  [  A  | D |  C  ]
Result<Change> replaceMedia(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame,
                            const SourceTiming& source, std::int64_t position);

/// Makes one clip of neighbours among `clips` that go on as if they were not cut.
///
///     V1  [ A1 | A2 |  B  ]   join   V1  [    A    |  B  ]
Result<Change> joinThroughEdits(const Sequence& sequence, const std::set<Uuid>& clips);

/// Whether `b` goes on where `a` ends, as if there were no cut.
bool goesOn(const Item& a, const Item& b, FrameRate trackRate);

} // namespace cutaway::timeline
