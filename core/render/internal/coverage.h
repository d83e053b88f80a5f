#pragma once

#include "core/render/placing.h"

#include <cstdint>
#include <vector>

namespace cutaway::render::internal {

/// How much of each luma sample of `area` a picture covers, at its opacity, in units of AlphaPlane: edges
/// between samples cover a part of one, so that what moves slowly moves smoothly. Empty: all of every one.
std::vector<std::uint16_t> coverage(const Placing& placing, const Area& area, const Canvas& canvas);

/// The same for chroma: the mean of the luma samples that each one stands for.
std::vector<std::uint16_t> chromaCoverage(const std::vector<std::uint16_t>& luma, const Area& area,
                                          media::PixelFormat format);

/// a * b, both in units of AlphaPlane.
inline std::uint16_t times(std::uint32_t a, std::uint32_t b) {
    return static_cast<std::uint16_t>((a * b + (AlphaPlane::opaque / 2)) / AlphaPlane::opaque);
}

} // namespace cutaway::render::internal
