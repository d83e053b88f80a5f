#pragma once

#include "app/bench/home_link.h"
#include "app/bench/playback_store.h"
#include "app/bench/rows.h"

namespace cutaway::bench {

/// Plays a sequence of one-second clips, each from the other of two Sources and from far away in it, over the
/// link, without having seen any of it before. The figure: pictures of the sequence that were not shown, or
/// not as the right ones at the edit proxy's height. A cut every second; `cuts` of them.
Row playCut(const PlaybackStore& store, const PlaybackMedia& media, const LinkShape& shape, int cuts);

} // namespace cutaway::bench
