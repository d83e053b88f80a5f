#include "core/timeline/transitions.h"

#include "core/timeline/clip_map.h"

#include <algorithm>

namespace cutaway::timeline {

namespace {

const Clip* clipAtIndex(const std::vector<Item>& items, std::size_t i) {
    return i < items.size() ? items[i].clip.get() : nullptr;
}

/// A transition at the head of item `i`, cut down to what stands there; none when nothing is left of it.
std::optional<Transition> fittedHead(const std::vector<Item>& items, std::size_t i) {
    std::optional<Transition> head = items[i].clip->head;
    if (!head)
        return head;
    const Clip* previous = i > 0 ? clipAtIndex(items, i - 1) : nullptr;
    if (head->before < 0 || head->after < 0 || (!previous && head->before > 0))
        return std::nullopt;
    head->after = std::min(head->after, items[i].duration);
    if (previous) {
        // What the head of the clip before has taken of it is not there twice.
        const std::int64_t taken = previous->head ? std::min(previous->head->after, previous->duration) : 0;
        head->before = std::min(head->before, previous->duration - taken);
    }
    return head->duration() > 0 ? head : std::nullopt;
}

std::optional<Transition> fittedTail(const std::vector<Item>& items, std::size_t i) {
    const Clip& clip = *items[i].clip;
    std::optional<Transition> tail = clip.tail;
    if (!tail || clipAtIndex(items, i + 1) || tail->after != 0)
        return std::nullopt;
    tail->before = std::min(tail->before, clip.duration - (clip.head ? clip.head->after : 0));
    return tail->before > 0 ? tail : std::nullopt;
}

} // namespace

std::int64_t TransitionPlace::leavingUnit(std::int64_t unit, FrameRate trackRate) const {
    return sourceUnitAt(*leaving, unit - leavingStart, trackRate);
}

std::int64_t TransitionPlace::comingUnit(std::int64_t unit, FrameRate trackRate) const {
    return sourceUnitAt(*coming, unit - cut, trackRate);
}

std::vector<TransitionPlace> transitionsOf(const Track& track) {
    std::vector<TransitionPlace> places;
    std::int64_t start = 0;
    for (std::size_t i = 0; i < track.items.size(); ++i) {
        const Item& item = track.items[i];
        if (item.clip && item.clip->head) {
            const Item* previous = i > 0 && track.items[i - 1].clip ? &track.items[i - 1] : nullptr;
            places.push_back({*item.clip->head, start, previous ? previous->clip : nullptr, item.clip,
                              previous ? start - previous->duration : 0, i});
        }
        if (item.clip && item.clip->tail)
            places.push_back({*item.clip->tail, start + item.duration, item.clip, nullptr, start, i});
        start += item.duration;
    }
    return places;
}

std::optional<std::int64_t> spareBefore(const Clip& clip, FrameRate trackRate, const SourceTimings& sources) {
    const auto available = availableUnits(clip, sources);
    const auto room = available ? roomBefore(clip, *available, trackRate) : std::nullopt;
    return room ? std::optional(std::max<std::int64_t>(0, *room)) : std::nullopt;
}

std::optional<std::int64_t> spareAfter(const Clip& clip, FrameRate trackRate, const SourceTimings& sources) {
    const auto available = availableUnits(clip, sources);
    const auto room = available ? roomAfter(clip, *available, trackRate) : std::nullopt;
    return room ? std::optional(std::max<std::int64_t>(0, *room)) : std::nullopt;
}

std::int64_t missingHandle(const TransitionPlace& place, FrameRate trackRate, const SourceTimings& sources) {
    std::int64_t missing = 0;
    if (place.leaving && place.coming) {
        if (const auto spare = spareAfter(*place.leaving, trackRate, sources))
            missing = std::max(missing, place.transition.after - *spare);
        if (const auto spare = spareBefore(*place.coming, trackRate, sources))
            missing = std::max(missing, place.transition.before - *spare);
    }
    return missing;
}

void fitTransitions(std::vector<Item>& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].clip || (!items[i].clip->head && !items[i].clip->tail))
            continue;
        // Head before tail: what the head takes of the clip is not left for the tail.
        Clip clip = *items[i].clip;
        clip.head = fittedHead(items, i);
        items[i] = Item::of(clip);
        clip.tail = fittedTail(items, i);
        if (clip.tail != items[i].clip->tail)
            items[i] = Item::of(std::move(clip));
    }
}

bool transitionsFit(const std::vector<Item>& items) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].clip &&
            (fittedHead(items, i) != items[i].clip->head || fittedTail(items, i) != items[i].clip->tail))
            return false;
    return true;
}

} // namespace cutaway::timeline
