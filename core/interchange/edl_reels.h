#pragma once

#include "core/timeline/source_timing.h"

#include <map>
#include <string>

namespace cutaway::interchange {

/// An 8-character reel for each Source that `sequence` shows: four of its name, four of its id. Unique, and
/// the same in whatever order the Sources come.
std::map<Uuid, std::string> reelsOf(const timeline::Sequence& sequence,
                                    const timeline::SourceTimings& sources);

/// That of one Source, where no other has the same.
std::string reelOf(const timeline::SourceTiming& source);

/// A name as one line of a file holds it: without control characters.
std::string oneLine(std::string text);

} // namespace cutaway::interchange
