#pragma once

#include "core/tams/http.h"
#include "core/tams/json.h"

#include <functional>
#include <memory>
#include <string>

namespace cutaway::catalogue {

/// One event of GET /cutaway/v1/stream.
struct StreamEvent {
    std::string type; ///< "job", "unit", "flow", "project", "people", "demo", "playing", "reset"
    tams::Json data;
    std::int64_t id = -1; ///< -1: none
};

enum class LinkState { Connecting, Connected, Lost, Unauthorised };

/// The cloud's event stream, kept up: reconnects with growing pauses and resumes after the last event seen.
/// Events come in order, each once; "reset" means that some were missed: reload what you show.
class EventStream {
public:
    /// Both are called on the stream's own thread. `sentence` says what is wrong, empty when connected.
    using OnEvent = std::function<void(const StreamEvent&)>;
    using OnState = std::function<void(LinkState state, const std::string& sentence)>;

    enum class Listener {
        Person,     ///< an embedded cloud stays for it
        Background, ///< work that nobody looks at: the cloud may end when only such are left
    };

    EventStream(std::shared_ptr<tams::HttpClient> http, OnEvent onEvent, OnState onState,
                Listener listener = Listener::Person);
    /// No callback runs after it. Not from a callback.
    ~EventStream();
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;

    /// Do not wait for the pause to end, try now.
    void retryNow();

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace cutaway::catalogue
