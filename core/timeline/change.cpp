#include "core/timeline/change.h"

#include "core/timeline/index.h"

#include <algorithm>
#include <utility>

namespace cutaway::timeline {

namespace {

using Tracks = std::vector<std::shared_ptr<const Track>>;

bool sameTracks(const Tracks& a, const Tracks& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x == y || *x == *y; });
}

SequenceSettings settingsOf(const Sequence& s) {
    return {s.name,    s.rate,    s.width, s.height, s.startFrame, s.dropFrame, s.foreignMetadata,
            s.framing, s.language};
}

/// One splice between the common head and the common tail of two lists of items.
std::optional<Splice> spliceBetween(const Track& before, const Track& after) {
    const auto& a = before.items;
    const auto& b = after.items;
    const auto firstPair = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (firstPair.first == a.end() && firstPair.second == b.end())
        return std::nullopt;
    const auto head = firstPair.first - a.begin();
    const auto most = std::min(std::ssize(a), std::ssize(b)) - head;
    std::ptrdiff_t tail = 0;
    while (tail < most && a[a.size() - 1 - static_cast<std::size_t>(tail)] ==
                              b[b.size() - 1 - static_cast<std::size_t>(tail)])
        ++tail;
    return Splice{before.id,
                  static_cast<std::size_t>(head),
                  {a.begin() + head, a.end() - tail},
                  {b.begin() + head, b.end() - tail}};
}

Error notMadeFromThis(const Change& change) {
    return {ErrorCategory::Conflict,
            "The step \"" + change.name + "\" does not belong to this version of the cut.",
            {}};
}

bool applySplice(Track& track, const Splice& splice) {
    if (splice.index > track.items.size() || splice.removed.size() > track.items.size() - splice.index)
        return false;
    const auto at = track.items.begin() + static_cast<std::ptrdiff_t>(splice.index);
    const auto end = at + static_cast<std::ptrdiff_t>(splice.removed.size());
    if (!std::equal(at, end, splice.removed.begin()))
        return false;
    const auto after = track.items.erase(at, end);
    track.items.insert(after, splice.inserted.begin(), splice.inserted.end());
    return true;
}

/// `track` with the switches of `like`: those are no steps, so a step does not turn them back.
std::shared_ptr<const Track> withSwitches(const std::shared_ptr<const Track>& track, const Track& like) {
    if (track->targeted == like.targeted && track->locked == like.locked && track->muted == like.muted &&
        track->soloed == like.soloed && track->syncLocked == like.syncLocked)
        return track;
    auto switched = std::make_shared<Track>(*track);
    switched->targeted = like.targeted;
    switched->locked = like.locked;
    switched->muted = like.muted;
    switched->soloed = like.soloed;
    switched->syncLocked = like.syncLocked;
    return switched;
}

/// The tracks of `now` become those of `to`; nothing when they are not what `from` was.
std::optional<Tracks> replacedTracks(const Tracks& now, const Tracks& from, const Tracks& to) {
    if (now.size() != from.size())
        return std::nullopt;
    for (std::size_t t = 0; t < now.size(); ++t)
        if (now[t] != from[t] && !(*now[t] == *withSwitches(from[t], *now[t])))
            return std::nullopt;
    Tracks replaced = to;
    for (auto& track : replaced)
        for (const auto& current : now)
            if (current->id == track->id)
                track = withSwitches(track, *current);
    return replaced;
}

/// Only what the change is about is compared and set: a toggle since then does not stand in the way of an
/// undo.
bool applySettings(Track& track, const Replaced<TrackSettings>& settings) {
    const auto set = [](auto& field, const auto& before, const auto& after) {
        if (before == after)
            return true;
        if (field != before)
            return false;
        field = after;
        return true;
    };
    const TrackSettings& from = settings.before;
    const TrackSettings& to = settings.after;
    return set(track.name, from.name, to.name) && set(track.rate, from.rate, to.rate) &&
           set(track.targeted, from.targeted, to.targeted) && set(track.locked, from.locked, to.locked) &&
           set(track.muted, from.muted, to.muted) && set(track.soloed, from.soloed, to.soloed) &&
           set(track.syncLocked, from.syncLocked, to.syncLocked) &&
           set(track.language, from.language, to.language);
}

} // namespace

TrackSettings settingsOf(const Track& track) {
    return {track.name,  track.rate,   track.targeted,   track.locked,
            track.muted, track.soloed, track.syncLocked, track.language};
}

bool Change::operator==(const Change& other) const {
    if (tracks.has_value() != other.tracks.has_value())
        return false;
    if (tracks &&
        !(sameTracks(tracks->before, other.tracks->before) && sameTracks(tracks->after, other.tracks->after)))
        return false;
    return name == other.name && splices == other.splices && trackSettings == other.trackSettings &&
           settings == other.settings && markers == other.markers;
}

bool Change::isEmpty() const {
    return splices.empty() && trackSettings.empty() && !settings && !markers && !tracks;
}

Change difference(const Sequence& before, const Sequence& after, std::string name) {
    Change change;
    change.name = std::move(name);
    const bool sameIds =
        std::equal(before.tracks.begin(), before.tracks.end(), after.tracks.begin(), after.tracks.end(),
                   [](const auto& a, const auto& b) { return a->id == b->id && a->kind == b->kind; });
    if (!sameIds) {
        change.tracks = {before.tracks, after.tracks};
    } else {
        for (std::size_t t = 0; t < before.tracks.size(); ++t) {
            const Track& a = *before.tracks[t];
            const Track& b = *after.tracks[t];
            if (&a == &b)
                continue;
            if (auto splice = spliceBetween(a, b))
                change.splices.push_back(std::move(*splice));
            if (settingsOf(a) != settingsOf(b))
                change.trackSettings.push_back({a.id, {settingsOf(a), settingsOf(b)}});
        }
    }
    if (settingsOf(before) != settingsOf(after))
        change.settings = {settingsOf(before), settingsOf(after)};
    if (before.markers != after.markers)
        change.markers = {before.markers, after.markers};
    return change;
}

Result<SequencePtr> apply(const Sequence& sequence, const Change& change) {
    auto after = std::make_shared<Sequence>(sequence);
    if (change.settings) {
        if (settingsOf(sequence) != change.settings->before)
            return notMadeFromThis(change);
        const SequenceSettings& to = change.settings->after;
        after->name = to.name;
        after->rate = to.rate;
        after->width = to.width;
        after->height = to.height;
        after->framing = to.framing;
        after->startFrame = to.startFrame;
        after->dropFrame = to.dropFrame;
        after->language = to.language;
        after->foreignMetadata = to.foreignMetadata;
    }
    if (change.markers) {
        if (sequence.markers != change.markers->before)
            return notMadeFromThis(change);
        after->markers = change.markers->after;
    }
    if (change.tracks) {
        auto replaced = replacedTracks(sequence.tracks, change.tracks->before, change.tracks->after);
        if (!replaced)
            return notMadeFromThis(change);
        after->tracks = std::move(*replaced);
    }
    const auto edit = [&](const Uuid& id, const auto& with) {
        const auto t = findTrack(*after, id);
        if (!t)
            return false;
        auto track = std::make_shared<Track>(*after->tracks[*t]);
        if (!with(*track))
            return false;
        after->tracks[*t] = std::move(track);
        return true;
    };
    for (const Splice& splice : change.splices)
        if (!edit(splice.track, [&](Track& track) { return applySplice(track, splice); }))
            return notMadeFromThis(change);
    for (const auto& [id, settings] : change.trackSettings) {
        const bool done =
            edit(id, [&wanted = settings](Track& track) { return applySettings(track, wanted); });
        if (!done)
            return notMadeFromThis(change);
    }
    return SequencePtr(std::move(after));
}

Result<SequencePtr> revert(const Sequence& sequence, const Change& change) {
    return apply(sequence, inverse(change));
}

Change inverse(Change change) {
    // Splices were made one after the other, so they are undone last first.
    std::reverse(change.splices.begin(), change.splices.end());
    for (Splice& splice : change.splices)
        std::swap(splice.removed, splice.inserted);
    for (auto& entry : change.trackSettings)
        std::swap(entry.settings.before, entry.settings.after);
    if (change.settings)
        std::swap(change.settings->before, change.settings->after);
    if (change.markers)
        std::swap(change.markers->before, change.markers->after);
    if (change.tracks)
        std::swap(change.tracks->before, change.tracks->after);
    return change;
}

} // namespace cutaway::timeline
