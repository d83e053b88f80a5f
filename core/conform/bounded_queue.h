#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace cutaway::conform {

/// Hands values from one thread to another, at most `capacity` of them waiting. Any thread.
template <class T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity)
        : m_capacity(capacity) {}

    /// Waits for room. False when stopped: the value was not taken.
    bool push(T value, std::stop_token stop) {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [&] { return m_values.size() < m_capacity; }))
            return false;
        m_values.push_back(std::move(value));
        m_changed.notify_all();
        return true;
    }
    /// No more will be pushed; pop ends after what is waiting.
    void close() {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }
    /// Waits for a value; none when closed and empty, or stopped.
    std::optional<T> pop(std::stop_token stop) {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [&] { return !m_values.empty() || m_closed; }) || m_values.empty())
            return std::nullopt;
        T value = std::move(m_values.front());
        m_values.pop_front();
        m_changed.notify_all();
        return value;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<T> m_values;
    std::size_t m_capacity;
    bool m_closed = false;
};

} // namespace cutaway::conform
