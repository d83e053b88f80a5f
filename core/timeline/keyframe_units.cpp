#include "core/timeline/keyframe_units.h"

#include <algorithm>

namespace cutaway::timeline {

std::vector<std::int64_t> keyframeUnits(const Clip& clip) {
    std::vector<std::int64_t> units;
    if (!clip.picture)
        return units;
    for (const Curve& curve : clip.picture->curves)
        for (const Keyframe& key : curve.keys)
            if (key.unit >= 0 && key.unit < clip.duration)
                units.push_back(key.unit);
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return units;
}

} // namespace cutaway::timeline
