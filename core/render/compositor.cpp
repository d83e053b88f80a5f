#include "core/render/compositor.h"

#include "core/media/scale.h"
#include "core/render/internal/planes.h"
#include "core/render/mix.h"

#include <algorithm>
#include <cstring>

namespace cutaway::render {

using internal::planeHeight;
using internal::planeWidth;
using internal::sampleBytes;
using media::VideoFrame;
using media::VideoFramePtr;
using media::WritableFrame;

namespace {

WritableFrame makeBlack(const Canvas& canvas) {
    WritableFrame black = media::allocateFrame(canvas.width, canvas.height, canvas.format, canvas.colour);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const auto row = internal::blackRow(canvas, plane);
        for (int y = 0; y < planeHeight(canvas.height, canvas.format, plane); ++y)
            std::memcpy(black.planes[plane] + y * black.frame.strides[plane], row.data(), row.size());
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

/// The picture as the canvas asks for it.
Result<VideoFramePtr> placed(const VideoFramePtr& picture, const Canvas& canvas) {
    if (picture->width <= 0 || picture->height <= 0)
        return Error{ErrorCategory::InvalidInput, "A picture without a size cannot be shown.", {}};
    if (picture->colour != canvas.colour)
        return Error{ErrorCategory::Unsupported,
                     "Pictures of another colour space than the sequence's cannot be mixed into it.",
                     {}};
    if (picture->width == canvas.width && picture->height == canvas.height &&
        picture->format == canvas.format)
        return picture;
    const Fit size = fit(*picture, canvas);
    CUTAWAY_TRY(auto scaled,
                media::scale(picture, size.width, size.height, canvas.format, media::ScaleQuality::Best));
    if (size.width == canvas.width && size.height == canvas.height)
        return scaled;
    WritableFrame framed = makeBlack(canvas);
    paste(*scaled, framed);
    return framed.share();
}

} // namespace

VideoFramePtr blackFrame(const Canvas& canvas) {
    return makeBlack(canvas).share();
}

Result<VideoFramePtr> compose(std::span<const Picture> pictures, const Canvas& canvas) {
    // What an opaque picture hides is not even placed.
    const auto opaque = std::find_if(pictures.rbegin(), pictures.rend(),
                                     [](const Picture& picture) { return !picture.fade; });
    const auto hidden = opaque == pictures.rend() ? 0 : pictures.rend() - opaque - 1;
    VideoFramePtr below; // null: black
    for (const Picture& picture : pictures.subspan(static_cast<std::size_t>(hidden))) {
        VideoFramePtr frame;
        if (picture.frame) {
            CUTAWAY_TRY(frame, placed(picture.frame, canvas));
        }
        if (!picture.fade)
            below = std::move(frame);
        else
            below = picture.fade->coming ? mix(below, frame, *picture.fade, canvas)
                                         : mix(frame, below, *picture.fade, canvas);
    }
    return below ? below : blackFrame(canvas);
}

} // namespace cutaway::render
