#pragma once

#include "core/demo/venue.h"

#include <string>
#include <vector>

namespace cutaway::demo {

/// A stadium around a floor: two tiers full of people, boards, a roof with lamps, the evening sky. Its plan
/// is a straight line thickened on all sides; D is the distance from that line.
struct BowlShape {
    double fromX = 0; ///< the line runs along y = lineY between these
    double toX = 100;
    double lineY = 0;
    double wall = 57; ///< D at which the stand begins, in metres
};

class Bowl : public Venue {
public:
    Bowl(const BowlShape& shape, std::uint32_t seed, const std::string& session);

    Light look(const Vec3& from, const Vec3& direction, double pixelAngle) const override;
    /// Somebody's head in the lower tier: `share` 0 to 1 around the stadium, `rowShare` 0 to 1 from the
    /// front.
    Vec3 seat(double share, double rowShare) const;

protected:
    /// The floor at (x, y); `footprintX` and `footprintY` are the metres that a pixel covers.
    virtual Light floor(double x, double y, double footprintX, double footprintY) const = 0;

    /// What is seen above the stands: the evening sky, unless the venue has a ceiling.
    virtual Light above(const Vec3& from, const Vec3& direction, double pixelAngle) const;

    double distanceFromLine(double x, double y) const;
    const BowlShape& shape() const { return m_shape; }

private:
    /// Where along a ray it leaves the field across the wall.
    double exit(const Vec3& from, const Vec3& direction) const;
    Light softCrowd(double row, double seat, double footprint, bool upper) const;
    Light crowd(double row, double along, double footprintRow, double footprintAlong, bool upper) const;
    Light board(double along, double height, double footprint) const;
    Light ribbon(double along, double height, double footprint) const;
    Light roof(const Vec3& at, double distance, double footprint) const;
    double alongPerimeter(double x, double y) const;

    BowlShape m_shape;
    std::uint32_t m_seed;
    std::vector<Lettering> m_boards;
    std::vector<Lettering> m_ribbons;
};

} // namespace cutaway::demo
