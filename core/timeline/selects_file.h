#pragma once

#include "core/timeline/selects.h"

#include <string>

namespace cutaway::timeline {

/// The metadata of `sequence` with these selects in place of its own; what else is in it stays.
std::string metadataWith(const Sequence& sequence, const Selects& kept);

} // namespace cutaway::timeline
