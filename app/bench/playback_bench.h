#pragma once

#include "app/bench/rows.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace cutaway::bench {

struct PlaybackOptions {
    std::string binaries; ///< folder of our programs
    std::string only;     ///< one row; empty: all
    bool quick = false;   ///< a tenth of the operations
    bool brief = false;   ///< three seconds of media, for step-back alone: shows that the bench works
    std::chrono::milliseconds slow{0}; ///< our side waits so long in each seek, step and opening
    std::filesystem::path media;       ///< where the encoded media is kept for the next run; empty: nowhere
};

/// Seeking, stepping, opening and playing over home links, beside mpv on a file of the same pictures behind a
/// link of the same shape, turn by turn in the same run. Rows that cannot be measured are there, unmet.
std::vector<Row> playback(const PlaybackOptions& options);

} // namespace cutaway::bench
