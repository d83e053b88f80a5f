#pragma once

#include "core/interchange/formats.h"

namespace cutaway::interchange {

/// A sequence as XML Interchange Format 5 ("FCP7 XML", xmeml), which Premiere and Resolve read: frames
/// throughout, links between picture and sound, transitions, gain, markers. The Source and its exact time go
/// into the comments of each clip. Media that `files` does not find is
/// named: the other program asks where it is.
Result<WrittenFile> writeFcp7(const timeline::Sequence& sequence, const timeline::SourceTimings& sources,
                              const MediaLocator& files = {});

} // namespace cutaway::interchange
