#pragma once

#include "core/timeline/sequence.h"

namespace cutaway::timeline {

/// What holds of every sequence, after every edit and for every file read: durations are positive, a clip and
/// its item agree, two gaps never touch, a track never ends in a gap, rates are valid and fit the track kind,
/// ids are unique, markers are in order. The error names the first place where it does not.
Result<void> checkInvariants(const Sequence& sequence);

/// Puts items into normal form: drops what has no duration, joins gaps that touch, drops a last gap.
void normalise(std::vector<Item>& items);

} // namespace cutaway::timeline
