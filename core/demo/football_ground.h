#pragma once

#include "core/demo/bowl.h"

namespace cutaway::demo {

/// The football ground: 105 by 68 m of mown grass with all markings, coordinates as in football_match.h.
class FootballGround : public Bowl {
public:
    FootballGround();
    /// Includes the boards along the far touch line and behind the goals.
    Light look(const Vec3& from, const Vec3& direction, double pixelAngle) const override;

protected:
    Light floor(double x, double y, double footprintX, double footprintY) const override;

private:
    std::vector<Lettering> m_panels;
};

} // namespace cutaway::demo
