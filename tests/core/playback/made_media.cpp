#include "made_media.h"

#include "core/media/frame_id.h"
#include "core/media/media_writer.h"

#include <QtGlobal>
#include <cstring>

using namespace cutaway;
using namespace cutaway::playback;

namespace {

constexpr int width = 480;
constexpr int height = 270;

/// `sound` 0: the picture.
std::string objectId(const Uuid& source, int sound, std::int64_t second) {
    return source.toString() + "/" + std::to_string(sound) + "/" + std::to_string(second);
}

void orAbort(const Result<void>& result) {
    if (!result)
        qFatal("%s %s", result.error().message.c_str(), result.error().detail.c_str());
}

media::ByteBuffer makePicture(std::uint32_t number, FrameRate rate, std::int64_t first, std::int64_t count) {
    media::WriterSettings settings;
    settings.video = media::slowLinkRung(rate, media::Colour::hlg());
    settings.video->preset = "ultrafast";
    auto writer = media::MediaWriter::toMemory(settings);
    if (!writer)
        qFatal("%s", writer.error().message.c_str());
    for (std::int64_t i = 0; i < count; ++i) {
        auto frame = media::allocateFrame(width, height, settings.video->format, media::Colour::hlg());
        for (std::size_t plane = 0; plane < 3; ++plane) {
            const int rows = plane == 0 ? height : (height + 1) / 2;
            auto* bytes = frame.planes[plane];
            const auto code = static_cast<std::uint16_t>(plane == 0 ? 200 + (first + i) % 400 : 512);
            for (std::ptrdiff_t j = 0; j < frame.frame.strides[plane] / 2 * rows; ++j)
                std::memcpy(bytes + j * 2, &code, 2);
        }
        media::drawFrameId(frame, {number, static_cast<std::uint32_t>(first + i)});
        orAbort(writer->write(*frame.share()));
    }
    orAbort(writer->finish());
    return writer->takeBytes();
}

media::ByteBuffer makeSound(const std::function<std::int32_t(std::int64_t)>& recorded, int member,
                            int channels, std::int64_t first, std::int64_t count) {
    media::WriterSettings settings;
    settings.container = media::Container::Wav;
    settings.audio.push_back({media::AudioCodec::Pcm24, channels, 0});
    auto writer = media::MediaWriter::toMemory(settings);
    if (!writer)
        qFatal("%s", writer.error().message.c_str());
    media::AudioBlock block = media::AudioBlock::silence(channels, count);
    for (std::int64_t i = 0; i < count; ++i)
        for (int channel = 0; channel < channels; ++channel)
            block.samples[static_cast<std::size_t>(i * channels + channel)] =
                recorded(MadeMedia::shifted(member, channel, first + i));
    orAbort(writer->write(0, block));
    orAbort(writer->finish());
    return writer->takeBytes();
}

std::int64_t framesPerSecond(FrameRate rate) {
    return rate.timecodeBase();
}

} // namespace

Uuid MadeMedia::add(std::uint32_t number, FrameRate rate, Timestamp origin, int seconds) {
    Made made;
    made.number = number;
    PlayableSource& source = made.source;
    source.sourceId = Uuid::random();
    source.name = "CAM " + std::to_string(number);
    source.clock = {origin, rate};
    source.firstFrame = source.clock.originUnit();
    source.frameCount = framesPerSecond(rate) * seconds;
    source.rungs.push_back({Uuid::random(), width, height});
    for (const int channels : sounds)
        source.sounds.push_back({Uuid::random(), channels});
    for (int second = 0; second < seconds; ++second) {
        const std::int64_t first = second * framesPerSecond(rate);
        made.objects[objectId(source.sourceId, 0, second)] = std::make_shared<const media::ByteBuffer>(
            makePicture(number, rate, source.firstFrame + first, framesPerSecond(rate)));
        const std::int64_t from = source.clock.sampleAtFrame(source.firstFrame + first);
        const std::int64_t to = source.clock.sampleAtFrame(source.firstFrame + first + framesPerSecond(rate));
        for (int member = 1; member <= static_cast<int>(sounds.size()); ++member)
            made.objects[objectId(source.sourceId, member, second)] =
                std::make_shared<const media::ByteBuffer>(makeSound(
                    recorded, member, sounds[static_cast<std::size_t>(member - 1)], from, to - from));
    }
    const Uuid id = source.sourceId;
    m_sources[id] = std::move(made);
    return id;
}

Result<PlayableSource> MadeMedia::source(const Uuid& id, std::stop_token) {
    if (away)
        return Error{ErrorCategory::Unavailable, "The cloud cannot be reached. Trying again.", {}};
    const auto found = m_sources.find(id);
    if (found == m_sources.end())
        return Error{ErrorCategory::NotFound, "No such angle.", {}};
    return found->second.source;
}

Result<ObjectSpan> MadeMedia::spanAt(const PlayableSource& source, std::int64_t unit, int sound) {
    const auto start = [&](std::int64_t second) {
        const std::int64_t frame = source.firstFrame + second * framesPerSecond(source.clock.rate);
        return sound > 0 ? source.clock.sampleAtFrame(frame) : frame;
    };
    for (std::int64_t second = 0;
         start(second) < start(source.frameCount / framesPerSecond(source.clock.rate)); ++second)
        if (unit >= start(second) && unit < start(second + 1))
            return ObjectSpan{objectId(source.sourceId, sound, second), start(second),
                              start(second + 1) - start(second), 0, nullptr};
    return Error{ErrorCategory::NotFound, "Nothing here yet.", {}};
}

Result<ObjectSpan> MadeMedia::pictureSpan(const PlayableSource& source, const Uuid&, std::int64_t unit,
                                          std::stop_token) {
    return spanAt(source, unit, 0);
}

Result<ObjectSpan> MadeMedia::soundSpan(const PlayableSource& source, const Uuid& flowId, std::int64_t unit,
                                        std::stop_token) {
    int member = 1;
    for (const SoundMember& sound : source.sounds) {
        if (sound.flowId == flowId)
            return spanAt(source, unit, member);
        ++member;
    }
    return Error{ErrorCategory::NotFound, "No such sound.", {}};
}

Result<std::shared_ptr<const media::ByteBuffer>> MadeMedia::object(const ObjectSpan& span, std::stop_token) {
    if (away)
        return Error{ErrorCategory::Unavailable, "The cloud cannot be reached. Trying again.", {}};
    ++fetched;
    for (const auto& [id, made] : m_sources)
        if (const auto found = made.objects.find(span.objectId); found != made.objects.end())
            return found->second;
    return Error{ErrorCategory::NotFound, "No such piece.", span.objectId};
}
