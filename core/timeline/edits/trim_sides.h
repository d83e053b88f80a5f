#pragma once

#include "core/timeline/edits/trim.h"

namespace cutaway::timeline {

/// What is seen and heard on both sides of an edit while it moves, as far as it can go: two sequences of as
/// many frames. At frame `origin` of both the edit stands where it is; frame f shows the last frame ahead of
/// the edit, and the first one behind it, when it has moved by f - origin. With them J, K and L play a trim.
struct TrimSides {
    std::int64_t origin = 0;
    SequencePtr leaving;      ///< null: nothing is ahead of the edit, or it stays as it is
    SequencePtr coming;       ///< the same behind it
    bool leavingLeads = true; ///< it is the side that is trimmed; a roll is led by the clip in hand

    const SequencePtr& lead() const { return leavingLeads ? leaving : coming; }
};

/// Sounds that move along are heard; those that are trimmed alone are under the pictures of the sequence.
Result<TrimSides> trimSides(const Sequence& sequence, const EdgeHandle& handle, const SourceTimings& sources);

} // namespace cutaway::timeline
