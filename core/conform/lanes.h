#pragma once

#include "core/conform/plan.h"

#include <vector>

namespace cutaway::conform {

/// Spans that one decoder reads one after the other.
using Lane = std::vector<const Span*>;

/// Spreads parts, by record unit, over as few lanes as there are at any one time; what goes on from a part
/// follows it in its lane. One lane where nothing overlaps.
std::vector<Lane> lanesOf(const std::vector<const Span*>& parts);

} // namespace cutaway::conform
