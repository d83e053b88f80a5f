#pragma once

#include "core/timeline/clip_speed.h"
#include "core/timeline/source_timing.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cutaway::render {

// Sound at another speed than it was taken in, as a tape has it: the pitch goes with the speed. Each sample
// is worked out from those of the Source around its place alone, so that it is the same whoever asks for it,
// from wherever: the viewer 40 ms at a time and a delivery from its beginning.

/// Faster than this is silent.
inline constexpr std::int64_t fastestHeard = 8;
bool isHeardAt(const timeline::ClipSpeed& speed);

/// The samples of the Source that `count` samples need which begin with `sourceSample`, count > 0.
timeline::UnitRange samplesNeeded(std::int64_t sourceSample, const timeline::ClipSpeed& speed,
                                  std::int64_t count);

/// `count` samples, interleaved, that begin with `sourceSample` and go on as `speed` says. `held` are those
/// of the Source from `heldFirst` on, interleaved, full scale 2^31; what it lacks is silence. A sample that
/// falls on one of the Source passes bit for bit up to normal speed, forwards and backwards; others are
/// interpolated by a windowed sinc, above normal speed with what would fold back taken off.
std::vector<std::int32_t> soundAtSpeed(std::span<const std::int32_t> held, std::int64_t heldFirst,
                                       int channels, std::int64_t sourceSample,
                                       const timeline::ClipSpeed& speed, std::int64_t count);

} // namespace cutaway::render
