#pragma once

#include "core/playback/clock.h"
#include "core/playback/sound_feeder.h"

namespace cutaway::playback {

/// The sound of a player while it plays, and whether it leads. The player's thread only.
class PlayerSound {
public:
    /// `output` may be null: then there is never sound.
    PlayerSound(SoundLoader& sounds, const MonitorDesk& desk, AudioOutput* output)
        : m_output(output)
        , m_feeder(sounds, desk) {}
    ~PlayerSound() { stop(); }

    bool hasOutput() const { return m_output != nullptr; }
    /// False: there is no device now.
    bool start(timeline::SequencePtr sequence, const SoundRun& run, bool growing, Clock::TimePoint now);
    /// The same sequence, longer: what sounds goes on.
    void extend(timeline::SequencePtr sequence, bool growing);
    void stop();
    bool leads() const { return m_leads; }
    /// Samples heard since start(); stands still once the device is lost.
    std::int64_t heard();
    /// True when the device has vanished, or takes nothing though there is sound for it.
    bool lost(Clock::TimePoint now);

private:
    AudioOutput* const m_output;
    SoundFeeder m_feeder;
    bool m_leads = false;
    std::int64_t m_heard = 0;
    std::int64_t m_noticed = 0;   ///< m_heard when lost() last looked
    Clock::TimePoint m_noticedAt; ///< and when it was last seen to have grown
};

} // namespace cutaway::playback
