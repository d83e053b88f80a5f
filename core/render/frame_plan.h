#pragma once

#include "core/render/fade.h"
#include "core/timeline/sequence.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cutaway::render {

/// One picture that takes part in a frame of a sequence. In a transition between two clips the leaving one is
/// a layer, and the coming one the layer above it with a fade. Where a clip fades from or to nothing, its
/// fade mixes with what the tracks below show, or with black where they show nothing.
struct Layer {
    std::shared_ptr<const timeline::Clip> clip;
    std::int64_t sourceFrame = 0;   ///< absolute frame number on the clip's Source, at the clip's media rate;
                                    ///< in a transition also outside of what the clip shows by itself
    std::size_t track = 0;          ///< index into Sequence::tracks
    std::optional<Fade> fade = {};  ///< none: it hides what lies below it
    timeline::ClipSpeed speed = {}; ///< how it goes on from frame to frame of the sequence

    bool operator==(const Layer&) const = default;
};

/// What one frame of a sequence shows, bottom layer first. No layers: black. Only the first may be without a
/// fade.
struct FramePlan {
    std::vector<Layer> layers;

    /// The layer that has the larger share of the picture; null: there is none.
    const Layer* leading(std::int64_t frame) const;
};

/// Frames [recordFrame, recordFrame + count) that show the same layers, each going on as its speed says: at
/// normal speed a frame further on with each frame. No layers: black.
struct PictureSpan {
    std::int64_t recordFrame = 0;
    std::int64_t count = 0;
    std::vector<Layer> layers; ///< at `recordFrame`, as in FramePlan

    bool operator==(const PictureSpan&) const = default;
};

/// The clip of the topmost visible video track which holds an enabled one at `frame`, with what it is mixed
/// with. Pictures are opaque outside of fades, so that one hides what lies below. A disabled clip is as if
/// nothing were there. Frames outside the sequence are black. O(items).
FramePlan planFrame(const timeline::Sequence& sequence, std::int64_t frame);

/// The same for [first, first + count) as spans without holes or overlaps, in order. Spans that continue each
/// other are one span. O(items + spans).
std::vector<PictureSpan> planPictures(const timeline::Sequence& sequence, std::int64_t first,
                                      std::int64_t count);

} // namespace cutaway::render
