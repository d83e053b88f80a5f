#pragma once

#include "app/bench/rows.h"

#include <vector>

namespace cutaway::bench {

/// What edits, undo, opening and painting take in sequences of 200, 2,000 and 20,000 clips on 20 tracks: the
/// limits hold at 2,000, and from there to 20,000 nothing may grow faster than n log n. Painting is Qt's own
/// raster at 1920x720, without pictures and sound in the clips. Needs no display.
std::vector<Row> timelineEditing();

} // namespace cutaway::bench
