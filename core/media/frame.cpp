#include "core/media/frame.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace cutaway::media {

namespace {

constexpr std::size_t rowAlignment = 64;

std::size_t rows(const VideoFrame& frame, std::size_t plane) {
    const int height =
        plane == 0 ? frame.height : (frame.height + chromaShiftY(frame.format)) >> chromaShiftY(frame.format);
    return static_cast<std::size_t>(height);
}

} // namespace

std::size_t VideoFrame::bytes() const {
    // Decoders pad planes with rows and bytes of their own. Where the planes lie behind each other, their
    // distance says how much that is; both of chroma have the same.
    const auto size = [this](std::size_t plane) {
        return static_cast<std::size_t>(std::abs(strides[plane])) * rows(*this, plane);
    };
    const auto distance = [&](std::size_t plane) {
        const auto from = reinterpret_cast<std::uintptr_t>(planes[plane]);
        const auto to = reinterpret_cast<std::uintptr_t>(planes[plane + 1]);
        const std::size_t least = size(plane);
        return to >= from + least && to - from < 2 * least ? static_cast<std::size_t>(to - from) : least;
    };
    const std::size_t chroma = distance(1);
    return distance(0) + chroma + std::max(size(2), chroma);
}

WritableFrame allocateFrame(int width, int height, PixelFormat format, Colour colour) {
    WritableFrame writable;
    VideoFrame& frame = writable.frame;
    frame.width = width;
    frame.height = height;
    frame.format = format;
    frame.colour = colour;
    const std::size_t sampleBytes = bitDepth(format) > 8 ? 2 : 1;
    std::array<std::size_t, 3> offsets{};
    std::size_t total = 0;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int planeWidth = plane == 0 ? width : (width + 1) / 2;
        const std::size_t row = (static_cast<std::size_t>(planeWidth) * sampleBytes + rowAlignment - 1) /
                                rowAlignment * rowAlignment;
        frame.strides[plane] = static_cast<std::ptrdiff_t>(row);
        offsets[plane] = total;
        total += row * rows(frame, plane);
    }
    auto* memory =
        static_cast<std::uint8_t*>(std::aligned_alloc(rowAlignment, total == 0 ? rowAlignment : total));
    if (!memory)
        throw std::bad_alloc();
    frame.owner = std::shared_ptr<void>(memory, std::free);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        writable.planes[plane] = memory + offsets[plane];
        frame.planes[plane] = writable.planes[plane];
    }
    return writable;
}

} // namespace cutaway::media
