#pragma once

#include "core/media/frame.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>

namespace cutaway::scopes {

/// Code values of a pixel: Y', Cb, Cr.
using Codes = std::array<int, 3>;

/// A picture whose pixels are what `codes` says; chroma is taken where its sample is sited.
inline media::VideoFramePtr chart(int width, int height, media::PixelFormat format, media::Colour colour,
                                  const std::function<Codes(int x, int y)>& codes) {
    auto made = media::allocateFrame(width, height, format, colour);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int across = plane == 0 ? 1 : 2, down = plane == 0 ? 1 : 1 << media::chromaShiftY(format);
        for (int y = 0; y < height / down; ++y)
            for (int x = 0; x < width / across; ++x) {
                const int code = codes(x * across, y * down)[plane];
                std::uint8_t* row = made.planes[plane] + made.frame.strides[plane] * y;
                const auto wide = static_cast<std::uint16_t>(code);
                if (media::bitDepth(format) > 8)
                    std::memcpy(row + 2 * x, &wide, 2);
                else
                    row[x] = static_cast<std::uint8_t>(code);
            }
    }
    return made.share();
}

} // namespace cutaway::scopes
