#pragma once

#include "core/render/compositor.h"
#include "core/render/placing.h"

#include <array>
#include <cstdint>
#include <vector>

namespace cutaway::render::internal {

/// What is seen of a picture on its canvas.
struct Raster {
    Area area;                  ///< empty: nothing is seen of it
    media::VideoFramePtr frame; ///< of the area's size, in the canvas' format
    bool overBlack = false;     ///< the frame holds the picture laid over black, not the picture alone
    /// How much is there, in units of AlphaPlane, for each sample of luma and of chroma; empty: everything.
    std::array<std::vector<std::uint16_t>, 2> alpha;

    bool hides(const Canvas& canvas) const {
        return alpha[0].empty() && area == Area{0, 0, canvas.width, canvas.height};
    }
};

/// The picture scaled, moved, turned, cropped and faded as its placement says.
Raster rasterOf(const Picture& picture, const Placing& placing, const Canvas& canvas);

/// A frame that is already the canvas' size within `area` and in its format, at an opacity in 1/1000.
Raster rasterAsItComes(media::VideoFramePtr frame, const Area& area, int opacity, const Canvas& canvas);

/// The same for one that is laid over black, with its alpha.
Raster rasterAsItComes(media::VideoFramePtr frame, const AlphaPlane& alpha, const Canvas& canvas);

/// `raster` over `below`; null: over black.
media::VideoFramePtr over(const media::VideoFramePtr& below, const Raster& raster, const Canvas& canvas);

} // namespace cutaway::render::internal
