#include "core/timeline/edits/settings.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cutaway::timeline {

namespace {

const char* toggleName(TrackToggle toggle, bool on) {
    switch (toggle) {
    case TrackToggle::Target:
        return on ? "Target track" : "Untarget track";
    case TrackToggle::Lock:
        return on ? "Lock track" : "Unlock track";
    case TrackToggle::Mute:
        return on ? "Mute track" : "Unmute track";
    case TrackToggle::Solo:
        return on ? "Solo track" : "Unsolo track";
    case TrackToggle::SyncLock:
        return on ? "Sync lock track" : "Release sync lock";
    }
    return "";
}

/// Changes the chosen clips in place, where `change` returns true.
template <class F>
Result<Change> changeClips(const Sequence& sequence, const std::set<Uuid>& clips, std::string name,
                           F&& change) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    std::set<std::size_t> tracks;
    for (const ClipPlace& place : places)
        tracks.insert(place.track);
    for (const std::size_t t : tracks)
        edit.track(t).forEachClip([&](Clip& clip) { return clips.contains(clip.id) && change(clip); });
    return edit.finish(std::move(name));
}

} // namespace

Result<Change> setTrack(const Sequence& sequence, const Uuid& trackId, TrackToggle toggle, bool on) {
    const auto t = findTrack(sequence, trackId);
    if (!t)
        return Error{ErrorCategory::NotFound, "That track is no longer in the sequence.", {}};
    Sequence after = sequence;
    Track track = *sequence.tracks[*t];
    switch (toggle) {
    case TrackToggle::Target:
        track.targeted = on;
        break;
    case TrackToggle::Lock:
        track.locked = on;
        break;
    case TrackToggle::Mute:
        track.muted = on;
        break;
    case TrackToggle::Solo:
        track.soloed = on;
        break;
    case TrackToggle::SyncLock:
        track.syncLocked = on;
        break;
    }
    after.tracks[*t] = std::make_shared<const Track>(std::move(track));
    return difference(sequence, after, toggleName(toggle, on));
}

Result<Change> setEnabled(const Sequence& sequence, const std::set<Uuid>& clips, bool enabled) {
    return changeClips(sequence, clips, enabled ? "Enable" : "Disable",
                       [&](Clip& clip) { return std::exchange(clip.enabled, enabled) != enabled; });
}

Result<Change> setColour(const Sequence& sequence, const std::set<Uuid>& clips, std::string colour) {
    constexpr std::array names{"RED",  "ORANGE", "YELLOW",  "GREEN", "CYAN",
                               "BLUE", "PURPLE", "MAGENTA", "PINK",  "WHITE"};
    if (!colour.empty() && std::find(names.begin(), names.end(), colour) == names.end())
        return Error{ErrorCategory::InvalidInput, "\"" + colour + "\" is no colour of a label.", {}};
    return changeClips(sequence, clips, "Label",
                       [&](Clip& clip) { return std::exchange(clip.colour, colour) != colour; });
}

Result<Change> renameClips(const Sequence& sequence, const std::set<Uuid>& clips, std::string name) {
    if (name.empty() || name.size() > 256)
        return Error{ErrorCategory::InvalidInput, "A clip's name has 1 to 256 letters.", {}};
    return changeClips(sequence, clips, "Rename clip",
                       [&](Clip& clip) { return std::exchange(clip.name, name) != name; });
}

Result<Change> setGain(const Sequence& sequence, const std::set<Uuid>& clips, int gain) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    std::set<Uuid> sounds;
    for (const ClipPlace& place : places)
        if (sequence.tracks[place.track]->kind == TrackKind::Audio)
            sounds.insert(place.clip->id);
    if (sounds.empty())
        return Error{ErrorCategory::InvalidInput, "Select a sound first.", {}};
    gain = std::clamp(gain, lowestGain, highestGain);
    return changeClips(sequence, sounds, "Gain",
                       [&](Clip& clip) { return std::exchange(clip.gain, gain) != gain; });
}

Result<Change> link(const Sequence& sequence, const std::set<Uuid>& clips) {
    if (clips.size() < 2)
        return Error{ErrorCategory::InvalidInput, "Select the clips to link first.", {}};
    const Uuid group = Uuid::random();
    return changeClips(sequence, clips, "Link", [&](Clip& clip) {
        clip.linkGroup = group;
        return true;
    });
}

Result<Change> unlink(const Sequence& sequence, const std::set<Uuid>& clips) {
    return changeClips(sequence, withLinked(sequence, clips), "Unlink",
                       [](Clip& clip) { return !std::exchange(clip.linkGroup, Uuid()).isNil(); });
}

Result<Change> group(const Sequence& sequence, const std::set<Uuid>& clips) {
    const std::set<Uuid> all = withLinked(sequence, clips);
    if (all.size() < 2)
        return Error{ErrorCategory::InvalidInput, "Select the clips to group first.", {}};
    const Uuid id = Uuid::random();
    return changeClips(sequence, all, "Group", [&](Clip& clip) {
        clip.group = id;
        return true;
    });
}

Result<Change> ungroup(const Sequence& sequence, const std::set<Uuid>& clips) {
    const auto grouped = [&](const Uuid& id) {
        const auto place = findClip(sequence, id);
        return place && !place->clip->group.isNil();
    };
    if (std::none_of(clips.begin(), clips.end(), grouped))
        return Error{ErrorCategory::InvalidInput, "Select clips of a group first.", {}};
    return changeClips(sequence, withGrouped(sequence, clips), "Ungroup",
                       [](Clip& clip) { return !std::exchange(clip.group, Uuid()).isNil(); });
}

Result<Change> addMarker(const Sequence& sequence, Marker marker) {
    CUTAWAY_CHECK(checkFrame(marker.frame));
    if (marker.id.isNil())
        marker.id = Uuid::random();
    Sequence after = sequence;
    const auto later =
        std::upper_bound(after.markers.begin(), after.markers.end(), marker.frame,
                         [](std::int64_t frame, const Marker& other) { return frame < other.frame; });
    after.markers.insert(later, std::move(marker));
    return difference(sequence, after, "Add marker");
}

Result<Change> setMarker(const Sequence& sequence, const Marker& marker) {
    CUTAWAY_CHECK(checkFrame(marker.frame));
    Sequence after = sequence;
    const auto found = std::find_if(after.markers.begin(), after.markers.end(),
                                    [&](const Marker& each) { return each.id == marker.id; });
    if (found == after.markers.end())
        return Error{ErrorCategory::NotFound, "That marker is no longer in the sequence.", {}};
    *found = marker;
    std::stable_sort(after.markers.begin(), after.markers.end(),
                     [](const Marker& a, const Marker& b) { return a.frame < b.frame; });
    return difference(sequence, after, "Marker");
}

Result<Change> removeMarker(const Sequence& sequence, const Uuid& marker) {
    Sequence after = sequence;
    if (std::erase_if(after.markers, [&](const Marker& each) { return each.id == marker; }) == 0)
        return Error{ErrorCategory::NotFound, "That marker is no longer in the sequence.", {}};
    return difference(sequence, after, "Remove marker");
}

Result<Change> rename(const Sequence& sequence, std::string name) {
    Sequence after = sequence;
    after.name = std::move(name);
    return difference(sequence, after, "Rename");
}

Result<Change> takeRate(const Sequence& sequence, const SourceTiming& source) {
    const FrameRate rate = source.clock.rate;
    if (!rate.isValid())
        return Error{ErrorCategory::InvalidInput, "Open an angle first.", {}};
    if (sequence.rate == rate || !source.hasPicture())
        return Change{};
    if (sequence.durationFrames() > 0)
        return Error{ErrorCategory::Conflict,
                     "A sequence keeps the rate of its first clip, " + sequence.rate.toString() +
                         ". Start a new sequence for " + rate.toString() + ".",
                     {}};
    Sequence after = sequence;
    after.rate = rate;
    after.dropFrame = source.dropFrame && rate.allowsDropFrame();
    // The first frame keeps its name; frame counts of the two rates differ.
    const auto start =
        parseTimecode(timecodeText(sequence.startFrame, sequence.timecode()), after.timecode());
    after.startFrame = start ? *start : rescale(sequence.startFrame, sequence.rate, rate);
    for (auto& track : after.tracks) {
        if (track->kind != TrackKind::Video)
            continue;
        Track retimed = *track;
        retimed.rate = rate;
        track = std::make_shared<const Track>(std::move(retimed));
    }
    return difference(sequence, after, "Take rate");
}

} // namespace cutaway::timeline
