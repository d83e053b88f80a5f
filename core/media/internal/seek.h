#pragma once

#include "core/media/internal/av.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>

namespace cutaway::media::av {

/// What FFmpeg's seek callbacks do, for bytes of known size: moves `position` and returns it, or the size
/// when that is all that is asked; an FFmpeg error code when the place lies before the first byte.
inline std::int64_t seekWithin(std::int64_t& position, std::int64_t size, std::int64_t offset, int whence) {
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return size;
    case SEEK_SET:
        break;
    case SEEK_CUR:
        offset += position;
        break;
    case SEEK_END:
        offset += size;
        break;
    default:
        return AVERROR(EINVAL);
    }
    if (offset < 0)
        return AVERROR(EINVAL);
    return position = offset;
}

} // namespace cutaway::media::av
