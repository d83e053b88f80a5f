#pragma once

#include "core/timeline/change.h"

#include <set>
#include <vector>

namespace cutaway::timeline {

/// Clips that were copied, with how they lay to each other. A value: what becomes of the sequence that they
/// came from does not matter.
struct Clipboard {
    struct Piece {
        TrackKind kind = TrackKind::Video;
        int row = 0; ///< among the tracks of its kind, from the first that anything was copied from
        std::int64_t offset = 0; ///< frames after the earliest copied clip
        std::int64_t frames = 0; ///< how long, in frames of the sequence
        Clip clip;
    };
    FrameRate rate; ///< of the sequence
    std::vector<Piece> pieces;

    bool isEmpty() const { return pieces.empty(); }
    std::int64_t frames() const; ///< from the first frame to the last
};

/// What is copied of `clips`; those that are no longer there are left out.
Clipboard copyClips(const Sequence& sequence, const std::set<Uuid>& clips);

/// Lays what was copied over what is at `frame`, or, inserting, moves everything later to the right. The
/// first row of each kind goes to the first targeted track of that kind, the others follow. The clips get ids
/// and links of their own. Refused when there are too few tracks, or at another rate.
///
///     V1  [  A  |  B  |  C  ]   copy B, paste at the end   V1  [  A  |  B  |  C  |  B' ]
Result<Change> paste(const Sequence& sequence, std::int64_t frame, const Clipboard& clipboard, bool insert);

} // namespace cutaway::timeline
