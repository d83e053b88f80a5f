#include "core/media/picture_reader.h"

#include "core/media/internal/input.h"
#include "core/media/internal/sws.h"

#include <algorithm>
#include <new>

namespace cutaway::media {

namespace {

/// Of a decoder that was told to drain: more errors than this in a row, and nothing comes any more.
constexpr int mostErrorsAtEnd = 64;

/// The picture in the nearest layout that a VideoFrame has.
Result<VideoFramePtr> convert(const AVFrame& picture) {
    if (av::pixelFormat(picture.format))
        return av::wrap(picture);
    const auto layout = static_cast<AVPixelFormat>(picture.format);
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(layout);
    const bool deep = description && description->comp[0].depth > 8;
    const Colour colour = av::colour(picture.color_primaries, picture.color_trc, AVCOL_SPC_BT709,
                                     AVCOL_RANGE_MPEG, AV_PIX_FMT_YUV420P);
    WritableFrame out = allocateFrame(picture.width, picture.height,
                                      deep ? PixelFormat::Yuv420p10 : PixelFormat::Yuv420p8, colour);
    const bool rgb = description && (description->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
    const av::ScaleJob job{picture.width, picture.height, layout,
                           picture.width, picture.height, av::avPixelFormat(out.frame.format),
                           SWS_BILINEAR,  colour.matrix,  rgb || picture.color_range == AVCOL_RANGE_JPEG,
                           false};
    SwsContext* sws = sws_isSupportedInput(layout) > 0 ? av::scaler(job) : nullptr;
    if (!sws) {
        const char* name = av_get_pix_fmt_name(layout);
        return Error{ErrorCategory::Unsupported, "Pictures of this layout cannot be read here.",
                     name ? name : "unknown pixel format"};
    }
    std::uint8_t* const planes[4] = {out.planes[0], out.planes[1], out.planes[2], nullptr};
    const auto stride = [&](std::size_t plane) { return static_cast<int>(out.frame.strides[plane]); };
    const int strides[4] = {stride(0), stride(1), stride(2), 0};
    sws_scale(sws, picture.data, picture.linesize, 0, picture.height, planes, strides);
    return out.share();
}

Result<av::CodecPtr> openCodec(const AVStream& stream, const DecodeOptions& options) {
    const AVCodecParameters* parameters = stream.codecpar;
    const AVCodec* decoder = avcodec_find_decoder(parameters->codec_id);
    if (!decoder)
        return Error{ErrorCategory::Unsupported,
                     std::string("Pictures coded as ") + avcodec_get_name(parameters->codec_id) +
                         " cannot be decoded here.",
                     {}};
    av::CodecPtr codec(avcodec_alloc_context3(decoder));
    if (!codec)
        throw std::bad_alloc();
    int code = avcodec_parameters_to_context(codec.get(), parameters);
    codec->pkt_timebase = stream.time_base;
    codec->thread_count = std::clamp(options.threads, 0, 16);
    codec->max_pixels = av::mostStillPixels;
    // Frame threads would swallow the error of a last picture that is damaged.
    codec->thread_type = FF_THREAD_SLICE;
    // Half a picture may be completed with an earlier one's pixels. TIFF would stumble over tags it need not
    // know.
    codec->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER;
    if (parameters->codec_id != AV_CODEC_ID_TIFF)
        codec->err_recognition |= AV_EF_EXPLODE;
    // H.264 that does not say how far it reorders: wait as long as its level allows, rather than find out by
    // showing a picture too early.
    if (parameters->codec_id == AV_CODEC_ID_H264)
        codec->strict_std_compliance = FF_COMPLIANCE_STRICT;
    if (code >= 0)
        code = avcodec_open2(codec.get(), decoder, nullptr);
    if (code < 0)
        return Error{av::category(code, ErrorCategory::Corrupt),
                     "The description of the picture in this file is damaged.", av::text(code)};
    return codec;
}

class Reading {
public:
    Reading(av::Input input, int stream, av::CodecPtr codec, const PictureCallback& onPicture)
        : m_input(std::move(input))
        , m_stream(stream)
        , m_codec(std::move(codec))
        , m_onPicture(onPicture) {}

    Result<void> run(const std::stop_token& stop) {
        while (!m_over) {
            if (stop.stop_requested())
                return Error{ErrorCategory::Cancelled, "Reading was stopped.", {}};
            const int code = avcodec_receive_frame(m_codec.get(), m_picture.get());
            if (code == AVERROR_EOF)
                break;
            if (code == AVERROR(EAGAIN)) {
                CUTAWAY_CHECK(feed());
            } else if (code < 0) {
                undecodable();
            } else {
                CUTAWAY_CHECK(show());
            }
        }
        if (m_broken && m_next == 0)
            return Error{
                ErrorCategory::Corrupt, "The media announces pictures but none could be decoded.", {}};
        return m_broken;
    }

private:
    Result<void> feed() {
        do {
            av_packet_unref(m_packet.get());
            const auto more = m_input.read(*m_packet);
            if (!more)
                m_broken = more.error(); // what has been read is shown first
            if (!more || !*more) {
                m_draining = true;
                avcodec_send_packet(m_codec.get(), nullptr);
                return {};
            }
        } while (m_packet->stream_index != m_stream);
        if (avcodec_send_packet(m_codec.get(), m_packet.get()) < 0)
            undecodable();
        return {};
    }

    void give(VideoFramePtr frame) { m_over = !m_onPicture(m_next++, std::move(frame)); }

    void undecodable() {
        if (m_draining && ++m_errorsAtEnd > mostErrorsAtEnd)
            m_over = true;
        else
            give(nullptr);
    }

    Result<void> show() {
        // What was concealed may be another picture's pixels.
        if ((m_picture->flags & AV_FRAME_FLAG_CORRUPT) || m_picture->decode_error_flags != 0) {
            give(nullptr);
            return {};
        }
        CUTAWAY_TRY(VideoFramePtr frame, convert(*m_picture));
        give(std::move(frame));
        return {};
    }

    av::Input m_input;
    int m_stream;
    av::CodecPtr m_codec;
    const PictureCallback& m_onPicture;
    av::PacketPtr m_packet = av::makePacket();
    av::FramePtr m_picture = av::makeFrame();
    std::int64_t m_next = 0;
    Result<void> m_broken;
    bool m_draining = false;
    bool m_over = false;
    int m_errorsAtEnd = 0;
};

} // namespace

Result<void> readPictures(ByteSourcePtr source, const PictureCallback& onPicture,
                          const DecodeOptions& options, std::stop_token stop) {
    try {
        CUTAWAY_TRY(av::Input input, av::Input::open(std::move(source), av::Opening::AnyFormat));
        const int stream = input.videoStream();
        if (stream < 0)
            return Error{ErrorCategory::Unsupported, "There is no picture in this file.", {}};
        input.only(stream);
        CUTAWAY_TRY(av::CodecPtr codec, openCodec(*input.stream(stream), options));
        return Reading(std::move(input), stream, std::move(codec), onPicture).run(stop);
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCategory::Corrupt, "This media asks for more memory than there is. It is damaged.", {}};
    }
}

} // namespace cutaway::media
