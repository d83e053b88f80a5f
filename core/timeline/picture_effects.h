#pragma once

#include "core/timeline/curve.h"
#include "core/timeline/sequence.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace cutaway::timeline {

/// What of a clip's picture can be set, and can change by keyframes.
enum class PictureParameter {
    PositionX, ///< of the picture's centre to the right of the frame's, in 1/100,000 of the frame's width
    PositionY, ///< downwards, in 1/100,000 of the frame's height
    Scale,     ///< in 1/1000 %, of the size that its framing gives it
    Rotation,  ///< clockwise about its centre, in 1/1000 of a degree
    Opacity,   ///< in 1/1000
    CropLeft,  ///< what is cut off on that side, in 1/100,000 of the picture's width or height; the rest
    CropTop,   ///< stays where it is
    CropRight,
    CropBottom,
};
inline constexpr std::size_t pictureParameterCount = 9;

struct PictureParameterFacts {
    PictureParameter parameter;
    const char* name; ///< in files: "position_x"
    std::int64_t neutral;
    std::int64_t lowest;
    std::int64_t highest;
};
const PictureParameterFacts& factsOf(PictureParameter parameter);
/// All of them, in order.
const std::array<PictureParameterFacts, pictureParameterCount>& pictureParameters();

/// How a picture lies on its frame in one frame of the sequence: a value of each parameter.
struct PicturePlacement {
    std::array<std::int32_t, pictureParameterCount> values; ///< in the order of PictureParameter
    std::optional<Framing> framing;                         ///< none: as the sequence says

    PicturePlacement(); ///< neutral
    std::int32_t of(PictureParameter parameter) const { return values[static_cast<std::size_t>(parameter)]; }
    std::int32_t& of(PictureParameter parameter) { return values[static_cast<std::size_t>(parameter)]; }
    bool isNeutral() const { return *this == PicturePlacement(); }
    bool operator==(const PicturePlacement&) const = default;
};

/// How a clip's picture lies on the frame of its sequence, over the time of the clip. Units are those of the
/// track, counted from the clip's first one. Cutting and trimming move the keyframes along (clip_map.h), so
/// that each stays at its picture; a changed speed stretches them.
struct PictureEffects {
    std::array<Curve, pictureParameterCount> curves; ///< in the order of PictureParameter
    std::optional<Framing> framing;                  ///< none: as the sequence says

    PictureEffects(); ///< neutral
    const Curve& of(PictureParameter parameter) const { return curves[static_cast<std::size_t>(parameter)]; }
    Curve& of(PictureParameter parameter) { return curves[static_cast<std::size_t>(parameter)]; }
    bool operator==(const PictureEffects&) const = default;

    PicturePlacement at(std::int64_t unit) const;
    bool isNeutral() const;  ///< as if there were none
    bool isAnimated() const; ///< has keyframes
    bool isSound() const;    ///< every curve is, within its range
};

/// None when they are neutral: the only way in which they are held.
SharedValue<PictureEffects> shared(PictureEffects effects);
/// Of a clip, neutral when it has none.
PictureEffects effectsOf(const Clip& clip);
PicturePlacement placementAt(const Clip& clip, std::int64_t unit);

/// The same with a change to every curve.
template <class F>
SharedValue<PictureEffects> changedCurves(const SharedValue<PictureEffects>& effects, F&& change) {
    if (!effects)
        return effects;
    PictureEffects changed = *effects;
    for (Curve& curve : changed.curves)
        if (!curve.isConstant())
            curve = change(std::as_const(curve));
    return shared(std::move(changed));
}

} // namespace cutaway::timeline
