#pragma once

#include "core/timeline/source_timing.h"

#include <optional>
#include <vector>

namespace cutaway::timeline {

/// A transition and where it is.
struct TransitionPlace {
    Transition transition;
    std::int64_t cut = 0;                ///< unit of the track around which it lies
    std::shared_ptr<const Clip> leaving; ///< null: from black and silence
    std::shared_ptr<const Clip> coming;  ///< null: to black and silence
    std::int64_t leavingStart = 0;       ///< unit of the track at which `leaving` starts
    std::size_t item = 0;                ///< of the clip that carries it

    UnitRange units() const { return {cut - transition.before, cut + transition.after}; }
    /// The unit of the Source, in units of the clip's media rate, that is seen at `unit` of the track.
    std::int64_t leavingUnit(std::int64_t unit, FrameRate trackRate) const;
    std::int64_t comingUnit(std::int64_t unit, FrameRate trackRate) const;
};

/// The transitions of a track in order. They never overlap. O(items).
std::vector<TransitionPlace> transitionsOf(const Track& track);

/// Units of the track that the Source of `clip` has beyond what the clip shows: ahead of its first, after its
/// last. None when the Source is unknown, or the clip holds one picture and so lacks nothing.
std::optional<std::int64_t> spareBefore(const Clip& clip, FrameRate trackRate, const SourceTimings& sources);
std::optional<std::int64_t> spareAfter(const Clip& clip, FrameRate trackRate, const SourceTimings& sources);

/// Units that `place` needs and its clips do not have; 0 when the handles suffice or cannot be known.
std::int64_t missingHandle(const TransitionPlace& place, FrameRate trackRate, const SourceTimings& sources);

/// Brings transitions into line with what lies beside them: one that mixed with a clip which is gone goes
/// too, one that is longer than its clips is shortened. `items` are in normal form.
void fitTransitions(std::vector<Item>& items);
/// What fitTransitions() leaves as it is.
bool transitionsFit(const std::vector<Item>& items);

} // namespace cutaway::timeline
