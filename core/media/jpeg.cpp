#include "core/media/jpeg.h"

#include "core/media/colour_convert.h"
#include "core/media/internal/sws.h"
#include "core/media/scale.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace cutaway::media {

namespace {

constexpr int largestSide = 8192;
constexpr int jpegMatrix = 6; ///< BT.601: what JFIF files mean

Error notAJpeg(int code) {
    return {ErrorCategory::Corrupt, "This picture is not a JPEG that can be read, or it is damaged.",
            av::text(code)};
}

/// 100 is the finest quantiser that the encoder has, 1 the coarsest.
int quantiser(int quality) {
    return 31 - (std::clamp(quality, 1, 100) - 1) * 29 / 99;
}

Result<ByteBuffer> encodeFull(const RgbImage& image, int quality) {
    const AVCodec* encoder = avcodec_find_encoder(AV_CODEC_ID_MJPEG);
    const av::CodecPtr codec(avcodec_alloc_context3(encoder));
    const av::FramePtr frame = av::makeFrame();
    frame->width = image.width;
    frame->height = image.height;
    frame->format = AV_PIX_FMT_YUVJ420P;
    frame->quality = FF_QP2LAMBDA * quantiser(quality);
    if (!encoder || !codec || av_frame_get_buffer(frame.get(), 0) < 0)
        throw std::bad_alloc();
    codec->width = image.width;
    codec->height = image.height;
    codec->pix_fmt = AV_PIX_FMT_YUVJ420P;
    codec->color_range = AVCOL_RANGE_JPEG;
    codec->time_base = {1, 25};
    codec->thread_count = 1;
    codec->flags |= AV_CODEC_FLAG_QSCALE | AV_CODEC_FLAG_BITEXACT;
    codec->global_quality = frame->quality;
    const av::ScaleJob job{image.width,         image.height, AV_PIX_FMT_RGBA, image.width, image.height,
                           AV_PIX_FMT_YUVJ420P, SWS_BICUBIC,  jpegMatrix,      true,        true};
    SwsContext* sws = av::scaler(job);
    int code = avcodec_open2(codec.get(), encoder, nullptr);
    if (!sws || code < 0)
        return Error{ErrorCategory::Internal, "This picture could not be saved as JPEG.", av::text(code)};
    const std::uint8_t* source[4] = {image.rgba.data(), nullptr, nullptr, nullptr};
    const int stride[4] = {image.width * 4, 0, 0, 0};
    sws_scale(sws, source, stride, 0, image.height, frame->data, frame->linesize);
    const av::PacketPtr packet = av::makePacket();
    code = avcodec_send_frame(codec.get(), frame.get());
    if (code >= 0)
        code = avcodec_receive_packet(codec.get(), packet.get());
    if (code < 0)
        return Error{ErrorCategory::Internal, "This picture could not be saved as JPEG.", av::text(code)};
    const auto* bytes = reinterpret_cast<const std::byte*>(packet->data);
    return ByteBuffer(bytes, bytes + packet->size);
}

Result<RgbImage> toRgb(const AVFrame& frame) {
    if (frame.width < 1 || frame.height < 1 || frame.width > largestSide || frame.height > largestSide)
        return notAJpeg(0);
    RgbImage image;
    image.width = frame.width;
    image.height = frame.height;
    image.rgba.resize(static_cast<std::size_t>(frame.width) * static_cast<std::size_t>(frame.height) * 4);
    const av::ScaleJob job{frame.width,
                           frame.height,
                           static_cast<AVPixelFormat>(frame.format),
                           frame.width,
                           frame.height,
                           AV_PIX_FMT_RGBA,
                           SWS_BILINEAR | SWS_FULL_CHR_H_INT,
                           jpegMatrix,
                           true,
                           true};
    SwsContext* sws = av::scaler(job);
    if (!sws)
        return notAJpeg(0);
    std::uint8_t* target[4] = {image.rgba.data(), nullptr, nullptr, nullptr};
    const int stride[4] = {image.width * 4, 0, 0, 0};
    sws_scale(sws, frame.data, frame.linesize, 0, frame.height, target, stride);
    return image;
}

} // namespace

Result<ByteBuffer> encodeJpeg(const RgbImage& image, int quality) {
    const auto pixels = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (image.width < 2 || image.height < 2 || image.width > largestSide || image.height > largestSide ||
        image.rgba.size() != pixels * 4)
        return Error{ErrorCategory::InvalidInput, "A picture of this size cannot be saved as JPEG.", {}};
    av::quiet();
    try {
        return encodeFull(image, quality);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to save this picture.", {}};
    }
}

Result<ByteBuffer> encodeJpeg(const VideoFramePtr& frame, int width, int quality) {
    if (!frame || frame->width < 1 || width < 16)
        return Error{ErrorCategory::InvalidInput, "There is no picture to save.", {}};
    const int evenWidth = width / 2 * 2;
    const auto exact = static_cast<long>(frame->height) * evenWidth / frame->width;
    const int height = std::max(16, static_cast<int>((exact + 1) / 2 * 2));
    CUTAWAY_TRY(const VideoFramePtr small, scale(frame, evenWidth, height, frame->format));
    return encodeJpeg(toDisplayRgb(*small), quality);
}

Result<RgbImage> decodeJpeg(std::span<const std::byte> bytes) {
    if (bytes.size() < 4 || bytes.size() > std::size_t{256} << 20 || bytes[0] != std::byte{0xff} ||
        bytes[1] != std::byte{0xd8})
        return notAJpeg(0);
    av::quiet();
    try {
        const AVCodec* decoder = avcodec_find_decoder(AV_CODEC_ID_MJPEG);
        const av::CodecPtr codec(avcodec_alloc_context3(decoder));
        const av::PacketPtr packet = av::makePacket();
        if (!decoder || !codec || av_new_packet(packet.get(), static_cast<int>(bytes.size())) < 0)
            throw std::bad_alloc();
        std::memcpy(packet->data, bytes.data(), bytes.size());
        codec->thread_count = 1;
        codec->max_pixels = std::int64_t{largestSide} * largestSide;
        const av::FramePtr frame = av::makeFrame();
        int code = avcodec_open2(codec.get(), decoder, nullptr);
        if (code >= 0)
            code = avcodec_send_packet(codec.get(), packet.get());
        if (code >= 0)
            code = avcodec_receive_frame(codec.get(), frame.get());
        if (code < 0)
            return notAJpeg(code);
        return toRgb(*frame);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to show this picture.", {}};
    }
}

} // namespace cutaway::media
