#pragma once

#include <cstdint>

namespace cutaway::render {

/// What a sample is multiplied by for a gain of hundredths of a dB: 10^(gain/2000) in 2^-28, rounded, so that
/// it is within 0.002 dB at -96 dB and ever closer above; 0 dB is exactly 2^28. Gains beyond lowestGain and
/// highestGain are those. The same on every machine.
std::int64_t gainFactor(int hundredths);

/// The level of a sound that comes in at the `step`th of `steps` samples of a crossfade at equal power,
/// sin(pi/2 * (2 * step + 1) / (2 * steps)) in 2^-30, within 2^-25; that of the one that leaves is
/// fadeFactor(steps - 1 - step, steps). The same on every machine.
std::int64_t fadeFactor(std::int64_t step, std::int64_t steps);

/// The level of one side of a sound that is panned `percent` (0 to 100) away from it, cos(pi/2 * percent/100)
/// in 2^-30; towards it (negative), and in the middle, exactly 2^30. The same on every machine.
std::int64_t panFactor(int percent);

} // namespace cutaway::render
