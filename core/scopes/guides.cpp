#include "core/scopes/guides.h"

namespace cutaway::scopes {

namespace {

/// EBU R 95: the same share of width and height on every side, to the nearest pixel.
GuideBox inset(GuideBox::Name name, int permille, int width, int height) {
    const int x = (width * permille + 500) / 1000;
    const int y = (height * permille + 500) / 1000;
    return {name, x, y, width - 2 * x, height - 2 * y};
}

GuideBox crop(GuideBox::Name name, int across, int up, int width, int height) {
    int cropWidth = (height * across + up / 2) / up;
    int cropHeight = height;
    if (cropWidth > width) {
        cropWidth = width;
        cropHeight = (width * up + across / 2) / across;
    }
    return {name, (width - cropWidth) / 2, (height - cropHeight) / 2, cropWidth, cropHeight};
}

} // namespace

std::vector<GuideBox> guideBoxes(Guide guide, int width, int height) {
    using Name = GuideBox::Name;
    switch (guide) {
    case Guide::SafeAreas:
        return {inset(Name::ActionSafe, 35, width, height), inset(Name::GraphicsSafe, 50, width, height)};
    case Guide::Crop9x16:
        return {crop(Name::Crop9x16, 9, 16, width, height)};
    case Guide::Crop1x1:
        return {crop(Name::Crop1x1, 1, 1, width, height)};
    case Guide::Crop4x5:
        return {crop(Name::Crop4x5, 4, 5, width, height)};
    }
    return {};
}

} // namespace cutaway::scopes
