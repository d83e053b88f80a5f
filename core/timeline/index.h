#pragma once

#include "core/timeline/source_timing.h"

#include <compare>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace cutaway::timeline {

/// Where the items of one track lie: prefix sums, so that finding an item is a binary search.
/// A value of its own: it does not follow the track it was made from.
class TrackIndex {
public:
    explicit TrackIndex(const Track& track);

    std::size_t size() const { return m_starts.size() - 1; }
    /// First unit of item `i`; `start(size())` is the end of the track.
    std::int64_t start(std::size_t i) const { return m_starts[i]; }
    std::int64_t end(std::size_t i) const { return m_starts[i + 1]; }
    std::int64_t duration() const { return m_starts.back(); }
    /// The item that holds `unit`; none before 0 and from the end of the track on.
    std::optional<std::size_t> itemAt(std::int64_t unit) const;
    /// The first item that ends after `unit`: where drawing from `unit` begins. size() when there is none.
    std::size_t firstEndingAfter(std::int64_t unit) const;

private:
    std::vector<std::int64_t> m_starts;
};

/// A clip and where it is.
struct ClipPlace {
    std::size_t track = 0; ///< index in Sequence::tracks
    std::size_t item = 0;
    UnitRange units; ///< on the track
    std::shared_ptr<const Clip> clip;
};

/// O(items).
std::optional<ClipPlace> findClip(const Sequence& sequence, const Uuid& clipId);
/// The clip that `frame` of the sequence falls into on one track.
std::optional<ClipPlace> clipAt(const Sequence& sequence, std::size_t track, std::int64_t frame);
/// Index of the track with this id.
std::optional<std::size_t> findTrack(const Sequence& sequence, const Uuid& trackId);
/// `ids` and every clip linked to one of them.
std::set<Uuid> withLinked(const Sequence& sequence, const std::set<Uuid>& ids);
/// `ids` with every clip that is grouped with one of them.
std::set<Uuid> withGrouped(const Sequence& sequence, const std::set<Uuid>& ids);
/// Both, with what is linked to those that came by their group.
std::set<Uuid> withCompanions(const Sequence& sequence, const std::set<Uuid>& ids);

/// Sequence frames during which units of `track` are seen or heard: from the frame in which the first unit
/// falls to one past the frame of the last.
UnitRange framesOf(const Track& track, UnitRange units, FrameRate sequenceRate);

/// The linked clips of a sequence, for telling who is out of step with whom. A value of its own, made in
/// O(items log items): it does not follow the sequence it was made from.
class LinkedClips {
public:
    explicit LinkedClips(const Sequence& sequence);

    /// How many frames later (earlier when negative) a clip is than the picture it is linked to, or a picture
    /// than its first sound; 0 when they are in step, or it cannot be said. `firstFrame` is where the clip
    /// starts.
    std::int64_t framesOutOfStep(const Clip& clip, std::int64_t firstFrame,
                                 const SourceTimings& sources) const;

private:
    struct Key {
        Uuid group;
        Uuid source;
        bool sound = false;
        auto operator<=>(const Key&) const = default;
    };
    struct Place {
        std::shared_ptr<const Clip> clip;
        std::int64_t firstFrame = 0;
    };
    FrameRate m_rate;
    std::map<Key, Place> m_first; ///< of each group, Source and kind, in the order of the tracks
};

/// Every edit point (start or end of a clip) of the unlocked tracks, in sequence frames, sorted, each once.
std::vector<std::int64_t> editPoints(const Sequence& sequence);

} // namespace cutaway::timeline
