#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <span>

namespace cutaway::ui {

/// The loudest samples that went to the device, left and right, since they were last asked for. The device's
/// thread writes, the GUI reads; neither locks nor allocates.
class LevelTap {
public:
    /// Interleaved stereo, full scale 2^31.
    void hear(std::span<const std::int32_t> interleaved) {
        for (std::size_t i = 0; i < interleaved.size(); ++i) {
            // The lowest sample has no positive twin.
            const std::int32_t sample = interleaved[i];
            const std::int32_t size = sample == std::numeric_limits<std::int32_t>::min()
                                          ? std::numeric_limits<std::int32_t>::max()
                                          : std::abs(sample);
            std::atomic<std::int32_t>& peak = m_peaks[i % 2];
            std::int32_t before = peak.load(std::memory_order_relaxed);
            while (size > before && !peak.compare_exchange_weak(before, size, std::memory_order_relaxed)) {
            }
        }
    }
    /// Left and right, 0 to 2^31 - 1; begins anew.
    std::array<std::int32_t, 2> take() {
        return {m_peaks[0].exchange(0, std::memory_order_relaxed),
                m_peaks[1].exchange(0, std::memory_order_relaxed)};
    }

private:
    std::array<std::atomic<std::int32_t>, 2> m_peaks{};
};

} // namespace cutaway::ui
