#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace cutaway::timeline {

/// Which part of the marked angle goes to which track: picture only, sound only, or both is a matter of which
/// patches there are.
struct Patch {
    Uuid track;
    int member = 0; ///< 0 the picture, N the sound `audio-N`; must fit the track's kind

    bool operator==(const Patch&) const = default;
};

/// The picture to the first targeted picture track, sound N to the Nth targeted sound track.
std::vector<Patch> targetPatches(const Sequence& sequence, const SourceTiming& source, bool picture,
                                 bool sound);

/// Puts `range` in at `frame` and moves everything later, on every track that is sync locked, to the right.
///
///     V1  [  A  |    B    ]              V1  [  A  | B1 [new]  B2 ]
///     A1  [  A  |    B    ]   insert     A1  [  A  | B1 [new]  B2 ]
///                 ^frame
Result<Change> insert(const Sequence& sequence, std::int64_t frame, const MarkedRange& range,
                      std::span<const Patch> patches);

/// Puts `range` over what lies at `frame` on the patched tracks; nothing moves.
///
///     V1  [  A  |    B    ]              V1  [  A  |B1[new]B2]
///     A1  [  A  |    B    ]  overwrite   A1  [  A  |    B    ]    (picture only)
///                 ^frame
Result<Change> overwrite(const Sequence& sequence, std::int64_t frame, const MarkedRange& range,
                         std::span<const Patch> patches);

/// Fills [from, to) of the sequence with `range`, as fast as that takes: the four-point edit. Only Sources of
/// the sequence's rate.
///
///     V1  [  A  |    B    ]   fit r: 10..19 to fill   V1  [  A |10 10 11 11 .. 19 19|  B  ]
///              ^    ^from, to                                  ^                    ^
Result<Change> fitToFill(const Sequence& sequence, std::int64_t from, std::int64_t to,
                         const MarkedRange& range, std::span<const Patch> patches);

/// Overwrites at the end of the sequence.
///
///     V1  [  A  |  B  ]   append   V1  [  A  |  B  |new]
Result<Change> append(const Sequence& sequence, const MarkedRange& range, std::span<const Patch> patches);

/// Inserts the ranges one after the other from `frame` on, as one step.
///
///     V1  [  A  |  B  ]   string out r1 r2   V1  [  A  |r1|r2|  B  ]
///               ^frame
Result<Change> stringOut(const Sequence& sequence, std::int64_t frame, std::span<const MarkedRange> ranges,
                         const std::function<std::vector<Patch>(const SourceTiming&)>& patchesOf);

/// What is marked in the two viewers; a missing mark is worked out from the three that are there.
struct ThreePoint {
    std::optional<std::int64_t> sourceIn; ///< absolute frames of the Source
    std::optional<std::int64_t> sourceOut;
    std::optional<std::int64_t> recordIn; ///< frames of the sequence
    std::optional<std::int64_t> recordOut;
    std::int64_t sourcePosition = 0; ///< where the source viewer is parked: its In when there is no mark
    std::int64_t playhead = 0;       ///< where the sequence is parked: its In when there is no mark
};
struct Placement {
    std::int64_t frame = 0;
    MarkedRange range;

    bool operator==(const Placement&) const = default;
};
/// Where and what a three-point edit puts. With both Outs marked the record side decides the length. Without
/// any Out the Source runs to its end.
Result<Placement> resolveThreePoint(const SourceTiming& source, const ThreePoint& marks);

} // namespace cutaway::timeline
