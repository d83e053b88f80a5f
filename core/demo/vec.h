#pragma once

#include <cmath>

namespace cutaway::demo {

/// A point or direction of the venue in metres. Each scene says where its origin is; z is always up.
struct Vec3 {
    double x = 0;
    double y = 0;
    double z = 0;

    constexpr bool operator==(const Vec3&) const = default;
    constexpr Vec3 operator+(const Vec3& o) const { return {x + o.x, y + o.y, z + o.z}; }
    constexpr Vec3 operator-(const Vec3& o) const { return {x - o.x, y - o.y, z - o.z}; }
    constexpr Vec3 operator*(double k) const { return {x * k, y * k, z * k}; }
};

constexpr double dot(const Vec3& a, const Vec3& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
constexpr Vec3 cross(const Vec3& a, const Vec3& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(const Vec3& a) {
    return std::sqrt(dot(a, a));
}
inline Vec3 normalised(const Vec3& a) {
    const double n = length(a);
    return n > 0 ? a * (1 / n) : a;
}
constexpr Vec3 lerp(const Vec3& a, const Vec3& b, double t) {
    return a + (b - a) * t;
}
constexpr double lerp(double a, double b, double t) {
    return a + (b - a) * t;
}
/// 0 below `from`, 1 above `to`, smooth in between.
constexpr double smoothStep(double from, double to, double v) {
    const double t = v <= from ? 0.0 : v >= to ? 1.0 : (v - from) / (to - from);
    return t * t * (3 - 2 * t);
}

} // namespace cutaway::demo
