#include "core/timeline/source_position.h"

#include "core/timeline/clip_map.h"
#include "core/timeline/index.h"

namespace cutaway::timeline {

std::optional<SourcePosition> sourceAt(const Sequence& sequence, std::int64_t frame,
                                       const SourceTimings& sources) {
    std::optional<ClipPlace> top;
    for (std::size_t t = 0; t < sequence.tracks.size(); ++t)
        if (sequence.tracks[t]->kind == TrackKind::Video && !sequence.tracks[t]->muted)
            if (auto place = clipAt(sequence, t, frame); place && !place->clip->graphic)
                top = std::move(place);
    if (!top)
        return std::nullopt;
    const auto found = sources.find(top->clip->media.sourceId);
    if (found == sources.end())
        return std::nullopt;
    const SourceTiming& source = found->second;
    SourcePosition position;
    position.name = source.name.empty() ? top->clip->name : source.name;
    position.frame = sourceUnitAt(*top->clip, frame - top->units.first, sequence.rate);
    position.timecode = source.startTimecode + position.frame - source.clock.originUnit();
    position.format = {source.clock.rate, source.dropFrame};
    return position;
}

} // namespace cutaway::timeline
