#include "core/render/internal/planes.h"

namespace cutaway::render::internal {

int planeWidth(int width, std::size_t plane) {
    return plane == 0 ? width : (width + 1) / 2;
}

int planeHeight(int height, media::PixelFormat format, std::size_t plane) {
    const int shift = plane == 0 ? 0 : chromaShiftY(format);
    return (height + shift) >> shift;
}

std::size_t sampleBytes(media::PixelFormat format) {
    return bitDepth(format) > 8 ? 2 : 1;
}

int blackCode(const Canvas& canvas, std::size_t plane) {
    const int shift = bitDepth(canvas.format) - 8;
    const int luma = canvas.colour.fullRange ? 0 : 16 << shift;
    return plane == 0 ? luma : 128 << shift;
}

std::vector<std::uint8_t> blackRow(const Canvas& canvas, std::size_t plane) {
    const int code = blackCode(canvas, plane);
    const std::size_t bytes = sampleBytes(canvas.format);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(planeWidth(canvas.width, plane)) * bytes);
    for (std::size_t at = 0; at < row.size(); at += bytes) { // little-endian words, whatever the machine
        row[at] = static_cast<std::uint8_t>(code & 0xff);
        if (bytes == 2)
            row[at + 1] = static_cast<std::uint8_t>(code >> 8);
    }
    return row;
}

} // namespace cutaway::render::internal
