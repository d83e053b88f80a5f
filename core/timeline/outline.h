#pragma once

#include "core/timeline/index.h"
#include "core/timeline/transitions.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace cutaway::timeline {

/// A clip as it is listed.
struct OutlineClip {
    std::shared_ptr<const Clip> clip;
    UnitRange frames;           ///< of the sequence
    std::int64_t gapBefore = 0; ///< frames between the clip before it, or the start, and this one
    std::size_t item = 0;       ///< its place among OutlineTrack::items; a gap ahead of it is one before
    /// How it begins and ends where that is no cut: mixed with the clip beside it, or a fade.
    std::optional<TransitionPlace> head, tail;

    UnitRange gap() const { return {frames.first - gapBefore, frames.first}; }
};

/// A clip of a row, or the gap ahead of it.
struct OutlineItem {
    std::size_t clip = 0;
    bool isGap = false;
};

/// A track as it is listed.
struct OutlineTrack {
    std::size_t track = 0; ///< index in Sequence::tracks
    int number = 1;        ///< among the tracks of its kind: V1, A2
    std::vector<OutlineClip> clips;
    std::vector<OutlineItem> items; ///< clips and gaps, in order of time
};

/// Which clip: of which row, and the how-manieth there.
struct OutlinePlace {
    std::size_t row = 0;
    std::size_t clip = 0;

    bool operator==(const OutlinePlace&) const = default;
};

/// A sequence as it is read out, not drawn: tracks from top to bottom as they stand on screen, the clips of
/// each in order of time. What walks over clips by key, and what a screen reader is given. A value of its
/// own, made in O(items): it does not follow the sequence it was made from.
class Outline {
public:
    explicit Outline(const Sequence& sequence);

    const std::vector<OutlineTrack>& tracks() const { return m_tracks; }
    const OutlineClip& at(OutlinePlace place) const { return m_tracks[place.row].clips[place.clip]; }
    std::optional<OutlinePlace> find(const Uuid& clip) const;
    /// The row of a track.
    std::optional<std::size_t> rowOf(std::size_t track) const;
    /// The clip of a row that a frame of the sequence falls into.
    std::optional<OutlinePlace> under(std::size_t row, std::int64_t frame) const;
    /// The clip behind the gap of a row that a frame falls into.
    std::optional<OutlinePlace> behindGap(std::size_t row, std::int64_t frame) const;
    /// The clip before (-1) or after (+1) on the same track.
    std::optional<OutlinePlace> beside(OutlinePlace place, int direction) const;
    /// The clip above (-1) or below (+1): on the nearest track that way with any, the one that `frame` falls
    /// into, else the one nearest to it. Tracks for which `skips` says true are passed over.
    template <class Skip>
    std::optional<OutlinePlace> across(OutlinePlace place, int direction, std::int64_t frame,
                                       const Skip& skips) const {
        for (std::size_t row = place.row + static_cast<std::size_t>(direction); row < m_tracks.size();
             row += static_cast<std::size_t>(direction))
            if (!m_tracks[row].clips.empty() && !skips(m_tracks[row].track))
                return OutlinePlace{row, nearest(row, frame)};
        return std::nullopt;
    }

private:
    std::size_t nearest(std::size_t row, std::int64_t frame) const;

    std::vector<OutlineTrack> m_tracks;
    std::map<Uuid, OutlinePlace> m_places;
};

} // namespace cutaway::timeline
