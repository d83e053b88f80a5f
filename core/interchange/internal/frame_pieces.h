#pragma once

// Inside core/interchange only: a track as what plays one after the other, for formats without overlaps.

#include "core/timeline/source_timing.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cutaway::interchange {

/// The frame of the sequence whose first unit is nearest to `unit`; `exact` becomes false when that is
/// another unit.
std::int64_t frameNear(const timeline::Track& track, std::int64_t unit, FrameRate rate, bool& exact);

/// A clip with its edges on frames.
struct FramedClip {
    std::shared_ptr<const timeline::Clip> clip;
    std::int64_t start = 0, end = 0;                ///< frames of the sequence
    std::int64_t unit = 0;                          ///< of the track, its first; `start` is the nearest frame
    bool exact = true;                              ///< no edge, also of its transitions, was moved
    std::optional<timeline::Transition> head, tail; ///< in frames
    bool touches = false;                           ///< the clip before it ends where it starts
};

/// A clip as it is used in a piece.
struct PieceClip {
    const FramedClip* clip = nullptr; ///< null: nothing
    std::int64_t offset = 0; ///< frames from the clip's first one to the piece's; negative in a handle
};

/// Frames of the sequence that one clip, or a transition between two, or nothing fills.
struct FramePiece {
    std::int64_t start = 0;
    std::int64_t frames = 0;
    PieceClip clip;   ///< of a transition: the leaving one
    PieceClip coming; ///< of a transition
    std::optional<timeline::TransitionKind> transition;
};

/// The clips of a track that are at least a frame long; `dropped` counts the others.
std::vector<FramedClip> framedClips(const timeline::Track& track, FrameRate rate,
                                    std::size_t* dropped = nullptr);

/// The pieces that fill the track from frame 0 to its end. Fades at free edges are transitions from or to
/// nothing. They point into `clips`.
std::vector<FramePiece> framePieces(const std::vector<FramedClip>& clips);

} // namespace cutaway::interchange
