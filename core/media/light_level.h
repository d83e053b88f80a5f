#pragma once

#include "core/media/frame.h"

#include <optional>

namespace cutaway::media {

inline constexpr double hdrReferenceWhite = 203; ///< cd/m2, ITU-R BT.2408

/// Light of a neutral grey with this signal (0 black, 1 nominal white), in cd/m2: PQ absolutely, HLG on its
/// nominal display of 1000 cd/m2. None for SDR, whose signal names no light.
std::optional<double> lightOfSignal(double signal, const Colour& colour);
/// And back, cd/m2 to signal.
std::optional<double> signalOfLight(double light, const Colour& colour);

} // namespace cutaway::media
