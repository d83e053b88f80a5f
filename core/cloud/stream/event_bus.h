#pragma once

#include "core/base/uuid.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

/// One thing that happened, as it goes to the clients.
struct Event {
    std::int64_t sequence = 0; ///< grows, across restarts too
    std::string type;          ///< "job", "unit", "flow", "project", "people", "demo", "playing"
    std::string data;          ///< JSON
    Uuid workspace;
};

/// Tells every open stream what happened, and keeps the last few thousand events for those who come back.
/// Safe from any thread. Subscribers are called in order of sequence and must not block or call back.
class EventBus {
public:
    using Callback = std::function<void(const std::shared_ptr<const Event>&)>;

    explicit EventBus(std::size_t kept = 4096);

    /// Returns the event's sequence number.
    std::int64_t publish(std::string_view type, const nlohmann::json& data, const Uuid& workspace);

    struct Subscription {
        std::int64_t id = 0;
        bool reset = false; ///< events after `after` are no longer kept: the client reloads
    };
    /// Calls back with each kept event after `after` (none: only new ones), then with each new one.
    Subscription subscribe(std::optional<std::int64_t> after, Callback callback);
    void unsubscribe(std::int64_t id);

    std::int64_t lastSequence() const;
    std::size_t subscribers() const;

private:
    const std::size_t m_kept;
    mutable std::mutex m_mutex;
    std::int64_t m_last;                               ///< under m_mutex
    std::int64_t m_lastSubscription = 0;               ///< under m_mutex
    std::deque<std::shared_ptr<const Event>> m_window; ///< under m_mutex
    std::map<std::int64_t, Callback> m_subscribers;    ///< under m_mutex
};

} // namespace cutaway::cloud
