#pragma once

#include "core/demo/venue.h"

#include <string>

namespace cutaway::demo {

/// Advertising of invented firms, for boards of 9 by 1.15 m.
std::vector<Lettering> trackBoards();
/// The bands of light between the tiers, 24 by 1.3 m: the Games' name, and what is on.
std::vector<Lettering> ribbonBoards(const std::string& session);

} // namespace cutaway::demo
