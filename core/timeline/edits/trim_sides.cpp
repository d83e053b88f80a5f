#include "core/timeline/edits/trim_sides.h"

#include "core/timeline/clip_map.h"
#include "core/timeline/edits/trim_limits.h"

#include <algorithm>

namespace cutaway::timeline {

namespace {

/// Further than this nobody plays a trim; a held picture has no end of its own.
constexpr std::int64_t furthest = 1'000'000;

/// Frames [first, first + count) of a track as they are, without transitions; before 0 there is nothing.
Track slice(const Track& track, std::int64_t first, std::int64_t count) {
    Track part = track;
    part.items.clear();
    if (first < 0)
        part.items.push_back(Item::gap(std::min(-first, count)));
    std::int64_t start = 0;
    for (const Item& item : track.items) {
        const std::int64_t from = std::max(first, start);
        const std::int64_t to = std::min(first + count, start + item.duration);
        if (from < to) {
            Item kept = Item::gap(to - from);
            if (item.clip) {
                Clip clip = clipFrom(*item.clip, from - start, to - from, track.rate);
                clip.head.reset();
                clip.tail.reset();
                kept = Item::of(std::move(clip));
            }
            part.items.push_back(std::move(kept));
        }
        start += item.duration;
    }
    return part;
}

/// These clips as if they reached over frames [first, first + count).
SequencePtr side(const Sequence& sequence, const std::vector<ClipPlace>& places, std::int64_t first,
                 std::int64_t count) {
    if (places.empty())
        return nullptr;
    Sequence result = sequence;
    result.tracks.clear();
    result.markers.clear();
    const bool pictures = std::any_of(places.begin(), places.end(), [&](const ClipPlace& place) {
        return sequence.tracks[place.track]->kind == TrackKind::Video;
    });
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t) {
        const Track& track = *sequence.tracks[t];
        const auto place = std::find_if(places.begin(), places.end(),
                                        [t](const ClipPlace& each) { return each.track == t; });
        if (place != places.end()) {
            Track only = track;
            const std::int64_t at = Sequence::unitsAtFrame(track, first, sequence.rate);
            Clip clip = clipFrom(*place->clip, at - place->units.first,
                                 Sequence::unitsAtFrame(track, count, sequence.rate), track.rate);
            clip.head.reset();
            clip.tail.reset();
            only.items = {Item::of(std::move(clip))};
            result.tracks.push_back(std::make_shared<const Track>(std::move(only)));
        } else if (!pictures && track.kind == TrackKind::Video) {
            result.tracks.push_back(std::make_shared<const Track>(slice(track, first, count)));
        }
    }
    return std::make_shared<const Sequence>(std::move(result));
}

} // namespace

Result<TrimSides> trimSides(const Sequence& sequence, const EdgeHandle& handle,
                            const SourceTimings& sources) {
    CUTAWAY_TRY(const TrimRange range, trimRange(sequence, handle, sources));
    CUTAWAY_TRY(const auto places, trimmedPlaces(sequence, handle));
    std::vector<ClipPlace> before;
    std::vector<ClipPlace> after;
    const bool tail = handle.edge == Edge::Tail;
    for (const ClipPlace& place : places) {
        (tail ? before : after).push_back(place);
        if (handle.mode != TrimMode::Roll)
            continue;
        if (const auto other = neighbour(*sequence.tracks[place.track], place, handle.edge))
            (tail ? after : before).push_back(*other);
    }
    const std::int64_t earliest = std::max(range.earliest, -furthest);
    const std::int64_t count = std::min(range.latest, furthest) - earliest + 1;
    const std::int64_t frame = edgeFrame(sequence, places.front(), handle.edge);
    TrimSides sides;
    sides.origin = -earliest;
    sides.leaving = side(sequence, before, frame - 1 + earliest, count);
    sides.coming = side(sequence, after, frame + earliest, count);
    sides.leavingLeads = tail;
    return sides;
}

} // namespace cutaway::timeline
