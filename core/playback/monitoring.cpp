#include "core/playback/monitoring.h"

#include <algorithm>

namespace cutaway::playback {

namespace {

SoundMonitor monitorOf(const Monitoring& monitoring, int member) {
    const auto index = static_cast<std::size_t>(member - 1);
    return member >= 1 && index < monitoring.size() ? monitoring[index] : SoundMonitor{};
}

} // namespace

bool isHeard(const Monitoring& monitoring, int member) {
    const bool anySolo = std::any_of(monitoring.begin(), monitoring.end(),
                                     [](const SoundMonitor& sound) { return sound.soloed && !sound.muted; });
    const SoundMonitor sound = monitorOf(monitoring, member);
    return !sound.muted && (!anySolo || sound.soloed);
}

render::SoundSide sideOf(const Monitoring& monitoring, int member) {
    return monitorOf(monitoring, member).side;
}

void MonitorDesk::set(Monitoring monitoring) {
    auto changed = std::make_shared<const Monitoring>(std::move(monitoring));
    const std::lock_guard lock(m_mutex);
    m_now = std::move(changed);
}

std::shared_ptr<const Monitoring> MonitorDesk::now() const {
    const std::lock_guard lock(m_mutex);
    return m_now;
}

} // namespace cutaway::playback
