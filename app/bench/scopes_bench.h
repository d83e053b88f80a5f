#pragma once

#include "app/bench/playback_media.h"
#include "app/bench/playback_store.h"
#include "app/bench/rows.h"

namespace cutaway::bench {

/// Row `scopes`: pictures lost or late in so many seconds of playing 540p50 while a scope follows it and a
/// screen is painted by the processor; the peer is the same without a scope, in the same run.
Row scopesWhilePlaying(const PlaybackStore& store, const PlaybackMedia& media, int seconds);

} // namespace cutaway::bench
