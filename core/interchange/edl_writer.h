#pragma once

#include "core/interchange/formats.h"

namespace cutaway::interchange {

/// The sequence as a CMX3600 edit list: its first picture track and its first four sounds. Timecode counts
/// every frame of the sequence's rate, also above 30 (:00 to :49 at 50), which a comment in the file says.
/// Reels are 8 characters, one for each Source, the same whenever it is written; comments give the ids of the
/// Sources and the exact timeranges, so that readEdl() finds them again. Unsupported: a sequence that passes
/// midnight.
Result<WrittenFile> writeEdl(const timeline::Sequence& sequence, const timeline::SourceTimings& sources);

} // namespace cutaway::interchange
