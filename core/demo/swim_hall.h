#pragma once

#include "core/demo/bowl.h"

namespace cutaway::demo {

/// The aquatics centre: a pool of 50 m with eight lanes, seen through its own water, under a lit ceiling.
/// Coordinates as in swim_race.h; the surface is z = 0.
class SwimHall : public Bowl {
public:
    SwimHall();

protected:
    Light floor(double x, double y, double footprintX, double footprintY) const override;
    Light above(const Vec3& from, const Vec3& direction, double pixelAngle) const override;

private:
    Light bottom(double x, double y, double footprintX, double footprintY) const;

    Lettering m_deckName;
};

} // namespace cutaway::demo
