#include "core/timeline/edits/duck.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"
#include "core/timeline/sound_effects.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace cutaway::timeline {

namespace {

/// Where the other is heard, as stretches of samples that are far enough apart for the bed to come up.
std::vector<UnitRange> heardStretches(const LoudnessTrace& trace, const DuckSettings& settings) {
    std::vector<UnitRange> stretches;
    const std::int64_t least = settings.hold + settings.release + settings.attack;
    for (std::size_t i = 0; i < trace.levels.size(); ++i) {
        if (trace.levels[i] < settings.threshold)
            continue;
        const std::int64_t first = trace.first + static_cast<std::int64_t>(i) * trace.step;
        const std::int64_t end = first + trace.step;
        if (!stretches.empty() && first - stretches.back().end <= least)
            stretches.back().end = end;
        else
            stretches.push_back({first, end});
    }
    return stretches;
}

bool isSound(const Sequence& sequence, const ClipPlace& place) {
    return sequence.tracks[place.track]->kind == TrackKind::Audio;
}

} // namespace

Curve duckedGain(const LoudnessTrace& trace, const DuckSettings& settings) {
    std::vector<Keyframe> keys;
    const std::int64_t attack = std::max<std::int64_t>(1, settings.attack);
    const std::int64_t release = std::max<std::int64_t>(1, settings.release);
    for (const UnitRange& stretch : heardStretches(trace, settings)) {
        keys.push_back({stretch.first - attack, 0, Interpolation::Linear});
        keys.push_back({stretch.first, -settings.depth, Interpolation::Linear});
        keys.push_back({stretch.end + settings.hold, -settings.depth, Interpolation::Linear});
        keys.push_back({stretch.end + settings.hold + release, 0, Interpolation::Linear});
    }
    return keys.empty() ? Curve() : Curve::of(std::move(keys));
}

Result<Change> duck(const Sequence& sequence, const std::set<Uuid>& clips, const LoudnessTrace& trace,
                    const DuckSettings& settings) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    const Curve gain = duckedGain(trace, settings);
    SequenceEdit edit(sequence);
    bool any = false;
    for (const ClipPlace& place : places) {
        if (!isSound(sequence, place))
            continue;
        any = true;
        SoundEffects effects = soundEffectsOf(*place.clip);
        const UnitRange reach{place.units.first - settings.attack, place.units.end + settings.release};
        // What lies far outside of the clip says nothing of it.
        std::vector<Keyframe> own;
        for (std::size_t i = 0; i < gain.keys.size(); ++i) {
            const bool before = i + 1 < gain.keys.size() && gain.keys[i + 1].unit < reach.first;
            const bool after = i > 0 && gain.keys[i - 1].unit >= reach.end;
            if (!before && !after)
                own.push_back({gain.keys[i].unit - place.units.first, gain.keys[i].value, gain.keys[i].to});
        }
        const bool gives =
            std::any_of(own.begin(), own.end(), [](const Keyframe& key) { return key.value != 0; });
        effects.gain = gives ? Curve::of(std::move(own)) : Curve();
        if (!effects.isSound())
            return Error{ErrorCategory::InvalidInput,
                         "“" + place.clip->name +
                             "” would have more keyframes than a clip can have. Hold longer, or cut it.",
                         {}};
        const auto changed = shared(std::move(effects));
        if (changed == place.clip->sound)
            continue;
        edit.track(place.track).forEachClip([&](Clip& clip) {
            if (clip.id != place.clip->id)
                return false;
            clip.sound = changed;
            return true;
        });
    }
    if (!any)
        return Error{ErrorCategory::InvalidInput, "Select the music first.", {}};
    return edit.finish("Duck");
}

UnitRange bedRange(const Sequence& sequence, const std::set<Uuid>& clips) {
    std::optional<UnitRange> range;
    for (const Uuid& id : clips)
        if (const auto place = findClip(sequence, id); place && isSound(sequence, *place))
            range = range ? UnitRange{std::min(range->first, place->units.first),
                                      std::max(range->end, place->units.end)}
                          : place->units;
    return range.value_or(UnitRange{});
}

Sequence onlySounds(const Sequence& sequence, const std::set<Uuid>& tracks) {
    Sequence only = sequence;
    for (auto& track : only.tracks) {
        Track changed = *track;
        changed.soloed = false;
        changed.muted = track->kind == TrackKind::Audio && !tracks.contains(track->id);
        track = std::make_shared<const Track>(std::move(changed));
    }
    return only;
}

std::set<Uuid> tracksBeside(const Sequence& sequence, const std::set<Uuid>& clips) {
    std::set<std::size_t> own;
    for (const Uuid& id : clips)
        if (const auto place = findClip(sequence, id))
            own.insert(place->track);
    std::set<Uuid> beside, soloed;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t) {
        const Track& track = *sequence.tracks[t];
        if (track.kind != TrackKind::Audio || track.muted || track.items.empty() || own.contains(t))
            continue;
        beside.insert(track.id);
        if (track.soloed)
            soloed.insert(track.id);
    }
    return soloed.empty() ? beside : soloed;
}

} // namespace cutaway::timeline
