#include "core/timeline/edits/trim_limits.h"

#include "core/timeline/edits/sequence_edit.h"

#include <algorithm>
#include <limits>

namespace cutaway::timeline {

namespace {

constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max() / 4;

/// How far an edge may go in each direction, in units of the track, and why no further.
struct Room {
    std::int64_t before = endless;
    std::int64_t after = endless;
    TrimLimit atBefore = TrimLimit::None;
    TrimLimit atAfter = TrimLimit::None;

    void limitBefore(std::int64_t units, TrimLimit why) {
        units = std::max<std::int64_t>(0, units);
        if (units < before) {
            before = units;
            atBefore = why;
        }
    }
    void limitAfter(std::int64_t units, TrimLimit why) {
        units = std::max<std::int64_t>(0, units);
        if (units < after) {
            after = units;
            atAfter = why;
        }
    }
};

/// What the clip itself allows its edge: not shorter than one frame, not beyond its media.
void limitByClip(Room& room, const ClipPlace& place, Edge side, const Track& track, FrameRate rate,
                 const SourceTimings& sources) {
    const Clip& clip = *place.clip;
    const std::int64_t oneFrame = track.kind == TrackKind::Video ? 1 : samplesAtFrame(1, rate);
    const auto available = availableUnits(clip, sources);
    // Where frames are not whole samples, a range of frames may count one sample more than the media has.
    const std::int64_t slack =
        track.kind == TrackKind::Audio && samplesAtFrame(rate.num, rate) % rate.num != 0;
    if (side == Edge::Head) {
        room.limitAfter(clip.duration - oneFrame, TrimLimit::TooShort);
        if (const auto ahead = available ? roomBefore(clip, *available, track.rate) : std::nullopt)
            room.limitBefore(*ahead + slack, TrimLimit::Media);
    } else {
        room.limitBefore(clip.duration - oneFrame, TrimLimit::TooShort);
        if (const auto beyond = available ? roomAfter(clip, *available, track.rate) : std::nullopt)
            room.limitAfter(*beyond + slack, TrimLimit::Media);
    }
}

/// What stands beside the edge: a gap gives room, a clip gives none, and past the last clip there is no end.
void limitByNeighbour(Room& room, const ClipPlace& place, Edge side, const Track& track) {
    if (side == Edge::Head) {
        const bool gap = place.item > 0 && track.items[place.item - 1].isGap();
        room.limitBefore(gap ? track.items[place.item - 1].duration : 0, TrimLimit::Neighbour);
        return;
    }
    if (place.item + 1 == track.items.size())
        return;
    const Item& next = track.items[place.item + 1];
    room.limitAfter(next.isGap() ? next.duration : 0, TrimLimit::Neighbour);
}

Room roomFor(const ClipPlace& place, const EdgeHandle& handle, const Track& track, FrameRate rate,
             const SourceTimings& sources) {
    Room room;
    limitByClip(room, place, handle.edge, track, rate, sources);
    if (handle.mode == TrimMode::Ripple)
        return room;
    const auto other = handle.mode == TrimMode::Roll ? neighbour(track, place, handle.edge) : std::nullopt;
    if (other)
        limitByClip(room, *other, handle.edge == Edge::Head ? Edge::Tail : Edge::Head, track, rate, sources);
    else
        limitByNeighbour(room, place, handle.edge, track);
    return room;
}

TrimRange inFrames(const Room& room, std::int64_t edge, const Track& track, FrameRate rate) {
    TrimRange range{-room.before, room.after, room.atBefore, room.atAfter};
    if (track.kind == TrackKind::Video)
        return range;
    const std::int64_t frame = frameAtSample(edge, rate);
    const std::int64_t offset = edge - samplesAtFrame(frame, rate);
    if (room.before != endless)
        range.earliest = frameAtSample(edge - offset - room.before - 1, rate) + 1 - frame;
    if (room.after != endless)
        range.latest = frameAtSample(edge - offset + room.after, rate) - frame;
    return range;
}

} // namespace

std::int64_t TrimRange::clamped(std::int64_t delta) const {
    return std::clamp(delta, earliest, latest);
}

std::int64_t edgeOf(const ClipPlace& place, Edge side) {
    return side == Edge::Head ? place.units.first : place.units.end;
}

std::int64_t edgeFrame(const Sequence& sequence, const ClipPlace& place, Edge side) {
    const std::int64_t edge = edgeOf(place, side);
    const bool audio = sequence.tracks[place.track]->kind == TrackKind::Audio;
    return audio ? frameAtSample(edge, sequence.rate) : edge;
}

std::optional<ClipPlace> neighbour(const Track& track, const ClipPlace& place, Edge side) {
    if (side == Edge::Head ? place.item == 0 : place.item + 1 >= track.items.size())
        return std::nullopt;
    const std::size_t i = side == Edge::Head ? place.item - 1 : place.item + 1;
    const Item& item = track.items[i];
    if (item.isGap())
        return std::nullopt;
    const UnitRange units = side == Edge::Head
                                ? UnitRange{place.units.first - item.duration, place.units.first}
                                : UnitRange{place.units.end, place.units.end + item.duration};
    return ClipPlace{place.track, i, units, item.clip};
}

Result<std::vector<ClipPlace>> trimmedPlaces(const Sequence& sequence, const EdgeHandle& handle) {
    const auto own = findClip(sequence, handle.clip);
    if (!own)
        return noSuchClip();
    if (sequence.tracks[own->track]->locked)
        return lockedError(*sequence.tracks[own->track]);
    std::vector<ClipPlace> places{*own};
    if (!handle.linked || (own->clip->linkGroup.isNil() && own->clip->group.isNil()))
        return places;
    const std::int64_t frame = edgeFrame(sequence, *own, handle.edge);
    for (const Uuid& id : withCompanions(sequence, {handle.clip})) {
        const auto place = findClip(sequence, id);
        if (!place || place->track == own->track || sequence.tracks[place->track]->locked)
            continue;
        if (edgeFrame(sequence, *place, handle.edge) == frame)
            places.push_back(*place);
    }
    return places;
}

Result<TrimRange> trimRange(const Sequence& sequence, const EdgeHandle& handle,
                            const SourceTimings& sources) {
    CUTAWAY_TRY(const auto places, trimmedPlaces(sequence, handle));
    TrimRange all{-endless, endless, TrimLimit::None, TrimLimit::None};
    for (const ClipPlace& place : places) {
        const Track& track = *sequence.tracks[place.track];
        const Room room = roomFor(place, handle, track, sequence.rate, sources);
        const TrimRange own = inFrames(room, edgeOf(place, handle.edge), track, sequence.rate);
        if (own.earliest > all.earliest) {
            all.earliest = own.earliest;
            all.atEarliest = own.atEarliest;
        }
        if (own.latest < all.latest) {
            all.latest = own.latest;
            all.atLatest = own.atLatest;
        }
    }
    // A frame rounded to samples may leave a limit on the wrong side of where the edge stands.
    all.earliest = std::min<std::int64_t>(all.earliest, 0);
    all.latest = std::max<std::int64_t>(all.latest, 0);
    constexpr std::int64_t mostFrames = 1'000'000'000;
    all.earliest = std::max(all.earliest, -mostFrames);
    all.latest = std::min(all.latest, mostFrames);
    return all;
}

} // namespace cutaway::timeline
