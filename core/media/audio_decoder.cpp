#include "core/media/decoder.h"
#include "core/media/internal/resampler.h"
#include "core/media/internal/sample_convert.h"
#include "core/media/internal/sound_index.h"

#include <algorithm>
#include <new>
#include <optional>

namespace cutaway::media {

namespace {

constexpr int editingRate = 48000;
/// Transform codecs need the packets before to give a packet's exact samples.
constexpr std::int64_t warmUpPackets = 3;

} // namespace

struct AudioDecoder::State {
    av::Input input;
    int stream;
    av::SoundIndex index;
    AudioInfo info;
    av::CodecPtr codec;
    std::optional<av::Resampler> resampler; ///< where the sound is stored at another rate
    av::PacketPtr packet = av::makePacket();
    av::FramePtr sound = av::makeFrame();

    bool running = false;
    bool draining = false;
    std::size_t nextFed = 0;     ///< position in index.packets of the next packet from the demuxer
    AudioBlock current;          ///< the real samples of one packet
    std::int64_t currentAt = -1; ///< position of its first sample; -1: none

    State(av::Input in, int streamIndex)
        : input(std::move(in))
        , stream(streamIndex) {}

    Result<void> openCodec();
    Result<void> goTo(std::size_t packetIndex);
    Result<bool> findPacket(std::size_t packetIndex);
    Result<bool> decodeNext();
    std::int64_t samples() const { return resampler ? resampler->length(index.samples) : index.samples; }
    Result<AudioBlock> read(std::int64_t first, std::int64_t count, const std::stop_token& stop);
    Result<AudioBlock> readStored(std::int64_t first, std::int64_t count, const std::stop_token& stop);
    Result<AudioBlock> readPadded(std::int64_t first, std::int64_t count, const std::stop_token& stop);

    Error damaged(std::int64_t sample, std::int64_t byte, const std::string& detail) const {
        std::string where = "sample " + std::to_string(sample);
        if (byte >= 0)
            where += ", byte " + std::to_string(byte);
        return {ErrorCategory::Corrupt, "The sound is damaged at " + where + ".", detail};
    }
};

Result<void> AudioDecoder::State::openCodec() {
    if (info.rate != editingRate) {
        CUTAWAY_TRY(resampler, av::Resampler::open(info.rate, info.channels));
    }
    const AVCodecParameters* parameters = input.stream(stream)->codecpar;
    const AVCodec* decoder = avcodec_find_decoder(parameters->codec_id);
    if (!decoder)
        return Error{
            ErrorCategory::Unsupported, "Sound coded as " + info.codec + " cannot be decoded here.", {}};
    codec.reset(avcodec_alloc_context3(decoder));
    if (!codec)
        throw std::bad_alloc();
    int code = avcodec_parameters_to_context(codec.get(), parameters);
    codec->flags2 |= AV_CODEC_FLAG2_SKIP_MANUAL; // what is hidden is taken away here, exactly
    codec->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
    if (code >= 0)
        code = avcodec_open2(codec.get(), decoder, nullptr);
    if (code < 0)
        return Error{av::category(code, ErrorCategory::Corrupt),
                     "The description of the sound in this file is damaged.", av::text(code)};
    return {};
}

/// Reads packets until this one is in `packet`.
Result<bool> AudioDecoder::State::findPacket(std::size_t packetIndex) {
    const av::SoundPacket& wanted = index.packets[packetIndex];
    for (std::size_t reads = 0; reads <= index.packets.size(); ++reads) {
        av_packet_unref(packet.get());
        CUTAWAY_TRY(const bool more, input.read(*packet));
        if (!more || (wanted.dts != AV_NOPTS_VALUE && packet->dts > wanted.dts))
            return false;
        if (packet->pts == wanted.pts && packet->dts == wanted.dts && packet->pos == wanted.byte)
            return true;
    }
    return false;
}

Result<void> AudioDecoder::State::goTo(std::size_t packetIndex) {
    running = draining = false;
    currentAt = -1;
    av_packet_unref(packet.get());
    avcodec_flush_buffers(codec.get());
    const av::SoundPacket& wanted = index.packets[packetIndex];
    bool found = false;
    if (wanted.dts != AV_NOPTS_VALUE && input.seek(stream, wanted.dts)) {
        const auto sought = findPacket(packetIndex);
        found = sought && *sought;
    }
    if (!found) {
        CUTAWAY_CHECK(input.rewind());
        CUTAWAY_TRY(found, findPacket(packetIndex));
    }
    if (!found)
        return damaged(wanted.first, wanted.byte, "the index and the sound do not agree");
    nextFed = packetIndex;
    running = true;
    return {};
}

/// One more packet's real samples into `current`. False at the end.
Result<bool> AudioDecoder::State::decodeNext() {
    while (true) {
        const int code = avcodec_receive_frame(codec.get(), sound.get());
        if (code == AVERROR_EOF)
            return false;
        if (code == AVERROR(EAGAIN)) {
            bool more = true;
            if (!packet->data) {
                CUTAWAY_TRY(more, input.read(*packet));
            }
            if (!more || nextFed >= index.packets.size()) {
                if (draining)
                    return false;
                draining = true;
                avcodec_send_packet(codec.get(), nullptr);
                continue;
            }
            packet->pts = static_cast<std::int64_t>(nextFed);
            packet->dts = AV_NOPTS_VALUE;
            const int sent = avcodec_send_packet(codec.get(), packet.get());
            const av::SoundPacket& fed = index.packets[nextFed++];
            av_packet_unref(packet.get());
            if (sent < 0)
                return damaged(fed.first, fed.byte, av::text(sent));
            continue;
        }
        const bool known = code >= 0 && sound->pts >= 0 && sound->pts < static_cast<std::int64_t>(nextFed);
        const av::SoundPacket& from =
            index.packets[known ? static_cast<std::size_t>(sound->pts) : (nextFed > 0 ? nextFed - 1 : 0)];
        if (!known)
            return damaged(from.first, from.byte, av::text(code));
        CUTAWAY_TRY(current, av::toBlock(*sound, from.skip, from.kept));
        if (current.channels != info.channels || current.frames() < from.kept)
            return damaged(from.first, from.byte, "fewer samples or channels than announced");
        currentAt = from.first;
        return true;
    }
}

Result<AudioBlock> AudioDecoder::State::read(std::int64_t first, std::int64_t count,
                                             const std::stop_token& stop) {
    if (first < 0 || count < 0 || first > samples() || count > samples() - first)
        return Error{ErrorCategory::InvalidInput,
                     "Samples " + std::to_string(first) + " to " + std::to_string(first + count) +
                         " lie outside the sound, which has " + std::to_string(samples()) + ".",
                     {}};
    if (!resampler)
        return readStored(first, count, stop);
    return resampler->read(first, count,
                           [&](std::int64_t at, std::int64_t many) { return readPadded(at, many, stop); });
}

/// Stored samples, silence where the sound has none.
Result<AudioBlock> AudioDecoder::State::readPadded(std::int64_t first, std::int64_t count,
                                                   const std::stop_token& stop) {
    AudioBlock out = AudioBlock::silence(info.channels, count);
    const std::int64_t from = std::clamp<std::int64_t>(first, 0, index.samples);
    const std::int64_t to = std::clamp<std::int64_t>(first + count, from, index.samples);
    if (to > from) {
        CUTAWAY_TRY(const AudioBlock real, readStored(from, to - from, stop));
        std::copy(real.samples.begin(), real.samples.end(),
                  out.samples.begin() + (from - first) * info.channels);
    }
    return out;
}

Result<AudioBlock> AudioDecoder::State::readStored(std::int64_t first, std::int64_t count,
                                                   const std::stop_token& stop) {
    AudioBlock out;
    out.channels = info.channels;
    out.samples.reserve(static_cast<std::size_t>(count) * static_cast<std::size_t>(info.channels));
    while (out.frames() < count) {
        if (stop.stop_requested())
            return Error{ErrorCategory::Cancelled, "Decoding was stopped.", {}};
        const std::int64_t want = first + out.frames();
        if (currentAt >= 0 && want >= currentAt && want < currentAt + current.frames()) {
            const std::int64_t take = std::min(count - out.frames(), currentAt + current.frames() - want);
            const auto from = current.samples.begin() + (want - currentAt) * info.channels;
            out.samples.insert(out.samples.end(), from, from + take * info.channels);
            continue;
        }
        const std::size_t holder = index.holding(want);
        const std::size_t warmUp = av::isPcm(codec->codec_id) ? 0 : warmUpPackets;
        const std::size_t start = holder > warmUp ? holder - warmUp : 0;
        const bool onwards = running && currentAt >= 0 && want >= currentAt && start <= nextFed;
        if (!onwards)
            CUTAWAY_CHECK(goTo(start));
        const auto more = decodeNext();
        if (!more || !*more) {
            running = false;
            currentAt = -1;
            return more ? damaged(want, -1, "the sound ends too early") : more.error();
        }
        // Samples of the warm-up packets are decoded for the codec's sake only.
        while (currentAt + current.frames() <= want) {
            const auto next = decodeNext();
            if (!next || !*next) {
                running = false;
                currentAt = -1;
                return next ? damaged(want, -1, "the sound ends too early") : next.error();
            }
        }
    }
    return out;
}

AudioDecoder::AudioDecoder(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
AudioDecoder::AudioDecoder(AudioDecoder&&) noexcept = default;
AudioDecoder& AudioDecoder::operator=(AudioDecoder&&) noexcept = default;
AudioDecoder::~AudioDecoder() = default;

Result<AudioDecoder> AudioDecoder::open(ByteSourcePtr source, int track) {
    try {
        CUTAWAY_TRY(av::Input input, av::Input::open(std::move(source), av::Opening::Quick));
        const int stream = track < 0 ? -1 : input.audioStream(track);
        if (stream < 0)
            return Error{ErrorCategory::NotFound,
                         "There is no sound track " + std::to_string(track + 1) + " in this file.",
                         {}};
        input.only(stream);
        auto state = std::make_unique<State>(std::move(input), stream);
        CUTAWAY_TRY(state->index, av::indexSound(state->input, stream));
        CUTAWAY_TRY(state->info, av::describeSound(state->input, stream, state->index));
        CUTAWAY_CHECK(state->openCodec());
        return AudioDecoder(std::move(state));
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCategory::Corrupt, "This media asks for more memory than there is. It is damaged.", {}};
    }
}

const AudioInfo& AudioDecoder::info() const {
    return m_state->info;
}
int AudioDecoder::channels() const {
    return m_state->info.channels;
}
std::int64_t AudioDecoder::sampleCount() const {
    return m_state->samples();
}

Result<AudioBlock> AudioDecoder::read(std::int64_t first, std::int64_t count, std::stop_token stop) {
    try {
        return m_state->read(first, count, stop);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to decode this sound.", {}};
    }
}

} // namespace cutaway::media
