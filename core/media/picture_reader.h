#pragma once

#include "core/base/result.h"
#include "core/media/byte_source.h"
#include "core/media/decoder.h"
#include "core/media/frame.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace cutaway::media {

/// `index` counts from 0. `frame` is null where a picture could not be decoded whole. Returns false to end
/// early.
using PictureCallback = std::function<bool(std::int64_t index, VideoFramePtr frame)>;

/// Every picture of the first picture stream of any media that can be decoded at all, in the order the
/// decoder shows them, on the calling thread. Needs no index, no rate and no time stamps, and so reads what
/// VideoDecoder refuses: bare streams, stills, animations, uneven rates, interlaced pictures. Layouts that
/// PixelFormat does not have come as 4:2:0, in 8 bits or, where they have more, in 10. Errors: Unsupported
/// (no picture, no decoder), Corrupt (headers, or data that breaks off), Cancelled.
Result<void> readPictures(ByteSourcePtr source, const PictureCallback& onPicture,
                          const DecodeOptions& options = {}, std::stop_token stop = {});

} // namespace cutaway::media
