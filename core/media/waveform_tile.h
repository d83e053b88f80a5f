#pragma once

#include "core/base/result.h"
#include "core/media/audio.h"
#include "core/media/byte_source.h"
#include "core/media/waveform.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cutaway::media {

/// The shape of a stretch of sound at one precision, as an Object of a waveform Flow holds it (docs/api.md,
/// "Waveforms"). Peaks lie on a grid that the stretch need not start on, so the first may cover fewer
/// samples than the others, and the last as well.
struct WaveformTile {
    std::int64_t samplesPerPeak = 0;   ///< 1 to 2^24
    std::int64_t firstPeakSamples = 0; ///< that the first peak covers: 1 to samplesPerPeak
    std::int64_t samples = 0; ///< that all peaks cover: firstPeakSamples or more, or fewer with one peak
    std::vector<Peak> peaks;  ///< of all channels together

    bool operator==(const WaveformTile&) const = default;
};

/// How many peaks such a stretch has; 0 when there can be none such.
std::int64_t peakCount(std::int64_t samplesPerPeak, std::int64_t firstPeakSamples, std::int64_t samples);

ByteBuffer packWaveform(const WaveformTile& tile);
/// Corrupt when the bytes are not one whole tile of at most 2^20 peaks, Unsupported when a later version.
Result<WaveformTile> unpackWaveform(std::span<const std::byte> bytes);

/// Collects a tile from sound that comes in pieces of any length.
class WaveformBuilder {
public:
    /// Both at least 1, and `firstPeakSamples` at most `samplesPerPeak`.
    WaveformBuilder(std::int64_t samplesPerPeak, std::int64_t firstPeakSamples);

    /// Goes on with samples [first, first + count) of the block, which has at least one channel.
    void add(const AudioBlock& block, std::int64_t first, std::int64_t count);
    const WaveformTile& tile() const { return m_tile; }

private:
    WaveformTile m_tile;
    std::int64_t m_room; ///< samples until the last peak is full
};

} // namespace cutaway::media
