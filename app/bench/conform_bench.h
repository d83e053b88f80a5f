#pragma once

#include "app/bench/rows.h"

#include <filesystem>
#include <vector>

namespace cutaway::bench {

/// Pictures per second of a UHD HDR conform (three cuts, HEVC masters): decoding and encoding beside the
/// ffmpeg command that does the same with the same encoder settings, and the whole run with its check.
/// `profiles`: the folder of delivery formats. Makes its own masters first; takes a minute or two.
std::vector<Row> conform(const std::filesystem::path& profiles);

} // namespace cutaway::bench
