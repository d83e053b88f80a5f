#pragma once

#include "core/base/result.h"
#include "core/media/frame.h"

#include <memory>
#include <optional>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

/// What every file of this module that talks to FFmpeg needs: owners, error texts and the mapping of types.
namespace cutaway::media::av {

struct Free {
    void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
    void operator()(AVFrame* p) const { av_frame_free(&p); }
    void operator()(AVPacket* p) const { av_packet_free(&p); }
};
using CodecPtr = std::unique_ptr<AVCodecContext, Free>;
using FramePtr = std::unique_ptr<AVFrame, Free>;
using PacketPtr = std::unique_ptr<AVPacket, Free>;

FramePtr makeFrame();
PacketPtr makePacket();

/// FFmpeg's words for one of its error codes, for Error::detail.
std::string text(int code);
/// The category that fits an FFmpeg error code while reading or writing.
ErrorCategory category(int code, ErrorCategory otherwise);

/// Of one picture: the most that level 6.2 of H.264 and HEVC allows, 8192x4352. What claims more is refused
/// before it takes memory.
inline constexpr std::int64_t mostPixels = 35'651'584;
/// Where stills are read, too.
inline constexpr std::int64_t mostStillPixels = std::int64_t{16384} * 16384;

std::optional<PixelFormat> pixelFormat(int avFormat);
AVPixelFormat avPixelFormat(PixelFormat format);
/// Unspecified code points become BT.709: what a file without tags means by convention.
Colour colour(AVColorPrimaries primaries, AVColorTransferCharacteristic transfer, AVColorSpace matrix,
              AVColorRange range, int avFormat);

/// The decoded picture as a value that shares the decoder's memory.
Result<VideoFramePtr> wrap(const AVFrame& frame);
/// The picture as an AVFrame that shares its memory.
FramePtr unwrap(const VideoFrame& frame);

/// One-line log output of FFmpeg and its encoders is kept off standard error. Called before any other use.
void quiet();

} // namespace cutaway::media::av
