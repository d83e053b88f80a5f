#include "core/render/compositor.h"

#include "core/media/scale.h"
#include "core/render/internal/planes.h"
#include "core/render/internal/raster.h"
#include "core/render/keyed_picture.h"
#include "core/render/mix.h"
#include "core/render/placing.h"

#include <algorithm>
#include <cstring>

namespace cutaway::render {

using internal::planeHeight;
using internal::Raster;
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

bool sameShape(const VideoFrame& picture, const Canvas& canvas) {
    const Fit size = fit(picture, canvas);
    return size.width == canvas.width && size.height == canvas.height;
}

/// Nothing but its framing and its opacity says how it lies.
bool liesAsItComes(const Picture& picture) {
    timeline::PicturePlacement still = picture.placement;
    still.of(timeline::PictureParameter::Opacity) = 1000;
    still.framing.reset();
    return still.isNeutral();
}

/// A graphic as a picture with alpha, to be scaled, moved or turned like one.
Picture asPicture(const Picture& graphic, const Canvas& canvas) {
    const KeyedPicture& keyed = *graphic.keyed;
    Picture picture = graphic;
    picture.graphic.reset();
    picture.keyed.reset();
    picture.frame = keyOver(nullptr, keyed, canvas);
    AlphaPlane alpha{canvas.width, canvas.height,
                     std::vector<std::uint16_t>(static_cast<std::size_t>(canvas.width) *
                                                static_cast<std::size_t>(canvas.height))};
    constexpr int finer = KeyedPicture::full / AlphaPlane::opaque;
    for (int row = 0; row < keyed.height; ++row)
        for (int x = 0; x < keyed.width; ++x)
            alpha.samples[static_cast<std::size_t>(row + keyed.y) * static_cast<std::size_t>(canvas.width) +
                          static_cast<std::size_t>(x + keyed.x)] =
                static_cast<std::uint16_t>(
                    keyed.key[0][static_cast<std::size_t>(row) * static_cast<std::size_t>(keyed.width) +
                                 static_cast<std::size_t>(x)] /
                    finer);
    picture.alpha = std::make_shared<const AlphaPlane>(std::move(alpha));
    return picture;
}

/// What is seen of a picture on the canvas.
Result<Raster> seenOf(const Picture& picture, const Canvas& canvas) {
    const Area whole{0, 0, canvas.width, canvas.height};
    if (!picture.frame)
        return internal::rasterAsItComes(blackFrame(canvas), whole, 1000, canvas);
    const VideoFrame& frame = *picture.frame;
    if (frame.width <= 0 || frame.height <= 0)
        return Error{ErrorCategory::InvalidInput, "A picture without a size cannot be shown.", {}};
    if (picture.alpha && (picture.alpha->width != frame.width || picture.alpha->height != frame.height))
        return Error{ErrorCategory::InvalidInput, "A picture and its alpha are of two sizes.", {}};
    if (frame.colour != canvas.colour)
        return Error{ErrorCategory::Unsupported,
                     "Pictures of another colour space than the sequence's cannot be mixed into it.",
                     {}};
    const Placing placing = placingOf(frame.width, frame.height, picture.placement, canvas);
    if (!placing.isVisible())
        return Raster{};
    if (picture.alpha && liesAsItComes(picture) && placing.isUnchanged(canvas) &&
        frame.format == canvas.format)
        return internal::rasterAsItComes(picture.frame, *picture.alpha, canvas);
    const bool fitted = picture.placement.framing.value_or(timeline::Framing::Fit) == timeline::Framing::Fit;
    if (picture.alpha || !liesAsItComes(picture) || !(fitted || sameShape(frame, canvas)))
        return internal::rasterOf(picture, placing, canvas);
    const Fit size = fit(frame, canvas);
    CUTAWAY_TRY(auto scaled, media::scale(picture.frame, size.width, size.height, canvas.format,
                                          media::ScaleQuality::Best));
    // Positions are kept even, so that chroma stays where its luma is.
    const int left = (canvas.width - size.width) / 4 * 2;
    const int top = (canvas.height - size.height) / 4 * 2;
    return internal::rasterAsItComes(std::move(scaled), {left, top, left + size.width, top + size.height},
                                     placing.opacity, canvas);
}

/// True when nothing is seen of what lies below where the picture is all there, whatever it shows.
bool coversAll(const Picture& picture, const Canvas& canvas) {
    if (picture.alpha || picture.graphic)
        return false;
    return !picture.frame || picture.frame->width <= 0 || picture.frame->height <= 0 ||
           placingOf(picture.frame->width, picture.frame->height, picture.placement, canvas).hides(canvas);
}

/// The topmost picture of which nothing below is seen, else the first. What takes over from it in a
/// transition must cover everything as well, or what lies below both is seen through that one.
std::size_t firstSeen(std::span<const Picture> pictures, const Canvas& canvas) {
    for (std::size_t i = pictures.size(); i-- > 0;) {
        if (pictures[i].fade || !coversAll(pictures[i], canvas))
            continue;
        const Picture* next = i + 1 < pictures.size() ? &pictures[i + 1] : nullptr;
        if (!next || !next->fade || !next->replaces || coversAll(*next, canvas))
            return i;
    }
    return 0;
}

/// `picture` over `base`; null: over black.
Result<VideoFramePtr> laidOver(const VideoFramePtr& base, const Picture& picture, const Canvas& canvas) {
    if (picture.graphic) {
        if (!picture.keyed)
            return base;
        timeline::PicturePlacement still = picture.placement;
        still.framing.reset();
        if (still.isNeutral())
            return keyOver(base, *picture.keyed, canvas);
        CUTAWAY_TRY(const Raster seen, seenOf(asPicture(picture, canvas), canvas));
        return internal::over(base, seen, canvas);
    }
    CUTAWAY_TRY(const Raster seen, seenOf(picture, canvas));
    return internal::over(base, seen, canvas);
}

} // namespace

VideoFramePtr blackFrame(const Canvas& canvas) {
    return makeBlack(canvas).share();
}

Result<VideoFramePtr> compose(std::span<const Picture> pictures, const Canvas& canvas) {
    VideoFramePtr below;   // null: black
    VideoFramePtr beneath; // what is below the picture before
    // What is hidden is not even placed.
    for (const Picture& picture : pictures.subspan(firstSeen(pictures, canvas))) {
        const VideoFramePtr base = picture.fade && picture.replaces ? beneath : below;
        CUTAWAY_TRY(const VideoFramePtr laid, laidOver(base, picture, canvas));
        beneath = base;
        if (!picture.fade)
            below = laid;
        else
            below = picture.fade->coming ? mix(below, laid, *picture.fade, canvas)
                                         : mix(laid, base, *picture.fade, canvas);
    }
    return below ? below : blackFrame(canvas);
}

} // namespace cutaway::render
