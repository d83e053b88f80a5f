#pragma once

#include "core/media/byte_source.h"
#include "core/media/frame.h"
#include "core/time/frame_rate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cutaway::media {

/// The picture of a file, as its headers and its packets say.
struct VideoInfo {
    int stream = 0;    ///< position among all streams of the file
    std::string codec; ///< "hevc", "h264", ...: FFmpeg's names
    std::string profile;
    int width = 0;
    int height = 0;
    FrameRate rate;
    std::optional<PixelFormat> format; ///< none: a layout that the decoder does not give
    Colour colour;
    int bits = 0;                ///< per sample
    std::int64_t frames = 0;     ///< shown frames, after the edit list
    bool interlaced = false;     ///< declared so
    bool variableRate = false;   ///< shown frames are not evenly spaced
    bool hasTimestamps = true;   ///< a bare elementary stream has none: frames count in decoding order
    bool bFrames = false;        ///< shown in another order than stored
    bool closedGops = true;      ///< no frame is shown before the key frame it was stored after
    std::int64_t longestGop = 0; ///< frames from one key frame to the next, at most
    std::int64_t bitRate = 0;    ///< bits per second, of this stream's bytes
    std::string timecode;        ///< of the first frame, "10:00:00:00" or "10:00:00;00"; empty: none
    bool dropFrame = false;
};

/// One sound stream.
struct AudioInfo {
    int stream = 0; ///< position among all streams of the file
    std::string codec;
    int rate = 0; ///< samples per second as stored; decoders give 48000
    int channels = 0;
    int bits = 0;             ///< per sample when PCM, else 0
    std::int64_t samples = 0; ///< per channel at the stored rate, priming removed and edit list applied
    std::int64_t bitRate = 0;
    /// Where its first real sample lies after the start of the first shown picture, in samples at 48 kHz;
    /// negative when the sound starts earlier. Less than the file's time stamps can tell counts as 0, as does
    /// sound without picture.
    std::int64_t start = 0;
};

struct MediaInfo {
    std::string container; ///< "mp4", "mov", "mxf", "matroska", "wav", ...
    std::int64_t bytes = 0;
    std::optional<VideoInfo> video; ///< the first picture stream that is not a cover image
    std::vector<AudioInfo> audio;
};

/// What is in the file. Reads headers and all packets (decodes nothing), so it costs one pass over the bytes.
/// Corrupt when it cannot be understood as media; never trusts what it reads.
Result<MediaInfo> probe(const ByteSourcePtr& source);

} // namespace cutaway::media
