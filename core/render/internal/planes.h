#pragma once

#include "core/render/compositor.h"

#include <vector>

namespace cutaway::render::internal {

int planeWidth(int width, std::size_t plane);
int planeHeight(int height, media::PixelFormat format, std::size_t plane);
std::size_t sampleBytes(media::PixelFormat format);
/// A sample of one plane of a black picture.
int blackCode(const Canvas& canvas, std::size_t plane);
/// A row of one plane of a black picture.
std::vector<std::uint8_t> blackRow(const Canvas& canvas, std::size_t plane);

} // namespace cutaway::render::internal
