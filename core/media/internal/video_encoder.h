#pragma once

#include "core/media/encoder.h"
#include "core/media/internal/packet_sink.h"

namespace cutaway::media::av {

/// An open picture encoder; its time base is one frame.
Result<CodecPtr> openVideoEncoder(const VideoEncodeSettings& settings, bool globalHeader);
/// InvalidInput, in words, when the frame is not of the kind that the settings promise.
Result<void> checkFrame(const VideoFrame& frame, const VideoEncodeSettings& settings);

} // namespace cutaway::media::av
