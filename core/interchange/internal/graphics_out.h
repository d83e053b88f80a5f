#pragma once

// Inside core/interchange only: what formats without graphics are written from.

#include "core/interchange/formats.h"
#include "core/timeline/sequence.h"

namespace cutaway::interchange {

/// A sequence with a gap in the place of each graphic, and an event for each that was left out.
struct WithoutGraphics {
    timeline::Sequence sequence;
    ConversionReport report;
};
WithoutGraphics withoutGraphics(const timeline::Sequence& sequence);

/// The events of both, in the order of the sequence.
ConversionReport together(ConversionReport a, const ConversionReport& b);

/// What `write` makes of the sequence without its graphics, their events among its own.
template <class Write>
Result<WrittenFile> writtenWithoutGraphics(const timeline::Sequence& sequence, Write&& write) {
    const WithoutGraphics plain = withoutGraphics(sequence);
    Result<WrittenFile> file = write(plain.sequence);
    if (file)
        file->report = together(std::move(file->report), plain.report);
    return file;
}

} // namespace cutaway::interchange
