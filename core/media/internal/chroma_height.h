#pragma once

#include "core/media/frame.h"

namespace cutaway::media::av {

/// A 4:2:0 picture as 4:2:2 of the same depth: its chroma at twice the height by a Lanczos filter of six
/// rows, its luma shared and not copied. Chroma rows lie halfway between luma rows, as in all progressive
/// video.
VideoFramePtr doubleChromaHeight(const VideoFramePtr& frame);

} // namespace cutaway::media::av
