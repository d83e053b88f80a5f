#include "core/media/internal/input.h"

#include "core/media/internal/seek.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cutaway::media::av {

namespace {

constexpr int bufferBytes = 64 * 1024;
constexpr std::int64_t probeBytes = 8 * 1024 * 1024;
constexpr int maxStreams = 64;

/// Never everything: FFmpeg also reads playlists and scripts, which name other files or addresses.
constexpr std::string_view editableFormats =
    "mov,mp4,m4a,3gp,3g2,mj2,mxf,matroska,webm,wav,w64,aiff,mpegts,mpeg,avi,h264,hevc,"
    "mpegvideo,m4v,aac,mp3,flac,ogg,jpeg_pipe,png_pipe,image2,mjpeg,yuv4mpegpipe,nut,gxf,dv,ac3,"
    "eac3,dnxhd,ivf,obu";
constexpr std::string_view otherFormats =
    ",gif,apng,bmp_pipe,dds_pipe,dpx_pipe,exr_pipe,gif_pipe,j2k_pipe,jpegls_pipe,jpegxl_pipe,pam_pipe,pbm_"
    "pipe,"
    "pcx_pipe,pfm_pipe,pgm_pipe,ppm_pipe,psd_pipe,qoi_pipe,sgi_pipe,sunrast_pipe,tiff_pipe,webp_pipe,xwd_"
    "pipe,"
    "asf,flv,rm,wtv,lxf,mpegtsraw,vc1,vc1test,dirac,av1,h261,h263,cavsvideo,avs2,avs3,smjpeg,swf";

/// True for files whose headers name size, colour and decoder configuration of each stream.
bool headersSuffice(const AVFormatContext& context) {
    if (!std::strstr(context.iformat->name, "mov") || context.nb_streams == 0)
        return false;
    for (unsigned i = 0; i < context.nb_streams; ++i) {
        const AVCodecParameters& parameters = *context.streams[i]->codecpar;
        const bool video = parameters.codec_type == AVMEDIA_TYPE_VIDEO;
        if (video && (parameters.codec_id != AV_CODEC_ID_H264 && parameters.codec_id != AV_CODEC_ID_HEVC))
            return false;
        if (video &&
            (parameters.extradata_size == 0 || parameters.width <= 0 ||
             parameters.color_primaries == AVCOL_PRI_UNSPECIFIED ||
             parameters.color_trc == AVCOL_TRC_UNSPECIFIED || context.streams[i]->avg_frame_rate.num <= 0))
            return false;
        if (parameters.codec_type == AVMEDIA_TYPE_AUDIO &&
            (parameters.sample_rate <= 0 || parameters.ch_layout.nb_channels <= 0 ||
             (parameters.codec_id == AV_CODEC_ID_AAC && parameters.frame_size <= 0)))
            return false;
    }
    return true;
}

} // namespace

struct Input::State {
    ByteSourcePtr source;
    std::int64_t position = 0;
    std::optional<Error> sourceError;
    AVIOContext* io = nullptr;
    AVFormatContext* context = nullptr;
    int onlyStream = -1;
    Opening opening = Opening::Thorough;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { close(); }

    void close() {
        if (context)
            avformat_close_input(&context);
        if (io) {
            av_freep(static_cast<void*>(&io->buffer));
            avio_context_free(&io);
        }
    }

    Result<void> open();
    int learnStreams();
    Error failure(int code, const char* message) const {
        if (sourceError)
            return *sourceError;
        return {category(code, ErrorCategory::Corrupt), message, text(code)};
    }

    static int readBytes(void* opaque, std::uint8_t* into, int count) {
        auto* self = static_cast<State*>(opaque);
        const std::span<std::byte> span(reinterpret_cast<std::byte*>(into), static_cast<std::size_t>(count));
        const auto got = self->source->readAt(self->position, span);
        if (!got) {
            self->sourceError = got.error();
            return AVERROR(EIO);
        }
        if (*got == 0)
            return AVERROR_EOF;
        self->position += static_cast<std::int64_t>(*got);
        return static_cast<int>(*got);
    }

    static std::int64_t seekBytes(void* opaque, std::int64_t offset, int whence) {
        auto* self = static_cast<State*>(opaque);
        return seekWithin(self->position, self->source->size(), offset, whence);
    }
};

Result<void> Input::State::open() {
    quiet();
    position = 0;
    io = avio_alloc_context(static_cast<unsigned char*>(av_malloc(bufferBytes)), bufferBytes, 0, this,
                            &State::readBytes, nullptr, &State::seekBytes);
    context = avformat_alloc_context();
    if (!io || !io->buffer || !context)
        return Error{ErrorCategory::Internal, "There is not enough memory to open the media.", {}};
    // Otherwise FFmpeg reads through what lies between here and there instead of jumping over it.
    io->direct = opening == Opening::Mp4Header ? 1 : 0;
    context->pb = io;
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->probesize = probeBytes;
    context->max_streams = maxStreams;
    // Playlists and the like would make FFmpeg open addresses of their author's choosing.
    context->protocol_whitelist = av_strdup("none");
    std::string formats(editableFormats);
    if (opening == Opening::AnyFormat)
        formats += otherFormats;
    context->format_whitelist = av_strdup(formats.c_str());
    const AVInputFormat* format = opening == Opening::Mp4Header ? av_find_input_format("mov") : nullptr;
    int code = avformat_open_input(&context, nullptr, format, nullptr); // frees the context when it fails
    if (code < 0)
        return failure(code, "This is not media that can be read, or its beginning is damaged.");
    if (opening == Opening::Mp4Header || (opening == Opening::Quick && headersSuffice(*context)))
        return {};
    code = learnStreams();
    if (code < 0)
        return failure(code, "The headers of this media are damaged.");
    return {};
}

/// Looks into the streams for what headers leave out; none of them may claim pictures of any size.
int Input::State::learnStreams() {
    const std::string pixels = std::to_string(opening == Opening::AnyFormat ? mostStillPixels : mostPixels);
    std::vector<AVDictionary*> options(context->nb_streams, nullptr);
    for (AVDictionary*& each : options)
        av_dict_set(&each, "max_pixels", pixels.c_str(), 0);
    const int code = avformat_find_stream_info(context, options.data());
    for (AVDictionary*& each : options)
        av_dict_free(&each);
    return code;
}

Input::Input(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;
Input::~Input() = default;

Result<Input> Input::open(ByteSourcePtr source, Opening opening) {
    auto state = std::make_unique<State>();
    state->opening = opening;
    state->source = std::move(source);
    CUTAWAY_CHECK(state->open());
    return Input(std::move(state));
}

AVFormatContext* Input::context() const {
    return m_state->context;
}

AVStream* Input::stream(int index) const {
    return m_state->context->streams[index];
}

int Input::videoStream() const {
    for (unsigned i = 0; i < m_state->context->nb_streams; ++i) {
        const AVStream* stream = m_state->context->streams[i];
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
            !(stream->disposition & AV_DISPOSITION_ATTACHED_PIC))
            return static_cast<int>(i);
    }
    return -1;
}

int Input::audioStream(int n) const {
    for (unsigned i = 0; i < m_state->context->nb_streams; ++i)
        if (m_state->context->streams[i]->codecpar->codec_type == AVMEDIA_TYPE_AUDIO && n-- == 0)
            return static_cast<int>(i);
    return -1;
}

Result<ByteBuffer> Input::head(std::int64_t count) const {
    ByteSource& source = *m_state->source;
    ByteBuffer bytes(static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, source.size())));
    std::size_t done = 0;
    while (done < bytes.size()) {
        CUTAWAY_TRY(const std::size_t got,
                    source.readAt(static_cast<std::int64_t>(done), std::span(bytes).subspan(done)));
        if (got == 0)
            break;
        done += got;
    }
    bytes.resize(done);
    return bytes;
}

Result<bool> Input::read(AVPacket& packet) {
    while (true) {
        const int code = av_read_frame(m_state->context, &packet);
        if (code == AVERROR(EAGAIN))
            continue;
        if (code == AVERROR_EOF && !m_state->sourceError)
            return false;
        // What was read of a packet before its bytes failed to come, FFmpeg gives out as a short one.
        const bool cutOff = code >= 0 && m_state->sourceError && (packet.flags & AV_PKT_FLAG_CORRUPT) != 0;
        if (cutOff)
            av_packet_unref(&packet);
        if (code < 0 || cutOff)
            return m_state->failure(code, "The media is damaged: its data could not be read to the end.");
        if (m_state->onlyStream < 0 || packet.stream_index == m_state->onlyStream)
            return true;
        av_packet_unref(&packet);
    }
}

void Input::only(int stream) {
    m_state->onlyStream = stream;
    for (unsigned i = 0; i < m_state->context->nb_streams; ++i)
        m_state->context->streams[i]->discard =
            static_cast<int>(i) == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

bool Input::seek(int stream, std::int64_t dts) {
    m_state->sourceError.reset();
    m_state->io->error = 0; // FFmpeg would tell of it again where the file ends
    m_state->io->eof_reached = 0;
    return av_seek_frame(m_state->context, stream, dts, AVSEEK_FLAG_BACKWARD) >= 0;
}

Result<void> Input::rewind() {
    const int stream = m_state->onlyStream;
    m_state->close();
    m_state->sourceError.reset();
    CUTAWAY_CHECK(m_state->open());
    if (stream >= static_cast<int>(m_state->context->nb_streams))
        return Error{ErrorCategory::Corrupt, "The media changed while it was being read.", {}};
    if (stream >= 0)
        only(stream);
    return {};
}

} // namespace cutaway::media::av
