#pragma once

#include "core/media/byte_source.h"
#include "core/media/internal/av.h"

#include <memory>
#include <stop_token>

namespace cutaway::media::av {

/// How an Input opens. Thorough decodes some frames to learn what headers leave out; Quick is content when
/// the headers of an MP4 or MOV say what decoding needs; AnyFormat is thorough, and takes kinds of files that
/// nobody edits from: stills, animations, streams for the web; Mp4Header takes the source to be an MP4 and
/// reads nothing beyond its index.
enum class Opening { Thorough, Quick, AnyFormat, Mp4Header };

/// An open demuxer over a ByteSource. Remembers the first error of the source, which FFmpeg only reports as
/// "input/output error".
class Input {
public:
    static Result<Input> open(ByteSourcePtr source, Opening opening = Opening::Thorough);
    Input(Input&&) noexcept;
    Input& operator=(Input&&) noexcept;
    ~Input();

    AVFormatContext* context() const;
    AVStream* stream(int index) const;
    /// The first picture stream that is not a cover image; -1: none.
    int videoStream() const;
    /// The nth sound stream; -1: none.
    int audioStream(int n) const;
    /// The first bytes of the source, at most `count`, without moving the demuxer.
    Result<ByteBuffer> head(std::int64_t count) const;
    /// Reads the next packet of any stream into `packet`. False at the end.
    Result<bool> read(AVPacket& packet);
    /// Everything else but this stream is skipped by the demuxer.
    void only(int stream);
    /// To the key packet at or before `dts` (in the stream's time base).
    bool seek(int stream, std::int64_t dts);
    /// Back to the first packet, by opening the source again.
    Result<void> rewind();

private:
    struct State;
    explicit Input(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace cutaway::media::av
