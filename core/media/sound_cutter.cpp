#include "core/media/internal/audio_encoder.h"
#include "core/media/internal/output.h"
#include "core/media/media_writer.h"
#include "core/media/segmenter.h"

#include <algorithm>
#include <new>

namespace cutaway::media {

namespace {

/// Real sound that an AAC Object is given before its start and after its end: a transform codec's packets
/// overlap, so the first heard packet needs a true one before it and the last a true continuation.
constexpr std::int64_t aacMargin = 2048;

/// Samples [first, first + count) of the stream, silence where there is none.
Result<AudioBlock> readPadded(AudioDecoder& decoder, std::int64_t first, std::int64_t count,
                              const std::stop_token& stop) {
    const std::int64_t from = std::clamp<std::int64_t>(first, 0, decoder.sampleCount());
    const std::int64_t to = std::clamp<std::int64_t>(first + count, from, decoder.sampleCount());
    AudioBlock block = AudioBlock::silence(decoder.channels(), count);
    if (to > from) {
        CUTAWAY_TRY(const AudioBlock real, decoder.read(from, to - from, stop));
        std::copy(real.samples.begin(), real.samples.end(),
                  block.samples.begin() + (from - first) * decoder.channels());
    }
    return block;
}

Result<ByteBuffer> writeAac(const AudioEncodeSettings& settings, const AudioBlock& withMargins,
                            std::int64_t samples) {
    CUTAWAY_TRY(av::AudioEncoder encoder, av::AudioEncoder::open(settings, true));
    CUTAWAY_TRY(av::Output output, av::Output::open("mp4", {}));
    AVCodecParameters* parameters = avcodec_parameters_alloc();
    if (!parameters || avcodec_parameters_from_context(parameters, &encoder.codec()) < 0)
        throw std::bad_alloc();
    auto stream = output.addStream(*parameters, encoder.timeBase());
    avcodec_parameters_free(&parameters);
    if (!stream)
        return stream.error();
    (*stream)->codecpar->initial_padding = encoder.codec().initial_padding + static_cast<int>(aacMargin);
    CUTAWAY_CHECK(output.begin(av::mp4Options));
    const auto keep = [&](AVPacket& packet) -> Result<void> {
        packet.pts -= aacMargin;
        packet.dts = packet.pts;
        if (packet.pts >= samples)
            return {}; // only the margin after the end
        packet.duration = std::min(packet.duration, samples - packet.pts);
        return output.write(packet, 0, encoder.timeBase());
    };
    CUTAWAY_CHECK(encoder.write(withMargins, keep));
    CUTAWAY_CHECK(encoder.finish(keep));
    CUTAWAY_CHECK(output.finish());
    return output.takeBytes();
}

Result<ByteBuffer> writeWav(const AudioEncodeSettings& settings, const AudioBlock& block) {
    WriterSettings file;
    file.container = Container::Wav;
    file.audio = {settings};
    CUTAWAY_TRY(MediaWriter writer, MediaWriter::toMemory(file));
    CUTAWAY_CHECK(writer.write(0, block));
    CUTAWAY_CHECK(writer.finish());
    return writer.takeBytes();
}

} // namespace

Result<void> cutSound(AudioDecoder& decoder, const AudioEncodeSettings& settings, const SoundCut& cut,
                      const SoundObjectSink& sink, std::stop_token stop) {
    if (cut.framesPerObject < 1 || !cut.rate.isValid() || cut.end < 0 ||
        settings.channels != decoder.channels())
        return Error{ErrorCategory::InvalidInput,
                     "Sound is cut into pieces of whole frames with as many channels as it has.",
                     {}};
    try {
        for (std::int64_t frame = 0; samplesAtFrame(frame, cut.rate) < cut.end;
             frame += cut.framesPerObject) {
            SoundObject object;
            object.firstSample = samplesAtFrame(frame, cut.rate);
            object.samples =
                std::min(samplesAtFrame(frame + cut.framesPerObject, cut.rate), cut.end) - object.firstSample;
            const bool aac = settings.codec == AudioCodec::Aac;
            const std::int64_t margin = aac ? aacMargin : 0;
            object.originalAt = margin;
            CUTAWAY_TRY(object.original, readPadded(decoder, object.firstSample - cut.start - margin,
                                                    object.samples + 2 * margin, stop));
            CUTAWAY_TRY(object.bytes, aac ? writeAac(settings, object.original, object.samples)
                                          : writeWav(settings, object.original));
            CUTAWAY_CHECK(sink(std::move(object)));
        }
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to cut this sound.", {}};
    }
    return {};
}

} // namespace cutaway::media
