#include "core/cloud/http/internal/connection_stream.h"

#include <boost/asio/post.hpp>

namespace cutaway::cloud {

namespace {

constexpr std::size_t maxQueued = 1u << 20; // bytes; a client that far behind comes back and resumes

}

ConnectionStream::ConnectionStream(boost::asio::any_io_executor strand)
    : m_wake(std::in_place, std::move(strand), std::chrono::steady_clock::time_point::max()) {}

bool ConnectionStream::write(Bytes bytes) {
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return false;
    if (m_queued + bytes->size() > maxQueued) {
        m_closed = true;
        m_queue.clear();
        wakeUp();
        return false;
    }
    m_queued += bytes->size();
    m_queue.push_back(std::move(bytes));
    wakeUp();
    return true;
}

void ConnectionStream::close() {
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    wakeUp();
}

void ConnectionStream::onClosed(std::function<void()> callback) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_wake) {
            m_callbacks.push_back(std::move(callback));
            return;
        }
    }
    callback();
}

std::deque<ConnectionStream::Bytes> ConnectionStream::take() {
    const std::lock_guard lock(m_mutex);
    m_queued = 0;
    return std::exchange(m_queue, {});
}

bool ConnectionStream::isClosed() const {
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void ConnectionStream::detach() {
    std::vector<std::function<void()>> callbacks;
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_wake.reset();
        callbacks.swap(m_callbacks);
    }
    for (const auto& callback : callbacks)
        callback();
}

void ConnectionStream::wakeUp() {
    if (!m_wake)
        return;
    boost::asio::post(m_wake->get_executor(), [self = shared_from_this()] {
        const std::lock_guard lock(self->m_mutex);
        if (self->m_wake)
            self->m_wake->cancel();
    });
}

} // namespace cutaway::cloud
