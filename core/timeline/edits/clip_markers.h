#pragma once

#include "core/timeline/change.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cutaway::timeline {

/// A marker of a clip, where the sequence shows it.
struct ShownMarker {
    Uuid clip;
    std::size_t track = 0;
    Marker marker;             ///< in units of the Source
    std::int64_t frame = 0;    ///< of the sequence
    std::int64_t duration = 0; ///< frames of the sequence, 0 for a moment; what the clip shows of it

    bool operator==(const ShownMarker&) const = default;
};

/// Markers of clips that can be seen, by frame; those of trimmed parts are not among them.
std::vector<ShownMarker> clipMarkers(const Sequence& sequence);

/// Puts a marker on what a clip shows from `frame` of the sequence on, for `frames` frames (0: a moment), as
/// far as the clip goes. `marker`: its name, colour and comment.
///
///     V1  [   A   ]      V1  [  vA   ]
///            ^frame
Result<Change> addClipMarker(const Sequence& sequence, const Uuid& clip, std::int64_t frame,
                             std::int64_t frames, Marker marker);
/// Name, colour and comment of a marker become what is given; it stays where it is.
Result<Change> setClipMarker(const Sequence& sequence, const Uuid& clip, const Marker& marker);
Result<Change> removeClipMarker(const Sequence& sequence, const Uuid& clip, const Uuid& marker);

} // namespace cutaway::timeline
