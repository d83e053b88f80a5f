#include "core/media/internal/av.h"

#include <cerrno>
#include <mutex>
#include <new>

namespace cutaway::media::av {

FramePtr makeFrame() {
    FramePtr frame(av_frame_alloc());
    if (!frame)
        throw std::bad_alloc();
    return frame;
}

PacketPtr makePacket() {
    PacketPtr packet(av_packet_alloc());
    if (!packet)
        throw std::bad_alloc();
    return packet;
}

std::string text(int code) {
    char buffer[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, buffer, sizeof buffer);
    return buffer;
}

ErrorCategory category(int code, ErrorCategory otherwise) {
    switch (code) {
    case AVERROR(ENOSPC):
    case AVERROR(EDQUOT):
        return ErrorCategory::OutOfSpace;
    case AVERROR(ENOMEM):
        return ErrorCategory::Internal;
    case AVERROR_DECODER_NOT_FOUND:
    case AVERROR_ENCODER_NOT_FOUND:
    case AVERROR_PATCHWELCOME:
        return ErrorCategory::Unsupported;
    case AVERROR_EXIT:
        return ErrorCategory::Cancelled;
    default:
        return otherwise;
    }
}

std::optional<PixelFormat> pixelFormat(int avFormat) {
    switch (avFormat) {
    case AV_PIX_FMT_YUV420P:
    case AV_PIX_FMT_YUVJ420P:
        return PixelFormat::Yuv420p8;
    case AV_PIX_FMT_YUV420P10LE:
        return PixelFormat::Yuv420p10;
    case AV_PIX_FMT_YUV422P:
    case AV_PIX_FMT_YUVJ422P:
        return PixelFormat::Yuv422p8;
    case AV_PIX_FMT_YUV422P10LE:
        return PixelFormat::Yuv422p10;
    default:
        return std::nullopt;
    }
}

AVPixelFormat avPixelFormat(PixelFormat format) {
    switch (format) {
    case PixelFormat::Yuv420p8:
        return AV_PIX_FMT_YUV420P;
    case PixelFormat::Yuv420p10:
        return AV_PIX_FMT_YUV420P10LE;
    case PixelFormat::Yuv422p8:
        return AV_PIX_FMT_YUV422P;
    case PixelFormat::Yuv422p10:
        break;
    }
    return AV_PIX_FMT_YUV422P10LE;
}

Colour colour(AVColorPrimaries primaries, AVColorTransferCharacteristic transfer, AVColorSpace matrix,
              AVColorRange range, int avFormat) {
    const bool specified = primaries != AVCOL_PRI_UNSPECIFIED && primaries != AVCOL_PRI_RESERVED0;
    Colour colour;
    colour.primaries = specified ? static_cast<int>(primaries) : 1;
    colour.transfer =
        transfer != AVCOL_TRC_UNSPECIFIED && transfer != AVCOL_TRC_RESERVED0 ? static_cast<int>(transfer) : 1;
    colour.matrix = matrix != AVCOL_SPC_UNSPECIFIED ? static_cast<int>(matrix) : 1;
    colour.fullRange =
        range == AVCOL_RANGE_JPEG || avFormat == AV_PIX_FMT_YUVJ420P || avFormat == AV_PIX_FMT_YUVJ422P;
    return colour;
}

Result<VideoFramePtr> wrap(const AVFrame& frame) {
    const auto format = pixelFormat(frame.format);
    if (!format) {
        const char* name = av_get_pix_fmt_name(static_cast<AVPixelFormat>(frame.format));
        return Error{ErrorCategory::Unsupported,
                     "This picture's sampling is not 4:2:0 or 4:2:2 in 8 or 10 bits. Convert the file first.",
                     name ? name : "unknown pixel format"};
    }
    AVFrame* shared = av_frame_clone(&frame);
    if (!shared)
        throw std::bad_alloc();
    auto value = std::make_shared<VideoFrame>();
    value->owner = std::shared_ptr<AVFrame>(shared, Free{});
    value->width = shared->width;
    value->height = shared->height;
    value->format = *format;
    value->colour = colour(shared->color_primaries, shared->color_trc, shared->colorspace,
                           shared->color_range, shared->format);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        value->planes[plane] = shared->data[plane];
        value->strides[plane] = shared->linesize[plane];
    }
    return VideoFramePtr(std::move(value));
}

FramePtr unwrap(const VideoFrame& frame) {
    FramePtr out = makeFrame();
    out->width = frame.width;
    out->height = frame.height;
    out->format = avPixelFormat(frame.format);
    out->color_primaries = static_cast<AVColorPrimaries>(frame.colour.primaries);
    out->color_trc = static_cast<AVColorTransferCharacteristic>(frame.colour.transfer);
    out->colorspace = static_cast<AVColorSpace>(frame.colour.matrix);
    out->color_range = frame.colour.fullRange ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    out->chroma_location = AVCHROMA_LOC_LEFT;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        out->data[plane] = const_cast<std::uint8_t*>(frame.planes[plane]);
        out->linesize[plane] = static_cast<int>(frame.strides[plane]);
    }
    using Owner = std::shared_ptr<const void>;
    auto* owner = new Owner(frame.owner);
    out->buf[0] = av_buffer_create(
        out->data[0], static_cast<std::size_t>(out->linesize[0]) * static_cast<std::size_t>(frame.height),
        [](void* opaque, std::uint8_t*) { delete static_cast<Owner*>(opaque); }, owner,
        AV_BUFFER_FLAG_READONLY);
    if (!out->buf[0]) {
        delete owner;
        throw std::bad_alloc();
    }
    return out;
}

void quiet() {
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_level(AV_LOG_QUIET); });
}

} // namespace cutaway::media::av
