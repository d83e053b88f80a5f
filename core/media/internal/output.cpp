#include "core/media/internal/output.h"

#include "core/media/internal/byte_sink.h"
#include "core/media/internal/seek.h"

#include <cerrno>
#include <new>

namespace cutaway::media::av {

namespace {

constexpr int bufferBytes = 256 * 1024;

/// One open end of the sink with a position of its own: the muxer's, or the reader's that moves the index.
struct Cursor {
    ByteSink* sink = nullptr;
    std::int64_t position = 0;
    int* failure = nullptr; ///< errno of the first write that failed

    static int read(void* opaque, std::uint8_t* into, int count) {
        auto* self = static_cast<Cursor*>(opaque);
        const auto got = self->sink->readAt(
            self->position, {reinterpret_cast<std::byte*>(into), static_cast<std::size_t>(count)});
        if (!got)
            return AVERROR(EIO);
        self->position += static_cast<std::int64_t>(*got);
        return *got == 0 ? AVERROR_EOF : static_cast<int>(*got);
    }

    static int write(void* opaque, std::uint8_t* from, int count) {
        auto* self = static_cast<Cursor*>(opaque);
        const int error = self->sink->writeAt(
            self->position, {reinterpret_cast<const std::byte*>(from), static_cast<std::size_t>(count)});
        if (error != 0) {
            if (*self->failure == 0)
                *self->failure = error;
            return AVERROR(error);
        }
        self->position += count;
        return count;
    }

    static std::int64_t seek(void* opaque, std::int64_t offset, int whence) {
        auto* self = static_cast<Cursor*>(opaque);
        return seekWithin(self->position, self->sink->size(), offset, whence);
    }
};

AVIOContext* openIo(Cursor& cursor, bool writing) {
    auto* buffer = static_cast<unsigned char*>(av_malloc(bufferBytes));
    AVIOContext* io =
        avio_alloc_context(buffer, bufferBytes, writing ? 1 : 0, &cursor, writing ? nullptr : &Cursor::read,
                           writing ? &Cursor::write : nullptr, &Cursor::seek);
    if (!buffer || !io)
        throw std::bad_alloc();
    return io;
}

void closeIo(AVIOContext*& io) {
    if (!io)
        return;
    av_freep(static_cast<void*>(&io->buffer));
    avio_context_free(&io);
}

} // namespace

struct Output::State {
    std::unique_ptr<ByteSink> sink;
    int failure = 0;
    Cursor writer;
    Cursor reader; ///< for the muxer's second look at its own output
    AVFormatContext* context = nullptr;
    bool begun = false;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (!context)
            return;
        closeIo(context->pb);
        avformat_free_context(context);
    }

    Error error(int code, const char* what) const {
        if (failure != 0)
            code = AVERROR(failure);
        const ErrorCategory kind = category(code, ErrorCategory::Io);
        if (kind == ErrorCategory::OutOfSpace)
            return {kind, "The disk is full. Make room and try again.", text(code)};
        return {kind, what, text(code)};
    }

    static int openAgain(AVFormatContext* context, AVIOContext** io, const char*, int flags, AVDictionary**) {
        auto* self = static_cast<State*>(context->opaque);
        if (flags & AVIO_FLAG_WRITE)
            return AVERROR(EPERM);
        self->reader = {self->sink.get(), 0, &self->failure};
        *io = openIo(self->reader, false);
        return 0;
    }
    static int closeAgain(AVFormatContext*, AVIOContext* io) {
        closeIo(io);
        return 0;
    }
};

Output::Output(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;
Output::~Output() = default;

Result<Output> Output::open(const char* format, const std::filesystem::path& path) {
    quiet();
    auto state = std::make_unique<State>();
    if (path.empty()) {
        state->sink = memorySink();
    } else {
        CUTAWAY_TRY(state->sink, fileSink(path));
    }
    const int code = avformat_alloc_output_context2(&state->context, nullptr, format, nullptr);
    if (code < 0)
        return Error{ErrorCategory::Unsupported, "This kind of file cannot be written here.", text(code)};
    state->writer = {state->sink.get(), 0, &state->failure};
    state->context->pb = openIo(state->writer, true);
    state->context->opaque = state.get();
    state->context->io_open = &State::openAgain;
    state->context->io_close2 = &State::closeAgain;
    state->context->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    return Output(std::move(state));
}

AVFormatContext* Output::context() const {
    return m_state->context;
}

Result<AVStream*> Output::addStream(const AVCodecParameters& parameters, AVRational timeBase) {
    AVStream* stream = avformat_new_stream(m_state->context, nullptr);
    if (!stream || avcodec_parameters_copy(stream->codecpar, &parameters) < 0)
        throw std::bad_alloc();
    stream->time_base = timeBase;
    return stream;
}

Result<void> Output::begin(const char* options) {
    AVDictionary* dictionary = nullptr;
    av_dict_parse_string(&dictionary, options, "=", ":", 0);
    const int code = avformat_write_header(m_state->context, &dictionary);
    const bool unknownOption = av_dict_count(dictionary) > 0;
    av_dict_free(&dictionary);
    if (code < 0)
        return m_state->error(code, "This picture and sound cannot be put into a file of this kind.");
    if (unknownOption)
        return Error{ErrorCategory::Internal, "The file could not be begun.", "unknown muxer option"};
    m_state->begun = true;
    return {};
}

Result<void> Output::write(AVPacket& packet, int stream, AVRational timeBase) {
    packet.stream_index = stream;
    av_packet_rescale_ts(&packet, timeBase, m_state->context->streams[stream]->time_base);
    const int code = av_interleaved_write_frame(m_state->context, &packet);
    if (code < 0 || m_state->failure != 0)
        return m_state->error(code, "The file could not be written.");
    return {};
}

Result<void> Output::finish() {
    const int code = m_state->begun ? av_write_trailer(m_state->context) : AVERROR(EINVAL);
    avio_flush(m_state->context->pb);
    if (code >= 0 && m_state->failure == 0)
        m_state->failure = m_state->sink->flush();
    closeIo(m_state->context->pb);
    if (code < 0 || m_state->failure != 0)
        return m_state->error(code, "The file could not be completed.");
    return {};
}

ByteBuffer Output::takeBytes() {
    return m_state->sink->take();
}

} // namespace cutaway::media::av
