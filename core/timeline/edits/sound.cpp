#include "core/timeline/edits/sound.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cutaway::timeline {

namespace {

std::int64_t within(std::int64_t gain) {
    return std::clamp<std::int64_t>(gain, lowestGain, highestGain);
}

/// `change(clip, effects, place)` for each sound among the clips; it may also change the clip's gain.
template <class F>
Result<Change> changeSounds(const Sequence& sequence, const std::set<Uuid>& clips, std::string name,
                            F&& change) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    bool any = false;
    for (const ClipPlace& place : places) {
        if (sequence.tracks[place.track]->kind != TrackKind::Audio)
            continue;
        any = true;
        Clip changed = *place.clip;
        SoundEffects effects = soundEffectsOf(changed);
        change(changed, effects, place);
        if (effects.gain.isConstant()) { // then it is the clip's
            changed.gain = static_cast<int>(within(changed.gain + effects.gain.constant));
            effects.gain = {};
        }
        if (!effects.isSound())
            return Error{ErrorCategory::InvalidInput,
                         "“" + place.clip->name + "” has as many keyframes as a clip can have.",
                         {}};
        changed.sound = shared(std::move(effects));
        if (changed == *place.clip)
            continue;
        edit.track(place.track).forEachClip([&](Clip& clip) {
            if (clip.id != changed.id)
                return false;
            clip = changed;
            return true;
        });
    }
    if (!any)
        return Error{ErrorCategory::InvalidInput, "Select a sound first.", {}};
    return edit.finish(std::move(name));
}

/// A new keyframe goes on as the one before it does.
Keyframe keyframe(const Curve& curve, std::int64_t unit, std::int64_t value) {
    if (const Keyframe* there = curve.keyAt(unit))
        return {unit, within(value), there->to};
    const auto before = curve.keyBefore(unit);
    return {unit, within(value), before ? curve.keyAt(*before)->to : Interpolation::Linear};
}

} // namespace

std::int64_t gainAt(const Clip& clip, std::int64_t unit) {
    return within(clip.gain + (clip.sound ? clip.sound->gain.at(unit) : 0));
}

Result<Change> setGainKeyframe(const Sequence& sequence, const Uuid& clip, std::int64_t unit,
                               std::int64_t value) {
    return changeSounds(sequence, {clip}, "Gain keyframe",
                        [&](const Clip&, SoundEffects& effects, const ClipPlace&) {
                            effects.gain = effects.gain.with(keyframe(effects.gain, unit, value));
                        });
}

Result<Change> moveGainKeyframe(const Sequence& sequence, const Uuid& clip, std::int64_t from,
                                std::int64_t to, std::int64_t value) {
    return changeSounds(sequence, {clip}, "Move gain keyframe",
                        [&](const Clip&, SoundEffects& effects, const ClipPlace&) {
                            const Keyframe* key = effects.gain.keyAt(from);
                            if (!key)
                                return;
                            std::int64_t there = to;
                            if (const auto before = effects.gain.keyBefore(from))
                                there = std::max(there, *before + 1);
                            if (const auto after = effects.gain.keyAfter(from))
                                there = std::min(there, *after - 1);
                            const Keyframe moved{there, within(value), key->to};
                            effects.gain = effects.gain.moved(from, there).with(moved);
                        });
}

Result<Change> removeGainKeyframe(const Sequence& sequence, const Uuid& clip, std::int64_t unit) {
    return changeSounds(sequence, {clip}, "Remove gain keyframe",
                        [&](const Clip&, SoundEffects& effects, const ClipPlace&) {
                            effects.gain = effects.gain.without(unit);
                        });
}

Result<Change> raiseGain(const Sequence& sequence, const Uuid& clip, std::int64_t unit, std::int64_t delta) {
    return changeSounds(sequence, {clip}, "Gain", [&](Clip& sound, SoundEffects& effects, const ClipPlace&) {
        Curve& curve = effects.gain;
        if (curve.isConstant()) {
            sound.gain = static_cast<int>(within(sound.gain + delta));
            return;
        }
        const Curve before = curve;
        const auto first = before.keyAt(unit) ? std::optional(unit) : before.keyBefore(unit);
        for (const auto& at : {first, before.keyAfter(unit)})
            if (at) {
                const Keyframe& key = *before.keyAt(*at);
                curve = curve.with({key.unit, within(key.value + delta), key.to});
            }
    });
}

Result<Change> toggleGainKeyframes(const Sequence& sequence, const std::set<Uuid>& clips,
                                   std::int64_t frame) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    const auto unitOf = [&](const ClipPlace& place) {
        return Sequence::unitsAtFrame(*sequence.tracks[place.track], frame, sequence.rate) -
               place.units.first;
    };
    std::set<Uuid> there;
    bool all = true;
    for (const ClipPlace& place : places) {
        const std::int64_t unit = unitOf(place);
        if (sequence.tracks[place.track]->kind != TrackKind::Audio || unit < 0 || unit >= place.units.count())
            continue;
        there.insert(place.clip->id);
        all = all && place.clip->sound && place.clip->sound->gain.keyAt(unit);
    }
    if (there.empty())
        return Error{ErrorCategory::InvalidInput, "There is no selected sound under the playhead.", {}};
    return changeSounds(sequence, there, all ? "Remove gain keyframe" : "Gain keyframe",
                        [&](const Clip&, SoundEffects& effects, const ClipPlace& place) {
                            Curve& curve = effects.gain;
                            const std::int64_t unit = unitOf(place);
                            curve =
                                all ? curve.without(unit) : curve.with(keyframe(curve, unit, curve.at(unit)));
                        });
}

Result<Change> makeLouder(const Sequence& sequence, const std::set<Uuid>& clips, int delta) {
    return changeSounds(sequence, clips, delta > 0 ? "Louder" : "Quieter",
                        [&](Clip& clip, SoundEffects&, const ClipPlace&) {
                            clip.gain = static_cast<int>(within(clip.gain + delta));
                        });
}

Result<Change> setSound(const Sequence& sequence, const std::set<Uuid>& clips,
                        const SoundSettings& settings) {
    const char* name = settings.left || settings.right ? "Channels" : settings.pan ? "Pan" : "Gain";
    return changeSounds(sequence, clips, name, [&](Clip& clip, SoundEffects& effects, const ClipPlace&) {
        const auto channel = [](int given) {
            return std::clamp(given, sound_channel::sum, sound_channel::highest);
        };
        if (settings.removeKeyframes) {
            clip.gain = static_cast<int>(within(clip.gain + effects.gain.constant));
            effects.gain = {};
        }
        if (settings.gain)
            clip.gain = static_cast<int>(within(*settings.gain));
        if (settings.pan)
            effects.pan = std::clamp(*settings.pan, -widestPan, widestPan);
        if (settings.left)
            effects.left = channel(*settings.left);
        if (settings.right)
            effects.right = channel(*settings.right);
    });
}

Result<Change> removeGainKeyframes(const Sequence& sequence, const std::set<Uuid>& clips) {
    return changeSounds(sequence, clips, "Remove gain keyframes",
                        [](const Clip&, SoundEffects& effects, const ClipPlace&) {
                            effects.gain = Curve::of(effects.gain.constant);
                        });
}

Result<Change> setGainCurve(const Sequence& sequence, const Uuid& clip, const Curve& gain, std::string name) {
    return changeSounds(sequence, {clip}, std::move(name),
                        [&](const Clip&, SoundEffects& effects, const ClipPlace&) { effects.gain = gain; });
}

} // namespace cutaway::timeline
