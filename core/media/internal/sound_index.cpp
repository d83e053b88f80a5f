#include "core/media/internal/sound_index.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace cutaway::media::av {

namespace {

constexpr int maxChannels = 64;
/// More than any coder puts into one packet: what a damaged file claims must not overflow the sum.
constexpr std::int64_t mostInPacket = std::int64_t{1} << 30;

/// What FFmpeg's demuxers say about the samples of a packet that are not to be heard.
struct Hidden {
    std::int64_t atStart = 0;
    std::int64_t atEnd = 0;
};

Hidden hiddenSamples(const AVPacket& packet) {
    std::size_t size = 0;
    const std::uint8_t* data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
    if (!data || size < 8)
        return {};
    std::uint32_t start = 0, end = 0;
    std::memcpy(&start, data, 4); // little-endian, as every machine this is built for
    std::memcpy(&end, data + 4, 4);
    return {start, end};
}

std::int64_t decodedSamples(const AVPacket& packet, const AVCodecParameters& parameters, AVRational base) {
    if (isPcm(parameters.codec_id)) {
        const int bits = av_get_bits_per_sample(parameters.codec_id);
        const std::int64_t frame = std::int64_t{bits} * parameters.ch_layout.nb_channels / 8;
        return frame > 0 ? packet.size / frame : 0;
    }
    if (parameters.frame_size > 0)
        return parameters.frame_size;
    return std::clamp<std::int64_t>(
        av_rescale_q(packet.duration, base, AVRational{1, parameters.sample_rate}), 0, mostInPacket);
}

} // namespace

bool isPcm(AVCodecID codec) {
    return codec >= AV_CODEC_ID_FIRST_AUDIO && codec < AV_CODEC_ID_ADPCM_IMA_QT &&
           av_get_bits_per_sample(codec) > 0;
}

std::size_t SoundIndex::holding(std::int64_t sample) const {
    const auto after = std::upper_bound(
        packets.begin(), packets.end(), sample,
        [](std::int64_t value, const SoundPacket& packet) { return value < packet.first + packet.kept; });
    return static_cast<std::size_t>(after - packets.begin());
}

Result<SoundIndex> indexSound(Input& input, int streamIndex) {
    const AVStream& stream = *input.stream(streamIndex);
    const AVCodecParameters& parameters = *stream.codecpar;
    if (parameters.sample_rate <= 0 || parameters.ch_layout.nb_channels <= 0 ||
        parameters.ch_layout.nb_channels > maxChannels)
        return Error{
            ErrorCategory::Corrupt, "The sound of this media is damaged: its form cannot be made out.", {}};
    // The demuxer's end of the edit list, which no packet says.
    std::int64_t limit = std::numeric_limits<std::int64_t>::max();
    if (std::strstr(input.context()->iformat->name, "mov") && !isPcm(parameters.codec_id) &&
        stream.duration > 0)
        limit = av_rescale_q(stream.duration, stream.time_base, AVRational{1, parameters.sample_rate});
    SoundIndex index;
    std::int64_t stillHidden = 0; // a long priming reaches over several packets
    const PacketPtr packet = makePacket();
    while (true) {
        CUTAWAY_TRY(const bool more, input.read(*packet));
        if (!more)
            break;
        if (packet->stream_index == streamIndex) {
            SoundPacket entry;
            entry.pts = packet->pts;
            entry.dts = packet->dts;
            entry.byte = packet->pos;
            entry.decoded = decodedSamples(*packet, parameters, stream.time_base);
            const Hidden hidden = hiddenSamples(*packet);
            stillHidden += hidden.atStart;
            entry.skip = std::min(stillHidden, entry.decoded);
            if (packet->flags & AV_PKT_FLAG_DISCARD)
                entry.skip = entry.decoded;
            stillHidden = std::max<std::int64_t>(0, stillHidden - entry.skip);
            entry.kept = std::max<std::int64_t>(0, entry.decoded - entry.skip - hidden.atEnd);
            entry.kept = std::min(entry.kept, limit - index.samples);
            entry.first = index.samples;
            if (index.samples == 0 && entry.kept > 0) {
                index.startPts = entry.pts;
                index.startSkip = entry.skip;
            }
            index.samples += entry.kept;
            index.bytes += packet->size;
            index.packets.push_back(entry);
        }
        av_packet_unref(packet.get());
    }
    return index;
}

Result<AudioInfo> describeSound(const Input& input, int streamIndex, const SoundIndex& index) {
    const AVCodecParameters& parameters = *input.stream(streamIndex)->codecpar;
    AudioInfo info;
    info.stream = streamIndex;
    info.codec = avcodec_get_name(parameters.codec_id);
    info.rate = parameters.sample_rate;
    info.channels = parameters.ch_layout.nb_channels;
    info.bits = isPcm(parameters.codec_id) ? av_get_bits_per_sample(parameters.codec_id) : 0;
    info.samples = index.samples;
    if (index.samples > 0)
        info.bitRate = static_cast<std::int64_t>(Int128(index.bytes) * 8 * info.rate / index.samples);
    return info;
}

} // namespace cutaway::media::av
