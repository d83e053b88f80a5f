#include "core/timeline/invariants.h"

#include "core/timeline/graphic.h"
#include "core/timeline/picture_effects.h"
#include "core/timeline/sound_effects.h"
#include "core/timeline/transitions.h"

#include <algorithm>
#include <set>

namespace cutaway::timeline {

namespace {

Error broken(const Track& track, std::size_t item, const std::string& what) {
    return {ErrorCategory::Corrupt,
            "The cut is damaged: track " + track.name + ", item " + std::to_string(item + 1) + " " + what +
                ".",
            {}};
}

Result<void> checkTrack(const Track& track, const Sequence& sequence, std::set<Uuid>& ids) {
    const FrameRate expected = track.kind == TrackKind::Audio ? sampleRate48k : sequence.rate;
    if (track.rate != expected)
        return Error{
            ErrorCategory::Corrupt, "The cut is damaged: track " + track.name + " has a wrong rate.", {}};
    constexpr std::int64_t mostUnits = std::int64_t(1) << 52;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < track.items.size(); ++i) {
        const Item& item = track.items[i];
        if (item.duration <= 0 || item.duration > mostUnits - total)
            return broken(track, i, "has an impossible duration");
        total += item.duration;
        if (item.isGap()) {
            if (i + 1 == track.items.size())
                return broken(track, i, "is a gap at the end");
            if (i > 0 && track.items[i - 1].isGap())
                return broken(track, i, "is a gap after a gap");
            continue;
        }
        const Clip& clip = *item.clip;
        if (clip.duration != item.duration)
            return broken(track, i, "disagrees with its clip about its duration");
        if (!clip.mediaRate.isValid() || (track.kind == TrackKind::Audio && clip.mediaRate != sampleRate48k))
            return broken(track, i, "has a wrong media rate");
        if (clip.id.isNil() || !ids.insert(clip.id).second)
            return broken(track, i, "has an id that is not its own");
        if (!clip.speed.isSound() || (clip.speed.isFreeze() && track.kind == TrackKind::Audio))
            return broken(track, i, "has an impossible speed");
        if (clip.gain < lowestGain || clip.gain > highestGain ||
            (clip.gain != 0 && track.kind == TrackKind::Video))
            return broken(track, i, "has an impossible gain");
        if (clip.picture &&
            (track.kind == TrackKind::Audio || clip.picture->isNeutral() || !clip.picture->isSound()))
            return broken(track, i, "has impossible effects");
        if (clip.graphic &&
            (track.kind != TrackKind::Video || clip.media != MediaReference{} ||
             clip.mediaRate != sequence.rate || clip.speed != ClipSpeed{} || !checkGraphic(*clip.graphic)))
            return broken(track, i, "has an impossible graphic");
        if (clip.sound &&
            (track.kind == TrackKind::Video || clip.sound->isNeutral() || !clip.sound->isSound()))
            return broken(track, i, "has impossible levels or channels");
    }
    if (!transitionsFit(track.items))
        return Error{ErrorCategory::Corrupt,
                     "The cut is damaged: a transition on track " + track.name + " does not fit its clips.",
                     {}};
    return {};
}

} // namespace

Result<void> checkInvariants(const Sequence& sequence) {
    const auto damaged = [](const char* what) {
        return Error{ErrorCategory::Corrupt, std::string("The cut is damaged: ") + what, {}};
    };
    if (!sequence.rate.isValid())
        return damaged("it has no rate.");
    std::set<Uuid> trackIds;
    std::set<Uuid> clipIds;
    bool audioSeen = false;
    for (const auto& track : sequence.tracks) {
        if (!track || track->id.isNil() || !trackIds.insert(track->id).second)
            return damaged("two tracks have one id.");
        if (audioSeen && track->kind == TrackKind::Video)
            return damaged("a picture track lies below a sound track.");
        audioSeen = track->kind == TrackKind::Audio;
        CUTAWAY_CHECK(checkTrack(*track, sequence, clipIds));
    }
    const bool ordered = std::is_sorted(sequence.markers.begin(), sequence.markers.end(),
                                        [](const Marker& a, const Marker& b) { return a.frame < b.frame; });
    if (!ordered)
        return damaged("its markers are out of order.");
    return {};
}

void normalise(std::vector<Item>& items) {
    std::vector<Item> kept;
    kept.reserve(items.size());
    for (Item& item : items) {
        if (item.duration <= 0)
            continue;
        if (item.isGap() && !kept.empty() && kept.back().isGap())
            kept.back().duration += item.duration;
        else
            kept.push_back(std::move(item));
    }
    if (!kept.empty() && kept.back().isGap())
        kept.pop_back();
    items = std::move(kept);
}

} // namespace cutaway::timeline
