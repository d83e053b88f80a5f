#pragma once

#include "core/render/sound.h"

#include <memory>
#include <mutex>
#include <vector>

namespace cutaway::playback {

/// How one sound of an angle is listened to.
struct SoundMonitor {
    bool muted = false;
    bool soloed = false; ///< while any is, those that are not are silent
    render::SoundSide side = render::SoundSide::Both;
    bool operator==(const SoundMonitor&) const = default;
};

/// By number of the sound: [0] is `audio-1`. A sound beyond its end is heard on both sides. It changes what
/// is heard, never what is cut or delivered.
using Monitoring = std::vector<SoundMonitor>;

/// A muted sound is silent always, soloed or not.
bool isHeard(const Monitoring& monitoring, int member);
render::SoundSide sideOf(const Monitoring& monitoring, int member);

/// The monitoring of a player: set by whoever listens, read by those that mix. Any thread.
class MonitorDesk {
public:
    void set(Monitoring monitoring);
    /// Never null; another pointer after each change.
    std::shared_ptr<const Monitoring> now() const;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Monitoring> m_now = std::make_shared<const Monitoring>(); ///< under m_mutex
};

} // namespace cutaway::playback
