#include "core/render/compositor.h"

#include "core/media/scale.h"

#include <algorithm>
#include <cstring>

namespace cutaway::render {

using media::PixelFormat;
using media::VideoFrame;
using media::VideoFramePtr;
using media::WritableFrame;

namespace {

int planeWidth(int width, std::size_t plane) {
    return plane == 0 ? width : (width + 1) / 2;
}

int planeHeight(int height, PixelFormat format, std::size_t plane) {
    const int shift = plane == 0 ? 0 : chromaShiftY(format);
    return (height + shift) >> shift;
}

std::size_t sampleBytes(PixelFormat format) {
    return bitDepth(format) > 8 ? 2 : 1;
}

/// Code value of black (plane 0) or of no colour (planes 1 and 2).
int blackCode(const Canvas& canvas, std::size_t plane) {
    const int shift = bitDepth(canvas.format) - 8;
    if (plane > 0)
        return 128 << shift;
    return canvas.colour.fullRange ? 0 : 16 << shift;
}

WritableFrame makeBlack(const Canvas& canvas) {
    WritableFrame black = media::allocateFrame(canvas.width, canvas.height, canvas.format, canvas.colour);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int code = blackCode(canvas, plane);
        const auto width = static_cast<std::size_t>(planeWidth(canvas.width, plane));
        for (int y = 0; y < planeHeight(canvas.height, canvas.format, plane); ++y) {
            std::uint8_t* row = black.planes[plane] + y * black.frame.strides[plane];
            if (sampleBytes(canvas.format) == 1) {
                std::memset(row, code, width);
                continue;
            }
            for (std::size_t x = 0; x < width; ++x) { // little-endian words, whatever the machine
                row[2 * x] = static_cast<std::uint8_t>(code & 0xff);
                row[2 * x + 1] = static_cast<std::uint8_t>(code >> 8);
            }
        }
    }
    return black;
}

/// The largest even size of the picture's shape that fits the canvas.
struct Fit {
    int width, height;
};
Fit fit(const VideoFrame& picture, const Canvas& canvas) {
    const auto even = [](std::int64_t value) {
        return static_cast<int>(std::max<std::int64_t>(2, value / 2 * 2));
    };
    const std::int64_t byWidth = std::int64_t{picture.height} * canvas.width / picture.width;
    if (byWidth <= canvas.height) {
        // A row or two of rounding is not worth a black line: proxies of 16:9 may be 961x540.
        return {canvas.width, canvas.height - byWidth < 2 ? canvas.height : even(byWidth)};
    }
    const std::int64_t byHeight = std::int64_t{picture.width} * canvas.height / picture.height;
    return {canvas.width - byHeight < 2 ? canvas.width : even(byHeight), canvas.height};
}

/// Copies `picture` into the middle of `target`; both have one format. Positions are kept even, so that
/// chroma stays where its luma is.
void paste(const VideoFrame& picture, WritableFrame& target) {
    const int left = (target.frame.width - picture.width) / 4 * 2;
    const int top = (target.frame.height - picture.height) / 4 * 2;
    const std::size_t bytes = sampleBytes(picture.format);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int x = plane == 0 ? left : left / 2;
        const int y = plane == 0 ? top : top >> chromaShiftY(picture.format);
        const auto rowBytes = static_cast<std::size_t>(planeWidth(picture.width, plane)) * bytes;
        for (int row = 0; row < planeHeight(picture.height, picture.format, plane); ++row)
            std::memcpy(target.planes[plane] + (y + row) * target.frame.strides[plane] +
                            static_cast<std::ptrdiff_t>(static_cast<std::size_t>(x) * bytes),
                        picture.planes[plane] + row * picture.strides[plane], rowBytes);
    }
}

} // namespace

VideoFramePtr blackFrame(const Canvas& canvas) {
    return makeBlack(canvas).share();
}

Result<VideoFramePtr> compose(std::span<const VideoFramePtr> layers, const Canvas& canvas) {
    if (layers.empty())
        return blackFrame(canvas);
    const VideoFramePtr& top = layers.back();
    if (top->width <= 0 || top->height <= 0)
        return Error{ErrorCategory::InvalidInput, "A picture without a size cannot be shown.", {}};
    if (top->colour != canvas.colour)
        return Error{ErrorCategory::Unsupported,
                     "Pictures of another colour space than the sequence's cannot be mixed into it.",
                     {}};
    if (top->width == canvas.width && top->height == canvas.height && top->format == canvas.format)
        return top;
    const Fit size = fit(*top, canvas);
    CUTAWAY_TRY(auto scaled,
                media::scale(top, size.width, size.height, canvas.format, media::ScaleQuality::Best));
    if (size.width == canvas.width && size.height == canvas.height)
        return scaled;
    WritableFrame framed = makeBlack(canvas);
    paste(*scaled, framed);
    return framed.share();
}

} // namespace cutaway::render
