#pragma once

#include "core/timeline/sequence.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace cutaway::render {

/// One picture that takes part in a frame of a sequence.
struct Layer {
    std::shared_ptr<const timeline::Clip> clip;
    std::int64_t sourceFrame = 0; ///< absolute frame number on the clip's Source, at the clip's media rate
    std::size_t track = 0;        ///< index into Sequence::tracks

    bool operator==(const Layer&) const = default;
};

/// What one frame of a sequence shows, bottom layer first. No layers: black.
struct FramePlan {
    std::vector<Layer> layers;
};

/// Frames [recordFrame, recordFrame + count) that show one clip, or black where `clip` is null.
struct PictureSpan {
    std::shared_ptr<const timeline::Clip> clip;
    std::int64_t recordFrame = 0;
    std::int64_t count = 0;
    std::int64_t sourceFrame = 0; ///< absolute frame of the clip's Source shown at `recordFrame`; 0 for black
    std::size_t track = 0;        ///< index into Sequence::tracks; 0 for black

    bool operator==(const PictureSpan&) const = default;
};

/// The absolute frame of the Source that `clip` shows `offset` sequence frames after its first: one for one
/// at equal rates, otherwise the nearest frame.
std::int64_t sourceFrameAt(const timeline::Clip& clip, std::int64_t offset, FrameRate sequenceRate);

/// The clip of the topmost visible video track which holds an enabled one at `frame`. Pictures are opaque, so
/// that one hides what lies below. Frames outside the sequence are black. O(items).
FramePlan planFrame(const timeline::Sequence& sequence, std::int64_t frame);

/// The same for [first, first + count) as spans without holes or overlaps, in order. Spans of one clip that
/// continue each other are one span. O(items + spans).
std::vector<PictureSpan> planPictures(const timeline::Sequence& sequence, std::int64_t first,
                                      std::int64_t count);

} // namespace cutaway::render
