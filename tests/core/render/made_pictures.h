#pragma once

#include "core/render/compositor.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>

// Pictures made sample by sample, and their samples read back.

inline int widthOf(int width, std::size_t plane) {
    return plane == 0 ? width : width / 2;
}
inline int heightOf(int height, cutaway::media::PixelFormat format, std::size_t plane) {
    return plane == 0 || cutaway::media::chromaShiftY(format) == 0 ? height : height / 2;
}

/// A picture whose samples are told by plane, column and row.
template <class Value>
cutaway::media::VideoFramePtr made(const cutaway::render::Canvas& canvas, Value value) {
    auto frame = cutaway::media::allocateFrame(canvas.width, canvas.height, canvas.format, canvas.colour);
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < heightOf(canvas.height, canvas.format, plane); ++y)
            for (int x = 0; x < widthOf(canvas.width, plane); ++x) {
                const auto code = static_cast<std::uint16_t>(value(plane, x, y));
                std::uint8_t* row = frame.planes[plane] + y * frame.frame.strides[plane];
                if (cutaway::media::bitDepth(canvas.format) == 8)
                    row[x] = static_cast<std::uint8_t>(code);
                else
                    std::memcpy(row + 2 * x, &code, 2);
            }
    return frame.share();
}

inline cutaway::media::VideoFramePtr noise(const cutaway::render::Canvas& canvas, std::uint32_t seed) {
    std::mt19937 random(seed);
    const unsigned codes = 1u << cutaway::media::bitDepth(canvas.format);
    return made(canvas, [&](std::size_t, int, int) { return random() % codes; });
}

inline cutaway::media::VideoFramePtr flat(const cutaway::render::Canvas& canvas, int luma, int chroma) {
    return made(canvas, [&](std::size_t plane, int, int) { return plane == 0 ? luma : chroma; });
}

inline int sampleOf(const cutaway::media::VideoFrame& frame, std::size_t plane, int x, int y) {
    const std::uint8_t* row = frame.planes[plane] + y * frame.strides[plane];
    if (cutaway::media::bitDepth(frame.format) == 8)
        return row[x];
    std::uint16_t code = 0;
    std::memcpy(&code, row + 2 * x, 2);
    return code;
}
