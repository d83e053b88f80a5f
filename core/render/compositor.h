#pragma once

#include "core/base/result.h"
#include "core/media/frame.h"
#include "core/render/alpha.h"
#include "core/render/fade.h"
#include "core/render/graphic_shot.h"
#include "core/timeline/picture_effects.h"

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

struct KeyedPicture; // keyed_picture.h

/// A picture of a frame's plan: it lies over what is below it, in a transition it takes over from that or
/// gives way to it.
struct Picture {
    media::VideoFramePtr frame; ///< null: black, all over
    std::optional<FadeStep> fade = {};
    timeline::PicturePlacement placement = {}; ///< without a framing of its own: fitted
    /// How much of the frame is there; null: all of it. Else the frame holds the picture laid over black, at
    /// the size of the plane; chroma counts for the mean of the alpha of its luma samples.
    AlphaPtr alpha = {};
    /// In a transition that comes: it takes over from the picture before it alone, and what lies below that
    /// one is seen where neither of both is.
    bool replaces = false;
    std::optional<GraphicShot> graphic = {};        ///< instead of a frame, of this moment
    std::shared_ptr<const KeyedPicture> keyed = {}; ///< that graphic for the canvas, by drawGraphics()
};

/// The picture that `pictures` (bottom first) make, above black; mixed as mix() does. A topmost one that
/// hides everything and already is what the canvas asks for is returned itself, untouched. Another size is
/// scaled to fit, its shape kept, centred; another sample format is converted; and then it lies where its
/// placement says (placing.h). All that is not scaled, moved or turned keeps its code values. Colour is never
/// reinterpreted: a picture of another colour space than the canvas' is an Unsupported error. Graphics have
/// been drawn before; one that was not is not seen. Any thread.
Result<media::VideoFramePtr> compose(std::span<const Picture> pictures, const Canvas& canvas);

} // namespace cutaway::render
