#include "core/timeline/source_timing.h"

namespace cutaway::timeline {

std::optional<UnitRange> availableUnits(const Clip& clip, const SourceTimings& sources) {
    const auto found = sources.find(clip.media.sourceId);
    if (found == sources.end())
        return std::nullopt;
    const SourceTiming& source = found->second;
    if (clip.mediaRate == source.clock.rate)
        return UnitRange{source.first, source.end};
    return UnitRange{source.clock.sampleAtFrame(source.first), source.clock.sampleAtFrame(source.end)};
}

std::int64_t mediaUnits(const Clip& clip, std::int64_t units, FrameRate trackRate) {
    return clip.mediaRate == trackRate ? units : rescale(units, trackRate, clip.mediaRate);
}

} // namespace cutaway::timeline
