#pragma once

#include "core/tams/source_view.h"
#include "core/timeline/sequence.h"
#include "core/timeline/source_timing.h"

namespace cutaway::ui {

/// What edits need of a Source, from what the cloud says of it.
timeline::SourceTiming timingOf(const tams::SourceView& view);

/// The whole of a Source as a sequence of one clip, so that one player plays everything.
timeline::SequencePtr sequenceOf(const timeline::SourceTiming& timing);

} // namespace cutaway::ui
