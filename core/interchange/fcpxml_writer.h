#pragma once

#include "core/interchange/formats.h"

namespace cutaway::interchange {

/// A sequence as FCPXML 1.10, which Final Cut and Resolve read: rational times, the lowest picture track as
/// the primary storyline, all others connected to it in lanes. Edges of sounds lie on frames there; the exact
/// ones stand in the metadata of each clip. A file that `files` does not find is named after its angle.
Result<WrittenFile> writeFcpxml(const timeline::Sequence& sequence, const timeline::SourceTimings& sources,
                                const MediaLocator& files);

} // namespace cutaway::interchange
