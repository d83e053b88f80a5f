#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace cutaway::media {

/// Code points of ITU-T H.273: what the numbers in a picture mean. Never guessed, always carried.
struct Colour {
    int primaries = 1; ///< 1 BT.709, 9 BT.2020
    int transfer = 1;  ///< 1 BT.709, 14 BT.2020 10 bit, 16 PQ, 18 HLG
    int matrix = 1;    ///< 1 BT.709, 9 BT.2020 non-constant
    bool fullRange = false;

    bool operator==(const Colour&) const = default;
    static constexpr Colour hlg() { return {9, 18, 9, false}; }
    static constexpr Colour sdr() { return {1, 1, 1, false}; }
    bool isHlg() const { return transfer == 18; }
    bool isPq() const { return transfer == 16; }
};

/// Planar YCbCr. Samples of 10-bit formats are little-endian 16-bit words holding 0..1023.
enum class PixelFormat { Yuv420p8, Yuv420p10, Yuv422p8, Yuv422p10 };

constexpr int bitDepth(PixelFormat f) {
    return f == PixelFormat::Yuv420p8 || f == PixelFormat::Yuv422p8 ? 8 : 10;
}
constexpr int chromaShiftY(PixelFormat f) {
    return f == PixelFormat::Yuv420p8 || f == PixelFormat::Yuv420p10 ? 1 : 0;
}

/// A decoded or rendered picture. Immutable once shared; the planes live as long as `owner`.
struct VideoFrame {
    int width = 0;
    int height = 0;
    PixelFormat format = PixelFormat::Yuv420p10;
    Colour colour;
    std::array<const std::uint8_t*, 3> planes{};
    std::array<std::ptrdiff_t, 3> strides{}; ///< in bytes
    std::shared_ptr<const void> owner;

    std::size_t bytes() const; ///< memory the planes take
};
using VideoFramePtr = std::shared_ptr<const VideoFrame>;

/// A frame whose planes can be written: allocate, fill, then share as VideoFrame.
struct WritableFrame {
    VideoFrame frame;
    std::array<std::uint8_t*, 3> planes{};
    VideoFramePtr share() const { return std::make_shared<const VideoFrame>(frame); }
};
WritableFrame allocateFrame(int width, int height, PixelFormat format, Colour colour);

} // namespace cutaway::media
