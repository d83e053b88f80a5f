#include "core/cloud/stream/event_stream.h"

#include "core/cloud/stream/event_bus.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace cutaway::cloud {

namespace {

constexpr std::chrono::seconds beatInterval{10};

std::shared_ptr<const std::string> textOf(const Event& event) {
    return std::make_shared<const std::string>("id: " + std::to_string(event.sequence) +
                                               "\nevent: " + event.type + "\ndata: " + event.data + "\n\n");
}

std::optional<std::int64_t> lastSeen(const Request& request) {
    std::string_view text = request.headers.get("Last-Event-ID");
    if (text.empty())
        text = request.query.get("last_event_id").value_or("");
    std::int64_t sequence = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), sequence);
    if (text.empty() || problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return sequence;
}

} // namespace

struct EventStreams::Clients {
    std::mutex mutex;
    std::condition_variable_any wake;
    struct Client {
        StreamWriter writer;
        bool background = false; ///< work that nobody looks at: no reason to stay
    };
    std::map<std::int64_t, Client> open; ///< by subscription, under mutex
};

EventStreams::EventStreams(EventBus& bus, std::function<void()> changed)
    : m_bus(bus)
    , m_changed(std::move(changed))
    , m_clients(std::make_shared<Clients>())
    , m_heart([this](const std::stop_token& stop) { beat(stop); }) {}

EventStreams::~EventStreams() {
    closeAll();
}

Response EventStreams::open(const Request& request) {
    const auto allowed = authorize(request.principal, Action::Read, {"stream", {}, {}});
    if (!allowed)
        return Response::failure(allowed.error());
    Response response;
    response.headers.add("Content-Type", "text/event-stream");
    response.headers.add("Cache-Control", "no-store");
    response.body = [this, clients = m_clients, after = lastSeen(request),
                     background = request.query.get("background") == "true",
                     principal = request.principal](const StreamWriter& writer) {
        writer.write(std::string(": connected\n\n"));
        const auto subscription =
            m_bus.subscribe(after, [writer, principal](const std::shared_ptr<const Event>& event) {
                if (authorize(principal, Action::Read, {event->type, {}, event->workspace}))
                    writer.write(textOf(*event));
            });
        if (subscription.reset)
            writer.write("id: " + std::to_string(m_bus.lastSequence()) + "\nevent: reset\ndata: {}\n\n");
        {
            const std::lock_guard lock(clients->mutex);
            clients->open.emplace(subscription.id, Clients::Client{writer, background});
        }
        m_changed();
        writer.onClosed([&bus = m_bus, clients, id = subscription.id, changed = m_changed] {
            bus.unsubscribe(id);
            {
                const std::lock_guard lock(clients->mutex);
                clients->open.erase(id);
            }
            changed();
        });
    };
    return response;
}

std::size_t EventStreams::count() const {
    const std::lock_guard lock(m_clients->mutex);
    return static_cast<std::size_t>(std::count_if(m_clients->open.begin(), m_clients->open.end(),
                                                  [](const auto& each) { return !each.second.background; }));
}

void EventStreams::closeAll() {
    const std::lock_guard lock(m_clients->mutex);
    for (const auto& [id, client] : m_clients->open)
        client.writer.close();
}

void EventStreams::beat(const std::stop_token& stop) {
    const auto comment = std::make_shared<const std::string>(": alive\n\n");
    std::unique_lock lock(m_clients->mutex);
    while (!stop.stop_requested()) {
        m_clients->wake.wait_for(lock, stop, beatInterval, [] { return false; });
        for (const auto& [id, client] : m_clients->open)
            client.writer.write(comment);
    }
}

} // namespace cutaway::cloud
