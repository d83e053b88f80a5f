#pragma once

#include "core/playback/audio_output.h"
#include "core/playback/sound_loader.h"
#include "core/timeline/sequence.h"
#include "core/timeline/source_timing.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

namespace cutaway::playback {

/// Stereo for samples [first, first + count) of the sequence (48 kHz, counted from its frame 0): every track
/// that is heard. Sound that cannot be had is silence. Blocks on fetching.
std::vector<std::int32_t> mixedSound(SoundLoader& sounds, const timeline::Sequence& sequence,
                                     std::int64_t first, std::int64_t count, const std::stop_token& stop);

/// What is fed, from where and how fast.
struct SoundRun {
    /// The sample of the sequence that comes first; backwards, the one after it.
    std::int64_t first = 0;
    int num = 1; ///< speed; negative: every sample in the opposite order
    int den = 1;
    std::optional<timeline::UnitRange> loop; ///< samples: behind its end its beginning, seamlessly
};

/// Keeps an AudioRing full with the mixed sound of a sequence, from a sample onwards, on a thread of its own.
/// Other speeds than normal keep the pitch. start() and stop() on one thread.
class SoundFeeder {
public:
    explicit SoundFeeder(SoundLoader& sounds)
        : m_sounds(sounds) {}
    ~SoundFeeder() { stop(); }

    /// `growing`: at its end more will come, so that the feeder waits there.
    void start(timeline::SequencePtr sequence, const SoundRun& run, bool growing = false);
    /// The same sequence, longer: what is being fed goes on.
    void extend(timeline::SequencePtr sequence, bool growing);
    /// Leaves the ring empty; not while a device reads it.
    void stop();
    AudioRing& ring() { return m_ring; }

private:
    struct Stretch {
        timeline::SequencePtr sequence;
        std::int64_t count = 0; ///< samples of it that may be fed next; 0: stopped
    };
    Stretch waitFor(const SoundRun& at, const std::stop_token& stop);
    void run(SoundRun at, std::stop_token stop);
    std::vector<std::int32_t> next(const timeline::Sequence& sequence, SoundRun& at, std::int64_t count,
                                   const std::stop_token& stop);
    void push(std::span<const std::int32_t> interleaved, const std::stop_token& stop);

    SoundLoader& m_sounds;
    AudioRing m_ring;
    std::mutex m_mutex;
    std::condition_variable_any m_grown;
    timeline::SequencePtr m_sequence; ///< under m_mutex
    bool m_growing = false;           ///< under m_mutex
    std::jthread m_thread;
};

} // namespace cutaway::playback
