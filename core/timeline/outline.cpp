#include "core/timeline/outline.h"

#include <algorithm>

namespace cutaway::timeline {

namespace {

auto firstStartingAfter(const std::vector<OutlineClip>& clips, std::int64_t frame) {
    return std::upper_bound(clips.begin(), clips.end(), frame,
                            [](std::int64_t at, const OutlineClip& clip) { return at < clip.frames.first; });
}

/// Says of the clips of a track how they begin and end.
void listTransitions(const Track& track, std::vector<OutlineClip>& clips) {
    std::size_t at = 0;
    for (const TransitionPlace& place : transitionsOf(track)) {
        while (clips[at].clip != (place.coming ? place.coming : place.leaving))
            ++at; // both are in order of time
        if (!place.coming) {
            clips[at].tail = place;
            continue;
        }
        clips[at].head = place;
        if (place.leaving)
            clips[at - 1].tail = place;
    }
}

OutlineTrack listed(const Sequence& sequence, std::size_t track, int number) {
    OutlineTrack listed{track, number, {}, {}};
    const Track& from = *sequence.tracks[track];
    const TrackIndex index(from);
    std::int64_t end = 0;
    for (std::size_t i = 0; i < index.size(); ++i) {
        if (from.items[i].isGap())
            continue;
        const UnitRange frames = framesOf(from, {index.start(i), index.end(i)}, sequence.rate);
        // A sound that starts within a frame shares that frame with the one before it.
        const std::int64_t gap = std::max<std::int64_t>(0, frames.first - end);
        if (gap > 0)
            listed.items.push_back({listed.clips.size(), true});
        listed.clips.push_back({from.items[i].clip, frames, gap, listed.items.size(), {}, {}});
        listed.items.push_back({listed.clips.size() - 1, false});
        end = frames.end;
    }
    listTransitions(from, listed.clips);
    return listed;
}

} // namespace

Outline::Outline(const Sequence& sequence) {
    int pictures = 0;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t)
        if (sequence.tracks[t]->kind == TrackKind::Video)
            m_tracks.insert(m_tracks.begin(), listed(sequence, t, ++pictures));
    int sounds = 0;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t)
        if (sequence.tracks[t]->kind == TrackKind::Audio)
            m_tracks.push_back(listed(sequence, t, ++sounds));
    for (std::size_t row = 0; row < m_tracks.size(); ++row)
        for (std::size_t clip = 0; clip < m_tracks[row].clips.size(); ++clip)
            m_places.emplace(m_tracks[row].clips[clip].clip->id, OutlinePlace{row, clip});
}

std::optional<OutlinePlace> Outline::find(const Uuid& clip) const {
    const auto found = m_places.find(clip);
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Outline::rowOf(std::size_t track) const {
    for (std::size_t row = 0; row < m_tracks.size(); ++row)
        if (m_tracks[row].track == track)
            return row;
    return std::nullopt;
}

std::optional<OutlinePlace> Outline::under(std::size_t row, std::int64_t frame) const {
    const auto& clips = m_tracks[row].clips;
    const auto after = firstStartingAfter(clips, frame);
    if (after == clips.begin() || !std::prev(after)->frames.contains(frame))
        return std::nullopt;
    return OutlinePlace{row, static_cast<std::size_t>(after - clips.begin() - 1)};
}

std::optional<OutlinePlace> Outline::behindGap(std::size_t row, std::int64_t frame) const {
    const auto& clips = m_tracks[row].clips;
    const auto behind = firstStartingAfter(clips, frame);
    if (behind == clips.end() || !behind->gap().contains(frame))
        return std::nullopt;
    return OutlinePlace{row, static_cast<std::size_t>(behind - clips.begin())};
}

std::optional<OutlinePlace> Outline::beside(OutlinePlace place, int direction) const {
    const std::size_t to = place.clip + static_cast<std::size_t>(direction); // wraps below 0
    return to < m_tracks[place.row].clips.size() ? std::optional(OutlinePlace{place.row, to}) : std::nullopt;
}

std::size_t Outline::nearest(std::size_t row, std::int64_t frame) const {
    if (const auto place = under(row, frame))
        return place->clip;
    const auto& clips = m_tracks[row].clips;
    const auto after = firstStartingAfter(clips, frame);
    if (after == clips.begin())
        return 0;
    const auto index = static_cast<std::size_t>(after - clips.begin());
    const bool before =
        after == clips.end() || frame - std::prev(after)->frames.end < after->frames.first - frame;
    return before ? index - 1 : index;
}

} // namespace cutaway::timeline
