#pragma once

#include "app/bench/rows.h"

#include <vector>

namespace cutaway::bench {

/// Time of the cloud's answer to each key of a few searches, typed letter by letter, over a catalogue of
/// 20,000 units with competitors and marks: as-you-type search has to keep up with the fingers.
std::vector<Row> search();

} // namespace cutaway::bench
