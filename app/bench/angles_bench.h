#pragma once

#include "app/bench/home_link.h"
#include "app/bench/playback_store.h"
#include "app/bench/rows.h"

namespace cutaway::bench {

/// Plays one of four angles with its sound, all four beside it in tiles, as the editor's viewer does. Two
/// rows: the largest distance between two of the pictures that stand on screen together, in frames, and how
/// often the sound is interrupted.
std::vector<Row> playAngles(const PlaybackStore& store, const PlaybackMedia& media, const LinkShape& shape,
                            int seconds);

} // namespace cutaway::bench
