#include "core/timeline/edits/picture.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace cutaway::timeline {

namespace {

/// The unit of its clip that a frame of the sequence stands for.
std::int64_t unitOf(const ClipPlace& place, std::int64_t frame) {
    return std::clamp<std::int64_t>(frame - place.units.first, 0, place.units.count() - 1);
}

/// `change(effects, place)` for each picture among the clips.
template <class F>
Result<Change> changePictures(const Sequence& sequence, const std::set<Uuid>& clips, std::string name,
                              F&& change) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    bool any = false;
    for (const ClipPlace& place : places) {
        if (sequence.tracks[place.track]->kind != TrackKind::Video)
            continue;
        any = true;
        PictureEffects effects = effectsOf(*place.clip);
        change(effects, place);
        if (!effects.isSound())
            return Error{ErrorCategory::InvalidInput,
                         "“" + place.clip->name + "” has as many keyframes as a clip can have.",
                         {}};
        auto changed = shared(std::move(effects));
        if (changed == place.clip->picture)
            continue;
        edit.track(place.track).forEachClip([&](Clip& clip) {
            if (clip.id != place.clip->id)
                return false;
            clip.picture = changed;
            return true;
        });
    }
    if (!any)
        return Error{ErrorCategory::InvalidInput, "Select a clip with a picture first.", {}};
    return edit.finish(std::move(name));
}

/// A new keyframe goes on as the one before it does.
Keyframe keyframe(const Curve& curve, std::int64_t unit, std::int64_t value) {
    if (const Keyframe* there = curve.keyAt(unit))
        return {unit, value, there->to};
    const auto before = curve.keyBefore(unit);
    return {unit, value, before ? curve.keyAt(*before)->to : Interpolation::Linear};
}

std::string nameOf(std::span<const ParameterValue> values) {
    using P = PictureParameter;
    const P first = values.empty() ? P::PositionX : values.front().parameter;
    switch (first) {
    case P::PositionX:
    case P::PositionY:
        return "Position";
    case P::Scale:
        return "Scale";
    case P::Rotation:
        return "Rotation";
    case P::Opacity:
        return "Opacity";
    case P::CropLeft:
    case P::CropTop:
    case P::CropRight:
    case P::CropBottom:
        break;
    }
    return "Crop";
}

} // namespace

Result<Change> setPictureParameters(const Sequence& sequence, const std::set<Uuid>& clips,
                                    std::span<const ParameterValue> values, std::int64_t frame) {
    return changePictures(
        sequence, clips, nameOf(values), [&](PictureEffects& effects, const ClipPlace& place) {
            for (const ParameterValue& each : values) {
                const auto& facts = factsOf(each.parameter);
                const auto value = std::clamp(each.value, facts.lowest, facts.highest);
                Curve& curve = effects.of(each.parameter);
                curve = curve.isConstant() ? Curve::of(value)
                                           : curve.with(keyframe(curve, unitOf(place, frame), value));
            }
        });
}

Result<Change> setPictureKeyframe(const Sequence& sequence, const std::set<Uuid>& clips,
                                  PictureParameter parameter, std::int64_t frame, bool on) {
    return changePictures(sequence, clips, on ? "Add keyframe" : "Remove keyframe",
                          [&](PictureEffects& effects, const ClipPlace& place) {
                              Curve& curve = effects.of(parameter);
                              const std::int64_t unit = unitOf(place, frame);
                              if (!on)
                                  curve = curve.without(unit);
                              else if (!curve.keyAt(unit))
                                  curve = curve.with(keyframe(curve, unit, curve.at(unit)));
                          });
}

Result<Change> setInterpolation(const Sequence& sequence, const std::set<Uuid>& clips,
                                std::optional<PictureParameter> parameter, std::int64_t frame,
                                Interpolation interpolation) {
    return changePictures(sequence, clips, "Keyframe interpolation",
                          [&](PictureEffects& effects, const ClipPlace& place) {
                              for (const auto& facts : pictureParameters()) {
                                  Curve& curve = effects.of(facts.parameter);
                                  const Keyframe* key = curve.keyAt(unitOf(place, frame));
                                  if (key && parameter.value_or(facts.parameter) == facts.parameter)
                                      curve = curve.with({key->unit, key->value, interpolation});
                              }
                          });
}

Result<Change> movePictureKeyframes(const Sequence& sequence, const Uuid& clip, std::int64_t from,
                                    std::int64_t to) {
    return changePictures(sequence, {clip}, "Move keyframe",
                          [&](PictureEffects& effects, const ClipPlace& place) {
                              for (Curve& curve : effects.curves)
                                  curve = curve.moved(from - place.units.first, unitOf(place, to));
                          });
}

Result<Change> setFraming(const Sequence& sequence, const std::set<Uuid>& clips,
                          std::optional<Framing> framing) {
    return changePictures(sequence, clips, "Framing",
                          [&](PictureEffects& effects, const ClipPlace&) { effects.framing = framing; });
}

Result<Change> resetPicture(const Sequence& sequence, const std::set<Uuid>& clips,
                            std::optional<PictureParameter> parameter) {
    return changePictures(sequence, clips, "Reset picture", [&](PictureEffects& effects, const ClipPlace&) {
        if (parameter)
            effects.of(*parameter) = Curve::of(factsOf(*parameter).neutral);
        else
            effects = {};
    });
}

Result<Change> pastePicture(const Sequence& sequence, const std::set<Uuid>& clips,
                            const PictureEffects& effects) {
    return changePictures(sequence, clips, "Paste attributes",
                          [&](PictureEffects& own, const ClipPlace&) { own = effects; });
}

} // namespace cutaway::timeline
