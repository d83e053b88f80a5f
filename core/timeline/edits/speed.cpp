#include "core/timeline/edits/speed.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"
#include "core/timeline/picture_effects.h"
#include "core/timeline/sound_effects.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

namespace cutaway::timeline {

namespace {

/// A clip of which the speed is set: where it was, and what it becomes.
struct Retimed {
    ClipPlace place;
    UnitRange frames;        ///< before
    std::int64_t start = 0;  ///< after, before what lies ahead of it has moved
    std::int64_t length = 0; ///< frames, after
    Clip clip;               ///< at its speed; its duration is set when it is put
};

Error tooLittle(const Clip& clip) {
    return {ErrorCategory::InvalidInput,
            "There is too little of “" + clip.name +
                "” for that speed. Let its length change, or trim the clip first.",
            {}};
}

/// Keyframes stay at their pictures: twice as fast they come twice as soon. Over a held picture they stay.
SharedValue<PictureEffects> pictureAtSpeed(const Clip& clip, const ClipSpeed& speed) {
    if (clip.speed.isFreeze())
        return clip.picture;
    const std::int64_t num = std::abs(clip.speed.num) * speed.den;
    const std::int64_t den = clip.speed.den * std::abs(speed.num);
    return changedCurves(clip.picture, [&](const Curve& curve) {
        const bool turned = clip.speed.isReverse() != speed.isReverse();
        return (turned ? curve.mirrored(clip.duration) : curve).stretched(num, den);
    });
}

/// Keyframes stay at their samples: twice as fast they come twice as soon.
SharedValue<SoundEffects> soundAtSpeed(const Clip& clip, const ClipSpeed& speed) {
    const std::int64_t num = std::abs(clip.speed.num) * speed.den;
    const std::int64_t den = clip.speed.den * std::abs(speed.num);
    return changedKeys(clip.sound, [&](const Curve& gain) {
        const bool turned = clip.speed.isReverse() != speed.isReverse();
        return (turned ? gain.mirrored(clip.duration) : gain).stretched(num, den);
    });
}

/// From the first unit that it shows on; turned round from the last one.
Clip atSpeed(const Clip& clip, const ClipSpeed& speed, FrameRate trackRate) {
    if (clip.speed.isAsFastAs(speed))
        return clip;
    if (clip.speed.isAsFastAs({-speed.num, speed.den, 0}))
        return mirrored(clip, trackRate);
    Clip changed = withSpeed(clip, speed);
    changed.picture = pictureAtSpeed(clip, speed);
    changed.sound = soundAtSpeed(clip, speed);
    if (!clip.speed.isFreeze() && clip.speed.isReverse() != speed.isReverse()) {
        const UnitRange shown = sourceUnits(clip, trackRate);
        changed.in = speed.isReverse() ? shown.end - 1 : shown.first;
    }
    return changed;
}

Result<Retimed> retimed(const Sequence& sequence, const ClipPlace& place, const ClipSpeed& speed,
                        SpeedLength mode, const SourceTimings& sources) {
    const Track& track = *sequence.tracks[place.track];
    if (place.clip->graphic)
        return Error{ErrorCategory::InvalidInput,
                     "“" + place.clip->name + "” is a graphic and has no speed. Trim it to make it longer.",
                     {}};
    if (place.clip->mediaRate != track.rate)
        return Error{ErrorCategory::Unsupported,
                     "“" + place.clip->name + "” runs at another rate than the sequence, so its speed stays.",
                     {}};
    Retimed result{place, framesOf(track, place.units, sequence.rate), 0, 0, {}};
    result.start = result.frames.first;
    result.clip = atSpeed(*place.clip, speed, track.rate);
    result.length = mode == SpeedLength::Keep ? result.frames.count()
                                              : framesAtSpeed(*place.clip, result.frames.count(), speed);
    const auto available = availableUnits(*place.clip, sources);
    if (!available)
        return result;
    // Rounding must not ask for a frame that is not there; nor a clip that already has too little, for less.
    const std::int64_t oneFrame = track.kind == TrackKind::Audio ? samplesAtFrame(1, sequence.rate) + 1 : 1;
    const auto unitsOf = [&](std::int64_t frames) {
        return track.kind == TrackKind::Audio
                   ? samplesAtFrame(result.start + frames, sequence.rate) - place.units.first
                   : frames;
    };
    result.clip.duration = unitsOf(result.length);
    const auto lacks = [&] {
        const auto room = roomAfter(result.clip, *available, track.rate);
        return room && *room < (track.kind == TrackKind::Audio ? -oneFrame : 0);
    };
    while (mode == SpeedLength::Ripple && result.length > 1 && lacks()) {
        const std::int64_t over = -*roomAfter(result.clip, *available, track.rate);
        result.length = std::max<std::int64_t>(1, result.length - std::max<std::int64_t>(1, over / oneFrame));
        result.clip.duration = unitsOf(result.length);
    }
    if (lacks())
        return tooLittle(*place.clip);
    return result;
}

/// Clips that are changed together, for they lie beside each other in time.
struct Cluster {
    UnitRange frames;
    std::vector<Retimed> clips; ///< by start
};

std::vector<Cluster> clustersOf(std::vector<Retimed> clips) {
    std::sort(clips.begin(), clips.end(), [](const Retimed& a, const Retimed& b) {
        return std::pair(a.frames.first, a.place.track) < std::pair(b.frames.first, b.place.track);
    });
    std::vector<Cluster> clusters;
    for (Retimed& clip : clips) {
        if (clusters.empty() || clip.frames.first >= clusters.back().frames.end)
            clusters.push_back({clip.frames, {}});
        Cluster& cluster = clusters.back();
        cluster.frames.end = std::max(cluster.frames.end, clip.frames.end);
        cluster.clips.push_back(std::move(clip));
    }
    return clusters;
}

/// Where the clips of a cluster begin: those of one track keep their distances. Its end afterwards.
Result<std::int64_t> layOut(const Sequence& sequence, Cluster& cluster) {
    std::map<std::size_t, std::pair<std::size_t, std::int64_t>> last; // by track: item, how far it moved on
    std::int64_t end = cluster.frames.first + 1;
    for (Retimed& clip : cluster.clips) {
        const auto before = last.find(clip.place.track);
        if (before != last.end()) {
            const Track& track = *sequence.tracks[clip.place.track];
            for (std::size_t i = before->second.first + 1; i < clip.place.item; ++i)
                if (track.items[i].clip)
                    return Error{ErrorCategory::Conflict,
                                 "Other clips on " + track.name +
                                     " lie between those. Select them too, or keep the length.",
                                 {}};
            clip.start += before->second.second;
        }
        last[clip.place.track] = {clip.place.item, clip.start + clip.length - clip.frames.end};
        end = std::max(end, clip.start + clip.length);
    }
    return end;
}

void ripple(SequenceEdit& edit, const Cluster& cluster, std::int64_t end) {
    std::set<std::size_t> own;
    for (const Retimed& clip : cluster.clips) {
        edit.track(clip.place.track).clear(clip.place.units);
        own.insert(clip.place.track);
    }
    if (end > cluster.frames.end)
        edit.open(cluster.frames.end, end - cluster.frames.end, own);
    else
        edit.close(end, cluster.frames.end, own);
    for (const Retimed& clip : cluster.clips) {
        TrackEdit& track = edit.track(clip.place.track);
        const std::int64_t start = track.shifted(clip.place.units.first, clip.start - clip.frames.first);
        const std::int64_t stop =
            track.shifted(clip.place.units.first, clip.start - clip.frames.first + clip.length);
        Clip changed = clip.clip;
        changed.duration = stop - start;
        track.put(start, Item::of(std::move(changed)));
    }
}

} // namespace

std::int64_t framesAtSpeed(const Clip& clip, std::int64_t frames, const ClipSpeed& speed) {
    if (clip.speed.isFreeze() || speed.isFreeze())
        return frames;
    const Int128 top = Int128(frames) * std::abs(clip.speed.num) * speed.den;
    const Int128 bottom = Int128(clip.speed.den) * std::abs(speed.num);
    return std::max<std::int64_t>(1, static_cast<std::int64_t>((top * 2 + bottom) / (bottom * 2)));
}

Result<ClipSpeed> speedToFill(const Clip& clip, std::int64_t frames, std::int64_t wanted) {
    if (clip.speed.isFreeze())
        return Error{ErrorCategory::InvalidInput, "A held picture has no speed.", {}};
    const Int128 num = Int128(clip.speed.num) * frames;
    const Int128 den = Int128(clip.speed.den) * wanted;
    constexpr std::int64_t most = std::int64_t(1) << 62;
    if (wanted <= 0 || num > most || num < -most || den > most)
        return ClipSpeed::make(1, 0);
    return ClipSpeed::make(static_cast<std::int64_t>(num), static_cast<std::int64_t>(den));
}

Result<Change> setSpeed(const Sequence& sequence, const std::set<Uuid>& clips, const ClipSpeed& speed,
                        SpeedLength length, const SourceTimings& sources) {
    if (speed.isFreeze() || !speed.isSound())
        return Error{ErrorCategory::InvalidInput, "A speed lies between 1 % and 10,000 %.", {}};
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    std::vector<Retimed> changed;
    for (const ClipPlace& place : places) {
        CUTAWAY_TRY(Retimed clip, retimed(sequence, place, speed, length, sources));
        changed.push_back(std::move(clip));
    }
    SequenceEdit edit(sequence);
    const std::string name = "Speed " + speed.percent();
    if (length == SpeedLength::Keep) {
        std::map<Uuid, Clip> now;
        for (Retimed& clip : changed) {
            clip.clip.duration = clip.place.clip->duration;
            now.emplace(clip.clip.id, clip.clip);
        }
        for (const Retimed& clip : changed)
            edit.track(clip.place.track).forEachClip([&](Clip& each) {
                const auto found = now.find(each.id);
                return found != now.end() && std::exchange(each, found->second) != found->second;
            });
        return edit.finish(name);
    }
    auto clusters = clustersOf(std::move(changed));
    for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) {
        CUTAWAY_TRY(const std::int64_t end, layOut(sequence, *cluster));
        CUTAWAY_CHECK(checkFrame(sequence.durationFrames() + end));
        ripple(edit, *cluster, end);
    }
    return edit.finish(name);
}

Result<Change> freezeFrame(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    bool any = false;
    for (const ClipPlace& place : places) {
        if (sequence.tracks[place.track]->kind != TrackKind::Video || place.clip->graphic ||
            !place.units.contains(frame))
            continue;
        TrackEdit& track = edit.track(place.track);
        Clip held =
            clipFrom(*place.clip, frame - place.units.first, place.units.end - frame, track.track().rate);
        held.speed = ClipSpeed::freeze();
        if (frame > place.units.first) {
            track.cut(frame);
            held.id = track.track().items[track.cut(frame)].clip->id;
            held.head.reset();
        }
        track.put(frame, Item::of(std::move(held)));
        any = true;
    }
    if (!any)
        return Error{ErrorCategory::InvalidInput, "There is no picture under the playhead to hold.", {}};
    return edit.finish("Freeze frame");
}

Result<Change> insertFreeze(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame,
                            std::int64_t frames) {
    if (frames <= 0)
        return Error{ErrorCategory::InvalidInput, "A freeze frame has at least one frame.", {}};
    CUTAWAY_CHECK(checkFrame(sequence.durationFrames() + frames));
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    std::vector<ClipPlace> pictures;
    std::set<std::size_t> own;
    for (const ClipPlace& place : places)
        if (sequence.tracks[place.track]->kind == TrackKind::Video && !place.clip->graphic &&
            place.units.contains(frame)) {
            pictures.push_back(place);
            own.insert(place.track);
        }
    if (pictures.empty())
        return Error{ErrorCategory::InvalidInput, "There is no picture under the playhead to hold.", {}};
    SequenceEdit edit(sequence);
    edit.open(frame, frames, own);
    for (const ClipPlace& place : pictures) {
        TrackEdit& track = edit.track(place.track);
        Clip held = clipFrom(*place.clip, frame - place.units.first, frames, track.track().rate);
        held.speed = ClipSpeed::freeze();
        // Its place is held with it, so that nothing jumps where the clip goes on.
        held.picture = changedCurves(held.picture, [](const Curve& curve) { return Curve::of(curve.at(0)); });
        held.id = Uuid::random();
        held.linkGroup = {};
        held.head.reset();
        held.tail.reset();
        track.put(frame, Item::of(std::move(held)));
    }
    return edit.finish("Insert freeze frame");
}

} // namespace cutaway::timeline
