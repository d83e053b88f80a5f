#pragma once

// Inside core/timeline/edits only: which edges a trim moves, and what they meet.

#include "core/timeline/edits/trim.h"
#include "core/timeline/index.h"

#include <optional>
#include <vector>

namespace cutaway::timeline {

/// Where that edge of the clip is, in units of its track and in sequence frames.
std::int64_t edgeOf(const ClipPlace& place, Edge side);
std::int64_t edgeFrame(const Sequence& sequence, const ClipPlace& place, Edge side);

/// The clip that touches that edge; none when there is a gap or nothing.
std::optional<ClipPlace> neighbour(const Track& track, const ClipPlace& place, Edge side);

/// The clips whose edge `handle` moves, its own first.
Result<std::vector<ClipPlace>> trimmedPlaces(const Sequence& sequence, const EdgeHandle& handle);

} // namespace cutaway::timeline
