#include "core/media/waveform.h"

#include <algorithm>

namespace cutaway::media {

std::vector<Peak> peaks(const AudioBlock& block, std::int64_t samplesPerPeak) {
    std::vector<Peak> out;
    if (samplesPerPeak < 1 || block.channels < 1)
        return out;
    const auto step = static_cast<std::size_t>(samplesPerPeak) * static_cast<std::size_t>(block.channels);
    out.reserve(block.samples.size() / step + 1);
    for (std::size_t at = 0; at < block.samples.size(); at += step) {
        const auto end = std::min(at + step, block.samples.size());
        const auto [low, high] =
            std::minmax_element(block.samples.begin() + static_cast<std::ptrdiff_t>(at),
                                block.samples.begin() + static_cast<std::ptrdiff_t>(end));
        out.push_back({static_cast<std::int16_t>(*low >> 16), static_cast<std::int16_t>(*high >> 16)});
    }
    return out;
}

std::vector<Peak> coarser(const std::vector<Peak>& finer) {
    std::vector<Peak> out;
    out.reserve((finer.size() + 1) / 2);
    for (std::size_t at = 0; at < finer.size(); at += 2) {
        Peak peak = finer[at];
        if (at + 1 < finer.size()) {
            peak.low = std::min(peak.low, finer[at + 1].low);
            peak.high = std::max(peak.high, finer[at + 1].high);
        }
        out.push_back(peak);
    }
    return out;
}

} // namespace cutaway::media
