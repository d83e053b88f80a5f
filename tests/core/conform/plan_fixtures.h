#pragma once

#include "core/conform/plan.h"
#include "core/timeline/sequence.h"

#include <string>
#include <vector>

/// Sources and sequences for tests of planning: values only, nothing rendered.
namespace cutaway::fixtures {

/// A Source at 10:00:00:00 with `frames` pictures and stereo sound: a master of each, and a proxy.
inline conform::SourceMedia sourceOf(const std::string& label, FrameRate rate, std::int64_t frames,
                                     std::int64_t originSeconds = 36000) {
    conform::SourceMedia source;
    source.sourceId = Uuid::named(Uuid(), "source " + label);
    source.label = label;
    source.clock = {Timestamp{originSeconds, 0}, rate};
    source.timecode = {rate, false};
    source.startTimecode = parseTimecode("10:00:00:00", source.timecode).value();
    const auto range = source.clock.rangeOf(source.clock.originUnit(), frames);
    const auto flow = [&](const std::string& name, const std::string& role, int generation,
                          std::int64_t rateBits) {
        conform::FlowCandidate candidate;
        candidate.flowId = Uuid::named(source.sourceId, name);
        candidate.role = role;
        candidate.generation = generation;
        candidate.bitRate = rateBits;
        candidate.available = range;
        candidate.rate = role == "video" ? rate : sampleRate48k;
        candidate.colour = media::Colour::hlg();
        candidate.width = generation == 0 ? 3840 : 960;
        candidate.height = generation == 0 ? 2160 : 540;
        candidate.channels = 2;
        return candidate;
    };
    source.flows = {flow("proxy", "video", 1, 2'000'000), flow("master", "video", 0, 60'000'000),
                    flow("sound proxy", "audio-1", 1, 192'000), flow("sound", "audio-1", 0, 2'304'000)};
    return source;
}

inline timeline::Clip clipOf(const conform::SourceMedia& source, std::int64_t offset, std::int64_t frames) {
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.name = source.label;
    clip.media.sourceId = source.sourceId;
    clip.mediaRate = source.clock.rate;
    clip.in = source.clock.originUnit() + offset;
    clip.duration = frames;
    return clip;
}

/// Puts picture and sound of `frames` frames at the end of the first video and the first audio track.
inline void append(timeline::Sequence& sequence, const conform::SourceMedia& source, std::int64_t offset,
                   std::int64_t frames) {
    auto video = *sequence.tracks.at(0);
    auto audio = *sequence.tracks.at(1);
    const std::int64_t at = video.duration();
    video.items.push_back(timeline::Item::of(clipOf(source, offset, frames)));
    timeline::Clip sound = clipOf(source, offset, frames);
    sound.mediaRate = sampleRate48k;
    sound.in = source.clock.sampleAtFrame(source.clock.originUnit() + offset);
    sound.duration = samplesAtFrame(at + frames, sequence.rate) - samplesAtFrame(at, sequence.rate);
    audio.items.push_back(timeline::Item::of(sound));
    sequence.tracks[0] = std::make_shared<const timeline::Track>(std::move(video));
    sequence.tracks[1] = std::make_shared<const timeline::Track>(std::move(audio));
}

inline conform::SourceMap mapOf(const std::vector<conform::SourceMedia>& sources) {
    conform::SourceMap map;
    for (const auto& source : sources)
        map.emplace(source.sourceId, source);
    return map;
}

} // namespace cutaway::fixtures
