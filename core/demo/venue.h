#pragma once

#include "core/demo/camera.h"
#include "core/demo/hlg.h"

#include <QImage>

#include <vector>

namespace cutaway::demo {

/// Everything of a scene that does not move, as light seen along a ray.
class Venue {
public:
    virtual ~Venue() = default;
    /// `pixelAngle`: radians that one pixel covers; detail finer than that comes as its average. Called from
    /// several threads at once.
    virtual Light look(const Vec3& from, const Vec3& direction, double pixelAngle) const = 0;
};

/// How much of [low, high] a box filter of `width` around `v` sees, 0 to 1.
inline float covered(double v, double low, double high, double width) {
    const double left = std::max(v - width / 2, low);
    const double right = std::min(v + width / 2, high);
    return right <= left ? 0.0F : static_cast<float>((right - left) / width);
}

/// The same for bands of `thickness` that start at every multiple of `pitch`.
float coveredBands(double v, double pitch, double thickness, double width);

/// A writing on a board: read by share of its width and height.
class Lettering {
public:
    /// An image painted with ordinary sRGB colours.
    explicit Lettering(const QImage& image);
    /// The average around (u, v), both 0 to 1; `size` is the share of the width that a pixel covers.
    Light at(double u, double v, double size) const;
    int width() const { return m_levels.front().width; }
    int height() const { return m_levels.front().height; }

private:
    struct Level {
        int width;
        int height;
        std::vector<Light> texels;
    };
    std::vector<Level> m_levels; ///< each half as large as the one before
};

} // namespace cutaway::demo
