#include "core/timeline/edits/trim.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/edits/trim_limits.h"
#include "core/timeline/index.h"

#include <algorithm>

namespace cutaway::timeline {

namespace {

/// The clip with its edge moved to `edge`, in units of its track; the other edge stays.
Item withEdge(const ClipPlace& place, Edge side, std::int64_t edge, FrameRate trackRate) {
    if (side == Edge::Head)
        return Item::of(clipFrom(*place.clip, edge - place.units.first, place.units.end - edge, trackRate));
    return Item::of(clipFrom(*place.clip, 0, edge - place.units.first, trackRate));
}

void trimNormal(TrackEdit& track, const ClipPlace& place, Edge side, std::int64_t delta) {
    const std::int64_t edge = track.shifted(edgeOf(place, side), delta);
    track.clear(place.units);
    track.put(side == Edge::Head ? edge : place.units.first, withEdge(place, side, edge, track.track().rate));
}

void trimRoll(TrackEdit& track, const ClipPlace& place, Edge side, std::int64_t delta) {
    const auto other = neighbour(track.track(), place, side);
    const std::int64_t edge = track.shifted(edgeOf(place, side), delta);
    trimNormal(track, place, side, delta);
    if (other) {
        const Edge otherSide = side == Edge::Head ? Edge::Tail : Edge::Head;
        const Item item = withEdge(*other, otherSide, edge, track.track().rate);
        track.put(otherSide == Edge::Head ? edge : other->units.first, item);
    }
}

void trimRipple(TrackEdit& track, const ClipPlace& place, Edge side, std::int64_t delta) {
    const FrameRate rate = track.track().rate;
    const std::int64_t old = edgeOf(place, side);
    const bool longer = (side == Edge::Tail) == (delta > 0);
    if (!longer) {
        trimNormal(track, place, side, delta);
        track.close(side == Edge::Head ? old : track.shifted(old, delta),
                    side == Edge::Head ? delta : -delta);
        return;
    }
    const std::int64_t frames = side == Edge::Tail ? delta : -delta;
    const std::int64_t opened = track.shifted(old, frames) - old;
    track.open(old, frames);
    if (side == Edge::Tail) {
        track.put(place.units.first, Item::of(clipFrom(*place.clip, 0, place.clip->duration + opened, rate)));
        return;
    }
    // Opening moved the clip to the right; what is shown earlier fills the room in front of it.
    const std::int64_t end = track.shifted(place.units.end, frames);
    track.put(old, Item::of(clipFrom(*place.clip, -opened, end - old, rate)));
}

const char* nameOf(TrimMode mode) {
    switch (mode) {
    case TrimMode::Normal:
        return "Trim";
    case TrimMode::Ripple:
        return "Ripple trim";
    case TrimMode::Roll:
        return "Roll";
    }
    return "";
}

/// How far the start of what a clip shows moves for `delta` frames of the sequence.
std::int64_t slipUnits(const Clip& clip, const Track& track, std::int64_t delta, FrameRate sequenceRate,
                       const SourceTimings& sources) {
    if (track.kind == TrackKind::Video)
        return mediaUnits(clip, delta, track.rate);
    const auto source = sources.find(clip.media.sourceId);
    if (source == sources.end() || source->second.clock.rate != sequenceRate)
        return samplesAtFrame(delta, sequenceRate);
    const SourceClock& clock = source->second.clock;
    const std::int64_t frame = clock.frameAtAbsoluteSample(clip.in);
    return clock.sampleAtFrame(frame + delta) - clock.sampleAtFrame(frame);
}

} // namespace

Result<Change> trimEdge(const Sequence& sequence, const EdgeHandle& handle, std::int64_t delta,
                        const SourceTimings& sources) {
    CUTAWAY_TRY(const TrimRange range, trimRange(sequence, handle, sources));
    CUTAWAY_TRY(const auto places, trimmedPlaces(sequence, handle));
    delta = range.clamped(delta);
    SequenceEdit edit(sequence);
    if (delta == 0)
        return edit.finish(nameOf(handle.mode));
    std::set<std::size_t> done;
    for (const ClipPlace& place : places) {
        TrackEdit& track = edit.track(place.track);
        if (handle.mode == TrimMode::Ripple)
            trimRipple(track, place, handle.edge, delta);
        else if (handle.mode == TrimMode::Roll)
            trimRoll(track, place, handle.edge, delta);
        else
            trimNormal(track, place, handle.edge, delta);
        done.insert(place.track);
    }
    if (handle.mode == TrimMode::Ripple) {
        // The other tracks open or close the same stretch, so that everything later stays in step.
        const std::int64_t frame = edgeFrame(sequence, places.front(), handle.edge);
        const bool longer = (handle.edge == Edge::Tail) == (delta > 0);
        const std::int64_t from = handle.edge == Edge::Tail && !longer ? frame + delta : frame;
        for (std::size_t t = 0; t < sequence.tracks.size(); ++t) {
            if (done.contains(t) || !edit.ripples(t))
                continue;
            TrackEdit& track = edit.track(t);
            if (longer)
                track.open(track.unitsAt(from), std::abs(delta));
            else
                track.close(track.unitsAt(from), std::abs(delta));
        }
    }
    return edit.finish(nameOf(handle.mode));
}

Result<Change> slip(const Sequence& sequence, const Uuid& clipId, std::int64_t delta, bool linked,
                    const SourceTimings& sources) {
    const std::set<Uuid> ids = linked ? withLinked(sequence, {clipId}) : std::set<Uuid>{clipId};
    CUTAWAY_TRY(const auto places, placesOf(sequence, ids));
    const auto moved = [&](const ClipPlace& place, std::int64_t by) {
        return place.clip->in +
               slipUnits(*place.clip, *sequence.tracks[place.track], by, sequence.rate, sources);
    };
    for (const ClipPlace& place : places) {
        if (place.clip->graphic)
            return Error{ErrorCategory::InvalidInput, "A graphic has nothing to slip. Move it instead.", {}};
        const auto available = availableUnits(*place.clip, sources);
        if (!available)
            continue;
        const Track& track = *sequence.tracks[place.track];
        const UnitRange shown = sourceUnits(*place.clip, track.rate);
        const std::int64_t one = std::max<std::int64_t>(1, moved(place, 1) - place.clip->in);
        const std::int64_t earlier = std::max<std::int64_t>(0, shown.first - available->first) / one;
        const std::int64_t later = std::max<std::int64_t>(0, available->end - shown.end) / one;
        delta = std::clamp(delta, -earlier, later);
    }
    const auto rateOf = [&](const ClipPlace& place) { return sequence.tracks[place.track]->rate; };
    SequenceEdit edit(sequence);
    for (const ClipPlace& place : places)
        edit.track(place.track).forEachClip([&](Clip& clip) {
            if (clip.id != place.clip->id)
                return false;
            clip.in = moved(place, delta);
            clip.picture = pictureSlipped(*place.clip, clip.in - place.clip->in, rateOf(place));
            clip.sound =
                soundSlipped(*place.clip, clip.in - place.clip->in, sequence.tracks[place.track]->rate);
            return true;
        });
    return edit.finish("Slip");
}

} // namespace cutaway::timeline
