#pragma once

#include "core/timeline/change.h"
#include "core/timeline/source_timing.h"

#include <set>
#include <string>

namespace cutaway::timeline {

/// What a click on a track header turns on and off.
enum class TrackToggle { Target, Lock, Mute, Solo, SyncLock };
Result<Change> setTrack(const Sequence& sequence, const Uuid& track, TrackToggle toggle, bool on);

/// Clips that are not enabled keep their place and are neither seen nor heard.
Result<Change> setEnabled(const Sequence& sequence, const std::set<Uuid>& clips, bool enabled);

/// The label of clips: an OTIO colour name in upper case, or none for that of their kind.
Result<Change> setColour(const Sequence& sequence, const std::set<Uuid>& clips, std::string colour);
/// A name of 1 to 256 bytes.
Result<Change> renameClips(const Sequence& sequence, const std::set<Uuid>& clips, std::string name);
/// Hundredths of a dB on the sound clips among these; kept within what there is.
Result<Change> setGain(const Sequence& sequence, const std::set<Uuid>& clips, int gain);

/// Links clips, or unlinks them and whatever they were linked to.
Result<Change> link(const Sequence& sequence, const std::set<Uuid>& clips);
Result<Change> unlink(const Sequence& sequence, const std::set<Uuid>& clips);

/// Groups clips, with what they are linked to: beside their links they select, move and are trimmed together
/// from now on. A clip is in one group at a time.
Result<Change> group(const Sequence& sequence, const std::set<Uuid>& clips);
/// Every group that one of these clips is in comes apart.
Result<Change> ungroup(const Sequence& sequence, const std::set<Uuid>& clips);

Result<Change> addMarker(const Sequence& sequence, Marker marker);
/// Makes the marker of this id what is given.
Result<Change> setMarker(const Sequence& sequence, const Marker& marker);
Result<Change> removeMarker(const Sequence& sequence, const Uuid& marker);

Result<Change> rename(const Sequence& sequence, std::string name);

/// Gives an empty sequence the rate and drop-frame of the Source it is about to be made from; the start stays
/// the same timecode. An empty Change when it has that rate; refused when the sequence holds anything.
Result<Change> takeRate(const Sequence& sequence, const SourceTiming& source);

} // namespace cutaway::timeline
