#include "core/media/internal/picture_index.h"

#include "core/media/internal/composition_offsets.h"

#include <algorithm>

namespace cutaway::media::av {

std::int64_t PictureIndex::decodeStart(std::int64_t index) const {
    const std::int64_t target = shownPackets[static_cast<std::size_t>(index)];
    const std::int64_t targetPts = packets[static_cast<std::size_t>(target)].pts;
    for (std::int64_t at = target; at >= 0; --at) {
        const PicturePacket& packet = packets[static_cast<std::size_t>(at)];
        // A picture shown before the key frame it is stored after needs the GOP before as well.
        if (packet.key && (at == target || packet.pts == AV_NOPTS_VALUE || packet.pts <= targetPts))
            return at;
    }
    return 0;
}

std::int64_t PictureIndex::gopEnd(std::int64_t start) const {
    const auto next = std::find_if(packets.begin() + start + 1, packets.end(),
                                   [](const PicturePacket& packet) { return packet.key; });
    return next - packets.begin();
}

namespace {

constexpr std::int64_t mostHeaderBytes = std::int64_t{4} << 20;

/// Numbers the shown packets by their times. False: two have the same.
bool orderByTime(PictureIndex& index) {
    const auto pts = [&](std::int64_t at) { return index.packets[static_cast<std::size_t>(at)].pts; };
    auto& shown = index.shownPackets;
    std::sort(shown.begin(), shown.end(), [&](std::int64_t a, std::int64_t b) { return pts(a) < pts(b); });
    for (std::size_t n = 0; n < shown.size(); ++n)
        index.packets[static_cast<std::size_t>(shown[n])].shown = static_cast<std::int64_t>(n);
    return std::adjacent_find(shown.begin(), shown.end(), [&](std::int64_t a, std::int64_t b) {
               return pts(a) == pts(b);
           }) == shown.end();
}

/// True when no GOP reaches into another one, and a key frame comes first.
bool gopsAreClosed(const PictureIndex& index) {
    if (!index.packets.front().key)
        return false;
    std::int64_t key = 0, highest = -1; // in the order shown
    for (const PicturePacket& packet : index.packets) {
        if (packet.key && packet.shown < highest)
            return false;
        if (packet.key)
            key = packet.shown;
        if (packet.shown < key)
            return false;
        highest = std::max(highest, packet.shown);
    }
    return true;
}

/// The pixel format that the headers inside this packet announce; decodes nothing.
AVPixelFormat announcedFormat(const AVStream& stream, const AVPacket& packet) {
    struct ParserFree {
        void operator()(AVCodecParserContext* p) const { av_parser_close(p); }
    };
    const std::unique_ptr<AVCodecParserContext, ParserFree> parser(av_parser_init(stream.codecpar->codec_id));
    const CodecPtr codec(avcodec_alloc_context3(nullptr));
    if (!parser || !codec || avcodec_parameters_to_context(codec.get(), stream.codecpar) < 0)
        return AV_PIX_FMT_NONE;
    parser->flags |= PARSER_FLAG_COMPLETE_FRAMES;
    std::uint8_t* out = nullptr;
    int bytes = 0;
    av_parser_parse2(parser.get(), codec.get(), &out, &bytes, packet.data, packet.size, AV_NOPTS_VALUE,
                     AV_NOPTS_VALUE, -1);
    return static_cast<AVPixelFormat>(parser->format);
}

} // namespace

Result<PictureIndex> indexPictures(Input& input, int stream) {
    PictureIndex index;
    index.format = static_cast<AVPixelFormat>(input.stream(stream)->codecpar->format);
    const PacketPtr packet = makePacket();
    while (true) {
        CUTAWAY_TRY(const bool more, input.read(*packet));
        if (!more)
            break;
        if (packet->stream_index == stream) {
            PicturePacket entry;
            entry.pts = packet->pts;
            entry.dts = packet->dts;
            entry.byte = packet->pos;
            entry.bytes = packet->size;
            entry.key = (packet->flags & AV_PKT_FLAG_KEY) != 0;
            if (index.packets.empty() && index.format == AV_PIX_FMT_NONE)
                index.format = announcedFormat(*input.stream(stream), *packet);
            if (entry.pts == AV_NOPTS_VALUE)
                index.timestamps = false;
            if (!(packet->flags & AV_PKT_FLAG_DISCARD))
                index.shownPackets.push_back(static_cast<std::int64_t>(index.packets.size()));
            index.packets.push_back(entry);
        }
        av_packet_unref(packet.get());
    }
    if (index.timestamps) {
        if (!orderByTime(index))
            return Error{ErrorCategory::Corrupt,
                         "Two pictures of this media claim the same time. The file is damaged.",
                         {}};
    } else {
        for (std::size_t shown = 0; shown < index.shownPackets.size(); ++shown)
            index.packets[static_cast<std::size_t>(index.shownPackets[shown])].shown =
                static_cast<std::int64_t>(shown);
    }
    if (index.packets.empty())
        return Error{ErrorCategory::Corrupt, "The media announces pictures but holds none.", {}};
    return index;
}

Result<PictureIndex> indexPicturesFromHeader(const Input& input, int stream) {
    AVStream* video = input.stream(stream);
    const int count = avformat_index_get_entries_count(video);
    const Error unsuited{ErrorCategory::Unsupported, "The index of this media does not tell enough.", {}};
    if (count <= 0 || input.context()->nb_streams != 1)
        return unsuited;
    const std::int64_t headerBytes = avformat_index_get_entry(video, 0)->pos;
    if (headerBytes > mostHeaderBytes)
        return unsuited;
    CUTAWAY_TRY(const ByteBuffer header, input.head(headerBytes));
    const auto offsets = compositionOffsets(header, static_cast<std::size_t>(count));
    if (!offsets)
        return unsuited;
    const std::vector<bool> disposable = disposablePictures(header, static_cast<std::size_t>(count));
    // Where some are shown before they are decoded, FFmpeg moves all of them.
    const std::int64_t shift =
        std::max<std::int64_t>(0, -*std::min_element(offsets->begin(), offsets->end()));
    PictureIndex index;
    index.fromHeader = true;
    for (int n = 0; n < count; ++n) {
        const AVIndexEntry& entry = *avformat_index_get_entry(video, n);
        if ((entry.flags & AVINDEX_DISCARD_FRAME) != 0 || entry.size <= 0)
            return unsuited;
        PicturePacket packet;
        packet.dts = entry.timestamp;
        packet.pts = entry.timestamp + (*offsets)[static_cast<std::size_t>(n)] + shift;
        packet.byte = entry.pos;
        packet.bytes = entry.size;
        packet.key = (entry.flags & AVINDEX_KEYFRAME) != 0;
        packet.disposable = disposable[static_cast<std::size_t>(n)];
        if (packet.byte < headerBytes || (packet.key && packet.disposable))
            return unsuited;
        index.packets.push_back(packet);
        index.shownPackets.push_back(n);
    }
    if (!orderByTime(index) || !gopsAreClosed(index))
        return unsuited;
    return index;
}

} // namespace cutaway::media::av
