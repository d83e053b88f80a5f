#pragma once

#include "core/timeline/change.h"
#include "core/timeline/curve.h"
#include "core/timeline/source_timing.h"

#include <cstdint>
#include <set>
#include <vector>

namespace cutaway::timeline {

/// How loud something was in equal windows one after the other, from a sample of the sequence on.
struct LoudnessTrace {
    std::int64_t first = 0;  ///< sample of the sequence
    std::int64_t step = 0;   ///< samples of a window, > 0
    std::vector<int> levels; ///< hundredths of LUFS

    bool operator==(const LoudnessTrace&) const = default;
};

/// How a bed gives way. Times are samples.
struct DuckSettings {
    int depth = 1200;              ///< hundredths of a dB by which it goes down, > 0
    int threshold = -4000;         ///< hundredths of LUFS: what is louder makes it go down
    std::int64_t attack = 9'600;   ///< on its way down; it is down when the other begins
    std::int64_t hold = 24'000;    ///< that it stays down after the other has ended
    std::int64_t release = 38'400; ///< on its way up again

    bool operator==(const DuckSettings&) const = default;
};

/// The gain of a bed under what `trace` tells, as keyframes at samples of the sequence: it is down by `depth`
/// wherever the other is louder than the threshold, and does not come up for less than attack and release.
/// No keyframes: there is nothing to give way to.
///
///     speech  ____████__████______________██____
///     bed     ‾‾‾\__________/‾‾‾‾‾‾‾‾‾‾‾\____/‾‾
Curve duckedGain(const LoudnessTrace& trace, const DuckSettings& settings);

/// Gives the sounds among these clips the gain keyframes of a bed under `trace`, in the place of those that
/// they have; where there is nothing to give way to, none. Can be done again with other settings.
Result<Change> duck(const Sequence& sequence, const std::set<Uuid>& clips, const LoudnessTrace& trace,
                    const DuckSettings& settings);

/// The part of the sequence that the sounds among these clips take, in samples; empty when there is none.
UnitRange bedRange(const Sequence& sequence, const std::set<Uuid>& clips);
/// The sequence in which nothing but these tracks is heard.
Sequence onlySounds(const Sequence& sequence, const std::set<Uuid>& tracks);
/// What a bed gives way to unless something else is said: the sound tracks that are heard and hold none of
/// these clips.
std::set<Uuid> tracksBeside(const Sequence& sequence, const std::set<Uuid>& clips);

} // namespace cutaway::timeline
