#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <set>
#include <string>

namespace cutaway::timeline {

/// What a click on a track header turns on and off.
enum class TrackToggle { Target, Lock, Mute, Solo };
Result<Change> setTrack(const Sequence& sequence, const Uuid& track, TrackToggle toggle, bool on);

/// Clips that are not enabled keep their place and are neither seen nor heard.
Result<Change> setEnabled(const Sequence& sequence, const std::set<Uuid>& clips, bool enabled);

/// Links clips, or unlinks them and whatever they were linked to.
Result<Change> link(const Sequence& sequence, const std::set<Uuid>& clips);
Result<Change> unlink(const Sequence& sequence, const std::set<Uuid>& clips);

Result<Change> addMarker(const Sequence& sequence, Marker marker);
Result<Change> removeMarker(const Sequence& sequence, const Uuid& marker);

Result<Change> rename(const Sequence& sequence, std::string name);

/// Gives an empty sequence the rate and drop-frame of the Source it is about to be made from; the start stays
/// the same timecode. An empty Change when it has that rate; refused when the sequence holds anything.
Result<Change> takeRate(const Sequence& sequence, const SourceTiming& source);

} // namespace cutaway::timeline
