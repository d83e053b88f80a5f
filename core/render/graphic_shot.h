#pragma once

#include "core/render/graphic_motion.h"
#include "core/timeline/graphic.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace cutaway::render {

/// A graphic in a stretch of frames of a sequence.
struct GraphicShot {
    timeline::SharedValue<timeline::Graphic> graphic; ///< never null
    std::string language;                             ///< of its texts
    std::int64_t first = 0;                           ///< which of its frames the stretch begins with
    std::int64_t frames = 1;                          ///< how many of them there are in all, > 0
    FrameRate rate;

    bool operator==(const GraphicShot&) const = default;
    GraphicShot later(std::int64_t by) const {
        GraphicShot shot = *this;
        shot.first += by;
        return shot;
    }
    /// Of the first frame; beyond its ends the nearest there is.
    GraphicMoment moment() const { return {std::clamp<std::int64_t>(first, 0, frames - 1), frames, rate}; }
};

} // namespace cutaway::render
