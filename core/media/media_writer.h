#pragma once

#include "core/media/audio.h"
#include "core/media/byte_source.h"
#include "core/media/encoder.h"
#include "core/time/timecode.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace cutaway::media {

enum class Container { Mp4, Mov, MxfOp1a, Wav };

struct WriterSettings {
    Container container = Container::Mp4;
    std::optional<VideoEncodeSettings> video;
    std::vector<AudioEncodeSettings> audio; ///< one entry per track of the file
    struct StartTimecode {
        std::int64_t frame = 0; ///< count since 00:00:00:00
        TimecodeFormat format;
    };
    std::optional<StartTimecode> timecode; ///< Mp4, Mov (tmcd track) and MxfOp1a
};

/// Encodes pictures and sound and writes one file: MP4 and MOV with the index first, HEVC as hvc1, AAC with
/// an edit list that hides its priming; MXF OP1a with one PCM track per entry. Exactly what was written comes
/// out: as many frames, as many samples. (MXF stores sound in whole frames, at 59.94 of 801 or 800 samples:
/// there one sample of silence may follow the last.) Feed picture and sound roughly in step (within a second
/// or two), since what is ahead waits in memory. One thread at a time. Errors: Io, OutOfSpace, Unsupported,
/// InvalidInput.
class MediaWriter {
public:
    /// Writes to `path` and replaces what is there; renaming a finished file into place is the caller's.
    static Result<MediaWriter> toFile(const std::filesystem::path& path, const WriterSettings& settings);
    static Result<MediaWriter> toMemory(const WriterSettings& settings);
    MediaWriter(MediaWriter&&) noexcept;
    MediaWriter& operator=(MediaWriter&&) noexcept;
    ~MediaWriter(); ///< without finish() the file is left incomplete

    /// The next frame: of the size, format and colour of the settings, else InvalidInput.
    Result<void> write(const VideoFrame& frame);
    /// The next samples of an audio track (0-based); any number of them.
    Result<void> write(std::size_t track, const AudioBlock& block);
    /// Drains the encoders and completes the file. Nothing can be written afterwards.
    Result<void> finish();
    /// The whole file, after finish(), of a writer made by toMemory.
    ByteBuffer takeBytes();

    std::int64_t framesWritten() const;
    std::int64_t samplesWritten(std::size_t track) const;

private:
    struct State;
    explicit MediaWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace cutaway::media
