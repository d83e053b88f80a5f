#pragma once

#include "core/timeline/source_timing.h"

#include <string>

namespace cutaway::interchange {

/// The sequence as an OTIO 0.18 document: times as absolute frame (or sample) numbers at the media rate, the
/// exact TAMS strings beside them, what only Cutaway knows under metadata["cutaway"], and what other programs
/// wrote as they wrote it. Reading it back gives an equal sequence. A clip whose Source is not in `sources`
/// is written without the TAMS strings.
std::string writeOtio(const timeline::Sequence& sequence, const timeline::SourceTimings& sources);

} // namespace cutaway::interchange
