#pragma once

#include "core/media/audio.h"

#include <cstdint>
#include <vector>

namespace cutaway::media {

/// The lowest and highest sample of a stretch, full scale 2^15.
struct Peak {
    std::int16_t low = 0;
    std::int16_t high = 0;
    bool operator==(const Peak&) const = default;
};

/// Peaks of every `samplesPerPeak` samples of all channels together; the last may cover fewer.
std::vector<Peak> peaks(const AudioBlock& block, std::int64_t samplesPerPeak);
/// Peaks half as fine: each covers two of the given ones.
std::vector<Peak> coarser(const std::vector<Peak>& finer);

} // namespace cutaway::media
