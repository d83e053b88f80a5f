#pragma once

#include "core/demo/camera.h"
#include "core/demo/hlg.h"
#include "core/demo/tile.h"

#include <array>
#include <memory>
#include <vector>

namespace cutaway::demo {

/// A picture wrapped once around a part of a body: a shirt with its number. Columns go round, the middle one
/// where the part's `front` is; rows go from the part's `to` down to its `from`.
struct Wrap {
    int width = 0;
    int height = 0;
    std::vector<Ycc> texels; ///< as lit by a shade of 1

    /// From an image painted with toPaint() colours.
    static std::shared_ptr<const Wrap> fromImage(const QImage& image);
};

/// What a part of a body is made of, under the lights of the venue.
class Material {
public:
    /// `shine` 0 for cloth, about 0.5 for wet or sweating skin.
    explicit Material(const Light& colour, float shine = 0);
    explicit Material(std::shared_ptr<const Wrap> wrap);

    /// Colour under `shade` times the light that a surface facing the key light gets, 0 to 2.
    const Ycc& at(float shade) const;
    /// Colour of a place of the wrap: `around` -0.5 to 0.5 from its front, `along` 0 to 1 from `from`.
    Ycc at(float shade, float around, float along) const;
    bool isWrapped() const { return m_wrap != nullptr; }

private:
    std::array<Ycc, 256> m_ramp{};
    std::shared_ptr<const Wrap> m_wrap;
};
using MaterialPtr = std::shared_ptr<const Material>;

/// A rounded, tapered piece of a body between two points, in metres.
struct Part {
    Vec3 from;
    Vec3 to;
    double radiusFrom = 0.05;
    double radiusTo = 0.05;
    MaterialPtr material;
    double nearer = 0;     ///< metres by which it is painted as if closer: hair over a head
    Vec3 front{1, 0, 0};   ///< where a wrap's middle faces
    double flatness = 1.0; ///< radius along `front` as a share of the radius across it
};

/// The lamps of a venue: directions towards the light and how much each gives; they add up to about 1.
struct Lighting {
    std::array<Vec3, 3> towards{normalised({-.35, -.75, .9}), normalised({.6, .55, .8}),
                                normalised({.9, -.3, .25})};
    std::array<float, 3> strength{.62F, .34F, .18F};
    float ambient = 0.24F;
};

/// Paints the parts as solids seen by `camera`, far ones first, into a tile that just holds them.
/// An empty tile when nothing of them is in the picture.
Tile paintFigure(const std::vector<Part>& parts, const Camera& camera, const Lighting& lighting);

/// A soft dark patch on the ground under each part, from light high above.
Tile paintShadow(const std::vector<Part>& parts, const Camera& camera, float darkness);

/// A soft round patch lying on the ground (foam, spray, dust): radius in metres, strength 0 to 1.
struct Patch {
    Vec3 at;
    double radius = 0.3;
    float strength = 0.5F;
};
/// Lays the patches over the picture in one colour.
void paintPatches(media::WritableFrame& frame, const std::vector<Patch>& patches, const Camera& camera,
                  const Light& colour);

} // namespace cutaway::demo
