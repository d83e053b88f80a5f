#pragma once

#include "core/base/result.h"
#include "core/media/frame.h"
#include "core/render/fade.h"

#include <optional>
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

/// A picture of a frame's plan. Outside transitions it hides what lies below it; in one it takes over from
/// that, or gives way to it.
struct Picture {
    media::VideoFramePtr frame; ///< null: black
    std::optional<FadeStep> fade = {};
};

/// The picture that `pictures` (bottom first) make, above black; mixed as mix() does. A topmost opaque one
/// which already is what the canvas asks for is returned itself, untouched. Another size is scaled to fit,
/// its shape kept, centred on black; another sample format is converted. Colour is never reinterpreted: a
/// picture of another colour space than the canvas' is an Unsupported error. Any thread.
Result<media::VideoFramePtr> compose(std::span<const Picture> pictures, const Canvas& canvas);

} // namespace cutaway::render
