#include "core/timeline/edits/place.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"

#include <algorithm>
#include <set>

namespace cutaway::timeline {

namespace {

Error invalid(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

Result<void> checkRange(const MarkedRange& range) {
    if (!range.source.clock.rate.isValid() || range.source.multiSource.isNil())
        return invalid("Open an angle first.");
    if (range.in >= range.out)
        return invalid("The Out lies before the In. Mark the part again.");
    if (range.in < range.source.first || range.out > range.source.end)
        return Error{ErrorCategory::NotFound,
                     "The marked part runs beyond what there is of " + range.source.name + ".",
                     {}};
    return {};
}

/// Index of each patched track, checked.
Result<std::vector<std::size_t>> patchedTracks(const Sequence& sequence, std::span<const Patch> patches) {
    if (patches.empty())
        return invalid("No track takes the part. Turn on a target button in front of a track.");
    std::vector<std::size_t> tracks;
    for (const Patch& patch : patches) {
        const auto index = findTrack(sequence, patch.track);
        if (!index)
            return invalid("That track is no longer in the sequence.");
        const Track& track = *sequence.tracks[*index];
        if (track.locked)
            return lockedError(track);
        if ((track.kind == TrackKind::Video) != (patch.member == 0) || patch.member < 0)
            return invalid("Picture goes to picture tracks and sound to sound tracks.");
        if (std::find(tracks.begin(), tracks.end(), *index) != tracks.end())
            return invalid(track.name + " is patched twice.");
        tracks.push_back(*index);
    }
    return tracks;
}

std::int64_t recordFrames(const Sequence& sequence, const MarkedRange& range) {
    return std::max<std::int64_t>(1, rescale(range.frames(), range.source.clock.rate, sequence.rate));
}

/// Lays the clips of `range` over the patched tracks from `frame` to `end`, as fast as `speed` says.
void layDown(SequenceEdit& edit, std::int64_t frame, std::int64_t end, const MarkedRange& range,
             const ClipSpeed& speed, std::span<const Patch> patches, const std::vector<std::size_t>& tracks) {
    const SourceTiming& source = range.source;
    const Uuid group = patches.size() > 1 ? Uuid::random() : Uuid();
    for (std::size_t i = 0; i < patches.size(); ++i) {
        TrackEdit& track = edit.track(tracks[i]);
        Clip clip;
        clip.id = Uuid::random();
        clip.name = source.name;
        clip.media = {source.multiSource, source.asGiven};
        clip.linkGroup = group;
        clip.angle = source.angle;
        clip.speed = speed;
        if (patches[i].member == 0) {
            clip.mediaRate = source.clock.rate;
            clip.in = range.in;
        } else {
            clip.mediaRate = sampleRate48k;
            clip.in = source.clock.sampleAtFrame(range.in);
            clip.audioMember = patches[i].member;
        }
        clip.duration = track.unitsAt(end) - track.unitsAt(frame);
        track.put(track.unitsAt(frame), Item::of(std::move(clip)));
    }
}

void layDown(SequenceEdit& edit, std::int64_t frame, const MarkedRange& range, std::span<const Patch> patches,
             const std::vector<std::size_t>& tracks) {
    layDown(edit, frame, frame + recordFrames(edit.before(), range), range, {}, patches, tracks);
}

} // namespace

std::vector<Patch> targetPatches(const Sequence& sequence, const SourceTiming& source, bool picture,
                                 bool sound) {
    std::vector<Patch> patches;
    bool pictureDone = !picture || !source.hasPicture();
    int member = 0;
    for (const auto& track : sequence.tracks) {
        if (track->kind == TrackKind::Audio)
            ++member;
        if (!track->targeted || track->locked)
            continue;
        if (track->kind == TrackKind::Video && !pictureDone) {
            patches.push_back({track->id, 0});
            pictureDone = true;
        } else if (track->kind == TrackKind::Audio && sound && member <= source.sounds) {
            patches.push_back({track->id, member});
        }
    }
    return patches;
}

Result<Change> insert(const Sequence& sequence, std::int64_t frame, const MarkedRange& range,
                      std::span<const Patch> patches) {
    CUTAWAY_CHECK(checkFrame(frame));
    CUTAWAY_CHECK(checkRange(range));
    CUTAWAY_TRY(const auto tracks, patchedTracks(sequence, patches));
    SequenceEdit edit(sequence);
    edit.open(frame, recordFrames(sequence, range), {tracks.begin(), tracks.end()});
    layDown(edit, frame, range, patches, tracks);
    return edit.finish("Insert");
}

Result<Change> overwrite(const Sequence& sequence, std::int64_t frame, const MarkedRange& range,
                         std::span<const Patch> patches) {
    CUTAWAY_CHECK(checkFrame(frame));
    CUTAWAY_CHECK(checkRange(range));
    CUTAWAY_TRY(const auto tracks, patchedTracks(sequence, patches));
    SequenceEdit edit(sequence);
    layDown(edit, frame, range, patches, tracks);
    return edit.finish("Overwrite");
}

Result<Change> fitToFill(const Sequence& sequence, std::int64_t from, std::int64_t to,
                         const MarkedRange& range, std::span<const Patch> patches) {
    CUTAWAY_CHECK(checkFrame(from));
    CUTAWAY_CHECK(checkFrame(to));
    CUTAWAY_CHECK(checkRange(range));
    if (from >= to)
        return invalid("Mark an In and an Out in the sequence first.");
    if (range.source.clock.rate != sequence.rate)
        return Error{ErrorCategory::Unsupported,
                     range.source.name + " runs at " + range.source.clock.rate.toString() +
                         ", the sequence at " + sequence.rate.toString() + ".",
                     {}};
    const auto speed = ClipSpeed::make(range.frames(), to - from);
    if (!speed)
        return invalid("The marked part is too short or too long for the marked time: a speed lies between "
                       "1 % and 10,000 %.");
    CUTAWAY_TRY(const auto tracks, patchedTracks(sequence, patches));
    SequenceEdit edit(sequence);
    layDown(edit, from, to, range, *speed, patches, tracks);
    return edit.finish("Fit to fill");
}

Result<Change> append(const Sequence& sequence, const MarkedRange& range, std::span<const Patch> patches) {
    CUTAWAY_TRY(Change change, overwrite(sequence, sequence.durationFrames(), range, patches));
    change.name = "Append";
    return change;
}

Result<Change> stringOut(const Sequence& sequence, std::int64_t frame, std::span<const MarkedRange> ranges,
                         const std::function<std::vector<Patch>(const SourceTiming&)>& patchesOf) {
    CUTAWAY_CHECK(checkFrame(frame));
    if (ranges.empty())
        return invalid("Select what to string out first.");
    std::int64_t total = 0;
    for (const MarkedRange& range : ranges) {
        CUTAWAY_CHECK(checkRange(range));
        total += recordFrames(sequence, range);
    }
    CUTAWAY_CHECK(checkFrame(frame + total));
    SequenceEdit edit(sequence);
    std::set<std::size_t> own;
    for (const MarkedRange& range : ranges) {
        CUTAWAY_TRY(const auto tracks, patchedTracks(sequence, patchesOf(range.source)));
        own.insert(tracks.begin(), tracks.end());
    }
    edit.open(frame, total, own);
    for (const MarkedRange& range : ranges) {
        const auto patches = patchesOf(range.source);
        CUTAWAY_TRY(const auto tracks, patchedTracks(sequence, patches));
        layDown(edit, frame, range, patches, tracks);
        frame += recordFrames(sequence, range);
    }
    return edit.finish("String out");
}

Result<Placement> resolveThreePoint(const SourceTiming& source, const ThreePoint& marks) {
    Placement placement{0, {source, 0, 0}};
    std::optional<std::int64_t> length;
    if (marks.recordOut) // with an In it gives the length, without one it is where the part ends
        length = marks.recordIn ? std::optional(*marks.recordOut - *marks.recordIn) : std::nullopt;
    const bool backTimed = length && !marks.sourceIn && marks.sourceOut;
    if (!length && marks.sourceOut)
        length = *marks.sourceOut - marks.sourceIn.value_or(marks.sourcePosition);
    if (backTimed)
        placement.range.in = *marks.sourceOut - *length;
    else
        placement.range.in = marks.sourceIn.value_or(marks.sourcePosition);
    placement.range.out = length ? placement.range.in + *length : source.end;
    if (placement.range.in >= placement.range.out)
        return invalid("The Out lies before the In. Mark the part again.");
    if (marks.recordIn)
        placement.frame = *marks.recordIn;
    else if (marks.recordOut)
        placement.frame = *marks.recordOut - placement.range.frames();
    else
        placement.frame = marks.playhead;
    CUTAWAY_CHECK(checkRange(placement.range));
    CUTAWAY_CHECK(checkFrame(placement.frame));
    return placement;
}

} // namespace cutaway::timeline
