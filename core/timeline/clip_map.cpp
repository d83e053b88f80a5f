#include "core/timeline/clip_map.h"

#include "core/timeline/picture_effects.h"
#include "core/timeline/sound_effects.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::timeline {

namespace {

Int128 floorDiv(Int128 a, std::int64_t b) {
    const Int128 q = a / b;
    return q * b > a ? q - 1 : q;
}

/// Units of the Source that pass in `offset` units of the track at normal speed.
std::int64_t atNormalSpeed(const Clip& clip, std::int64_t offset, FrameRate trackRate) {
    return clip.mediaRate.isValid() ? mediaUnits(clip, offset, trackRate) : offset;
}

/// The opposite way, rounded down.
std::int64_t trackUnits(const Clip& clip, std::int64_t units, FrameRate trackRate) {
    if (clip.mediaRate == trackRate)
        return units;
    return mulDivFloor(units, std::int64_t(clip.mediaRate.den) * trackRate.num,
                       std::int64_t(clip.mediaRate.num) * trackRate.den);
}

/// How many steps from the clip's first unit on stay within `available`; from 0 on. Not for a freeze.
std::int64_t stepsWithin(const Clip& clip, UnitRange available) {
    const ClipSpeed& speed = clip.speed;
    if (speed.num > 0)
        return static_cast<std::int64_t>(
            -floorDiv(speed.phase - Int128(available.end - clip.in) * speed.den, speed.num));
    return static_cast<std::int64_t>(
               floorDiv(Int128(clip.in - available.first) * speed.den + speed.phase, -speed.num)) +
           1;
}

} // namespace

std::int64_t sourceUnitAt(const Clip& clip, std::int64_t offset, FrameRate trackRate) {
    const std::int64_t units = atNormalSpeed(clip, offset, trackRate);
    return clip.in + clip.speed.stepsIn(units);
}

UnitRange sourceUnits(const Clip& clip, std::int64_t from, std::int64_t count, FrameRate trackRate) {
    if (clip.speed.isNormal()) {
        const std::int64_t first = sourceUnitAt(clip, from, trackRate);
        return {first, first + atNormalSpeed(clip, count, trackRate)};
    }
    const std::int64_t one = sourceUnitAt(clip, from, trackRate);
    const std::int64_t other = sourceUnitAt(clip, from + count - 1, trackRate);
    return {std::min(one, other), std::max(one, other) + 1};
}

UnitRange sourceUnits(const Clip& clip, FrameRate trackRate) {
    return sourceUnits(clip, 0, clip.duration, trackRate);
}

Clip clipFrom(const Clip& clip, std::int64_t offset, std::int64_t duration, FrameRate trackRate) {
    Clip later = clip;
    const std::int64_t units = atNormalSpeed(clip, offset, trackRate);
    later.in += clip.speed.stepsIn(units);
    later.speed = clip.speed.after(units);
    if (offset != 0) {
        later.picture =
            changedCurves(clip.picture, [&](const Curve& curve) { return curve.shifted(-offset); });
        later.sound = changedKeys(clip.sound, [&](const Curve& gain) { return gain.shifted(-offset); });
    }
    later.duration = duration;
    return later;
}

std::int64_t soundUnit(const Clip& sound, const SourceClock& picture, std::int64_t frame) {
    return sound.speed.isReverse() ? picture.sampleAtFrame(frame + 1) - 1 : picture.sampleAtFrame(frame);
}

std::optional<std::int64_t> offsetShowing(const Clip& clip, std::int64_t sourceUnit, FrameRate trackRate) {
    // What is seen goes one way, so the first offset that has reached the unit is found by halving.
    const bool backwards = clip.speed.isReverse();
    const auto reached = [&](std::int64_t offset) {
        const std::int64_t shown = sourceUnitAt(clip, offset, trackRate);
        return backwards ? shown <= sourceUnit : shown >= sourceUnit;
    };
    std::int64_t low = 0;
    std::int64_t high = clip.duration;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (reached(middle))
            high = middle;
        else
            low = middle + 1;
    }
    if (low == clip.duration || sourceUnitAt(clip, low, trackRate) != sourceUnit)
        return std::nullopt;
    return low;
}

std::optional<std::int64_t> roomBefore(const Clip& clip, UnitRange available, FrameRate trackRate) {
    if (clip.speed.isFreeze())
        return std::nullopt;
    if (clip.speed.isNormal())
        return trackUnits(clip, clip.in - available.first, trackRate);
    // Ahead of the clip it goes on as its mirror image would behind it.
    Clip ahead = clip;
    ahead.in += clip.speed.stepsIn(-1);
    ahead.speed = clip.speed.after(-1);
    ahead.speed.num = -ahead.speed.num;
    return trackUnits(clip, stepsWithin(ahead, available), trackRate);
}

std::optional<std::int64_t> roomAfter(const Clip& clip, UnitRange available, FrameRate trackRate) {
    if (clip.speed.isFreeze())
        return std::nullopt;
    if (clip.speed.isNormal()) {
        const std::int64_t end = clip.in + mediaUnits(clip, clip.duration, trackRate);
        return trackUnits(clip, available.end - end, trackRate);
    }
    return trackUnits(clip, stepsWithin(clip, available), trackRate) - clip.duration;
}

SharedValue<PictureEffects> pictureSlipped(const Clip& clip, std::int64_t units, FrameRate trackRate) {
    if (clip.speed.isFreeze())
        return clip.picture;
    const std::int64_t passed = rescale(units, clip.mediaRate, trackRate);
    const std::int64_t steps =
        mulDivRound(clip.speed.isReverse() ? -passed : passed, clip.speed.den, std::abs(clip.speed.num));
    return changedCurves(clip.picture, [&](const Curve& curve) { return curve.shifted(-steps); });
}

SharedValue<SoundEffects> soundSlipped(const Clip& clip, std::int64_t units, FrameRate trackRate) {
    const std::int64_t passed = rescale(units, clip.mediaRate, trackRate);
    const std::int64_t steps = clip.speed.isFreeze() ? 0
                                                     : mulDivRound(clip.speed.isReverse() ? -passed : passed,
                                                                   clip.speed.den, std::abs(clip.speed.num));
    return changedKeys(clip.sound, [&](const Curve& gain) { return gain.shifted(-steps); });
}

Clip withSpeed(Clip clip, const ClipSpeed& speed) {
    clip.speed = speed;
    // Backwards each unit is held as long as forwards: the first one is not left at once.
    clip.speed.phase = speed.isReverse() ? speed.den - 1 : 0;
    return clip;
}

Clip mirrored(const Clip& clip, FrameRate trackRate) {
    Clip last = clipFrom(clip, clip.duration - 1, clip.duration, trackRate);
    last.picture =
        changedCurves(clip.picture, [&](const Curve& curve) { return curve.mirrored(clip.duration); });
    last.sound = changedKeys(clip.sound, [&](const Curve& gain) { return gain.mirrored(clip.duration); });
    last.speed.num = -last.speed.num;
    return last;
}

} // namespace cutaway::timeline
