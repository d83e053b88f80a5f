#pragma once

#include "core/timeline/outline.h"

#include <compare>
#include <optional>
#include <vector>

namespace cutaway::ui {

/// Something of a timeline that is told by itself. Tracks and the list of markers hold the others.
struct SpokenItem {
    enum class Kind { Track, Markers, Clip, Gap, Marker };
    Kind kind = Kind::Track;
    Uuid id; ///< a gap's is that of the clip behind it; the list of markers has none

    auto operator<=>(const SpokenItem&) const = default;
    bool isList() const { return kind == Kind::Track || kind == Kind::Markers; }
};

/// A sequence as a tree that is told: tracks from top to bottom with their clips and gaps, then the markers,
/// where there are any. A value of its own, made in O(items): it does not follow the sequence it was made
/// from. What is not there (any more) has no place.
class SpokenTree {
public:
    explicit SpokenTree(timeline::SequencePtr sequence);

    const timeline::Sequence& sequence() const { return *m_sequence; }
    const timeline::Outline& outline() const { return m_outline; }

    const std::vector<SpokenItem>& lists() const { return m_lists; }
    std::size_t size(const SpokenItem& list) const;
    std::optional<SpokenItem> at(const SpokenItem& list, std::size_t place) const;
    /// The one of a list that a frame falls into.
    std::optional<SpokenItem> under(const SpokenItem& list, std::int64_t frame) const;
    /// In its list, or among the lists.
    std::optional<std::size_t> placeOf(const SpokenItem& item) const;
    /// That a clip, a gap or a marker is in.
    std::optional<SpokenItem> listOf(const SpokenItem& item) const;

    /// Null for what is none, or is not there.
    const timeline::OutlineTrack* track(const SpokenItem& track) const;
    const timeline::OutlineClip* clip(const SpokenItem& clipOrGap) const;
    const timeline::Marker* marker(const SpokenItem& marker) const;
    /// Of a clip, a gap or a marker; empty for what is not there.
    timeline::UnitRange framesOf(const SpokenItem& item) const;

private:
    timeline::SequencePtr m_sequence;
    timeline::Outline m_outline;
    std::vector<SpokenItem> m_lists;
};

} // namespace cutaway::ui
