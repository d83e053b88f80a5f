#pragma once

#include "core/demo/vec.h"

#include <optional>

namespace cutaway::demo {

/// Where a point of the venue falls in the picture. Pixels from the top left corner, the centre of the first
/// pixel at 0.5; `depth` is metres along the optical axis.
struct ScreenPoint {
    double x = 0;
    double y = 0;
    double depth = 0;
};

/// An ideal pinhole camera: no lens distortion, square pixels, principal point in the middle, horizon level.
/// What it says about a picture is exact, so that tracking can be scored against it.
class Camera {
public:
    Camera() = default;
    /// `horizontalFov` in radians across the whole width.
    static Camera lookingAt(const Vec3& position, const Vec3& target, double horizontalFov, int width,
                            int height);
    /// `pan` in radians from +x towards +y, `tilt` above the horizon.
    static Camera atAngles(const Vec3& position, double pan, double tilt, double horizontalFov, int width,
                           int height);

    /// Nothing when the point is behind the camera.
    std::optional<ScreenPoint> project(const Vec3& point) const;
    /// Unit direction through a place in the picture.
    Vec3 ray(double px, double py) const;
    /// The point of the ground (z = 0) seen at a place in the picture; nothing above the horizon.
    std::optional<Vec3> onGround(double px, double py) const;
    /// How many pixels a metre takes at this depth.
    double pixelsPerMetre(double depth) const { return m_focal / depth; }

    const Vec3& position() const { return m_position; }
    const Vec3& forward() const { return m_forward; }
    const Vec3& right() const { return m_right; }
    const Vec3& up() const { return m_up; }
    double pan() const { return m_pan; }
    double tilt() const { return m_tilt; }
    double focalLength() const { return m_focal; } ///< in pixels
    int width() const { return m_width; }
    int height() const { return m_height; }

private:
    Vec3 m_position;
    Vec3 m_forward{1, 0, 0};
    Vec3 m_right{0, -1, 0};
    Vec3 m_up{0, 0, 1};
    double m_pan = 0;
    double m_tilt = 0;
    double m_focal = 1;
    int m_width = 2;
    int m_height = 2;
};

} // namespace cutaway::demo
