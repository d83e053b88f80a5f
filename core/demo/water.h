#pragma once

#include "core/demo/camera.h"
#include "core/media/frame.h"

#include <cstdint>
#include <vector>

namespace cutaway::demo {

/// Moving water: ripples that bend what lies below, and light that dances on them. Works on the luma of a
/// picture that already shows the still pool.
class Water {
public:
    Water();
    /// Over the rectangle [x0, x1] by [y0, y1] of the plane z = 0, at `t` seconds.
    void ripple(media::WritableFrame& frame, const Camera& camera, double x0, double x1, double y0, double y1,
                double t) const;

private:
    float wave(float u, float v) const;
    std::vector<float> m_waves; ///< a square that repeats, -1 to 1
};

} // namespace cutaway::demo
