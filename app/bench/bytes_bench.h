#pragma once

#include "app/bench/playback_store.h"
#include "app/bench/rows.h"

namespace cutaway::bench {

/// What finding and cutting 90 s out of an hour costs the link, in MB, with nothing cached and no Object
/// twice: a look at twelve places of the hour, eight around each end of the part, then the part played once.
Row bytesPerCut(const PlaybackStore& store, const PlaybackMedia& media);

} // namespace cutaway::bench
