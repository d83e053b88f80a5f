#pragma once

#include "core/media/byte_source.h"
#include "core/media/internal/av.h"

#include <filesystem>
#include <memory>

namespace cutaway::media::av {

/// A muxer that writes to a file or to memory, and can read back what it wrote (to move the index to the
/// front).
class Output {
public:
    /// `format`: FFmpeg's short name of the muxer. With an empty path it writes to memory.
    static Result<Output> open(const char* format, const std::filesystem::path& path);
    Output(Output&&) noexcept;
    Output& operator=(Output&&) noexcept;
    ~Output();

    AVFormatContext* context() const;
    Result<AVStream*> addStream(const AVCodecParameters& parameters, AVRational timeBase);
    /// Writes the header. `options`: of the muxer, "a=b:c=d".
    Result<void> begin(const char* options);
    /// Takes the packet, whose times are in `timeBase`. Streams are interleaved by time.
    Result<void> write(AVPacket& packet, int stream, AVRational timeBase);
    /// Writes the index and makes sure that everything reached the disk.
    Result<void> finish();
    ByteBuffer takeBytes();

private:
    struct State;
    explicit Output(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Options of the MP4 and MOV muxers used everywhere: index first, exact edit lists, nothing that changes
/// from run to run.
inline constexpr const char* mp4Options =
    "movflags=+faststart+write_colr:movie_timescale=240000:use_editlist=1";

} // namespace cutaway::media::av
