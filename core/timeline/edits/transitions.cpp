#include "core/timeline/edits/transitions.h"

#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/edits/trim_limits.h"
#include "core/timeline/index.h"
#include "core/timeline/transitions.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace cutaway::timeline {

namespace {

constexpr std::int64_t plenty = std::numeric_limits<std::int64_t>::max() / 4;

/// Where a transition can stand: the clip that carries it and those it joins.
struct Spot {
    ClipPlace carrier;
    Edge edge = Edge::Head; ///< Tail only where no clip touches it
    std::optional<ClipPlace> leaving;
    std::optional<ClipPlace> coming;

    std::int64_t cut() const { return edgeOf(carrier, edge); }
};

Spot spotAt(const Track& track, const ClipPlace& place, Edge edge) {
    const auto other = neighbour(track, place, edge);
    if (edge == Edge::Head)
        return {place, Edge::Head, other, place};
    if (other)
        return {*other, Edge::Head, place, other};
    return {place, Edge::Tail, place, std::nullopt};
}

/// Units that transitions at the far ends of these clips have taken.
std::int64_t takenAtHead(const Clip& clip) {
    return clip.head ? clip.head->after : 0;
}
std::int64_t takenAtTail(const Track& track, const ClipPlace& place) {
    if (const auto next = neighbour(track, place, Edge::Tail))
        return next->clip->head ? next->clip->head->before : 0;
    return place.clip->tail ? place.clip->tail->before : 0;
}

/// How much of a transition there may be ahead of the cut and beyond it.
struct Most {
    std::int64_t before = 0;
    std::int64_t after = 0;
    bool byMedia = false; ///< more media would allow more
};

Most mostAt(const Track& track, const Spot& spot, const SourceTimings& sources) {
    Most most;
    if (spot.leaving)
        most.before = spot.leaving->units.count() - takenAtHead(*spot.leaving->clip);
    if (spot.coming)
        most.after = spot.coming->units.count() - takenAtTail(track, *spot.coming);
    if (spot.leaving && spot.coming) {
        const std::int64_t ahead = spareBefore(*spot.coming->clip, track.rate, sources).value_or(plenty);
        const std::int64_t beyond = spareAfter(*spot.leaving->clip, track.rate, sources).value_or(plenty);
        most.byMedia = ahead < most.before || beyond < most.after;
        most.before = std::min(most.before, ahead);
        most.after = std::min(most.after, beyond);
    }
    return most;
}

/// `units` about the cut: half on each side, what one side cannot take on the other, and no more than there
/// is.
Transition centred(TransitionKind kind, std::int64_t units, const Most& most) {
    std::int64_t before = std::min(units / 2, most.before);
    const std::int64_t after = std::min(units - before, most.after);
    before = std::min(units - after, most.before);
    return {kind, before, after};
}

void put(SequenceEdit& edit, const Spot& spot, const std::optional<Transition>& transition) {
    edit.track(spot.carrier.track).forEachClip([&](Clip& clip) {
        if (clip.id != spot.carrier.clip->id)
            return false;
        (spot.edge == Edge::Head ? clip.head : clip.tail) = transition;
        return true;
    });
}

std::int64_t unitsOf(const Sequence& sequence, const Track& track, std::int64_t frames) {
    return Sequence::unitsAtFrame(track, frames, sequence.rate);
}

Error noHandles() {
    return {ErrorCategory::InvalidInput,
            "Neither clip has media to spare for a transition here. Trim one of them first.",
            {}};
}

const char* nameOf(TransitionKind kind) {
    switch (kind) {
    case TransitionKind::Dissolve:
        return "Dissolve";
    case TransitionKind::Dip:
        return "Dip to black";
    case TransitionKind::Wipe:
        return "Wipe";
    }
    return "";
}

/// One after the other, for each sees what the one before it took.
Result<Change> addAt(const Sequence& sequence, const std::vector<std::pair<Uuid, Edge>>& edges,
                     TransitionKind kind, std::int64_t frames, const SourceTimings& sources) {
    SequencePtr now = std::make_shared<const Sequence>(sequence);
    bool any = false;
    for (const auto& [clip, edge] : edges) {
        const auto place = findClip(*now, clip);
        if (!place)
            return noSuchClip();
        const Track& track = *now->tracks[place->track];
        const Spot spot = spotAt(track, *place, edge);
        const Transition wanted = centred(kind, unitsOf(*now, track, frames), mostAt(track, spot, sources));
        if (wanted.duration() <= 0)
            continue;
        SequenceEdit edit(*now);
        put(edit, spot, wanted);
        CUTAWAY_TRY(now, apply(*now, edit.finish("")));
        any = true;
    }
    if (!any)
        return noHandles();
    return difference(sequence, *now, nameOf(kind));
}

} // namespace

Result<Change> addTransitions(const Sequence& sequence, std::int64_t frame, std::span<const Uuid> tracks,
                              TransitionKind kind, std::int64_t frames, const SourceTimings& sources) {
    CUTAWAY_CHECK(checkFrame(frame));
    std::vector<std::pair<Uuid, Edge>> edges;
    for (const Uuid& id : tracks) {
        const auto t = findTrack(sequence, id);
        if (!t)
            return Error{ErrorCategory::NotFound, "That track is no longer in the sequence.", {}};
        const Track& track = *sequence.tracks[*t];
        if (track.locked)
            return lockedError(track);
        const std::int64_t wanted = unitsOf(sequence, track, frame);
        std::optional<std::pair<Uuid, Edge>> best;
        std::int64_t distance = plenty;
        std::int64_t start = 0;
        for (const Item& item : track.items) {
            if (item.clip)
                for (const Edge edge : {Edge::Head, Edge::Tail}) {
                    const std::int64_t at = edge == Edge::Head ? start : start + item.duration;
                    if (std::abs(at - wanted) < distance) {
                        distance = std::abs(at - wanted);
                        best = {item.clip->id, edge};
                    }
                }
            start += item.duration;
        }
        if (best)
            edges.push_back(*best);
    }
    if (edges.empty())
        return Error{ErrorCategory::InvalidInput, "There is no clip on the targeted tracks.", {}};
    return addAt(sequence, edges, kind, frames, sources);
}

Result<Change> addTransitionsTo(const Sequence& sequence, const std::set<Uuid>& clips, TransitionKind kind,
                                std::int64_t frames, const SourceTimings& sources) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    std::vector<std::pair<Uuid, Edge>> edges;
    for (const ClipPlace& place : places) {
        edges.emplace_back(place.clip->id, Edge::Head);
        edges.emplace_back(place.clip->id, Edge::Tail);
    }
    return addAt(sequence, edges, kind, frames, sources);
}

Result<Change> setTransition(const Sequence& sequence, const Uuid& clip, Edge edge,
                             std::optional<Transition> wanted, const SourceTimings& sources) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, {clip}));
    const Track& track = *sequence.tracks[places.front().track];
    const Spot spot = spotAt(track, places.front(), edge);
    SequenceEdit edit(sequence);
    if (wanted) {
        if (wanted->before < 0 || wanted->after < 0 || wanted->duration() <= 0)
            return Error{ErrorCategory::InvalidInput, "A transition is at least one frame long.", {}};
        const Most most = mostAt(track, spot, sources);
        const std::int64_t missing = std::max(wanted->before - most.before, wanted->after - most.after);
        if (missing > 0) {
            const std::int64_t frames =
                track.kind == TrackKind::Video ? missing : frameAtSample(missing - 1, sequence.rate) + 1;
            return Error{ErrorCategory::InvalidInput,
                         (most.byMedia ? "The media there is needs " : "The clips need ") +
                             std::to_string(frames) + (frames == 1 ? " more frame" : " more frames") +
                             " for that.",
                         {}};
        }
    }
    put(edit, spot, wanted);
    return edit.finish(wanted ? nameOf(wanted->kind) : "Remove transition");
}

Result<Change> removeTransitions(const Sequence& sequence, const std::set<Uuid>& clips) {
    CUTAWAY_TRY(const auto places, placesOf(sequence, clips));
    SequenceEdit edit(sequence);
    for (const ClipPlace& place : places)
        for (const Edge edge : {Edge::Head, Edge::Tail})
            put(edit, spotAt(*sequence.tracks[place.track], place, edge), std::nullopt);
    Change change = edit.finish("Remove transitions");
    if (change.isEmpty())
        return Error{ErrorCategory::InvalidInput, "There is no transition on these clips.", {}};
    return change;
}

} // namespace cutaway::timeline
