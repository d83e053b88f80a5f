#include "core/timeline/edits/adjust.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/edits/trim.h"
#include "core/timeline/edits/trim_limits.h"
#include "core/timeline/index.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::timeline {

namespace {

/// How far a clip can slide: as far as its neighbours' edges can follow. A gap beside it gives its room.
Result<TrimRange> slideRange(const Sequence& sequence, const ClipPlace& place, const SourceTimings& sources) {
    const Track& track = *sequence.tracks[place.track];
    constexpr std::int64_t mostFrames = 1'000'000'000;
    TrimRange range{-mostFrames, mostFrames, TrimLimit::None, TrimLimit::None};
    const auto follow = [&](const ClipPlace& other, Edge edge) -> Result<void> {
        // As if there were nothing beside that edge: a ripple meets only the clip's own limits.
        CUTAWAY_TRY(const TrimRange own,
                    trimRange(sequence, {other.clip->id, edge, TrimMode::Ripple, false}, sources));
        range.earliest = std::max(range.earliest, own.earliest);
        range.latest = std::min(range.latest, own.latest);
        return {};
    };
    const auto gapFrames = [&](std::size_t item, std::int64_t start) {
        return framesOf(track, {start, start + track.items[item].duration}, sequence.rate).count();
    };
    if (const auto before = neighbour(track, place, Edge::Head))
        CUTAWAY_CHECK(follow(*before, Edge::Tail));
    else
        range.earliest =
            place.item == 0
                ? 0
                : -gapFrames(place.item - 1, place.units.first - track.items[place.item - 1].duration);
    if (const auto after = neighbour(track, place, Edge::Tail))
        CUTAWAY_CHECK(follow(*after, Edge::Head));
    else if (place.item + 1 < track.items.size())
        range.latest = std::min(range.latest, gapFrames(place.item + 1, place.units.end));
    return range;
}

void slideOne(TrackEdit& edit, const Track& track, const ClipPlace& place, std::int64_t delta) {
    const auto before = neighbour(track, place, Edge::Head);
    const auto after = neighbour(track, place, Edge::Tail);
    const std::int64_t start = edit.shifted(place.units.first, delta);
    const std::int64_t end = edit.shifted(place.units.end, delta);
    edit.clear(place.units);
    if (before)
        edit.put(before->units.first,
                 Item::of(clipFrom(*before->clip, 0, start - before->units.first, track.rate)));
    if (after) {
        edit.clear(after->units);
        edit.put(end, Item::of(clipFrom(*after->clip, end - after->units.first, after->units.end - end,
                                        track.rate)));
    }
    edit.put(start, Item::of(clipFrom(*place.clip, 0, end - start, track.rate)));
}

} // namespace

Result<Change> slide(const Sequence& sequence, const Uuid& clip, std::int64_t delta, bool linked,
                     const SourceTimings& sources) {
    const std::set<Uuid> ids = linked ? withLinked(sequence, {clip}) : std::set<Uuid>{clip};
    CUTAWAY_TRY(const auto places, placesOf(sequence, ids));
    for (const ClipPlace& place : places) {
        CUTAWAY_TRY(const TrimRange range, slideRange(sequence, place, sources));
        delta = std::clamp(delta, std::min<std::int64_t>(0, range.earliest),
                           std::max<std::int64_t>(0, range.latest));
    }
    SequenceEdit edit(sequence);
    if (delta != 0)
        for (const ClipPlace& place : places)
            slideOne(edit.track(place.track), *sequence.tracks[place.track], place, delta);
    return edit.finish("Slide");
}

Result<Change> extendEdit(const Sequence& sequence, std::int64_t frame, std::span<const Uuid> tracks,
                          const SourceTimings& sources) {
    CUTAWAY_CHECK(checkFrame(frame));
    SequencePtr now = std::make_shared<const Sequence>(sequence);
    for (const Uuid& id : tracks) {
        const auto t = findTrack(*now, id);
        if (!t)
            continue;
        const Track& track = *now->tracks[*t];
        if (track.locked)
            return lockedError(track);
        std::optional<std::pair<EdgeHandle, std::int64_t>> nearest; // and where it stands
        std::int64_t start = 0;
        for (std::size_t i = 0; i < track.items.size(); ++i) {
            const UnitRange frames = framesOf(track, {start, start + track.items[i].duration}, now->rate);
            start += track.items[i].duration;
            const bool touches = i + 1 < track.items.size() && track.items[i + 1].clip;
            const auto consider = [&](Edge edge, std::int64_t at) {
                if (!nearest || std::abs(at - frame) < std::abs(nearest->second - frame))
                    nearest = {{track.items[i].clip->id, edge, TrimMode::Roll, false}, at};
            };
            if (!track.items[i].clip)
                continue;
            consider(Edge::Head, frames.first);
            if (!touches)
                consider(Edge::Tail, frames.end);
        }
        if (!nearest)
            continue;
        CUTAWAY_TRY(const Change change, trimEdge(*now, nearest->first, frame - nearest->second, sources));
        CUTAWAY_TRY(now, apply(*now, change));
    }
    Change change = difference(sequence, *now, "Extend edit");
    if (change.isEmpty())
        return Error{ErrorCategory::InvalidInput, "There is no edit on the targeted tracks to extend.", {}};
    return change;
}

Result<Change> replaceMedia(const Sequence& sequence, const std::set<Uuid>& clips, std::int64_t frame,
                            const SourceTiming& source, std::int64_t position) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    if (source.clock.rate != sequence.rate)
        return Error{ErrorCategory::Unsupported,
                     source.name + " runs at " + source.clock.rate.toString() + ", the sequence at " +
                         sequence.rate.toString() + ".",
                     {}};
    SequenceEdit edit(sequence);
    for (const ClipPlace& place : places) {
        const Track& track = *sequence.tracks[place.track];
        const UnitRange frames = framesOf(track, place.units, sequence.rate);
        if (track.kind == TrackKind::Audio && place.clip->audioMember > source.sounds)
            return Error{ErrorCategory::NotFound,
                         source.name + " has no sound " + std::to_string(place.clip->audioMember) + " for " +
                             track.name + ".",
                         {}};
        // At the clip's own speed: `in` moves by as much as it takes to show `position` at `frame`.
        Clip shown = *place.clip;
        const bool sound = track.kind == TrackKind::Audio;
        shown.mediaRate = source.clock.rate;
        shown.in = 0;
        shown.in = position - sourceUnitAt(shown, frame - frames.first, source.clock.rate);
        const UnitRange used = sourceUnits(shown, 0, frames.count(), source.clock.rate);
        if (used.first < source.first || used.end > source.end)
            return Error{ErrorCategory::NotFound,
                         source.name + " has not enough media around this moment for the whole clip.",
                         {}};
        const std::int64_t first = shown.in;
        edit.track(place.track).forEachClip([&](Clip& clip) {
            if (clip.id != place.clip->id)
                return false;
            clip.name = source.name;
            clip.media = {source.multiSource, source.asGiven};
            clip.mediaRate = sound ? sampleRate48k : source.clock.rate;
            clip.in = sound ? soundUnit(clip, source.clock, first) : first;
            clip.angle = source.angle;
            clip.graphic = {};
            clip.markers.clear(); // they were about other pictures
            clip.foreignMetadata.clear();
            return true;
        });
    }
    return edit.finish("Replace");
}

namespace {

/// Those of two clips that were one: a cut gives each half all of them.
std::vector<Marker> markersOfBoth(std::vector<Marker> markers, const std::vector<Marker>& others) {
    for (const Marker& other : others)
        if (std::none_of(markers.begin(), markers.end(),
                         [&](const Marker& one) { return one.id == other.id; }))
            markers.push_back(other);
    std::stable_sort(markers.begin(), markers.end(),
                     [](const Marker& a, const Marker& b) { return a.frame < b.frame; });
    return markers;
}

} // namespace

bool goesOn(const Item& a, const Item& b, FrameRate trackRate) {
    if (!a.clip || !b.clip || a.clip->media != b.clip->media || a.clip->graphic != b.clip->graphic ||
        a.clip->audioMember != b.clip->audioMember)
        return false;
    const Clip next = clipFrom(*a.clip, a.duration, b.duration, trackRate);
    return next.in == b.clip->in && next.speed == b.clip->speed && next.picture == b.clip->picture &&
           next.sound == b.clip->sound && next.gain == b.clip->gain;
}

Result<Change> joinThroughEdits(const Sequence& sequence, const std::set<Uuid>& clips) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    std::set<std::size_t> tracks;
    for (const ClipPlace& place : places)
        tracks.insert(place.track);
    for (const std::size_t t : tracks) {
        Track track = *sequence.tracks[t];
        std::vector<Item> joined;
        for (const Item& item : track.items) {
            const bool both = !joined.empty() && item.clip && joined.back().clip &&
                              clips.contains(item.clip->id) && clips.contains(joined.back().clip->id);
            if (both && !item.clip->head && goesOn(joined.back(), item, track.rate)) {
                Clip whole =
                    clipFrom(*joined.back().clip, 0, joined.back().duration + item.duration, track.rate);
                whole.tail = item.clip->tail;
                whole.markers = markersOfBoth(whole.markers, item.clip->markers);
                joined.back() = Item::of(std::move(whole));
            } else {
                joined.push_back(item);
            }
        }
        track.items = std::move(joined);
        edit.track(t).setTrack(std::move(track));
    }
    Change change = edit.finish("Join");
    if (change.isEmpty())
        return Error{
            ErrorCategory::InvalidInput, "Select neighbours that go on as if they were not cut.", {}};
    return change;
}

} // namespace cutaway::timeline
