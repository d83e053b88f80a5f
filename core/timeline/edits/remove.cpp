#include "core/timeline/edits/remove.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"

#include <algorithm>

namespace cutaway::timeline {

namespace {

Result<void> checkSpan(std::int64_t from, std::int64_t to) {
    CUTAWAY_CHECK(checkFrame(from));
    CUTAWAY_CHECK(checkFrame(to));
    if (from >= to)
        return Error{ErrorCategory::InvalidInput, "Mark an In and an Out in the sequence first.", {}};
    return {};
}

/// The frames that any of these places holds, joined where they touch, in order.
std::vector<UnitRange> joinedFrames(const Sequence& sequence, const std::vector<ClipPlace>& places) {
    std::vector<UnitRange> ranges;
    for (const ClipPlace& place : places)
        ranges.push_back(framesOf(*sequence.tracks[place.track], place.units, sequence.rate));
    std::sort(ranges.begin(), ranges.end(),
              [](const UnitRange& a, const UnitRange& b) { return a.first < b.first; });
    std::vector<UnitRange> joined;
    for (const UnitRange& range : ranges) {
        if (!joined.empty() && range.first <= joined.back().end)
            joined.back().end = std::max(joined.back().end, range.end);
        else
            joined.push_back(range);
    }
    return joined;
}

} // namespace

Result<Change> lift(const Sequence& sequence, std::int64_t from, std::int64_t to) {
    CUTAWAY_CHECK(checkSpan(from, to));
    SequenceEdit edit(sequence);
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t) {
        const Track& track = *sequence.tracks[t];
        if (track.targeted && !track.locked)
            edit.track(t).clear({edit.track(t).unitsAt(from), edit.track(t).unitsAt(to)});
    }
    return edit.finish("Lift");
}

Result<Change> extract(const Sequence& sequence, std::int64_t from, std::int64_t to) {
    CUTAWAY_CHECK(checkSpan(from, to));
    SequenceEdit edit(sequence);
    std::set<std::size_t> targeted;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t)
        if (sequence.tracks[t]->targeted && !sequence.tracks[t]->locked)
            targeted.insert(t);
    edit.close(from, to, targeted);
    return edit.finish("Extract");
}

Result<Change> deleteClips(const Sequence& sequence, const std::set<Uuid>& clips) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    for (const ClipPlace& place : places)
        edit.track(place.track).clear(place.units);
    return edit.finish("Delete");
}

Result<Change> rippleDelete(const Sequence& sequence, const std::set<Uuid>& clips) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    const auto ranges = joinedFrames(sequence, places);
    std::set<std::size_t> own;
    for (const ClipPlace& place : places)
        own.insert(place.track);
    for (auto range = ranges.rbegin(); range != ranges.rend(); ++range)
        edit.close(range->first, range->end, own);
    return edit.finish("Ripple delete");
}

Result<Change> closeGap(const Sequence& sequence, const Uuid& trackId, std::int64_t frame) {
    CUTAWAY_CHECK(checkFrame(frame));
    const auto t = findTrack(sequence, trackId);
    if (!t)
        return Error{ErrorCategory::NotFound, "That track is no longer in the sequence.", {}};
    const Track& track = *sequence.tracks[*t];
    if (track.locked)
        return lockedError(track);
    const TrackIndex index(track);
    const auto item = index.itemAt(Sequence::unitsAtFrame(track, frame, sequence.rate));
    if (!item || !track.items[*item].isGap())
        return Error{ErrorCategory::InvalidInput, "There is no gap here.", {}};
    const UnitRange gap = framesOf(track, {index.start(*item), index.end(*item)}, sequence.rate);
    SequenceEdit edit(sequence);
    for (std::size_t other = 0; other < sequence.tracks.size(); ++other) {
        const Track& beside = *sequence.tracks[other];
        if (!edit.ripples(other))
            continue;
        const TrackIndex places(beside);
        const std::int64_t from = edit.track(other).unitsAt(gap.first);
        const std::int64_t to = edit.track(other).unitsAt(gap.end);
        for (std::size_t i = places.firstEndingAfter(from); i < places.size() && places.start(i) < to; ++i)
            if (other != *t && !beside.items[i].isGap())
                return Error{ErrorCategory::Conflict,
                             "A clip on " + beside.name + " is in the way. Release the sync lock of " +
                                 beside.name + " or move the clip.",
                             {}};
    }
    edit.close(gap.first, gap.end, {*t});
    return edit.finish("Close gap");
}

} // namespace cutaway::timeline
