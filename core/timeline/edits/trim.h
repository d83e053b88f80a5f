#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <vector>

namespace cutaway::timeline {

enum class Edge { Head, Tail };
enum class TrimMode {
    Normal, ///< only this edge moves: into a gap, or leaving one
    Ripple, ///< what follows moves along, on the sync locked tracks too
    Roll,   ///< the neighbour's edge moves along; nothing else does
};

/// Which edge is being moved. The same edge of linked clips that stands at the same frame moves too, unless
/// `linked` is off.
struct EdgeHandle {
    Uuid clip;
    Edge edge = Edge::Tail;
    TrimMode mode = TrimMode::Normal;
    bool linked = true;

    bool operator==(const EdgeHandle&) const = default;
};

/// Why an edge goes no further.
enum class TrimLimit { None, Media, Neighbour, TooShort };

/// How far an edge can go, in sequence frames: earliest <= 0 <= latest.
struct TrimRange {
    std::int64_t earliest = 0;
    std::int64_t latest = 0;
    TrimLimit atEarliest = TrimLimit::None;
    TrimLimit atLatest = TrimLimit::None;

    bool operator==(const TrimRange&) const = default;
    std::int64_t clamped(std::int64_t delta) const;
};
Result<TrimRange> trimRange(const Sequence& sequence, const EdgeHandle& handle, const SourceTimings& sources);

/// Moves an edge by `delta` frames, later when positive, and no further than trimRange() says.
///
///     normal, tail of A -2    V1  [  A  |  B  ]   ->   V1  [ A ]  [  B  ]
///     ripple, tail of A -2    V1  [  A  |  B  ]   ->   V1  [ A |  B  ]
///     ripple, head of B +2    V1  [  A  |  B  ]   ->   V1  [  A  | B ]
///     roll, tail of A -2      V1  [  A  |  B  ]   ->   V1  [ A |   B  ]
Result<Change> trimEdge(const Sequence& sequence, const EdgeHandle& handle, std::int64_t delta,
                        const SourceTimings& sources);

/// Shows another part of the Source in the same place: `delta` frames later when positive, as far as there is
/// media. The linked clips slip too, unless `linked` is off.
///
///     V1  [  A  | B: 10..20 |  C  ]   slip +3   V1  [  A  | B: 13..23 |  C  ]
Result<Change> slip(const Sequence& sequence, const Uuid& clip, std::int64_t delta, bool linked,
                    const SourceTimings& sources);

} // namespace cutaway::timeline
