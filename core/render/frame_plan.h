#pragma once

#include "core/render/fade.h"
#include "core/render/graphic_shot.h"
#include "core/timeline/picture_effects.h"
#include "core/timeline/sequence.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace cutaway::render {

/// One picture that takes part in a frame of a sequence, over those before it. In a transition between two
/// clips the leaving one is a layer, and the coming one the layer above it with a fade. Where a clip fades
/// from or to nothing, its fade mixes with what the tracks below show, or with black where they show nothing.
struct Layer {
    std::shared_ptr<const timeline::Clip> clip;
    std::int64_t sourceFrame = 0; ///< absolute frame number on the clip's Source, at the clip's media rate;
                                  ///< in a transition also outside of what the clip shows by itself
    std::size_t track = 0;        ///< index into Sequence::tracks
    std::optional<Fade> fade = {};
    timeline::ClipSpeed speed = {}; ///< how it goes on from frame to frame of the sequence
    std::int64_t offset = 0;        ///< frames since the clip's first; its effects go on by one with each
    bool replaces = false;          ///< its fade takes over from the layer before it, which is of its track
    /// Graphics: clips of the same one that touch are one showing, transitions included.
    std::int64_t seenBefore = 0; ///< frames of it ahead of the clip's first
    std::int64_t seenFrames = 0; ///< its length

    bool operator==(const Layer&) const = default;
};

/// How the layer lies on the frame of its sequence `later` frames later, with a framing in any case.
timeline::PicturePlacement placementOf(const Layer& layer, const timeline::Sequence& sequence,
                                       std::int64_t later = 0);

/// What a layer draws that shows no media; none for one that does.
std::optional<GraphicShot> graphicOf(const Layer& layer, const timeline::Sequence& sequence);

/// True when nothing is seen of what lies below the clip, as long as its picture has the sequence's shape.
bool hidesWhatIsBelow(const timeline::Clip& clip);

/// What one frame of a sequence shows, bottom layer first. No layers: black. What is hidden by a clip that
/// hides everything is no layer.
struct FramePlan {
    std::vector<Layer> layers;

    /// The layer that tells most of the picture: the topmost that hides the others, or in a transition has
    /// the larger share; where none does, the lowest. Null: there is none.
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

/// The clips of the visible video tracks that are enabled at `frame`, down to one that hides what lies below.
/// A disabled clip is as if nothing were there. Frames outside the sequence are black. O(items).
FramePlan planFrame(const timeline::Sequence& sequence, std::int64_t frame);

/// The same for [first, first + count) as spans without holes or overlaps, in order. Spans that continue each
/// other are one span. O(items + spans).
std::vector<PictureSpan> planPictures(const timeline::Sequence& sequence, std::int64_t first,
                                      std::int64_t count);

} // namespace cutaway::render
