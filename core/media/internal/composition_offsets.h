#pragma once

#include "core/media/byte_source.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cutaway::media::av {

/// What the index of an MP4 says of its pictures that FFmpeg does not tell before it has read them. `header`
/// is the file up to its first picture, and has one track; `count` is how many pictures it has.

/// How much later than it is decoded each picture is shown, in ticks of its track, in decoding order. All 0
/// without a table of them; nothing when there are several tracks, another number of pictures, or damage.
std::optional<std::vector<std::int64_t>> compositionOffsets(std::span<const std::byte> header,
                                                            std::size_t count);

/// Which pictures no other refers to (sdtp), in decoding order: those may be left out. None without a table
/// of them, or with one that does not fit.
std::vector<bool> disposablePictures(std::span<const std::byte> header, std::size_t count);

} // namespace cutaway::media::av
