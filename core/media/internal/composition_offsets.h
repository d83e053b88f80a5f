#pragma once

#include "core/media/byte_source.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cutaway::media::av {

/// How much later than it is decoded each picture of an MP4 is shown, in ticks of its track, in decoding
/// order: what FFmpeg does not tell before it has read the pictures. `header` is the file up to its first
/// picture, and has one track; `count` is how many pictures it has. All 0 without a table of them; nothing
/// when there are several tracks, another number of pictures, or damage.
std::optional<std::vector<std::int64_t>> compositionOffsets(std::span<const std::byte> header,
                                                            std::size_t count);

} // namespace cutaway::media::av
