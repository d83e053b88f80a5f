#pragma once

#include "core/cloud/http/router.h"
#include "core/cloud/services.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace cutaway::cloud {

/// The open /cutaway/v1/stream responses: joins the bus with the clients that listen, and writes a comment
/// every ten seconds so that both sides notice a dead line.
class EventStreams {
public:
    explicit EventStreams(EventBus& bus);
    ~EventStreams();
    EventStreams(const EventStreams&) = delete;
    EventStreams& operator=(const EventStreams&) = delete;

    /// The answer to GET /cutaway/v1/stream.
    Response open(const Request& request);
    /// Streams open now.
    std::size_t count() const;
    /// Ends every stream.
    void closeAll();

private:
    struct Clients;
    void beat(const std::stop_token& stop);

    EventBus& m_bus;
    std::shared_ptr<Clients> m_clients; ///< outlives this value in the callbacks of connections
    std::jthread m_heart;
};

} // namespace cutaway::cloud
