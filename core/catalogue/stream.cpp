#include "core/catalogue/stream.h"

#include "core/catalogue/sse_parser.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

namespace cutaway::catalogue {

namespace {

constexpr std::chrono::milliseconds firstPause{250};
constexpr std::chrono::milliseconds longestPause{10'000};
constexpr std::chrono::milliseconds keepAliveLimit{25'000}; // the cloud says something every 10 s

} // namespace

class EventStream::Worker {
public:
    Worker(std::shared_ptr<tams::HttpClient> http, OnEvent onEvent, OnState onState, Listener listener)
        : m_http(std::move(http))
        , m_path(listener == Listener::Background ? "/cutaway/v1/stream?background=true"
                                                  : "/cutaway/v1/stream")
        , m_onEvent(std::move(onEvent))
        , m_onState(std::move(onState))
        , m_thread([this](std::stop_token stop) { run(stop); }) {}

    void retryNow() {
        const std::lock_guard lock(m_mutex);
        m_retry = true;
        m_changed.notify_all();
    }

private:
    /// What the network thread has brought since we looked.
    struct Arrived {
        bool headers = false;
        std::string bytes;
        std::optional<Result<tams::HttpResponse>> end;
    };

    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            setState(LinkState::Connecting, {});
            follow(stop);
            if (!stop.stop_requested())
                pause(stop);
        }
    }

    /// One connection from its start to its end.
    void follow(const std::stop_token& stop) {
        m_parser.reset();
        std::stop_source cancel;
        m_http->start(request(), cancel.get_token(), [this](Result<tams::HttpResponse> result) {
            const std::lock_guard lock(m_mutex);
            m_arrived.end = std::move(result);
            m_changed.notify_all();
        });
        const std::stop_callback onStop(stop, [&cancel] { cancel.request_stop(); });
        // Goes on after a stop until the transfer has ended: its callbacks point to this object.
        for (;;) {
            Arrived arrived;
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [this] {
                    return m_arrived.headers || !m_arrived.bytes.empty() || m_arrived.end.has_value();
                });
                std::swap(arrived, m_arrived);
            }
            if (!stop.stop_requested())
                take(arrived);
            if (arrived.end) {
                if (!stop.stop_requested())
                    explain(*arrived.end);
                return;
            }
        }
    }

    tams::HttpRequest request() {
        tams::HttpRequest request;
        request.url = m_path;
        request.headers = {{"Accept", "text/event-stream"}, {"Cache-Control", "no-cache"}};
        if (m_lastId >= 0)
            request.headers.emplace_back("Last-Event-ID", std::to_string(m_lastId));
        request.timeout = std::chrono::milliseconds(0);
        request.stallTimeout = keepAliveLimit;
        request.maxBytes = INT64_MAX;
        request.onHeaders = [this](const tams::HttpResponse&) {
            const std::lock_guard lock(m_mutex);
            m_arrived.headers = true;
            m_changed.notify_all();
        };
        request.sink = [this](std::span<const std::byte> bytes) {
            const std::lock_guard lock(m_mutex);
            m_arrived.bytes.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            m_changed.notify_all();
            return true;
        };
        return request;
    }

    void take(const Arrived& arrived) {
        if (arrived.headers) {
            m_pause = firstPause;
            setState(LinkState::Connected, {});
        }
        m_parser.add(arrived.bytes);
        while (auto event = m_parser.next()) {
            if (event->type == "reset" || event->id > m_lastId)
                m_lastId = event->id;
            else if (event->id >= 0)
                continue; // seen before the connection was lost
            m_onEvent(*event);
        }
    }

    void explain(const Result<tams::HttpResponse>& end) {
        const bool lost = !end || end->ok();
        const Error error = !end ? end.error()
                            : end->ok()
                                ? Error{ErrorCategory::Unavailable, "The cloud closed the connection.", {}}
                                : errorOf(*end);
        const bool refused = !lost && (error.category == ErrorCategory::Unauthorised ||
                                       error.category == ErrorCategory::Forbidden);
        if (refused)
            m_pause = longestPause; // it will not change its mind soon
        setState(refused ? LinkState::Unauthorised : LinkState::Lost, error.message);
    }

    void pause(const std::stop_token& stop) {
        const auto longest = m_pause.count();
        const std::chrono::milliseconds length(
            std::uniform_int_distribution<std::int64_t>(longest / 2, longest)(m_random));
        m_pause = std::min(m_pause * 2, longestPause);
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, length, [this] { return m_retry; });
        m_retry = false;
    }

    void setState(LinkState state, const std::string& sentence) {
        // A further try is told once it succeeds: until then the window goes on showing what is wrong.
        if (state == LinkState::Connecting && m_state != LinkState::Connecting)
            return;
        if (m_told && state == m_state && sentence == m_sentence)
            return;
        m_told = true;
        m_state = state;
        m_sentence = sentence;
        m_onState(state, sentence);
    }

    const std::shared_ptr<tams::HttpClient> m_http;
    const std::string m_path;
    const OnEvent m_onEvent;
    const OnState m_onState;

    std::mutex m_mutex; ///< guards the three below
    std::condition_variable_any m_changed;
    Arrived m_arrived;
    bool m_retry = false;

    // The stream's own thread only.
    SseParser m_parser;
    std::int64_t m_lastId = -1;
    LinkState m_state = LinkState::Connecting;
    std::string m_sentence;
    bool m_told = false;
    std::chrono::milliseconds m_pause = firstPause;
    std::minstd_rand m_random{std::random_device{}()};

    std::jthread m_thread; ///< last: stops and joins before the rest goes
};

EventStream::EventStream(std::shared_ptr<tams::HttpClient> http, OnEvent onEvent, OnState onState,
                         Listener listener)
    : m_worker(std::make_unique<Worker>(std::move(http), std::move(onEvent), std::move(onState), listener)) {}

EventStream::~EventStream() = default;

void EventStream::retryNow() {
    m_worker->retryNow();
}

} // namespace cutaway::catalogue
