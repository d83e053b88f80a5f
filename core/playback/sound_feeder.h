#pragma once

#include "core/playback/audio_output.h"
#include "core/playback/sound_loader.h"
#include "core/timeline/sequence.h"

#include <atomic>
#include <memory>
#include <thread>

namespace cutaway::playback {

/// Keeps an AudioRing full with the mixed sound of a sequence, from a sample onwards, on a thread of its own.
/// start() and stop() on one thread; neither while a device reads the ring.
class SoundFeeder {
public:
    explicit SoundFeeder(SoundLoader& sounds)
        : m_sounds(sounds) {}
    ~SoundFeeder() { stop(); }

    /// From `firstSample` of the sequence (48 kHz, counted from its frame 0).
    void start(timeline::SequencePtr sequence, std::int64_t firstSample);
    void stop();
    AudioRing& ring() { return m_ring; }
    /// True when enough is there to start a device without a gap. Any thread.
    bool primed() const { return m_ring.written() >= primedSamples; }

private:
    static constexpr std::uint64_t primedSamples = 4800;
    void run(const timeline::Sequence& sequence, std::int64_t at, std::stop_token stop);
    std::vector<std::int32_t> mix(const timeline::Sequence& sequence, std::int64_t first, std::int64_t count,
                                  std::stop_token stop);

    SoundLoader& m_sounds;
    AudioRing m_ring;
    std::jthread m_thread;
};

} // namespace cutaway::playback
