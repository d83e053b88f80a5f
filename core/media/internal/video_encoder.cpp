#include "core/media/internal/video_encoder.h"

#include <string>

namespace cutaway::media::av {

namespace {

Error unsuitable(const std::string& message) {
    return {ErrorCategory::InvalidInput, message, {}};
}

std::string common(const VideoEncodeSettings& settings) {
    const std::string gop = std::to_string(settings.gop);
    return "keyint=" + gop + ":min-keyint=" + gop +
           ":scenecut=0:open-gop=0:bframes=" + std::to_string(settings.bFrames);
}

std::string join(const std::string& a, const std::string& b) {
    return b.empty() ? a : a + ":" + b;
}

void set(AVCodecContext& codec, const char* name, const std::string& value) {
    av_opt_set(codec.priv_data, name, value.c_str(), 0);
}

void setHevc(AVCodecContext& codec, const VideoEncodeSettings& settings) {
    std::string parameters = common(settings) + ":log-level=none:info=0:repeat-headers=0:hrd=0";
    if (settings.threads > 0)
        parameters += ":pools=" + std::to_string(settings.threads);
    if (settings.maxRate > 0)
        parameters += ":vbv-maxrate=" + std::to_string(settings.maxRate / 1000) +
                      ":vbv-bufsize=" + std::to_string(settings.bufferBits / 1000);
    set(codec, "preset", settings.preset);
    set(codec, "x265-params", join(parameters, settings.extra));
    codec.codec_tag = MKTAG('h', 'v', 'c', '1');
}

void setH264(AVCodecContext& codec, const VideoEncodeSettings& settings) {
    set(codec, "preset", settings.preset);
    if (settings.codec == VideoCodec::AvcIntra) {
        set(codec, "avcintra-class", std::to_string(settings.avcIntraClass));
        set(codec, "x264-params", join("avcintra-flavor=sony", settings.extra));
    } else {
        std::string parameters = common(settings);
        if (settings.slices > 1) { // not filtered across their borders, or one would wait for the other
            const std::string slices = std::to_string(settings.slices);
            parameters += ":sliced-threads=1:slices=" + slices + ":threads=" + slices;
        }
        set(codec, "x264-params", join(parameters, settings.extra));
    }
}

} // namespace

Result<CodecPtr> openVideoEncoder(const VideoEncodeSettings& settings, bool globalHeader) {
    quiet();
    if (settings.width < 32 || settings.height < 32 || settings.width > 8192 || settings.height > 8192 ||
        settings.width % 2 != 0 || settings.height % 2 != 0)
        return unsuitable("A picture of " + std::to_string(settings.width) + "x" +
                          std::to_string(settings.height) +
                          " cannot be encoded: sides are even, from 32 to 8192.");
    if (!settings.rate.isValid() || settings.gop < 1)
        return unsuitable("A picture needs a frame rate and a key frame distance to be encoded.");
    const bool hevc = settings.codec == VideoCodec::Hevc;
    const AVCodec* encoder = avcodec_find_encoder_by_name(hevc ? "libx265" : "libx264");
    if (!encoder)
        return Error{ErrorCategory::Unsupported, "The encoder for this format is not installed.",
                     hevc ? "libx265" : "libx264"};
    CodecPtr codec(avcodec_alloc_context3(encoder));
    if (!codec)
        throw std::bad_alloc();
    codec->width = settings.width;
    codec->height = settings.height;
    codec->pix_fmt = avPixelFormat(settings.format);
    codec->time_base = {settings.rate.den, settings.rate.num};
    codec->framerate = {settings.rate.num, settings.rate.den};
    codec->sample_aspect_ratio = {1, 1};
    codec->color_primaries = static_cast<AVColorPrimaries>(settings.colour.primaries);
    codec->color_trc = static_cast<AVColorTransferCharacteristic>(settings.colour.transfer);
    codec->colorspace = static_cast<AVColorSpace>(settings.colour.matrix);
    codec->color_range = settings.colour.fullRange ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    codec->chroma_sample_location = AVCHROMA_LOC_LEFT;
    codec->gop_size = settings.gop;
    codec->max_b_frames = settings.bFrames;
    codec->thread_count = settings.threads;
    codec->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_CLOSED_GOP;
    if (globalHeader)
        codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    if (settings.bitRate > 0)
        codec->bit_rate = settings.bitRate;
    else if (settings.codec != VideoCodec::AvcIntra)
        set(*codec, "crf", std::to_string(settings.crf));
    if (!hevc && settings.maxRate > 0) {
        codec->rc_max_rate = settings.maxRate;
        const std::int64_t buffer = settings.bufferBits > 0 ? settings.bufferBits : settings.maxRate / 2;
        codec->rc_buffer_size = static_cast<int>(buffer);
    }
    hevc ? setHevc(*codec, settings) : setH264(*codec, settings);
    const int code = avcodec_open2(codec.get(), encoder, nullptr);
    if (code < 0)
        return Error{ErrorCategory::Unsupported,
                     "The encoder refuses these settings: " + std::to_string(settings.width) + "x" +
                         std::to_string(settings.height) + " at " + settings.rate.toString() + ".",
                     text(code)};
    return codec;
}

Result<void> checkFrame(const VideoFrame& frame, const VideoEncodeSettings& settings) {
    if (frame.width == settings.width && frame.height == settings.height && frame.format == settings.format &&
        frame.colour == settings.colour)
        return {};
    const bool size = frame.width != settings.width || frame.height != settings.height;
    return unsuitable(size ? "A picture of " + std::to_string(frame.width) + "x" +
                                 std::to_string(frame.height) + " came where " +
                                 std::to_string(settings.width) + "x" + std::to_string(settings.height) +
                                 " was expected."
                           : std::string("A picture of another sampling or colour came than was expected."));
}

Result<void> encode(AVCodecContext& codec, const AVFrame* frame, const PacketSink& sink) {
    int code = avcodec_send_frame(&codec, frame);
    const PacketPtr packet = makePacket();
    while (code >= 0) {
        code = avcodec_receive_packet(&codec, packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return {};
        if (code >= 0)
            CUTAWAY_CHECK(sink(*packet));
    }
    return Error{ErrorCategory::Internal, "The encoder stopped with an error.", text(code)};
}

} // namespace cutaway::media::av
