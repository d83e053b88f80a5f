#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace cutaway::cloud {

/// The open /cutaway/v1/stream responses: joins the bus with the clients that listen, and writes a comment
/// every ten seconds so that both sides notice a dead line.
class EventStreams {
public:
    /// `changed` is called, on any thread, when a stream was opened or closed.
    EventStreams(EventBus& bus, std::function<void()> changed);
    ~EventStreams();
    EventStreams(const EventStreams&) = delete;
    EventStreams& operator=(const EventStreams&) = delete;

    /// The answer to GET /cutaway/v1/stream.
    Response open(const Request& request);
    /// Streams open now, without those of background work.
    std::size_t count() const;
    /// Ends every stream.
    void closeAll();

private:
    struct Clients;
    void beat(const std::stop_token& stop);

    EventBus& m_bus;
    const std::function<void()> m_changed;
    std::shared_ptr<Clients> m_clients; ///< outlives this value in the callbacks of connections
    std::jthread m_heart;
};

} // namespace cutaway::cloud
