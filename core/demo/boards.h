#pragma once

#include "core/demo/venue.h"

namespace cutaway::demo {

/// Advertising of invented firms, for boards of 9 by 1.15 m.
std::vector<Lettering> trackBoards();
/// The bands of light between the tiers, 24 by 1.3 m.
std::vector<Lettering> ribbonBoards();

} // namespace cutaway::demo
