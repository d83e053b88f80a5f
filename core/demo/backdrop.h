#pragma once

#include "core/demo/venue.h"
#include "core/media/frame.h"

#include <stop_token>
#include <vector>

namespace cutaway::demo {

/// What a camera that does not move sees: painted once, copied for every frame. An empty frame (no planes)
/// when stopped.
class FixedBackdrop {
public:
    /// Two by two rays per pixel, on `threads` threads.
    FixedBackdrop(const Venue& venue, const Camera& camera, int threads, std::stop_token stop);
    /// A copy to paint on.
    media::WritableFrame frame() const;

private:
    media::WritableFrame m_picture;
};

/// What a camera that turns on its tripod can see: the venue on a cylinder around its lens. A view of it is
/// exact perspective, as the camera only turns.
class Panorama {
public:
    /// Pans between `fromPan` and `toPan` (radians, from < to) and between two tangents of the elevation.
    /// `focal`: pixels per radian, the focal length of the tightest shot.
    Panorama(const Venue& venue, const Vec3& lens, double fromPan, double toPan, double lowTangent,
             double highTangent, double focal, int threads, std::stop_token stop);
    /// The view of a camera at the same place; outside the panorama its edge goes on.
    media::WritableFrame frame(const Camera& camera) const;

private:
    struct Plane {
        int width = 0;
        int height = 0;
        std::vector<std::uint16_t> samples; ///< ten-bit codes times 16
    };
    void fill(const Venue& venue, const Vec3& lens, int firstRow, int lastRow, std::stop_token stop);

    double m_fromPan;
    double m_highTangent;
    double m_focal;
    Plane m_luma;
    Plane m_cb; ///< half as wide and high, as chroma is
    Plane m_cr;
};

} // namespace cutaway::demo
