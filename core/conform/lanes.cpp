#include "core/conform/lanes.h"

#include <algorithm>

namespace cutaway::conform {

namespace {

std::int64_t endOf(const Span& span) {
    return span.recordUnit + span.count;
}

bool leadsTo(const Span& last, const Span& next) {
    return endOf(last) == next.recordUnit && last.clipId == next.clipId && last.flowId == next.flowId &&
           last.sourceUnit + last.speed.stepsIn(last.count) == next.sourceUnit &&
           last.speed.after(last.count) == next.speed;
}

} // namespace

std::vector<Lane> lanesOf(const std::vector<const Span*>& parts) {
    std::vector<Lane> lanes;
    for (auto from = parts.begin(); from != parts.end();) {
        const auto to = std::find_if(
            from, parts.end(), [&](const Span* part) { return part->recordUnit != (*from)->recordUnit; });
        // Who goes on comes first: nobody takes its lane.
        std::vector<const Span*> others;
        for (; from != to; ++from) {
            const auto lane = std::find_if(lanes.begin(), lanes.end(),
                                           [&](const Lane& l) { return leadsTo(*l.back(), **from); });
            if (lane != lanes.end())
                lane->push_back(*from);
            else
                others.push_back(*from);
        }
        for (const Span* part : others) {
            const auto lane = std::find_if(lanes.begin(), lanes.end(), [&](const Lane& l) {
                return endOf(*l.back()) <= part->recordUnit;
            });
            if (lane != lanes.end())
                lane->push_back(part);
            else
                lanes.push_back({part});
        }
    }
    return lanes;
}

} // namespace cutaway::conform
