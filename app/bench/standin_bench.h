#pragma once

#include "app/bench/playback_store.h"
#include "app/bench/rows.h"

#include <vector>

namespace cutaway::bench {

/// Seeks far from everything that is decoded, behind a home link, once the clip's thumbnails are in: from the
/// command until a picture of that moment, exact or a stand-in, is converted for the screen and drawn at the
/// size of the edit proxy, as the viewer does it on the processor. Judged by its p95.
Row seekStandIn(const PlaybackStore& store, const std::vector<std::int64_t>& frames);

} // namespace cutaway::bench
