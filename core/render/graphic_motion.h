#pragma once

#include "core/render/graphic_template.h"
#include "core/time/frame_rate.h"
#include "core/timeline/graphic.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cutaway::render {

/// Which frame of a graphic: the `frame`-th of `frames`, at `rate`.
struct GraphicMoment {
    std::int64_t frame = 0;  ///< in [0, frames)
    std::int64_t frames = 1; ///< how long it is seen, > 0
    FrameRate rate;

    bool operator==(const GraphicMoment&) const = default;
};

/// How an element stands in one frame. Two frames whose elements stand alike are the same picture.
struct ElementState {
    double opacity = 1;                              ///< of its motions; 0: it is not there
    double x = 0, y = 0;                             ///< moved by, units
    double left = 0, top = 0, right = 1, bottom = 1; ///< the part of it that is seen
    std::string text;                                ///< with its fields filled in

    bool operator==(const ElementState&) const = default;
};

/// What the fields of `graphic` hold in a language, and where its clocks stand; in the order of
/// `design.fields`. What cannot stand in a field is as the template says. A clock counts whole frames: at the
/// k-th it stands where it starts plus k / rate seconds, rounded down to what it shows; down it ends at 0.
std::vector<std::string> fieldTexts(const GraphicTemplate& design, const timeline::Graphic& graphic,
                                    const std::string& language, const GraphicMoment& moment);

/// The state of each element. A motion of n frames (milliseconds at the rate, to the nearest) has at its k-th
/// frame gone (2k+1)/(2n) of its way; coming counts from the first frame, leaving from the last one back, so
/// that the same motion in and out is symmetric. What does not fit into `frames` is shortened in proportion.
std::vector<ElementState> statesAt(const GraphicTemplate& design, const std::vector<std::string>& fields,
                                   const GraphicMoment& moment);

} // namespace cutaway::render
