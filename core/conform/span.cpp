#include "core/conform/plan.h"

#include <algorithm>

namespace cutaway::conform {

timeline::UnitRange Span::used() const {
    if (speed.isNormal())
        return {sourceUnit, sourceUnit + count};
    const std::int64_t last = sourceUnit + speed.stepsIn(count - 1);
    return {std::min(sourceUnit, last), std::max(sourceUnit, last) + 1};
}

std::int64_t Span::recordUnitOf(std::int64_t unit) const {
    std::int64_t low = 0;
    std::int64_t high = count;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        const std::int64_t at = sourceUnit + speed.stepsIn(middle);
        if (speed.isReverse() ? at <= unit : at >= unit)
            high = middle;
        else
            low = middle + 1;
    }
    return recordUnit + low;
}

PlaceInObjects placeOf(const Span& span, std::int64_t unit) {
    std::int64_t left = span.sourceUnit + span.speed.stepsIn(unit) - span.used().first;
    for (std::size_t i = 0; i < span.objects.size(); ++i) {
        if (left < span.objects[i].count)
            return {i, span.objects[i].firstInObject + left};
        left -= span.objects[i].count;
    }
    return {};
}

} // namespace cutaway::conform
