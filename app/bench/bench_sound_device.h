#pragma once

#include "core/playback/audio_output.h"

#include <mutex>
#include <thread>

namespace cutaway::bench {

/// A sound device that nobody hears: it takes 48 kHz by the steady clock, a hundred times a second, and
/// counts what a listener would hear as a gap.
class BenchSoundDevice final : public playback::AudioOutput {
public:
    BenchSoundDevice();
    ~BenchSoundDevice() override = default;
    BenchSoundDevice(const BenchSoundDevice&) = delete;
    BenchSoundDevice& operator=(const BenchSoundDevice&) = delete;

    bool start(playback::AudioRing& ring) override;
    void stop(const playback::AudioRing& ring) override;
    std::int64_t heard() const override { return m_heard; }
    bool failed(const playback::AudioRing& ring) const override;

    std::int64_t samples() const { return m_samples; } ///< of sound taken so far, over all starts
    /// Times that it wanted samples and had too few, after the first; and stretches of silence of 1 ms and
    /// more in what it had, which must be a tone.
    int gaps() const { return m_gaps; }

private:
    void run(const std::stop_token& stop);
    void listen(std::span<const std::int32_t> interleaved);

    mutable std::mutex m_mutex;
    playback::AudioRing* m_ring = nullptr;
    bool m_began = false; ///< sound has come from this ring
    std::int64_t m_quiet = 0;
    std::atomic<std::int64_t> m_heard{0};
    std::atomic<std::int64_t> m_samples{0};
    std::atomic<int> m_gaps{0};
    std::jthread m_thread; ///< last: it uses the rest
};

} // namespace cutaway::bench
