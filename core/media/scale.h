#pragma once

#include "core/base/result.h"
#include "core/media/frame.h"

namespace cutaway::media {

enum class ScaleQuality {
    Fast, ///< bilinear: thumbnails, scrubbing
    Good, ///< bicubic: proxies
    Best, ///< Lanczos: what is delivered
};

/// The picture at another size or layout, its colour meaning kept. The same input always gives the same
/// output. Same size and format: the same frame, untouched. Reuses its working memory for pictures of the
/// same kind on the same thread. Where only chroma gets more rows, luma is shared with the input, not copied.
/// InvalidInput for sizes outside 16..8192.
Result<VideoFramePtr> scale(const VideoFramePtr& frame, int width, int height, PixelFormat format,
                            ScaleQuality quality = ScaleQuality::Good);

} // namespace cutaway::media
