#pragma once

#include "core/media/colour_convert.h"

#include <cstdint>

namespace cutaway::media {

/// One row of pixels: `y`, `u`, `v` are code values divided by the highest code, less the offset; `out` takes
/// width * 4 bytes. Both give the same bytes.
struct DisplayRow {
    const float* y;
    const float* u;
    const float* v;
    int width;
    std::uint8_t* out;
};

/// Steps 1 to 6 of DisplayTransform, on whatever this processor does best.
void displayRow(const DisplayTransform& transform, const DisplayRow& row);
/// The same with 8 pixels at a time, for processors with AVX2 only. Does the whole eights and returns how
/// many pixels it did; always 0 where the compiler has no AVX2.
int displayRowAvx2(const DisplayTransform& transform, const DisplayRow& row);

} // namespace cutaway::media
