#include "core/cloud/stream/event_bus.h"

#include <chrono>
#include <nlohmann/json.hpp>

namespace cutaway::cloud {

EventBus::EventBus(std::size_t kept)
    : m_kept(kept)
    // Counting on from the clock keeps numbers growing across restarts without writing each one down.
    , m_last(std::chrono::duration_cast<std::chrono::milliseconds>(
                 std::chrono::system_clock::now().time_since_epoch())
                 .count()) {}

std::int64_t EventBus::publish(std::string_view type, const nlohmann::json& data, const Uuid& workspace) {
    auto event = std::make_shared<Event>();
    event->type = type;
    event->data = data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    event->workspace = workspace;
    const std::lock_guard lock(m_mutex);
    event->sequence = ++m_last;
    m_window.push_back(event);
    if (m_window.size() > m_kept)
        m_window.pop_front();
    for (const auto& [id, callback] : m_subscribers)
        callback(event);
    return event->sequence;
}

EventBus::Subscription EventBus::subscribe(std::optional<std::int64_t> after, Callback callback) {
    const std::lock_guard lock(m_mutex);
    Subscription subscription{++m_lastSubscription, false};
    if (after && *after != m_last) {
        const std::int64_t oldest = m_window.empty() ? m_last + 1 : m_window.front()->sequence;
        subscription.reset = *after < oldest - 1 || *after > m_last;
        if (!subscription.reset) {
            for (const auto& event : m_window) {
                if (event->sequence > *after)
                    callback(event);
            }
        }
    }
    m_subscribers.emplace(subscription.id, std::move(callback));
    return subscription;
}

void EventBus::unsubscribe(std::int64_t id) {
    const std::lock_guard lock(m_mutex);
    m_subscribers.erase(id);
}

std::int64_t EventBus::lastSequence() const {
    const std::lock_guard lock(m_mutex);
    return m_last;
}

std::size_t EventBus::subscribers() const {
    const std::lock_guard lock(m_mutex);
    return m_subscribers.size();
}

} // namespace cutaway::cloud
