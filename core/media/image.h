#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cutaway::media {

/// Pixels for a screen: R, G, B, A bytes, row after row without gaps (stride = width * 4), BT.709 SDR,
/// opaque.
struct RgbImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;

    const std::uint8_t* pixel(int x, int y) const {
        return rgba.data() +
               (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) *
                   4;
    }
};

} // namespace cutaway::media
