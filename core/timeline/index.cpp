#include "core/timeline/index.h"

#include "core/timeline/clip_map.h"

#include <algorithm>
#include <cstdlib>

namespace cutaway::timeline {

TrackIndex::TrackIndex(const Track& track) {
    m_starts.reserve(track.items.size() + 1);
    m_starts.push_back(0);
    for (const Item& item : track.items)
        m_starts.push_back(m_starts.back() + item.duration);
}

std::optional<std::size_t> TrackIndex::itemAt(std::int64_t unit) const {
    if (unit < 0 || unit >= duration())
        return std::nullopt;
    return firstEndingAfter(unit);
}

std::size_t TrackIndex::firstEndingAfter(std::int64_t unit) const {
    const auto ends = m_starts.begin() + 1;
    return static_cast<std::size_t>(std::upper_bound(ends, m_starts.end(), unit) - ends);
}

std::optional<ClipPlace> findClip(const Sequence& sequence, const Uuid& clipId) {
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t) {
        std::int64_t start = 0;
        const auto& items = sequence.tracks[t]->items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].clip && items[i].clip->id == clipId)
                return ClipPlace{t, i, {start, start + items[i].duration}, items[i].clip};
            start += items[i].duration;
        }
    }
    return std::nullopt;
}

std::optional<ClipPlace> clipAt(const Sequence& sequence, std::size_t track, std::int64_t frame) {
    const Track& on = *sequence.tracks.at(track);
    const TrackIndex index(on);
    const auto item = index.itemAt(Sequence::unitsAtFrame(on, frame, sequence.rate));
    if (!item || on.items[*item].isGap())
        return std::nullopt;
    return ClipPlace{track, *item, {index.start(*item), index.end(*item)}, on.items[*item].clip};
}

std::optional<std::size_t> findTrack(const Sequence& sequence, const Uuid& trackId) {
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t)
        if (sequence.tracks[t]->id == trackId)
            return t;
    return std::nullopt;
}

namespace {

/// `ids` with every clip that has the same in `member` as one of them.
std::set<Uuid> withSame(const Sequence& sequence, const std::set<Uuid>& ids, Uuid Clip::*member) {
    std::set<Uuid> groups;
    const auto forEachClip = [&](const auto& visit) {
        for (const auto& track : sequence.tracks)
            for (const Item& item : track->items)
                if (item.clip)
                    visit(*item.clip);
    };
    forEachClip([&](const Clip& clip) {
        if (!(clip.*member).isNil() && ids.contains(clip.id))
            groups.insert(clip.*member);
    });
    std::set<Uuid> all = ids;
    if (!groups.empty())
        forEachClip([&](const Clip& clip) {
            if (groups.contains(clip.*member))
                all.insert(clip.id);
        });
    return all;
}

} // namespace

std::set<Uuid> withLinked(const Sequence& sequence, const std::set<Uuid>& ids) {
    return withSame(sequence, ids, &Clip::linkGroup);
}

std::set<Uuid> withGrouped(const Sequence& sequence, const std::set<Uuid>& ids) {
    return withSame(sequence, ids, &Clip::group);
}

std::set<Uuid> withCompanions(const Sequence& sequence, const std::set<Uuid>& ids) {
    std::set<Uuid> linked = withLinked(sequence, ids);
    std::set<Uuid> grouped = withGrouped(sequence, linked);
    return grouped == linked ? linked : withLinked(sequence, grouped); // each looks at every clip
}

UnitRange framesOf(const Track& track, UnitRange units, FrameRate sequenceRate) {
    if (track.kind == TrackKind::Video)
        return units;
    return {frameAtSample(units.first, sequenceRate), frameAtSample(units.end - 1, sequenceRate) + 1};
}

LinkedClips::LinkedClips(const Sequence& sequence)
    : m_rate(sequence.rate) {
    for (const auto& track : sequence.tracks) {
        std::int64_t start = 0;
        for (const Item& item : track->items) {
            if (item.clip && !item.clip->linkGroup.isNil()) {
                const Key key{item.clip->linkGroup, item.clip->media.sourceId,
                              track->kind == TrackKind::Audio};
                m_first.try_emplace(
                    key,
                    Place{item.clip, framesOf(*track, {start, start + item.duration}, sequence.rate).first});
            }
            start += item.duration;
        }
    }
}

std::int64_t LinkedClips::framesOutOfStep(const Clip& clip, std::int64_t firstFrame,
                                          const SourceTimings& sources) const {
    const auto source = sources.find(clip.media.sourceId);
    if (clip.linkGroup.isNil() || source == sources.end() || source->second.clock.rate != m_rate)
        return 0;
    const SourceClock& clock = source->second.clock;
    const bool sound = clip.mediaRate != clock.rate;
    const auto other = m_first.find(Key{clip.linkGroup, clip.media.sourceId, !sound});
    if (other == m_first.end())
        return 0;
    const Clip& partner = *other->second.clip;
    const std::int64_t partnerFirst = other->second.firstFrame;
    if (!clip.speed.isAsFastAs(partner.speed))
        return 0; // at two speeds they are together for a moment at most
    if (clip.speed.isNormal()) {
        // What the Source shows at frame 0 of the sequence, were the clip that long: the same for clips in
        // step.
        const auto anchor = [&](const Clip& of, std::int64_t first) {
            return (of.mediaRate == clock.rate ? of.in : clock.frameAtAbsoluteSample(of.in)) - first;
        };
        return anchor(partner, partnerFirst) - anchor(clip, firstFrame);
    }
    if (clip.speed.isFreeze())
        return 0;
    const auto shownAt = [&](const Clip& of, std::int64_t first, std::int64_t frame) {
        if (of.mediaRate == clock.rate)
            return sourceUnitAt(of, frame - first, m_rate);
        return clock.frameAtAbsoluteSample(
            sourceUnitAt(of, samplesAtFrame(frame, m_rate) - samplesAtFrame(first, m_rate), sampleRate48k));
    };
    const std::int64_t at = std::max(firstFrame, partnerFirst);
    const std::int64_t apart = shownAt(partner, partnerFirst, at) - shownAt(clip, firstFrame, at);
    // One picture more or less is what rounding makes of a speed.
    if (std::abs(apart) <= 1)
        return 0;
    return mulDivRound(clip.speed.isReverse() ? -apart : apart, clip.speed.den, std::abs(clip.speed.num));
}

std::vector<std::int64_t> editPoints(const Sequence& sequence) {
    std::vector<std::int64_t> points;
    for (const auto& track : sequence.tracks) {
        if (track->locked)
            continue;
        std::int64_t start = 0;
        for (const Item& item : track->items) {
            if (item.clip) {
                const UnitRange frames = framesOf(*track, {start, start + item.duration}, sequence.rate);
                points.push_back(frames.first);
                points.push_back(frames.end);
            }
            start += item.duration;
        }
    }
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

} // namespace cutaway::timeline
