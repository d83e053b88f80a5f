#pragma once

#include "core/media/frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <random>

/// Test charts as YCbCr pictures of any colour, range and layout.
namespace cutaway::test::charts {

using Rgb = std::array<double, 3>; ///< non-linear R'G'B', 0..1

inline constexpr int width = 1024;
inline constexpr int height = 96;

/// Writes one code value.
inline void put(media::WritableFrame& frame, std::size_t plane, int x, int y, int code) {
    std::uint8_t* row = frame.planes[plane] + frame.frame.strides[plane] * y;
    const auto wide = static_cast<std::uint16_t>(code);
    if (media::bitDepth(frame.frame.format) > 8)
        std::memcpy(row + 2 * x, &wide, 2);
    else
        row[x] = static_cast<std::uint8_t>(code);
}

/// The picture of `rgbAt(x, y)`, chroma taken where it is sited. `size` may be odd.
template <class RgbAt>
media::VideoFramePtr make(media::PixelFormat format, media::Colour colour, std::array<int, 2> size,
                          const RgbAt& rgbAt) {
    auto frame = media::allocateFrame(size[0], size[1], format, colour);
    const bool wide = colour.matrix == 9;
    const double kr = wide ? 0.2627 : 0.2126, kb = wide ? 0.0593 : 0.0722;
    const double step = 1 << (media::bitDepth(format) - 8), top = (1 << media::bitDepth(format)) - 1;
    const double black = colour.fullRange ? 0 : 16 * step, white = colour.fullRange ? top : 219 * step;
    const double swing = colour.fullRange ? top : 224 * step;
    const auto luma = [&](const Rgb& c) { return kr * c[0] + (1 - kr - kb) * c[1] + kb * c[2]; };
    const auto code = [top](double value) {
        return static_cast<int>(std::clamp(std::round(value), 0.0, top));
    };
    for (int y = 0; y < size[1]; ++y)
        for (int x = 0; x < size[0]; ++x)
            put(frame, 0, x, y, code(black + white * luma(rgbAt(x, y))));
    const int down = media::chromaShiftY(format);
    for (int y = 0; y < (size[1] + down) >> down; ++y)
        for (int x = 0; x < (size[0] + 1) / 2; ++x) {
            const Rgb c = rgbAt(2.0 * x, down ? 2 * y + 0.5 : y);
            put(frame, 1, x, y, code(128 * step + swing * (c[2] - luma(c)) / (2 * (1 - kb))));
            put(frame, 2, x, y, code(128 * step + swing * (c[0] - luma(c)) / (2 * (1 - kr))));
        }
    return frame.share();
}

/// Every code of luma from left to right, those below black and above white too, without colour.
inline media::VideoFramePtr greys(media::PixelFormat format, media::Colour colour) {
    auto frame = media::allocateFrame(width, height, format, colour);
    const int codes = 1 << media::bitDepth(format), down = media::chromaShiftY(format);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            put(frame, 0, x, y, x * codes / width);
    for (std::size_t plane = 1; plane < 3; ++plane)
        for (int y = 0; y < height >> down; ++y)
            for (int x = 0; x < width / 2; ++x)
                put(frame, plane, x, y, codes / 2);
    return frame.share();
}

/// Bars and patches of 100, 75 and 40 %, with hard edges between them.
inline media::VideoFramePtr patches(media::PixelFormat format, media::Colour colour) {
    return make(format, colour, {width, height}, [](double x, double y) {
        const int patch = static_cast<int>(x) / 37, row = static_cast<int>(y) / 19;
        const double high = std::array{1.0, 0.75, 0.4}[static_cast<std::size_t>(row % 3)];
        const double low = row < 3 ? 0.0 : high / 4;
        const auto channel = [&](int bit) { return ((patch >> bit) & 1) != 0 ? high : low; };
        return Rgb{channel(0), channel(1), channel(2)};
    });
}

/// The six faces of the cube of R'G'B': the outermost colours, with every corner and edge of the gamut.
inline media::VideoFramePtr gamut(media::PixelFormat format, media::Colour colour) {
    return make(format, colour, {width, height}, [](double x, double y) {
        const double face = x * 6 / width;
        const auto number = std::min(static_cast<std::size_t>(face), std::size_t{5});
        const double across = std::min(face - static_cast<double>(number), 1.0);
        Rgb c{};
        c[number / 2] = static_cast<double>(number % 2);
        c[(number / 2 + 1) % 3] = across;
        c[(number / 2 + 2) % 3] = std::min(y / (height - 1), 1.0);
        return c;
    });
}

/// Smooth colours all over the inside, of a size that no chroma plane divides.
inline media::VideoFramePtr smooth(media::PixelFormat format, media::Colour colour) {
    constexpr int across = width - 1, down = height - 1;
    return make(format, colour, {across, down}, [](double x, double y) {
        return Rgb{x / across, y / down, 0.5 + 0.5 * std::sin(x * 0.05 + y * 0.03)};
    });
}

/// Any code beside any other, most of them colours that do not exist.
inline media::VideoFramePtr noise(media::PixelFormat format, media::Colour colour) {
    auto frame = media::allocateFrame(width, height, format, colour);
    std::mt19937 random(11);
    const auto codes = static_cast<unsigned>(1 << media::bitDepth(format));
    for (std::size_t plane = 0; plane < 3; ++plane)
        for (int y = 0; y < (plane == 0 ? height : height >> media::chromaShiftY(format)); ++y)
            for (int x = 0; x < (plane == 0 ? width : width / 2); ++x)
                put(frame, plane, x, y, static_cast<int>(random() % codes));
    return frame.share();
}

} // namespace cutaway::test::charts
