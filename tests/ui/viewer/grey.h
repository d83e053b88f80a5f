#pragma once

#include "core/media/frame.h"

namespace cutaway::test {

/// One luma code all over, in 10-bit HLG.
inline media::VideoFramePtr grey(int width, int height, std::uint16_t luma) {
    auto made = media::allocateFrame(width, height, media::PixelFormat::Yuv420p10, media::Colour::hlg());
    const auto fill = [&](std::size_t plane, int w, int h, std::uint16_t value) {
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x)
                reinterpret_cast<std::uint16_t*>(made.planes[plane] + made.frame.strides[plane] * y)[x] =
                    value;
    };
    fill(0, width, height, luma);
    fill(1, width / 2, height / 2, 512);
    fill(2, width / 2, height / 2, 512);
    return made.share();
}

} // namespace cutaway::test
