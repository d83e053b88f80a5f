#include "core/media/media_writer.h"

#include "core/media/internal/audio_encoder.h"
#include "core/media/internal/nal_units.h"
#include "core/media/internal/output.h"
#include "core/media/internal/picture_checksum.h"
#include "core/media/internal/reference_order.h"
#include "core/media/internal/video_encoder.h"

#include <new>

namespace cutaway::media {

namespace {

const char* muxerName(Container container) {
    switch (container) {
    case Container::Mov:
        return "mov";
    case Container::MxfOp1a:
        return "mxf";
    case Container::Wav:
        return "wav";
    case Container::Mp4:
        break;
    }
    return "mp4";
}

Result<void> checkSettings(const WriterSettings& settings) {
    const auto refuse = [](const char* message) { return Error{ErrorCategory::Unsupported, message, {}}; };
    if (!settings.video && settings.audio.empty())
        return refuse("A file needs picture or sound.");
    if (settings.container == Container::Wav &&
        (settings.video || settings.audio.size() != 1 || settings.audio[0].codec == AudioCodec::Aac))
        return refuse("A WAV file holds one track of PCM sound.");
    if (settings.container == Container::MxfOp1a) {
        if (!settings.video)
            return refuse("An MXF OP1a file needs a picture.");
        if (settings.video->codec == VideoCodec::Hevc)
            return refuse("HEVC cannot be put into MXF. Choose MP4.");
        for (const AudioEncodeSettings& track : settings.audio)
            if (track.codec == AudioCodec::Aac)
                return refuse("An MXF file holds PCM sound.");
    }
    if (settings.timecode && (!settings.video || settings.container == Container::Wav))
        return refuse("Timecode needs a picture.");
    return {};
}

bool storesReferencesFirst(const WriterSettings& settings) {
    return settings.container == Container::Mp4 && settings.video && settings.video->referencesFirst &&
           settings.video->codec == VideoCodec::H264 && settings.audio.empty() && !settings.timecode;
}

} // namespace

struct MediaWriter::State {
    WriterSettings settings;
    av::Output output;
    av::CodecPtr video;
    std::vector<av::AudioEncoder> audio;
    std::int64_t frames = 0;
    bool finished = false;
    bool referencesFirst = false;
    std::vector<bool> disposable;    ///< with referencesFirst, of each picture in decoding order
    std::optional<ByteBuffer> bytes; ///< the finished file, where it is not what the muxer wrote

    State(WriterSettings s, av::Output out)
        : settings(std::move(s))
        , output(std::move(out)) {}

    int audioStream(std::size_t track) const { return static_cast<int>(track) + (video ? 1 : 0); }
    Result<void> openTracks();

    av::PacketSink videoSink() {
        return [this](AVPacket& packet) {
            packet.duration = 1;
            if (settings.video->checksums && settings.video->codec == VideoCodec::H264)
                av::addChecksum(packet);
            if (referencesFirst)
                disposable.push_back(av::isDisposable({packet.data, static_cast<std::size_t>(packet.size)}));
            return output.write(packet, 0, video->time_base);
        };
    }
    av::PacketSink audioSink(std::size_t track) {
        return [this, track](AVPacket& packet) {
            return output.write(packet, audioStream(track), audio[track].timeBase());
        };
    }

    static Result<std::unique_ptr<State>> open(const std::filesystem::path& path,
                                               const WriterSettings& settings);
};

Result<void> MediaWriter::State::openTracks() {
    AVFormatContext& context = *output.context();
    const bool globalHeader = (context.oformat->flags & AVFMT_GLOBALHEADER) != 0;
    struct ParametersFree {
        void operator()(AVCodecParameters* p) const { avcodec_parameters_free(&p); }
    };
    const std::unique_ptr<AVCodecParameters, ParametersFree> parameters(avcodec_parameters_alloc());
    if (!parameters)
        throw std::bad_alloc();
    if (settings.video) {
        CUTAWAY_TRY(video, av::openVideoEncoder(*settings.video, globalHeader));
        avcodec_parameters_from_context(parameters.get(), video.get());
        CUTAWAY_TRY(AVStream * stream, output.addStream(*parameters, video->time_base));
        stream->avg_frame_rate = stream->r_frame_rate = video->framerate;
        stream->sample_aspect_ratio = video->sample_aspect_ratio;
        if (settings.timecode)
            av_dict_set(&stream->metadata, "timecode",
                        timecodeText(settings.timecode->frame, settings.timecode->format).c_str(), 0);
    }
    for (const AudioEncodeSettings& track : settings.audio) {
        CUTAWAY_TRY(av::AudioEncoder encoder, av::AudioEncoder::open(track, globalHeader));
        avcodec_parameters_from_context(parameters.get(), &encoder.codec());
        CUTAWAY_TRY(AVStream * stream, output.addStream(*parameters, encoder.timeBase()));
        stream->codecpar->initial_padding = encoder.codec().initial_padding;
        audio.push_back(std::move(encoder));
    }
    const bool isoFile = settings.container == Container::Mp4 || settings.container == Container::Mov;
    return output.begin(isoFile ? av::mp4Options : "");
}

Result<std::unique_ptr<MediaWriter::State>> MediaWriter::State::open(const std::filesystem::path& path,
                                                                     const WriterSettings& settings) {
    try {
        CUTAWAY_CHECK(checkSettings(settings));
        CUTAWAY_TRY(av::Output output, av::Output::open(muxerName(settings.container), path));
        auto state = std::make_unique<State>(settings, std::move(output));
        CUTAWAY_CHECK(state->openTracks());
        return state;
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to encode this.", {}};
    }
}

MediaWriter::MediaWriter(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
MediaWriter::MediaWriter(MediaWriter&&) noexcept = default;
MediaWriter& MediaWriter::operator=(MediaWriter&&) noexcept = default;
MediaWriter::~MediaWriter() = default;

Result<MediaWriter> MediaWriter::toFile(const std::filesystem::path& path, const WriterSettings& settings) {
    if (path.empty())
        return Error{ErrorCategory::InvalidInput, "A file needs a name.", {}};
    CUTAWAY_TRY(auto state, State::open(path, settings));
    return MediaWriter(std::move(state));
}

Result<MediaWriter> MediaWriter::toMemory(const WriterSettings& settings) {
    CUTAWAY_TRY(auto state, State::open({}, settings));
    state->referencesFirst = storesReferencesFirst(settings);
    return MediaWriter(std::move(state));
}

Result<void> MediaWriter::write(const VideoFrame& frame) {
    if (!m_state->video || m_state->finished)
        return Error{ErrorCategory::InvalidInput, "This file takes no more pictures.", {}};
    CUTAWAY_CHECK(av::checkFrame(frame, *m_state->settings.video));
    try {
        const av::FramePtr picture = av::unwrap(frame);
        picture->pts = m_state->frames++;
        return av::encode(*m_state->video, picture.get(), m_state->videoSink());
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to encode this picture.", {}};
    }
}

Result<void> MediaWriter::write(std::size_t track, const AudioBlock& block) {
    if (track >= m_state->audio.size() || m_state->finished)
        return Error{ErrorCategory::InvalidInput, "This file takes no more sound on this track.", {}};
    try {
        return m_state->audio[track].write(block, m_state->audioSink(track));
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to encode this sound.", {}};
    }
}

Result<void> MediaWriter::finish() {
    if (m_state->finished)
        return {};
    m_state->finished = true;
    try {
        if (m_state->video)
            CUTAWAY_CHECK(av::encode(*m_state->video, nullptr, m_state->videoSink()));
        for (std::size_t track = 0; track < m_state->audio.size(); ++track)
            CUTAWAY_CHECK(m_state->audio[track].finish(m_state->audioSink(track)));
        CUTAWAY_CHECK(m_state->output.finish());
        if (m_state->referencesFirst) {
            CUTAWAY_TRY(m_state->bytes,
                        av::storeReferencesFirst(m_state->output.takeBytes(), m_state->disposable));
        }
        return {};
    } catch (const std::bad_alloc&) {
        return Error{ErrorCategory::Internal, "There is not enough memory to complete this file.", {}};
    }
}

ByteBuffer MediaWriter::takeBytes() {
    return m_state->bytes ? std::move(*m_state->bytes) : m_state->output.takeBytes();
}

std::int64_t MediaWriter::framesWritten() const {
    return m_state->frames;
}

std::int64_t MediaWriter::samplesWritten(std::size_t track) const {
    return track < m_state->audio.size() ? m_state->audio[track].samplesIn() : 0;
}

} // namespace cutaway::media
