#include "core/time/source_clock.h"

namespace cutaway {

Timestamp SourceClock::timeOf(std::int64_t absoluteUnit) const {
    return origin + durationOfUnits(absoluteUnit - originUnit(), rate);
}

std::int64_t SourceClock::unitAt(const Timestamp& t) const {
    return originUnit() + unitsNearest(t - origin, rate);
}

TimeRange SourceClock::rangeOf(std::int64_t firstAbsoluteUnit, std::int64_t count) const {
    return TimeRange::halfOpen(timeOf(firstAbsoluteUnit), timeOf(firstAbsoluteUnit + count));
}

std::int64_t SourceClock::sampleAtFrame(std::int64_t absoluteFrame) const {
    return audio().originUnit() + samplesAtFrame(absoluteFrame - originUnit(), rate);
}

std::int64_t SourceClock::frameAtAbsoluteSample(std::int64_t absoluteSample) const {
    return originUnit() + frameAtSample(absoluteSample - audio().originUnit(), rate);
}

} // namespace cutaway
