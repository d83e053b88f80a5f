#include "core/media/decoder.h"
#include "core/media/internal/picture_checksum.h"
#include "core/media/internal/picture_index.h"
#include "core/media/internal/picture_memory.h"

#include <algorithm>
#include <new>
#include <optional>

namespace cutaway::media {

namespace {

Error cancelled() {
    return {ErrorCategory::Cancelled, "Decoding was stopped.", {}};
}

/// False when the source ends before.
Result<bool> readWhole(ByteSource& source, std::int64_t at, std::span<std::byte> into) {
    while (!into.empty()) {
        CUTAWAY_TRY(const std::size_t count, source.readAt(at, into));
        if (count == 0)
            return false;
        at += static_cast<std::int64_t>(count);
        into = into.subspan(count);
    }
    return true;
}

} // namespace

struct VideoDecoder::State {
    ByteSourcePtr source;
    av::Input input;
    int stream;
    av::PictureIndex index;
    VideoInfo info;
    std::shared_ptr<PicturePool> pool; ///< outlives the codec
    av::CodecPtr codec;
    av::PacketPtr packet = av::makePacket();
    av::FramePtr picture = av::makeFrame();

    bool running = false;     ///< the codec stands somewhere: decoding may go on from there
    bool draining = false;    ///< the last packet has been fed
    bool checksums = false;   ///< a picture had a right one, so all of them have
    std::int64_t feedEnd = 0; ///< fromHeader: position in index.packets of the first one that is not fed
    std::int64_t target = 0;  ///< the picture that is decoded to
    std::int64_t nextFed = 0; ///< position in index.packets of the next packet that the demuxer gives
    std::int64_t nextOut = 0; ///< no frame before this one can come out any more
    std::int64_t wrong = -1;  ///< since the last seek: the frame whose bytes are wrong, and were not fed
    std::int64_t heldIndex = -1;
    VideoFramePtr held;

    State(ByteSourcePtr bytes, av::Input in, int streamIndex)
        : source(std::move(bytes))
        , input(std::move(in))
        , stream(streamIndex) {}

    Result<int> slicesToShare(const DecodeOptions& options);
    Result<void> openCodec(const DecodeOptions& options, int slices);
    Result<void> goTo(std::int64_t packetIndex);
    Result<bool> readPacket();
    Result<void> skipTo(std::int64_t packetIndex, bool afterSeek);
    bool isWrong(const AVPacket& stored);
    Result<void> feed();
    Result<std::int64_t> receive();
    Result<VideoFramePtr> decodeTo(std::int64_t wanted, const std::stop_token& stop);
    Result<VideoFramePtr> frameAt(std::int64_t wanted, bool nothingBeyond, const std::stop_token& stop);

    Error damaged(std::int64_t frame, const std::string& detail) const {
        const std::int64_t byte = frame < index.frames() ? index.shown(frame).byte : -1;
        std::string where = "frame " + std::to_string(frame);
        if (byte >= 0)
            where += ", byte " + std::to_string(byte);
        return {ErrorCategory::Corrupt, "The picture is damaged at " + where + ".", detail};
    }
};

/// How many slices of a picture may be decoded side by side. FFmpeg then no longer counts missing parts, so
/// that only pictures with a checksum are decoded so.
Result<int> VideoDecoder::State::slicesToShare(const DecodeOptions& options) {
    const auto lengthBytes = av::nalLengthBytes(*input.stream(stream)->codecpar);
    if (options.threads == 1 || !lengthBytes || !index.timestamps || index.frames() == 0 ||
        index.packets.front().byte < 0)
        return 1;
    const std::int64_t shown = std::clamp<std::int64_t>(options.firstFrame, 0, index.frames() - 1);
    const av::PicturePacket& key = index.packets[static_cast<std::size_t>(index.decodeStart(shown))];
    // An index may say anything: no more is asked for than there is.
    const std::int64_t there = std::min<std::int64_t>(key.bytes, source->size() - key.byte);
    if (there <= 0)
        return 1;
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(there));
    const auto read = readWhole(*source, key.byte, std::as_writable_bytes(std::span(bytes)));
    if (!read && read.error().category == ErrorCategory::Cancelled)
        return read.error();
    if (!read || !*read) // others may be whole
        return 1;
    const auto units = av::nalUnits(bytes, *lengthBytes);
    return units && av::checksumOf(*units) == av::Checksum::Right ? av::slicesOf(*units) : 1;
}

Result<void> VideoDecoder::State::openCodec(const DecodeOptions& options, int slices) {
    const AVCodecParameters* parameters = input.stream(stream)->codecpar;
    const AVCodec* decoder = avcodec_find_decoder(parameters->codec_id);
    if (!decoder)
        return Error{
            ErrorCategory::Unsupported, "Pictures coded as " + info.codec + " cannot be decoded here.", {}};
    codec.reset(avcodec_alloc_context3(decoder));
    if (!codec)
        throw std::bad_alloc();
    int code = avcodec_parameters_to_context(codec.get(), parameters);
    codec->pkt_timebase = input.stream(stream)->time_base;
    codec->thread_count = options.slicesOnly && slices < 2 ? 1 : std::clamp(options.threads, 0, 16);
    if (slices > 1) // a picture is there as soon as its own bytes are, and a key picture in half the time
        codec->thread_type = FF_THREAD_SLICE;
    codec->max_pixels = av::mostPixels;
    // A wrong picture is worse than an error. Concealment stays on because it is what counts missing slices;
    // a picture in which anything was concealed is refused in receive().
    codec->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
    pool = options.pool;
    if (pool)
        av::usePool(*codec, pool->store());
    if (code >= 0)
        code = avcodec_open2(codec.get(), decoder, nullptr);
    if (code < 0)
        return Error{av::category(code, ErrorCategory::Corrupt),
                     "The description of the picture in this file is damaged.", av::text(code)};
    return {};
}

/// Reads on until this packet is in `packet`. After a seek, one that lies beyond means that the seek missed.
Result<void> VideoDecoder::State::skipTo(std::int64_t packetIndex, bool afterSeek) {
    const av::PicturePacket& wanted = index.packets[static_cast<std::size_t>(packetIndex)];
    for (std::size_t reads = 0; reads <= index.packets.size(); ++reads) {
        av_packet_unref(packet.get());
        CUTAWAY_TRY(const bool more, input.read(*packet));
        if (!more)
            break;
        if (packet->pts == wanted.pts && packet->pos == wanted.byte && packet->size == wanted.bytes) {
            nextFed = packetIndex; // held in `packet`, fed first
            return {};
        }
        if (afterSeek && (wanted.byte >= 0 ? packet->pos > wanted.byte : packet->dts > wanted.dts))
            break;
    }
    av_packet_unref(packet.get());
    return Error{ErrorCategory::Corrupt,
                 "The index of this file and its pictures do not agree. It is damaged.",
                 "byte " + std::to_string(wanted.byte)};
}

Result<void> VideoDecoder::State::goTo(std::int64_t packetIndex) {
    running = draining = false;
    wrong = -1;
    av_packet_unref(packet.get());
    avcodec_flush_buffers(codec.get());
    if (index.fromHeader) { // every picture is read by its place
        nextFed = packetIndex;
        running = true;
        nextOut = 0;
        return {};
    }
    const av::PicturePacket& wanted = index.packets[static_cast<std::size_t>(packetIndex)];
    const bool found = index.timestamps && wanted.dts != AV_NOPTS_VALUE && input.seek(stream, wanted.dts) &&
                       skipTo(packetIndex, true).ok();
    if (!found) {
        // Containers that cannot seek exactly are read again from their beginning.
        CUTAWAY_CHECK(input.rewind());
        if (index.timestamps) {
            CUTAWAY_CHECK(skipTo(packetIndex, false));
        } else {
            CUTAWAY_TRY(const bool more, input.read(*packet));
            if (!more)
                return damaged(0, "no packets on the second reading");
            nextFed = 0;
        }
    }
    running = true;
    nextOut = 0;
    return {};
}

bool VideoDecoder::State::isWrong(const AVPacket& stored) {
    const auto lengthBytes = av::nalLengthBytes(*input.stream(stream)->codecpar);
    const av::Bytes bytes(stored.data, static_cast<std::size_t>(stored.size));
    if (!lengthBytes || (!checksums && !av::mayHaveChecksum(bytes)))
        return false;
    const auto units = av::nalUnits(bytes, *lengthBytes);
    const av::Checksum checksum = units ? av::checksumOf(*units) : av::Checksum::Absent;
    checksums = checksums || checksum == av::Checksum::Right;
    return checksum == av::Checksum::Wrong || (checksums && checksum == av::Checksum::Absent);
}

/// The packet at nextFed into `packet`. False at the end.
Result<bool> VideoDecoder::State::readPacket() {
    if (!index.fromHeader) {
        auto more = input.read(*packet);
        running = running && more.ok(); // the demuxer may have passed over the packet that it could not read
        return more;
    }
    if (nextFed >= static_cast<std::int64_t>(index.packets.size()))
        return false;
    const av::PicturePacket& stored = index.packets[static_cast<std::size_t>(nextFed)];
    if (stored.byte > source->size() - stored.bytes)
        return damaged(std::max<std::int64_t>(stored.shown, 0), "it lies beyond the end of the file");
    if (av_new_packet(packet.get(), stored.bytes) < 0)
        throw std::bad_alloc();
    const std::span into(reinterpret_cast<std::byte*>(packet->data), static_cast<std::size_t>(stored.bytes));
    const auto read = readWhole(*source, stored.byte, into);
    if (!read || !*read)
        av_packet_unref(packet.get());
    if (!read)
        return read.error();
    if (!*read)
        return damaged(std::max<std::int64_t>(stored.shown, 0), "its bytes cannot be read");
    packet->flags = stored.key ? AV_PKT_FLAG_KEY : 0;
    packet->pos = stored.byte;
    return true;
}

Result<void> VideoDecoder::State::feed() {
    // Nothing refers to these, and nobody asked for them.
    while (index.fromHeader && nextFed < feedEnd &&
           index.packets[static_cast<std::size_t>(nextFed)].disposable &&
           index.packets[static_cast<std::size_t>(nextFed)].shown < target)
        ++nextFed;
    if (index.fromHeader && nextFed >= feedEnd) {
        draining = true;
        avcodec_send_packet(codec.get(), nullptr);
        return {};
    }
    if (!packet->data) {
        CUTAWAY_TRY(const bool more, readPacket());
        if (!more || nextFed >= static_cast<std::int64_t>(index.packets.size())) {
            draining = true;
            avcodec_send_packet(codec.get(), nullptr);
            return {};
        }
    }
    const std::int64_t at = nextFed++;
    if (isWrong(*packet)) { // what was fed before it is right and may still be wanted
        wrong = std::max<std::int64_t>(index.packets[static_cast<std::size_t>(at)].shown, 0);
        av_packet_unref(packet.get());
        draining = true;
        avcodec_send_packet(codec.get(), nullptr);
        return {};
    }
    // The codec reorders pictures by itself; the time stamp only has to tell which packet it came from.
    packet->pts = at;
    packet->dts = AV_NOPTS_VALUE;
    const int code = avcodec_send_packet(codec.get(), packet.get());
    av_packet_unref(packet.get());
    if (code < 0) // with several threads the error may be of any packet on the way
        return damaged(codec->active_thread_type == FF_THREAD_FRAME
                           ? nextOut
                           : std::max<std::int64_t>(index.packets[static_cast<std::size_t>(at)].shown, 0),
                       av::text(code));
    return {};
}

/// Decodes until one picture comes out into `picture`: its shown index, or -1 at the end, or -2 for hidden
/// ones.
Result<std::int64_t> VideoDecoder::State::receive() {
    while (true) {
        const int code = avcodec_receive_frame(codec.get(), picture.get());
        if (code == AVERROR_EOF && wrong >= 0)
            return damaged(wrong, "its bytes have another checksum");
        if (code == AVERROR_EOF)
            return std::int64_t{-1};
        if (code == AVERROR(EAGAIN)) {
            CUTAWAY_CHECK(feed());
            continue;
        }
        if (code < 0)
            return damaged(nextOut, av::text(code));
        std::int64_t shown = nextOut;
        if (index.timestamps) {
            if (picture->pts < 0 || picture->pts >= static_cast<std::int64_t>(index.packets.size()))
                return damaged(nextOut, "a picture that no packet announced");
            shown = index.packets[static_cast<std::size_t>(picture->pts)].shown;
            if (shown < 0)
                return std::int64_t{-2};
        }
        if ((picture->flags & AV_FRAME_FLAG_CORRUPT) || picture->decode_error_flags != 0)
            return damaged(shown, "the decoder reports missing parts");
        return shown;
    }
}

Result<VideoFramePtr> VideoDecoder::State::decodeTo(std::int64_t wanted, const std::stop_token& stop) {
    while (true) {
        if (stop.stop_requested())
            return cancelled();
        CUTAWAY_TRY(const std::int64_t shown, receive());
        if (shown == -1 || shown > wanted)
            return damaged(wanted, "its data gives no picture");
        if (shown < 0)
            continue;
        nextOut = std::max(nextOut, shown + 1);
        if (shown == wanted)
            return av::wrap(*picture);
    }
}

/// `nothingBeyond`: the codec is given no more than the picture needs, and told that nothing follows. It has
/// to begin at a key frame afterwards.
Result<VideoFramePtr> VideoDecoder::State::frameAt(std::int64_t wanted, bool nothingBeyond,
                                                   const std::stop_token& stop) {
    if (wanted < 0 || wanted >= index.frames())
        return Error{ErrorCategory::InvalidInput,
                     "There is no frame " + std::to_string(wanted) + ": the picture has " +
                         std::to_string(index.frames()) + " frames.",
                     {}};
    if (held && heldIndex == wanted)
        return held;
    const std::int64_t start = index.timestamps ? index.decodeStart(wanted) : 0;
    const bool beyond = index.fromHeader && start >= feedEnd;
    const bool passesWrong = wrong >= 0 && start >= nextFed;
    const bool onwards =
        running && !beyond && !passesWrong && wanted >= nextOut && (!index.timestamps || start <= nextFed);
    if (!onwards)
        CUTAWAY_CHECK(goTo(start));
    if (index.fromHeader) {
        feedEnd =
            nothingBeyond ? index.shownPackets[static_cast<std::size_t>(wanted)] + 1 : index.gopEnd(start);
        target = nextOut = wanted; // what is shown before it may be passed over
    }
    auto frame = decodeTo(wanted, stop);
    if (!frame) {
        running = running && frame.error().category == ErrorCategory::Cancelled;
        return frame;
    }
    if (nothingBeyond && draining)
        running = false;
    held = *frame;
    heldIndex = wanted;
    return frame;
}

VideoDecoder::VideoDecoder(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
VideoDecoder::VideoDecoder(VideoDecoder&&) noexcept = default;
VideoDecoder& VideoDecoder::operator=(VideoDecoder&&) noexcept = default;
VideoDecoder::~VideoDecoder() = default;

Result<VideoDecoder> VideoDecoder::open(ByteSourcePtr source, const DecodeOptions& options) {
    try {
        const auto opening = options.headerOnly ? av::Opening::Mp4Header : av::Opening::Quick;
        CUTAWAY_TRY(av::Input input, av::Input::open(source, opening));
        const int stream = input.videoStream();
        if (stream < 0)
            return Error{ErrorCategory::Unsupported, "There is no picture in this file.", {}};
        input.only(stream);
        auto state = std::make_unique<State>(source, std::move(input), stream);
        CUTAWAY_TRY(state->index, options.headerOnly ? av::indexPicturesFromHeader(state->input, stream)
                                                     : av::indexPictures(state->input, stream));
        CUTAWAY_TRY(state->info, av::describePicture(state->input, stream, state->index));
        CUTAWAY_TRY(const int slices, state->slicesToShare(options));
        CUTAWAY_CHECK(state->openCodec(options, slices));
        return VideoDecoder(std::move(state));
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCategory::Corrupt, "This media asks for more memory than there is. It is damaged.", {}};
    }
}

const VideoInfo& VideoDecoder::info() const {
    return m_state->info;
}
std::int64_t VideoDecoder::frameCount() const {
    return m_state->index.frames();
}
FrameRate VideoDecoder::rate() const {
    return m_state->info.rate;
}
Colour VideoDecoder::colour() const {
    return m_state->info.colour;
}

std::int64_t VideoDecoder::keyFrameBefore(std::int64_t index) const {
    if (index < 0 || index >= frameCount() || !m_state->index.timestamps)
        return 0;
    const std::int64_t key = m_state->index.decodeStart(index);
    return std::max<std::int64_t>(0, m_state->index.packets[static_cast<std::size_t>(key)].shown);
}

ByteStretch VideoDecoder::gopBytes(std::int64_t index) const {
    if (index < 0 || index >= frameCount() || !m_state->index.fromHeader)
        return {};
    const auto& packets = m_state->index.packets;
    const std::int64_t start = m_state->index.decodeStart(index);
    const auto packet = [&](std::int64_t at) { return packets[static_cast<std::size_t>(at)]; };
    ByteStretch bytes{packet(start).byte, packet(start).byte};
    for (std::int64_t at = start; at < m_state->index.gopEnd(start); ++at)
        bytes = {std::min(bytes.first, packet(at).byte),
                 std::max(bytes.end, packet(at).byte + packet(at).bytes)};
    return bytes;
}

Result<VideoFramePtr> VideoDecoder::frameAt(std::int64_t index, std::stop_token stop) {
    try {
        return m_state->frameAt(index, false, stop);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to decode this picture.", {}};
    }
}

Result<VideoFramePtr> VideoDecoder::onlyFrameAt(std::int64_t index, std::stop_token stop) {
    try {
        return m_state->frameAt(index, m_state->index.fromHeader, stop);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to decode this picture.", {}};
    }
}

Result<void> VideoDecoder::decodeRange(std::int64_t first, std::int64_t count, const FrameCallback& onFrame,
                                       std::stop_token stop) {
    const std::int64_t end = count < 0 ? frameCount() : first + count;
    for (std::int64_t at = first; at < end; ++at) {
        CUTAWAY_TRY(VideoFramePtr frame, frameAt(at, stop));
        if (!onFrame(at, std::move(frame)))
            break;
    }
    return {};
}

} // namespace cutaway::media
