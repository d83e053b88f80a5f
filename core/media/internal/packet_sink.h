#pragma once

#include "core/media/internal/av.h"

#include <functional>

namespace cutaway::media::av {

/// Takes what an encoder made; times are in the encoder's time base.
using PacketSink = std::function<Result<void>(AVPacket&)>;

/// Gives the encoder a frame (null: the end) and hands on all packets that come out.
Result<void> encode(AVCodecContext& codec, const AVFrame* frame, const PacketSink& sink);

} // namespace cutaway::media::av
