#pragma once

#include "core/interchange/formats.h"

namespace cutaway::interchange {

/// A sequence as MLT XML, which `melt` plays and Shotcut opens: frames throughout, a playlist for each track,
/// transitions as tractors on it, speeds exactly. Sounds are cut between frames there; an edge within a frame
/// is moved to the nearest one and reported. A file that `files` does not find is named after its angle, and
/// the other program asks for it.
Result<WrittenFile> writeMlt(const timeline::Sequence& sequence, const timeline::SourceTimings& sources,
                             const MediaLocator& files);

} // namespace cutaway::interchange
