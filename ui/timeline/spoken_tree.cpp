#include "ui/timeline/spoken_tree.h"

#include <algorithm>
#include <utility>

namespace cutaway::ui {

using Kind = SpokenItem::Kind;

SpokenTree::SpokenTree(timeline::SequencePtr sequence)
    : m_sequence(std::move(sequence))
    , m_outline(*m_sequence) {
    for (const timeline::OutlineTrack& listed : m_outline.tracks())
        m_lists.push_back({Kind::Track, m_sequence->tracks[listed.track]->id});
    if (!m_sequence->markers.empty())
        m_lists.push_back({Kind::Markers, {}});
}

const timeline::OutlineTrack* SpokenTree::track(const SpokenItem& track) const {
    const auto index = track.kind == Kind::Track ? timeline::findTrack(*m_sequence, track.id) : std::nullopt;
    const auto row = index ? m_outline.rowOf(*index) : std::nullopt;
    return row ? &m_outline.tracks()[*row] : nullptr;
}

const timeline::OutlineClip* SpokenTree::clip(const SpokenItem& clipOrGap) const {
    if (clipOrGap.kind != Kind::Clip && clipOrGap.kind != Kind::Gap)
        return nullptr;
    const auto place = m_outline.find(clipOrGap.id);
    const timeline::OutlineClip* clip = place ? &m_outline.at(*place) : nullptr;
    return clip && (clipOrGap.kind == Kind::Clip || clip->gapBefore > 0) ? clip : nullptr;
}

const timeline::Marker* SpokenTree::marker(const SpokenItem& marker) const {
    const auto& markers = m_sequence->markers;
    const auto found = std::find_if(markers.begin(), markers.end(), [&marker](const timeline::Marker& one) {
        return marker.kind == Kind::Marker && one.id == marker.id;
    });
    return found == markers.end() ? nullptr : &*found;
}

std::size_t SpokenTree::size(const SpokenItem& list) const {
    if (list.kind == Kind::Markers)
        return m_sequence->markers.size();
    const timeline::OutlineTrack* listed = track(list);
    return listed ? listed->items.size() : 0;
}

std::optional<SpokenItem> SpokenTree::at(const SpokenItem& list, std::size_t place) const {
    if (place >= size(list))
        return std::nullopt;
    if (list.kind == Kind::Markers)
        return SpokenItem{Kind::Marker, m_sequence->markers[place].id};
    const timeline::OutlineTrack& listed = *track(list);
    const timeline::OutlineItem& item = listed.items[place];
    return SpokenItem{item.isGap ? Kind::Gap : Kind::Clip, listed.clips[item.clip].clip->id};
}

std::optional<SpokenItem> SpokenTree::under(const SpokenItem& list, std::int64_t frame) const {
    const timeline::OutlineTrack* listed = track(list);
    if (!listed) {
        for (const timeline::Marker& marker : m_sequence->markers)
            if (list.kind == Kind::Markers && framesOf({Kind::Marker, marker.id}).contains(frame))
                return SpokenItem{Kind::Marker, marker.id};
        return std::nullopt;
    }
    const auto row = static_cast<std::size_t>(listed - m_outline.tracks().data());
    if (const auto clip = m_outline.under(row, frame))
        return SpokenItem{Kind::Clip, m_outline.at(*clip).clip->id};
    if (const auto behind = m_outline.behindGap(row, frame))
        return SpokenItem{Kind::Gap, m_outline.at(*behind).clip->id};
    return std::nullopt;
}

std::optional<std::size_t> SpokenTree::placeOf(const SpokenItem& item) const {
    if (item.isList()) {
        const auto found = std::find(m_lists.begin(), m_lists.end(), item);
        return found == m_lists.end() ? std::nullopt
                                      : std::optional(static_cast<std::size_t>(found - m_lists.begin()));
    }
    if (const timeline::Marker* found = marker(item))
        return static_cast<std::size_t>(found - m_sequence->markers.data());
    const timeline::OutlineClip* found = clip(item);
    return found ? std::optional(item.kind == Kind::Gap ? found->item - 1 : found->item) : std::nullopt;
}

std::optional<SpokenItem> SpokenTree::listOf(const SpokenItem& item) const {
    if (marker(item))
        return SpokenItem{Kind::Markers, {}};
    return clip(item) ? std::optional(m_lists[m_outline.find(item.id)->row]) : std::nullopt;
}

timeline::UnitRange SpokenTree::framesOf(const SpokenItem& item) const {
    if (const timeline::Marker* found = marker(item))
        return {found->frame, found->frame + std::max<std::int64_t>(1, found->duration)};
    const timeline::OutlineClip* found = clip(item);
    return !found ? timeline::UnitRange() : item.kind == Kind::Gap ? found->gap() : found->frames;
}

} // namespace cutaway::ui
