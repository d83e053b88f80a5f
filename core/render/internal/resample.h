#pragma once

#include "core/render/internal/kernel.h"
#include "core/render/internal/sheet.h"

namespace cutaway::render::internal {

/// `target` from `source` by the taps of its columns and rows, one for each; rounded once along each and kept
/// within the depth of the target. Where all taps are whole samples and the depth stays, a copy.
void resample(const Sheet& source, const Target& target, const Taps& columns, const Taps& rows);

} // namespace cutaway::render::internal
