#pragma once

#include "app/bench/home_link.h"
#include "app/bench/playback_store.h"
#include "app/bench/rows.h"

namespace cutaway::bench {

/// Plays a sequence of one-second clips, each from the other of two Sources and from far away in it, over the
/// link, without having seen any of it before. The figure: pictures of the sequence that were not shown, or
/// not as the right ones at the edit proxy's height. A cut every second; `cuts` of them. With `dissolve`,
/// that many frames before and after each cut are mixed; of those it counts that they came, exact and in
/// time.
Row playCut(const PlaybackStore& store, const PlaybackMedia& media, const LinkShape& shape, int cuts,
            std::int64_t dissolve = 0);

} // namespace cutaway::bench
