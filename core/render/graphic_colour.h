#pragma once

#include "core/media/frame.h"
#include "core/render/graphic_template.h"

namespace cutaway::render {

/// The non-linear R'G'B' signal (0..1) that shows a colour of graphics in pictures of `canvas`: as light it
/// is what an SDR screen (BT.1886) makes of it, with white at HDR reference white, 203 cd/m2 (BT.2408). White
/// is 75 % in HLG (display of 1000 cd/m2), 58 % in PQ, 100 % in SDR.
Rgb signalOf(const Rgb& colour, const media::Colour& canvas);

} // namespace cutaway::render
