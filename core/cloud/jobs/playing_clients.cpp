#include "core/cloud/jobs/playing_clients.h"

#include <algorithm>

namespace cutaway::cloud {

void PlayingClients::say(const Uuid& client, bool playing, Clock::time_point now) {
    std::erase_if(m_until, [&](const auto& entry) { return entry.second <= now || entry.first == client; });
    constexpr std::size_t enough = 1000; // one of them is all it takes
    if (playing && m_until.size() < enough)
        m_until.emplace(client, now + m_holds);
}

std::optional<PlayingClients::Clock::time_point> PlayingClients::until(Clock::time_point now) const {
    std::optional<Clock::time_point> last;
    for (const auto& [client, until] : m_until)
        if (until > now)
            last = std::max(last.value_or(until), until);
    return last;
}

} // namespace cutaway::cloud
