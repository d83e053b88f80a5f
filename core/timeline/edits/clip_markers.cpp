#include "core/timeline/edits/clip_markers.h"

#include "core/timeline/clip_map.h"
#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/index.h"
#include "core/timeline/marker_units.h"

#include <algorithm>

namespace cutaway::timeline {

namespace {

template <class F>
Result<Change> changeClip(const Sequence& sequence, const Uuid& id, std::string name, F change) {
    const auto place = findClip(sequence, id);
    if (!place)
        return Error{ErrorCategory::NotFound, "That clip is no longer in the sequence.", {}};
    if (sequence.tracks[place->track]->locked)
        return lockedError(*sequence.tracks[place->track]);
    SequenceEdit edit(sequence);
    bool found = false;
    edit.track(place->track).forEachClip([&](Clip& clip) {
        if (clip.id != id)
            return false;
        found = change(clip);
        return found;
    });
    if (!found)
        return Error{ErrorCategory::NotFound, "That marker is no longer on the clip.", {}};
    return edit.finish(std::move(name));
}

} // namespace

std::vector<ShownMarker> clipMarkers(const Sequence& sequence) {
    std::vector<ShownMarker> shown;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t) {
        const Track& track = *sequence.tracks[t];
        std::int64_t start = 0;
        for (const Item& item : track.items) {
            const std::int64_t first = std::exchange(start, start + item.duration);
            if (!item.clip)
                continue;
            for (const Marker& marker : item.clip->markers) {
                const auto units = markerUnits(*item.clip, marker, track.rate);
                if (!units)
                    continue;
                const UnitRange frames =
                    framesOf(track, {first + units->first, first + units->end}, sequence.rate);
                shown.push_back(
                    {item.clip->id, t, marker, frames.first, marker.duration > 0 ? frames.count() : 0});
            }
        }
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](const ShownMarker& a, const ShownMarker& b) { return a.frame < b.frame; });
    return shown;
}

Result<Change> addClipMarker(const Sequence& sequence, const Uuid& clip, std::int64_t frame,
                             std::int64_t frames, Marker marker) {
    const auto place = findClip(sequence, clip);
    if (!place)
        return Error{ErrorCategory::NotFound, "That clip is no longer in the sequence.", {}};
    const Track& track = *sequence.tracks[place->track];
    const std::int64_t at = Sequence::unitsAtFrame(track, frame, sequence.rate);
    if (!place->units.contains(at))
        return Error{ErrorCategory::InvalidInput, "The clip is not there. Put the playhead on it.", {}};
    if (marker.id.isNil())
        marker.id = Uuid::random();
    const std::int64_t first = at - place->units.first;
    marker.frame = sourceUnitAt(*place->clip, first, track.rate);
    marker.duration = 0;
    if (frames > 0) {
        const std::int64_t end =
            std::min(Sequence::unitsAtFrame(track, frame + frames, sequence.rate), place->units.end);
        const UnitRange units = sourceUnits(*place->clip, first, end - at, track.rate);
        marker.frame = units.first;
        marker.duration = units.count();
    }
    return changeClip(sequence, clip, "Add marker to clip", [&](Clip& changed) {
        const auto later =
            std::upper_bound(changed.markers.begin(), changed.markers.end(), marker.frame,
                             [](std::int64_t unit, const Marker& other) { return unit < other.frame; });
        changed.markers.insert(later, marker);
        return true;
    });
}

Result<Change> setClipMarker(const Sequence& sequence, const Uuid& clip, const Marker& marker) {
    return changeClip(sequence, clip, "Marker", [&](Clip& changed) {
        for (Marker& each : changed.markers)
            if (each.id == marker.id) {
                each.name = marker.name;
                each.colour = marker.colour;
                each.comment = marker.comment;
                return true;
            }
        return false;
    });
}

Result<Change> removeClipMarker(const Sequence& sequence, const Uuid& clip, const Uuid& marker) {
    return changeClip(sequence, clip, "Remove marker", [&](Clip& changed) {
        return std::erase_if(changed.markers, [&](const Marker& each) { return each.id == marker; }) > 0;
    });
}

} // namespace cutaway::timeline
