#pragma once

#include "core/base/uuid.h"

#include <chrono>
#include <map>
#include <optional>

namespace cutaway::cloud {

/// Who plays now. A client's word holds for a while only, so that one that died does not hold up the work for
/// ever. One thread at a time.
class PlayingClients {
public:
    using Clock = std::chrono::steady_clock;

    explicit PlayingClients(std::chrono::milliseconds holds)
        : m_holds(holds) {}

    /// `client` is any id that a client chose for itself.
    void say(const Uuid& client, bool playing, Clock::time_point now);
    /// When the last of them will have fallen silent; nothing when nobody plays.
    std::optional<Clock::time_point> until(Clock::time_point now) const;

private:
    const std::chrono::milliseconds m_holds;
    std::map<Uuid, Clock::time_point> m_until;
};

} // namespace cutaway::cloud
