#pragma once

#include "core/timeline/sequence.h"

#include <cstdint>

namespace cutaway::render {

/// How far a transition is at one of its units: the k-th of n. The coming side's share is (2k+1)/(2n).
struct FadeStep {
    timeline::TransitionKind kind = timeline::TransitionKind::Dissolve;
    bool coming = true;     ///< on its way in; false: on its way out
    std::int64_t step = 0;  ///< k, in [0, steps)
    std::int64_t steps = 1; ///< n, > 0

    bool operator==(const FadeStep&) const = default;
};

/// The transition that a picture or a sound is in: frames for pictures, samples of 48 kHz for sounds. Sounds
/// cross at equal power whatever the kind.
struct Fade {
    timeline::TransitionKind kind = timeline::TransitionKind::Dissolve;
    bool coming = true;
    std::int64_t first = 0; ///< unit of the sequence at which the transition begins
    std::int64_t count = 0; ///< its length, > 0

    bool operator==(const Fade&) const = default;
    FadeStep at(std::int64_t unit) const { return {kind, coming, unit - first, count}; }
};

} // namespace cutaway::render
