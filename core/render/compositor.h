#pragma once

#include "core/base/result.h"
#include "core/media/frame.h"

#include <span>

namespace cutaway::render {

/// What a rendered picture is: the viewer's size and format, or a delivery's.
struct Canvas {
    int width = 0;  ///< even, > 0
    int height = 0; ///< even, > 0
    media::PixelFormat format = media::PixelFormat::Yuv420p10;
    media::Colour colour = media::Colour::hlg();

    bool operator==(const Canvas&) const = default;
};

/// A black picture: luma at black level, chroma neutral, in the canvas' range (narrow: 64 and 512 in 10 bit).
media::VideoFramePtr blackFrame(const Canvas& canvas);

/// The picture that `layers` (bottom first) make. No layers: black. A topmost layer which already is what the
/// canvas asks for is returned itself, untouched. Another size is scaled to fit, its shape kept, centred on
/// black; another sample format is converted. Colour is never reinterpreted: a layer of another colour space
/// than the canvas' is an Unsupported error. Any thread.
Result<media::VideoFramePtr> compose(std::span<const media::VideoFramePtr> layers, const Canvas& canvas);

} // namespace cutaway::render
