#pragma once

#include "core/media/frame.h"

#include <cstddef>
#include <cstring>

/// Every sample of two pictures of 10 bits, 4:2:0.
inline bool same(const cutaway::media::VideoFrame& a, const cutaway::media::VideoFrame& b) {
    if (a.width != b.width || a.height != b.height || a.format != b.format)
        return false;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int width = plane == 0 ? a.width : a.width / 2;
        const int height = plane == 0 ? a.height : (a.height + 1) / 2;
        for (int y = 0; y < height; ++y)
            if (std::memcmp(a.planes[plane] + y * a.strides[plane], b.planes[plane] + y * b.strides[plane],
                            static_cast<std::size_t>(width) * 2) != 0)
                return false;
    }
    return true;
}
