#pragma once

#include "core/media/byte_source.h"
#include "core/media/frame.h"
#include "core/media/image.h"

#include <span>

namespace cutaway::media {

/// The picture as an SDR JPEG of this width (height in proportion, both even), as a screen would show it.
/// `quality` 1 (worst) to 100.
Result<ByteBuffer> encodeJpeg(const VideoFramePtr& frame, int width, int quality = 85);
Result<ByteBuffer> encodeJpeg(const RgbImage& image, int quality = 85);
/// A JPEG of at most 8192x8192. Corrupt when it is not one.
Result<RgbImage> decodeJpeg(std::span<const std::byte> bytes);

} // namespace cutaway::media
