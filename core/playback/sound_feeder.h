#pragma once

#include "core/playback/audio_output.h"
#include "core/playback/monitoring.h"
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
/// that is heard, as `monitoring` has it. Sound that cannot be had is silence. Blocks on fetching.
std::vector<std::int32_t> mixedSound(SoundLoader& sounds, const timeline::Sequence& sequence,
                                     const Monitoring& monitoring, std::int64_t first, std::int64_t count,
                                     const std::stop_token& stop);

/// What is fed, from where and how fast.
struct SoundRun {
    /// The sample of the sequence that comes first; backwards, the one after it.
    std::int64_t first = 0;
    int num = 1; ///< speed; negative: every sample in the opposite order
    int den = 1;
    std::optional<timeline::UnitRange> loop; ///< samples: behind its end its beginning, seamlessly
};

/// Keeps an AudioRing full with the mixed sound of a sequence, from a sample onwards, on a thread of its own.
/// Other speeds than normal keep the pitch; what the desk changes is heard from the next 40 ms on. start()
/// and stop() on one thread.
class SoundFeeder {
public:
    /// Both outlive this.
    SoundFeeder(SoundLoader& sounds, const MonitorDesk& desk)
        : m_sounds(sounds)
        , m_desk(desk) {}
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
    std::vector<std::int32_t> monitored(const timeline::Sequence& sequence, std::int64_t first,
                                        std::int64_t count, bool backwards, const std::stop_token& stop);
    void push(std::span<const std::int32_t> interleaved, const std::stop_token& stop);

    SoundLoader& m_sounds;
    const MonitorDesk& m_desk;
    std::shared_ptr<const Monitoring> m_heardWith; ///< the feeder's thread; null: nothing was mixed yet
    AudioRing m_ring;
    std::mutex m_mutex;
    std::condition_variable_any m_grown;
    timeline::SequencePtr m_sequence; ///< under m_mutex
    bool m_growing = false;           ///< under m_mutex
    std::jthread m_thread;
};

} // namespace cutaway::playback
