#pragma once

#include "core/timeline/sequence.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cutaway::timeline {

/// Items of one track replaced by others: `removed` stood at `index`, `inserted` stands there afterwards.
struct Splice {
    Uuid track;
    std::size_t index = 0;
    std::vector<Item> removed;
    std::vector<Item> inserted;

    bool operator==(const Splice&) const = default;
};

/// Everything about a track but its items.
struct TrackSettings {
    std::string name;
    FrameRate rate;
    bool targeted = true;
    bool locked = false;
    bool muted = false;
    bool soloed = false;
    bool syncLocked = true;
    std::string language;

    bool operator==(const TrackSettings&) const = default;
};

/// Everything about a sequence but its tracks and markers.
struct SequenceSettings {
    std::string name;
    FrameRate rate;
    int width = 0;
    int height = 0;
    std::int64_t startFrame = 0;
    bool dropFrame = false;
    std::string foreignMetadata;
    Framing framing = Framing::Fit;
    std::string language;

    bool operator==(const SequenceSettings&) const = default;
};

/// A value before and after.
template <class T>
struct Replaced {
    T before;
    T after;

    bool operator==(const Replaced&) const = default;
};

TrackSettings settingsOf(const Track& track);

struct TrackSettingsChange {
    Uuid track;
    Replaced<TrackSettings> settings;

    bool operator==(const TrackSettingsChange&) const = default;
};

/// One edit as data: what it took away and what it put there. It can be applied, reverted, written to the
/// journal and looked at, all by the same few routines; no edit has an inverse of its own.
struct Change {
    std::string name; ///< of the step, in words: "Insert", "Ripple delete"
    std::vector<Splice> splices;
    std::vector<TrackSettingsChange> trackSettings;
    std::optional<Replaced<SequenceSettings>> settings;
    std::optional<Replaced<std::vector<Marker>>> markers;
    /// Only when tracks were added or removed: all of them, before and after; then `splices` and
    /// `trackSettings` are empty.
    std::optional<Replaced<std::vector<std::shared_ptr<const Track>>>> tracks;

    bool operator==(const Change& other) const;
    bool isEmpty() const;
};

/// What turns `before` into `after`, with the shortest splices. Both must have the same id.
Change difference(const Sequence& before, const Sequence& after, std::string name);

/// `sequence` with `change` done. Conflict when `sequence` is not what the change was made from; then
/// nothing is done.
Result<SequencePtr> apply(const Sequence& sequence, const Change& change);
/// `sequence` with `change` undone, under the same condition.
Result<SequencePtr> revert(const Sequence& sequence, const Change& change);
/// The change that undoes `change`.
Change inverse(Change change);

} // namespace cutaway::timeline
