#pragma once

#include "core/playback/audio_output.h"
#include "core/playback/monitoring.h"
#include "core/playback/sound_loader.h"
#include "core/timeline/sequence.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace cutaway::playback {

/// What a hand hears that moves the playhead: a short burst of the sound under each frame it comes to, the
/// newest frame when they come faster than they can be heard. Fetches, mixes and speaks to the device on a
/// thread of its own; the device is let go when the hand rests.
class SoundScrubber {
public:
    /// `output` may be null: then nothing is heard. All outlive this.
    SoundScrubber(SoundLoader& sounds, const MonitorDesk& desk, AudioOutput* output);
    ~SoundScrubber();

    /// A burst that begins with `firstSample` of the sequence. Returns at once.
    void hear(timeline::SequencePtr sequence, std::int64_t firstSample);
    /// Forgets what has not been heard yet, and leaves the device to others.
    void beSilent();

    static constexpr std::int64_t burstSamples = 2880; ///< 60 ms: short, and still a sound and not a click

private:
    struct Want {
        timeline::SequencePtr sequence;
        std::int64_t first = 0;
    };
    void run(const std::stop_token& stop);
    bool ready() const;
    void play(std::span<const std::int32_t> burst);
    void release();

    SoundLoader& m_sounds;
    const MonitorDesk& m_desk;
    AudioOutput* const m_output;
    AudioRing m_ring;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Want> m_want; ///< guarded
    bool m_holds = false;       ///< guarded: the device was started for our ring
    std::jthread m_thread;
};

} // namespace cutaway::playback
