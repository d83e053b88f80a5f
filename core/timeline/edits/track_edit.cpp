#include "core/timeline/edits/sequence_edit.h"
#include "core/timeline/invariants.h"
#include "core/timeline/transitions.h"

#include <utility>

namespace cutaway::timeline {

TrackEdit::TrackEdit(const Track& track, FrameRate sequenceRate, std::vector<Split>& splits)
    : m_track(track)
    , m_rate(sequenceRate)
    , m_splits(splits) {}

std::int64_t TrackEdit::unitsAt(std::int64_t frame) const {
    return Sequence::unitsAtFrame(m_track, frame, m_rate);
}

std::int64_t TrackEdit::shifted(std::int64_t unit, std::int64_t frames) const {
    if (m_track.kind == TrackKind::Video)
        return unit + frames;
    const std::int64_t frame = frameAtSample(unit, m_rate);
    return samplesAtFrame(frame + frames, m_rate) + (unit - samplesAtFrame(frame, m_rate));
}

std::size_t TrackEdit::cut(std::int64_t unit) {
    auto& items = m_track.items;
    std::int64_t start = 0;
    std::size_t i = 0;
    while (i < items.size() && start + items[i].duration <= unit)
        start += items[i++].duration;
    if (start == unit)
        return i;
    if (i == items.size()) {
        items.push_back(Item::gap(unit - start));
        return items.size();
    }
    const std::int64_t head = unit - start;
    const std::int64_t tail = items[i].duration - head;
    const auto next = items.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    if (items[i].isGap()) {
        items[i].duration = head;
        items.insert(next, Item::gap(tail));
        return i + 1;
    }
    const std::shared_ptr<const Clip> whole = items[i].clip;
    Clip right = clipFrom(*whole, head, tail, m_track.rate);
    right.id = Uuid::random();
    right.head.reset();
    m_splits.push_back({whole->id, right.id});
    items.insert(next, Item::of(std::move(right)));
    Clip left = clipFrom(*whole, 0, head, m_track.rate);
    left.tail.reset();
    items[i] = Item::of(std::move(left));
    return i + 1;
}

void TrackEdit::clear(UnitRange range) {
    put(range.first, Item::gap(range.count()));
}

void TrackEdit::put(std::int64_t unit, Item item) {
    if (item.duration <= 0)
        return;
    const std::size_t first = cut(unit);
    const std::size_t end = cut(unit + item.duration);
    auto& items = m_track.items;
    const auto at = items.erase(items.begin() + static_cast<std::ptrdiff_t>(first),
                                items.begin() + static_cast<std::ptrdiff_t>(end));
    items.insert(at, std::move(item));
}

void TrackEdit::open(std::int64_t unit, std::int64_t frames) {
    if (frames <= 0 || unit >= m_track.duration())
        return;
    const std::size_t index = cut(unit);
    shiftFrom(index, unit, frames);
    m_track.items.insert(m_track.items.begin() + static_cast<std::ptrdiff_t>(index),
                         Item::gap(shifted(unit, frames) - unit));
}

void TrackEdit::close(std::int64_t unit, std::int64_t frames) {
    const std::int64_t end = shifted(unit, frames);
    if (frames <= 0 || unit >= m_track.duration())
        return;
    const std::size_t first = cut(unit);
    const std::size_t last = cut(end);
    m_track.items.erase(m_track.items.begin() + static_cast<std::ptrdiff_t>(first),
                        m_track.items.begin() + static_cast<std::ptrdiff_t>(last));
    shiftFrom(first, end, -frames);
}

void TrackEdit::shiftFrom(std::size_t index, std::int64_t oldStart, std::int64_t frames) {
    if (m_track.kind == TrackKind::Video || samplesAtFrame(m_rate.num, m_rate) % m_rate.num == 0)
        return;
    std::int64_t start = oldStart;
    for (std::size_t i = index; i < m_track.items.size(); ++i) {
        Item& item = m_track.items[i];
        const std::int64_t end = start + item.duration;
        const std::int64_t duration = shifted(end, frames) - shifted(start, frames);
        start = end;
        if (duration == item.duration)
            continue;
        if (item.isGap() || duration == 0)
            item = Item::gap(duration);
        else
            item = Item::of(clipFrom(*item.clip, 0, duration, m_track.rate));
    }
}

Track TrackEdit::finish() && {
    normalise(m_track.items);
    fitTransitions(m_track.items);
    return std::move(m_track);
}

} // namespace cutaway::timeline
