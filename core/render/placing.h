#pragma once

#include "core/render/compositor.h"

#include <cstdint>

namespace cutaway::render {

/// A part of a canvas, in its luma samples.
struct Area {
    int left = 0, top = 0;
    int right = 0, bottom = 0; ///< one past the last

    bool isEmpty() const { return left >= right || top >= bottom; }
    int width() const { return right - left; }
    int height() const { return bottom - top; }
    bool operator==(const Area&) const = default;
};

/// One way of a picture onto a canvas, before it is turned: along x or y. Places are in luma samples from the
/// left or upper edge, in 2^-32; between the centres of two samples that touch lies a whole one.
struct Way {
    std::int64_t length = 0; ///< of the picture, samples
    std::int64_t centre = 0; ///< of the picture, on the canvas, 2^-32
    std::int64_t num = 1;    ///< canvas samples for each of the picture: num / den
    std::int64_t den = 1;
    std::int64_t first = 0; ///< what is left of the picture by the crop, 2^-32
    std::int64_t end = 0;

    /// On the picture, of a place on the canvas; and the other way.
    std::int64_t onPicture(std::int64_t canvas) const;
    std::int64_t onCanvas(std::int64_t picture) const;
    bool isUnchanged(int canvasLength) const; ///< sample by sample, all of them
    bool operator==(const Way&) const = default;
};

/// Where a picture comes to lie on a canvas: the one place that knows what a placement means.
struct Placing {
    Way x, y;
    std::int64_t rotation = 0; ///< 1/1000 of a degree clockwise, 0 <= rotation < 360,000
    int opacity = 1000;        ///< 1/1000

    bool isVisible() const;                       ///< at all
    bool isUnchanged(const Canvas& canvas) const; ///< every sample is where it was, and nothing is missing
    bool hides(const Canvas& canvas) const;       ///< nothing is seen of what lies below
    /// All that it may touch of the canvas, from even columns and rows to even ones.
    Area area(const Canvas& canvas) const;
};

/// Of a picture of `width` x `height` samples, all > 0.
Placing placingOf(int width, int height, const timeline::PicturePlacement& placement, const Canvas& canvas);

} // namespace cutaway::render
