#pragma once

// Inside core/timeline/edits only: what the edits are made of.

#include "core/timeline/change.h"
#include "core/timeline/clip_map.h"
#include "core/timeline/source_timing.h"

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace cutaway::timeline {

/// A clip that an edit cut in two. The right part has a new id until finish() knows whether both remain.
struct Split {
    Uuid left;
    Uuid right;
};

/// The items of one track while an edit is at work on them: not in normal form until finish().
class TrackEdit {
public:
    TrackEdit(const Track& track, FrameRate sequenceRate, std::vector<Split>& splits);

    const Track& track() const { return m_track; }
    std::int64_t unitsAt(std::int64_t frame) const;
    /// The unit that lies `frames` later than `unit`: on sound tracks its distance to the start of its frame
    /// stays.
    std::int64_t shifted(std::int64_t unit, std::int64_t frames) const;

    /// Makes an edge at `unit` and returns the index of the item that starts there. Past the end a gap is
    /// added.
    std::size_t cut(std::int64_t unit);
    /// Takes `range` away and leaves a gap.
    void clear(UnitRange range);
    /// Lays `item` over what is at `unit`.
    void put(std::int64_t unit, Item item);
    /// Puts a gap in at `unit` and moves the rest `frames` to the right.
    void open(std::int64_t unit, std::int64_t frames);
    /// Takes [unit, unit + frames) out and moves the rest to the left.
    void close(std::int64_t unit, std::int64_t frames);
    /// Every clip, for changing it in place; its duration must stay.
    template <class F>
    void forEachClip(F&& change) {
        for (Item& item : m_track.items) {
            if (!item.clip)
                continue;
            Clip clip = *item.clip;
            if (change(clip))
                item = Item::of(std::move(clip));
        }
    }
    void setTrack(Track track) { m_track = std::move(track); }
    Track finish() &&;

private:
    /// Items from `index` on stood at `oldStart`; every edge moves by `frames`, which at rates where frames
    /// are not whole samples changes a duration by one sample.
    void shiftFrom(std::size_t index, std::int64_t oldStart, std::int64_t frames);

    Track m_track;
    FrameRate m_rate;
    std::vector<Split>& m_splits;
};

/// A sequence while an edit is at work on it. Tracks that were not asked for stay shared.
class SequenceEdit {
public:
    explicit SequenceEdit(const Sequence& sequence);
    SequenceEdit(const SequenceEdit&) = delete;

    const Sequence& before() const { return m_before; }
    TrackEdit& track(std::size_t index);
    /// Sequence fields and markers; the tracks are set by finish().
    Sequence& fields() { return m_after; }

    /// Whether a ripple of other tracks takes this one along.
    bool ripples(std::size_t index) const;
    /// On every track that ripples, and on `own` whether they do or not: a gap of `frames` at `frame`, or
    /// [from, to) taken out.
    void open(std::int64_t frame, std::int64_t frames, const std::set<std::size_t>& own = {});
    void close(std::int64_t from, std::int64_t to, const std::set<std::size_t>& own = {});

    Change finish(std::string name);

private:
    void nameSplits();

    const Sequence& m_before;
    Sequence m_after;
    std::vector<std::unique_ptr<TrackEdit>> m_tracks;
    std::vector<Split> m_splits;
};

/// Refuses frames before 0 and beyond what a sequence may hold.
Result<void> checkFrame(std::int64_t frame);
Error lockedError(const Track& track);
Error noSuchClip();
/// Places of the clips on unlocked tracks; an error when one is missing, locked, or none is given.
struct ClipPlace;
Result<std::vector<ClipPlace>> placesOf(const Sequence& sequence, const std::set<Uuid>& clips);

} // namespace cutaway::timeline
