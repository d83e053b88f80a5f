#pragma once

#include "core/demo/bowl.h"

namespace cutaway::demo {

/// The athletics stadium. x runs along the home straight from the 100 m start (0) to the finish (100), y
/// across it: the inner edge of lane 1 is y = 0 and lane n lies between -1.22 (n - 1) and -1.22 n. Lanes
/// are 1.22 m wide with lines of 50 mm.
class TrackStadium : public Bowl {
public:
    static constexpr double laneWidth = 1.22;
    static constexpr double lineWidth = 0.05;
    static constexpr double laneCentre(int lane) { return -laneWidth * (lane - 0.5); }

    TrackStadium();

    Light look(const Vec3& from, const Vec3& direction, double pixelAngle) const override;

protected:
    Light floor(double x, double y, double footprintX, double footprintY) const override;

private:
    std::vector<Lettering> m_laneNumbers;
    std::vector<Lettering> m_trackside;
    Lettering m_apronName;
};

} // namespace cutaway::demo
