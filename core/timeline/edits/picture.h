#pragma once

#include "core/timeline/change.h"
#include "core/timeline/picture_effects.h"

#include <optional>
#include <set>
#include <span>

namespace cutaway::timeline {

struct ParameterValue {
    PictureParameter parameter;
    std::int64_t value = 0;

    bool operator==(const ParameterValue&) const = default;
};

// How the pictures among `clips` lie on the frame. Refused when there is no picture among them. A frame of
// the sequence that a clip does not hold stands for the nearest one that it does.

/// Sets parameters as they are at `frame`, kept within their ranges. One with keyframes gets a keyframe
/// there.
///
///     V1  [ scale 100 %    ]   120 % at ^   V1  [ scale 120 %    ]
///     V1  [ 100 <> ... 110 ]   120 % at ^   V1  [ 100 <> 120 <> 110 ]
///                 ^frame
Result<Change> setPictureParameters(const Sequence& sequence, const std::set<Uuid>& clips,
                                    std::span<const ParameterValue> values, std::int64_t frame);

/// A keyframe of the parameter at `frame` that keeps what is seen there, or none.
///
///     V1  [        ]   on at ^   V1  [   <>   ]
Result<Change> setPictureKeyframe(const Sequence& sequence, const std::set<Uuid>& clips,
                                  PictureParameter parameter, std::int64_t frame, bool on);

/// How the keyframes at `frame` go on to the next ones: of one parameter, or of all.
Result<Change> setInterpolation(const Sequence& sequence, const std::set<Uuid>& clips,
                                std::optional<PictureParameter> parameter, std::int64_t frame,
                                Interpolation interpolation);

/// Every keyframe of the clip at one frame goes to another, over those that are there.
///
///     V1  [  <>      ]   to ^   V1  [     <>   ]
///               ^frame
Result<Change> movePictureKeyframes(const Sequence& sequence, const Uuid& clip, std::int64_t from,
                                    std::int64_t to);

/// How large pictures of another shape are shown; none: as the sequence says.
Result<Change> setFraming(const Sequence& sequence, const std::set<Uuid>& clips,
                          std::optional<Framing> framing);

/// One parameter as it comes, or everything.
Result<Change> resetPicture(const Sequence& sequence, const std::set<Uuid>& clips,
                            std::optional<PictureParameter> parameter);

/// The effects of another clip, in the place of their own; keyframes count from the first frame.
Result<Change> pastePicture(const Sequence& sequence, const std::set<Uuid>& clips,
                            const PictureEffects& effects);

} // namespace cutaway::timeline
