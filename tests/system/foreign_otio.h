#pragma once

#include "delivered_checks.h"

#include <string>

namespace cutaway::test {

/// A cut that Cutaway did not write, in the style of TAMS AppNote 0015: start times at a rate of 10^9,
/// durations at the picture's rate, one clip that names a Source in the metadata of a MissingReference and
/// one whose ExternalReference is the address of a Flow.
struct ForeignCut {
    std::string otio;
    Expected pictures;
    std::vector<SoundRun> sound;
};
/// Stops the test program when the cloud does not know the angles.
ForeignCut foreignCut(const CloudProcess& cloud, const ThreeAngles& masters);

} // namespace cutaway::test
