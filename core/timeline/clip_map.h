#pragma once

#include "core/timeline/source_timing.h"

#include <optional>

namespace cutaway::timeline {

// The one place that says what a clip shows when. Units of the Source are those of Clip::in, units of the
// track those of Clip::duration; an offset is a unit of the track counted from the clip's first one, and may
// lie outside of the clip, as in a transition. At speed 1 each unit of the track is one of the Source, or at
// another media rate the nearest; at other speeds see ClipSpeed.

/// The unit of the Source that is seen or heard at `offset`.
std::int64_t sourceUnitAt(const Clip& clip, std::int64_t offset, FrameRate trackRate);

/// The units of the Source that offsets [from, from + count) use, count > 0; what lies between two that are
/// seen is among them. At speed 1 with another media rate: as many as pass in that time.
UnitRange sourceUnits(const Clip& clip, std::int64_t from, std::int64_t count, FrameRate trackRate);
/// Those of the whole clip.
UnitRange sourceUnits(const Clip& clip, FrameRate trackRate);

/// The same clip from `offset` on, `duration` long: what remains shows what it showed, in the same place.
Clip clipFrom(const Clip& clip, std::int64_t offset, std::int64_t duration, FrameRate trackRate);

/// The sample with which a sound begins beside a picture that begins with `frame`: that frame's first, or
/// backwards its last.
std::int64_t soundUnit(const Clip& sound, const SourceClock& picture, std::int64_t frame);

/// The first offset in the clip at which it shows this unit of the Source; none when it does not.
std::optional<std::int64_t> offsetShowing(const Clip& clip, std::int64_t sourceUnit, FrameRate trackRate);

/// Units of the track by which the clip could begin earlier or end later within `available` of its Source,
/// rounded down: a handle is never promised in part. Negative when there is less than the clip shows. None:
/// without end, for a held picture.
std::optional<std::int64_t> roomBefore(const Clip& clip, UnitRange available, FrameRate trackRate);
std::optional<std::int64_t> roomAfter(const Clip& clip, UnitRange available, FrameRate trackRate);

/// The effects of a clip of which `in` moves by `units`: their keyframes stay at their pictures. Over a held
/// picture they stay where they are.
SharedValue<PictureEffects> pictureSlipped(const Clip& clip, std::int64_t units, FrameRate trackRate);
/// The effects of a sound of which `in` moves by `units`: their keyframes stay at their samples.
SharedValue<SoundEffects> soundSlipped(const Clip& clip, std::int64_t units, FrameRate trackRate);

/// `clip` at another speed from its first unit on; forwards and backwards begin at the same one.
Clip withSpeed(Clip clip, const ClipSpeed& speed);
/// The clip that shows the same units in the opposite order.
Clip mirrored(const Clip& clip, FrameRate trackRate);

} // namespace cutaway::timeline
