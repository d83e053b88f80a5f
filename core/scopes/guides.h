#pragma once

#include <string>
#include <vector>

namespace cutaway::scopes {

enum class Guide {
    SafeAreas, ///< EBU R 95: action and graphics safe
    Crop9x16,
    Crop1x1,
    Crop4x5,
};

/// A rectangle over the picture, in whole pixels of it.
struct GuideBox {
    enum class Name { ActionSafe, GraphicsSafe, Crop9x16, Crop1x1, Crop4x5 };
    Name name = Name::ActionSafe;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    bool operator==(const GuideBox&) const = default;
};
/// The boxes of one guide for a picture of this size, outermost first. Crops keep the whole height, or the
/// whole width where the picture is too narrow.
std::vector<GuideBox> guideBoxes(Guide guide, int width, int height);

} // namespace cutaway::scopes
