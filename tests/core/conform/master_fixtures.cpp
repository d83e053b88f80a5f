#include "master_fixtures.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace cutaway::fixtures {

namespace {

media::ByteBuffer soundObject(std::int64_t first, std::int64_t count, std::uint32_t number) {
    media::WriterSettings settings;
    settings.container = media::Container::Wav;
    settings.audio = {{media::AudioCodec::Pcm24, 2, 0}};
    auto writer = media::MediaWriter::toMemory(settings);
    if (!writer || !writer->write(0, test::testSound(2, first, count, number)) || !writer->finish()) {
        std::cerr << "the sound of a test angle could not be written\n";
        std::abort();
    }
    return writer->takeBytes();
}

} // namespace

conform::SourceMedia MemoryStore::add(const AngleSpec& spec) {
    conform::SourceMedia source;
    source.sourceId = Uuid::named(Uuid(), spec.label);
    source.label = spec.label;
    source.clock = {Timestamp{36000, 0}, spec.rate};
    source.timecode = {spec.rate, spec.rate.allowsDropFrame()};
    source.startTimecode = 0;
    const auto enter = [&](const std::string& role, const SourceClock& clock, std::int64_t first,
                           std::int64_t count, media::ByteBuffer bytes) {
        const std::string id = spec.label + " " + role + " " + std::to_string(first);
        const TimeRange range = clock.rangeOf(clock.originUnit() + first, count);
        objects[id] = std::move(bytes);
        m_segments[Uuid::named(source.sourceId, role)].push_back(
            {id, range, range.start()->at, std::nullopt});
    };
    for (std::int64_t first = 0; first < spec.frames; first += spec.framesPerObject) {
        test::ClipSpec clip;
        clip.frames = std::min(spec.framesPerObject, spec.frames - first);
        clip.video = media::hevcMaster(spec.width, spec.height, spec.rate);
        clip.video.preset = "ultrafast";
        clip.source = spec.number;
        clip.firstFrame = static_cast<std::uint32_t>(first);
        clip.seed = spec.number;
        enter("video", source.clock, first, clip.frames, test::makeClip(clip));
    }
    const std::int64_t samples = samplesAtFrame(spec.frames, spec.rate);
    const std::int64_t samplesPerObject = samplesAtFrame(spec.framesPerObject * 2, spec.rate);
    for (std::int64_t first = 0; first < samples; first += samplesPerObject) {
        const std::int64_t count = std::min(samplesPerObject, samples - first);
        enter("audio-1", source.clock.audio(), first, count, soundObject(first, count, spec.number));
    }
    conform::FlowCandidate picture;
    picture.flowId = Uuid::named(source.sourceId, "video");
    picture.role = "video";
    picture.bitRate = 40'000'000;
    picture.available = source.clock.rangeOf(source.clock.originUnit(), spec.frames);
    picture.rate = spec.rate;
    picture.width = spec.width;
    picture.height = spec.height;
    picture.colour = media::Colour::hlg();
    conform::FlowCandidate sound;
    sound.flowId = Uuid::named(source.sourceId, "audio-1");
    sound.role = "audio-1";
    sound.bitRate = 2'304'000;
    sound.available = picture.available;
    sound.rate = sampleRate48k;
    sound.channels = 2;
    source.flows = {picture, sound};
    return source;
}

Result<media::ByteSourcePtr> MemoryStore::open(const std::string& objectId, std::stop_token stop) {
    if (onOpen)
        onOpen(objectId);
    if (stop.stop_requested())
        return Error{ErrorCategory::Cancelled, "Cancelled.", {}};
    const auto found = objects.find(objectId);
    if (found == objects.end())
        return Error{ErrorCategory::NotFound, "There is no such object.", objectId};
    return media::memorySource(found->second);
}

conform::SegmentLookup MemoryStore::lookup() const {
    return [this](const Uuid& flow, const TimeRange& range) -> Result<std::vector<conform::SegmentView>> {
        std::vector<conform::SegmentView> found;
        for (const auto& segment : m_segments.at(flow))
            if (segment.timerange.overlaps(range))
                found.push_back(segment);
        return found;
    };
}

} // namespace cutaway::fixtures
