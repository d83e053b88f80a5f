#include "core/demo/camera.h"

namespace cutaway::demo {

namespace {

constexpr double nearest = 0.05; // metres; closer points have no useful place in the picture

} // namespace

Camera Camera::atAngles(const Vec3& position, double pan, double tilt, double horizontalFov, int width,
                        int height) {
    Camera camera;
    camera.m_position = position;
    camera.m_pan = pan;
    camera.m_tilt = tilt;
    camera.m_forward = {std::cos(tilt) * std::cos(pan), std::cos(tilt) * std::sin(pan), std::sin(tilt)};
    camera.m_right = {std::sin(pan), -std::cos(pan), 0};
    camera.m_up = cross(camera.m_right, camera.m_forward);
    camera.m_focal = width / 2.0 / std::tan(horizontalFov / 2);
    camera.m_width = width;
    camera.m_height = height;
    return camera;
}

Camera Camera::lookingAt(const Vec3& position, const Vec3& target, double horizontalFov, int width,
                         int height) {
    const Vec3 d = target - position;
    return atAngles(position, std::atan2(d.y, d.x), std::atan2(d.z, std::hypot(d.x, d.y)), horizontalFov,
                    width, height);
}

std::optional<ScreenPoint> Camera::project(const Vec3& point) const {
    const Vec3 d = point - m_position;
    const double depth = dot(d, m_forward);
    if (depth < nearest)
        return std::nullopt;
    return ScreenPoint{m_width / 2.0 + dot(d, m_right) / depth * m_focal,
                       m_height / 2.0 - dot(d, m_up) / depth * m_focal, depth};
}

Vec3 Camera::ray(double px, double py) const {
    return normalised(m_forward + m_right * ((px - m_width / 2.0) / m_focal) +
                      m_up * ((m_height / 2.0 - py) / m_focal));
}

std::optional<Vec3> Camera::onGround(double px, double py) const {
    const Vec3 d = ray(px, py);
    if (d.z >= 0 || m_position.z <= 0)
        return std::nullopt;
    return m_position + d * (-m_position.z / d.z);
}

} // namespace cutaway::demo
