#include "core/timeline/edits/arrange.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"

#include <algorithm>
#include <map>

namespace cutaway::timeline {

namespace {

/// Indices of the tracks of one kind, in order.
std::vector<std::size_t> rowsOf(const Sequence& sequence, TrackKind kind) {
    std::vector<std::size_t> rows;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t)
        if (sequence.tracks[t]->kind == kind)
            rows.push_back(t);
    return rows;
}

/// Where each clip goes: `rows` further down among the tracks of its kind, as far as all of that kind can go.
std::vector<std::size_t> destinations(const Sequence& sequence, const std::vector<ClipPlace>& places,
                                      int rows) {
    std::vector<std::size_t> to(places.size());
    for (const TrackKind kind : {TrackKind::Video, TrackKind::Audio}) {
        const auto tracks = rowsOf(sequence, kind);
        const auto rowOf = [&](const ClipPlace& place) {
            return static_cast<int>(std::find(tracks.begin(), tracks.end(), place.track) - tracks.begin());
        };
        int by = rows;
        for (const ClipPlace& place : places)
            if (sequence.tracks[place.track]->kind == kind)
                by = std::clamp(by, -rowOf(place), static_cast<int>(tracks.size()) - 1 - rowOf(place));
        for (std::size_t i = 0; i < places.size(); ++i)
            if (sequence.tracks[places[i].track]->kind == kind) {
                const int row = rowOf(places[i]) + by;
                to[i] = tracks[static_cast<std::size_t>(row)];
            }
    }
    return to;
}

/// `clip` as it is seen from `to` at the same instants; an error when there is no media for all of it.
Result<Clip> seenFrom(Clip clip, const SourceTiming& to, const Track& track, const SourceTimings& sources) {
    const bool sound = track.kind == TrackKind::Audio;
    if (!sound && !to.hasPicture())
        return Error{ErrorCategory::NotFound, to.name + " has no picture. Choose another angle.", {}};
    const SourceClock target = sound ? to.clock.audio() : to.clock;
    const auto from = sources.find(clip.media.sourceId);
    SourceClock clock = from == sources.end() ? to.clock : from->second.clock;
    if (sound)
        clock = clock.audio();
    clip.in = target.unitAt(clock.timeOf(clip.in));
    for (Marker& marker : clip.markers) { // they stay at their moment
        const std::int64_t end = target.unitAt(clock.timeOf(marker.frame + marker.duration));
        marker.frame = target.unitAt(clock.timeOf(marker.frame));
        marker.duration = end - marker.frame;
    }
    clip.mediaRate = target.rate;
    clip.name = to.name;
    clip.media = {to.multiSource, to.asGiven};
    clip.angle = to.angle;
    clip.foreignMetadata.clear();
    const UnitRange used = sourceUnits(clip, track.rate);
    const std::int64_t slack = sound ? 1 : 0;
    const UnitRange available =
        sound ? UnitRange{to.clock.sampleAtFrame(to.first), to.clock.sampleAtFrame(to.end)}
              : UnitRange{to.first, to.end};
    if (used.first < available.first - slack || used.end > available.end + slack)
        return Error{ErrorCategory::NotFound,
                     to.name + " has no picture for the whole clip. Trim the clip or choose another angle.",
                     {}};
    return clip;
}

} // namespace

Result<Change> razor(const Sequence& sequence, std::int64_t frame, std::span<const Uuid> tracks) {
    CUTAWAY_CHECK(checkFrame(frame));
    SequenceEdit edit(sequence);
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t) {
        const Track& track = *sequence.tracks[t];
        const bool named = std::find(tracks.begin(), tracks.end(), track.id) != tracks.end();
        if (track.locked ? named : false)
            return lockedError(track);
        if (track.locked || (!tracks.empty() && !named))
            continue;
        if (clipAt(sequence, t, frame))
            edit.track(t).cut(edit.track(t).unitsAt(frame));
    }
    Change change = edit.finish("Razor");
    if (change.isEmpty())
        return Error{ErrorCategory::InvalidInput, "There is no clip to cut here.", {}};
    return change;
}

Result<Change> moveClips(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t delta,
                         int rows) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    const auto to = destinations(sequence, places, rows);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (sequence.tracks[to[i]]->locked)
            return lockedError(*sequence.tracks[to[i]]);
        const Track& track = *sequence.tracks[places[i].track];
        delta = std::max(delta, -framesOf(track, places[i].units, sequence.rate).first);
    }
    SequenceEdit edit(sequence);
    CUTAWAY_CHECK(checkFrame(sequence.durationFrames() + delta));
    for (const ClipPlace& place : places)
        edit.track(place.track).clear(place.units);
    for (std::size_t i = 0; i < places.size(); ++i) {
        TrackEdit& track = edit.track(to[i]);
        const std::int64_t start = track.shifted(places[i].units.first, delta);
        const std::int64_t end = track.shifted(places[i].units.end, delta);
        track.put(start, Item::of(clipFrom(*places[i].clip, 0, end - start, track.track().rate)));
    }
    return edit.finish("Move");
}

Result<Change> rearrange(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame) {
    CUTAWAY_CHECK(checkFrame(frame));
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    UnitRange span = framesOf(*sequence.tracks[places.front().track], places.front().units, sequence.rate);
    std::set<std::size_t> tracks;
    for (const ClipPlace& place : places) {
        const UnitRange frames = framesOf(*sequence.tracks[place.track], place.units, sequence.rate);
        span = {std::min(span.first, frames.first), std::max(span.end, frames.end)};
        tracks.insert(place.track);
    }
    for (const std::size_t t : tracks) {
        const Track& track = *sequence.tracks[t];
        const TrackIndex index(track);
        for (std::size_t i = 0; i < index.size(); ++i) {
            const UnitRange frames = framesOf(track, {index.start(i), index.end(i)}, sequence.rate);
            const bool inside = frames.first < span.end && frames.end > span.first;
            if (inside && !track.items[i].isGap() && !clips.contains(track.items[i].clip->id))
                return Error{ErrorCategory::Conflict,
                             "Other clips on " + track.name + " lie between those. Select them too.",
                             {}};
        }
    }
    // `frame` is meant in the sequence as it is seen; without the clips everything after them is earlier.
    const std::int64_t length = span.count();
    if (frame > span.first)
        frame = std::max(span.first, frame - length);
    SequenceEdit edit(sequence);
    for (const std::size_t t : tracks) {
        TrackEdit& track = edit.track(t);
        track.close(track.unitsAt(span.first), length);
        track.open(track.unitsAt(frame), length);
    }
    for (const ClipPlace& place : places) {
        TrackEdit& track = edit.track(place.track);
        const std::int64_t start = track.shifted(place.units.first, frame - span.first);
        const std::int64_t end = track.shifted(place.units.end, frame - span.first);
        track.put(start, Item::of(clipFrom(*place.clip, 0, end - start, track.track().rate)));
    }
    return edit.finish("Rearrange");
}

Result<Change> swapAngle(const Sequence& sequence, const std::set<Uuid>& clips, const SourceTiming& to,
                         const SourceTimings& sources) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    std::map<Uuid, Clip> swapped;
    for (const ClipPlace& place : places) {
        const Track& track = *sequence.tracks[place.track];
        // A sound that the angle does not have stays as it is, and so does a graphic.
        if (place.clip->graphic)
            continue;
        if (track.kind == TrackKind::Audio && place.clip->audioMember > to.sounds)
            continue;
        if (place.clip->media.sourceId == to.multiSource)
            continue;
        CUTAWAY_TRY(Clip clip, seenFrom(*place.clip, to, track, sources));
        swapped.emplace(clip.id, std::move(clip));
    }
    SequenceEdit edit(sequence);
    for (const ClipPlace& place : places)
        if (swapped.contains(place.clip->id))
            edit.track(place.track).forEachClip([&](Clip& clip) {
                const auto found = swapped.find(clip.id);
                if (found == swapped.end())
                    return false;
                clip = found->second;
                return true;
            });
    return edit.finish("Swap angle");
}

Result<Change> cutToAngle(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame,
                          const SourceTiming& to, const SourceTimings& sources) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    for (const ClipPlace& place : places) {
        const UnitRange frames = framesOf(*sequence.tracks[place.track], place.units, sequence.rate);
        if (frame > frames.first && frame < frames.end)
            edit.track(place.track).cut(edit.track(place.track).unitsAt(frame));
    }
    CUTAWAY_TRY(const SequencePtr split, apply(sequence, edit.finish({})));
    std::set<Uuid> later;
    for (const ClipPlace& place : places)
        if (const auto part = clipAt(*split, place.track, frame))
            later.insert(part->clip->id);
    CUTAWAY_TRY(const Change swap, swapAngle(*split, later, to, sources));
    CUTAWAY_TRY(const SequencePtr swapped, apply(*split, swap));
    return difference(sequence, *swapped, "Cut to " + to.name);
}

} // namespace cutaway::timeline
