#pragma once

#include "app/bench/rows.h"

#include <string>

namespace cutaway::bench {

/// Time from typing to a usable window (catalogue shown, first picture), with an empty and with a warm data
/// folder, to the first picture of the demo event, and resident memory; beside Shotcut where it and xdotool
/// are installed. Needs a display. `binaries`: folder of our programs.
std::vector<Row> startup(const std::string& binaries);

} // namespace cutaway::bench
