#pragma once

#include <utility> // before Asio: its awaitable.hpp forgets it

#include "core/cloud/http/stream_writer.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace cutaway::cloud {

/// The queue between the writers of a streamed response, on any thread, and its connection, on its strand.
class ConnectionStream : public StreamWriter::Sink, public std::enable_shared_from_this<ConnectionStream> {
public:
    using Bytes = std::shared_ptr<const std::string>;

    explicit ConnectionStream(boost::asio::any_io_executor strand);

    bool write(Bytes bytes) override;
    void close() override;
    void onClosed(std::function<void()> callback) override;

    // For the connection, on its strand:
    /// Everything queued, taken away.
    std::deque<Bytes> take();
    /// True when nothing more will be queued.
    bool isClosed() const;
    boost::asio::steady_timer& wake() { return *m_wake; } ///< cancelled when there is something to do
    /// Refuses writers from now on and runs the callbacks. Nothing of the server is used afterwards, so that
    /// a writer may outlive it.
    void detach();

private:
    void wakeUp(); ///< under m_mutex

    mutable std::mutex m_mutex;
    std::optional<boost::asio::steady_timer> m_wake; ///< none once detached, under m_mutex
    std::deque<Bytes> m_queue;                       ///< under m_mutex
    std::size_t m_queued = 0;                        ///< bytes, under m_mutex
    bool m_closed = false;                           ///< under m_mutex
    std::vector<std::function<void()>> m_callbacks;  ///< under m_mutex
};

} // namespace cutaway::cloud
