#include "core/timeline/picture_effects.h"

#include <algorithm>
#include <utility>

namespace cutaway::timeline {

namespace {

using P = PictureParameter;

constexpr std::int64_t wholeFrame = 100'000;

constexpr std::array<PictureParameterFacts, pictureParameterCount> table{{
    {P::PositionX, "position_x", 0, -5 * wholeFrame, 5 * wholeFrame},
    {P::PositionY, "position_y", 0, -5 * wholeFrame, 5 * wholeFrame},
    {P::Scale, "scale", 100'000, 0, 1'000'000},
    {P::Rotation, "rotation", 0, -3'600'000, 3'600'000},
    {P::Opacity, "opacity", 1000, 0, 1000},
    {P::CropLeft, "crop_left", 0, 0, wholeFrame},
    {P::CropTop, "crop_top", 0, 0, wholeFrame},
    {P::CropRight, "crop_right", 0, 0, wholeFrame},
    {P::CropBottom, "crop_bottom", 0, 0, wholeFrame},
}};

} // namespace

const PictureParameterFacts& factsOf(PictureParameter parameter) {
    return table[static_cast<std::size_t>(parameter)];
}

const std::array<PictureParameterFacts, pictureParameterCount>& pictureParameters() {
    return table;
}

PicturePlacement::PicturePlacement() {
    for (const auto& facts : table)
        of(facts.parameter) = static_cast<std::int32_t>(facts.neutral);
}

PictureEffects::PictureEffects() {
    for (const auto& facts : table)
        of(facts.parameter) = Curve::of(facts.neutral);
}

PicturePlacement PictureEffects::at(std::int64_t unit) const {
    PicturePlacement placement;
    for (std::size_t i = 0; i < curves.size(); ++i)
        placement.values[i] = static_cast<std::int32_t>(curves[i].at(unit));
    placement.framing = framing;
    return placement;
}

bool PictureEffects::isNeutral() const {
    return *this == PictureEffects();
}

bool PictureEffects::isAnimated() const {
    return !std::all_of(curves.begin(), curves.end(), [](const Curve& curve) { return curve.isConstant(); });
}

bool PictureEffects::isSound() const {
    return std::all_of(table.begin(), table.end(), [&](const PictureParameterFacts& facts) {
        return of(facts.parameter).isSound(facts.lowest, facts.highest);
    });
}

bool isEqual(const PictureEffects& a, const PictureEffects& b) {
    return a == b;
}

SharedValue<PictureEffects> shared(PictureEffects effects) {
    if (effects.isNeutral())
        return {};
    return std::make_shared<const PictureEffects>(std::move(effects));
}

PictureEffects effectsOf(const Clip& clip) {
    return clip.picture ? *clip.picture : PictureEffects();
}

PicturePlacement placementAt(const Clip& clip, std::int64_t unit) {
    return clip.picture ? clip.picture->at(unit) : PicturePlacement();
}

} // namespace cutaway::timeline
