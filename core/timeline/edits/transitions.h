#pragma once

#include "core/timeline/change.h"
#include "core/timeline/edits/trim.h"
#include "core/timeline/source_timing.h"

#include <optional>
#include <set>
#include <span>

namespace cutaway::timeline {

/// Puts a transition on the nearest cut to `frame`, or the nearest start or end of a clip, on each of these
/// tracks: `frames` long, centred on the cut, and moved or shortened to the media that there is to spare.
/// Refused where no clip has any.
///
///     V1  [  A  |  B  ]   dissolve   V1  [  A  ><  B  ]
///               ^nearest
Result<Change> addTransitions(const Sequence& sequence, std::int64_t frame, std::span<const Uuid> tracks,
                              TransitionKind kind, std::int64_t frames, const SourceTimings& sources);

/// The same at both ends of every clip in `clips`.
Result<Change> addTransitionsTo(const Sequence& sequence, const std::set<Uuid>& clips, TransitionKind kind,
                                std::int64_t frames, const SourceTimings& sources);

/// Makes the transition at that edge of the clip as it is said, or takes it away when there is none said. The
/// tail of a clip that touches another is the head of that one. Refused when the clips are too short or the
/// media does not suffice, with the number of frames that are missing.
Result<Change> setTransition(const Sequence& sequence, const Uuid& clip, Edge edge,
                             std::optional<Transition> wanted, const SourceTimings& sources);

/// Takes the transitions at both ends of these clips away.
Result<Change> removeTransitions(const Sequence& sequence, const std::set<Uuid>& clips);

} // namespace cutaway::timeline
