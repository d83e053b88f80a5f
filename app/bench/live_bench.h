#pragma once

#include "app/bench/home_link.h"
#include "app/bench/playback_store.h"
#include "app/bench/rows.h"

namespace cutaway::bench {

/// Follows an angle that grows by a piece each second, over the link, as the editor does: told by the event
/// stream, chasing the edge. The figure: seconds from the registration of a piece until its first picture is
/// on screen, as the right one at the edit proxy's height; of `pieces` of them.
Row liveEdge(const PlaybackStore& store, const PlaybackMedia& media, const LinkShape& shape, int pieces);

} // namespace cutaway::bench
