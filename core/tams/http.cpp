#include "core/tams/http.h"

#include "core/tams/internal/transfer.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace cutaway::tams {

namespace {

// Urgent requests may open a few connections more, so that a seek never waits behind prefetching.
constexpr int maxActive = 6;
constexpr int maxActiveUrgent = 10;

void initialiseCurl() {
    [[maybe_unused]] static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
}

Error cancelledError() {
    return {ErrorCategory::Cancelled, "Cancelled.", {}};
}

} // namespace

/// The network thread and what it owns.
class HttpClient::Loop {
public:
    explicit Loop(Connection connection)
        : m_connection(std::move(connection)) {
        initialiseCurl();
        m_multi = curl_multi_init();
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, 16L);
        m_thread = std::jthread([this](std::stop_token stop) { run(stop); });
    }

    ~Loop() {
        m_thread.request_stop();
        curl_multi_wakeup(m_multi);
        m_thread.join();
        curl_multi_cleanup(m_multi);
    }

    const Connection& connection() const { return m_connection; }
    bool onThread() const { return std::this_thread::get_id() == m_thread.get_id(); }

    void add(HttpRequest request, const std::stop_token& stop, Done done) {
        auto transfer = std::make_shared<Transfer>(std::move(request), m_connection, std::move(done));
        if (stop.stop_possible())
            arm(*transfer, stop);
        {
            const std::lock_guard lock(m_mutex);
            m_incoming.push_back(std::move(transfer));
        }
        curl_multi_wakeup(m_multi);
    }

    Counters counters() const {
        const std::lock_guard lock(m_mutex);
        return m_counters;
    }

private:
    using TransferPtr = std::shared_ptr<Transfer>;
    using Clock = Transfer::Clock;

    void arm(Transfer& transfer, const std::stop_token& stop);
    void run(const std::stop_token& stop);
    void takeIncoming();
    void dropCancelled();
    void startWaiting();
    bool mayStart() const;
    void begin(TransferPtr transfer);
    void collectEnded();
    void endStalled();
    void leave(const TransferPtr& transfer);
    void finishAll();
    int pollTime() const;

    Connection m_connection;
    CURLM* m_multi = nullptr;

    mutable std::mutex m_mutex; ///< guards the two below
    std::vector<TransferPtr> m_incoming;
    Counters m_counters;

    // Network thread only.
    std::deque<TransferPtr> m_waiting; ///< to be started, urgent ones first
    std::vector<TransferPtr> m_paused; ///< to be tried again later
    std::vector<TransferPtr> m_active;

    std::jthread m_thread;
};

/// A stop only marks the transfer; the network thread ends it. finish() disarms it before the transfer dies.
void HttpClient::Loop::arm(Transfer& transfer, const std::stop_token& stop) {
    transfer.onStop.emplace(stop, std::function<void()>([&transfer, multi = m_multi] {
                                transfer.cancelled = true;
                                curl_multi_wakeup(multi);
                            }));
}

void HttpClient::Loop::takeIncoming() {
    std::vector<TransferPtr> incoming;
    {
        const std::lock_guard lock(m_mutex);
        incoming.swap(m_incoming);
        m_counters.requests += static_cast<std::int64_t>(incoming.size());
    }
    for (TransferPtr& transfer : incoming) {
        if (transfer->urgent())
            m_waiting.push_front(std::move(transfer));
        else
            m_waiting.push_back(std::move(transfer));
    }
}

void HttpClient::Loop::dropCancelled() {
    const auto drop = [](auto& list, const auto& before) {
        for (std::size_t i = 0; i < list.size();) {
            if (!list[i]->cancelled) {
                ++i;
                continue;
            }
            const TransferPtr transfer = list[i];
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
            before(transfer);
            transfer->finish(cancelledError());
        }
    };
    drop(m_waiting, [](const TransferPtr&) {});
    drop(m_paused, [](const TransferPtr&) {});
    drop(m_active, [this](const TransferPtr& t) { curl_multi_remove_handle(m_multi, t->handle()); });
}

void HttpClient::Loop::begin(TransferPtr transfer) {
    if (auto ready = transfer->prepare(); !ready) {
        transfer->finish(ready.error());
        return;
    }
    curl_multi_add_handle(m_multi, transfer->handle());
    m_active.push_back(std::move(transfer));
}

void HttpClient::Loop::startWaiting() {
    const auto now = Clock::now();
    for (std::size_t i = 0; i < m_paused.size();) {
        if (m_paused[i]->notBefore() > now) {
            ++i;
            continue;
        }
        m_waiting.push_front(m_paused[i]);
        m_paused.erase(m_paused.begin() + static_cast<std::ptrdiff_t>(i));
    }
    while (mayStart()) {
        const TransferPtr next = m_waiting.front();
        m_waiting.pop_front();
        begin(next);
    }
}

/// Whether the next waiting transfer has room beside those under way.
bool HttpClient::Loop::mayStart() const {
    if (m_waiting.empty())
        return false;
    const Transfer& next = *m_waiting.front();
    const auto counted =
        std::count_if(m_active.begin(), m_active.end(), [](const TransferPtr& t) { return t->counted(); });
    return !next.counted() || counted < (next.urgent() ? maxActiveUrgent : maxActive);
}

/// Takes a transfer out of curl's hands and notes what it cost.
void HttpClient::Loop::leave(const TransferPtr& transfer) {
    long connects = 0;
    curl_easy_getinfo(transfer->handle(), CURLINFO_NUM_CONNECTS, &connects);
    curl_off_t bytes = 0;
    curl_easy_getinfo(transfer->handle(), CURLINFO_SIZE_DOWNLOAD_T, &bytes);
    curl_multi_remove_handle(m_multi, transfer->handle());
    std::erase(m_active, transfer);
    const std::lock_guard lock(m_mutex);
    m_counters.connections += connects;
    m_counters.bytesReceived += bytes;
}

void HttpClient::Loop::collectEnded() {
    int left = 0;
    while (CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        const auto found = std::find_if(m_active.begin(), m_active.end(), [&](const TransferPtr& t) {
            return t->handle() == message->easy_handle;
        });
        if (found == m_active.end())
            continue;
        // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): leave() takes away the list's own
        const TransferPtr transfer = *found;
        leave(transfer);
        switch (transfer->ended(code)) {
        case Transfer::Next::Finished:
            transfer->finish();
            break;
        case Transfer::Next::AgainNow:
            begin(transfer);
            break;
        case Transfer::Next::AgainLater:
            m_paused.push_back(transfer);
            break;
        }
    }
}

void HttpClient::Loop::endStalled() {
    const auto now = Clock::now();
    const auto active = m_active;
    for (const TransferPtr& transfer : active) {
        if (!transfer->stallDeadline() || *transfer->stallDeadline() > now)
            continue;
        leave(transfer);
        if (transfer->ended(CURLE_OPERATION_TIMEDOUT) == Transfer::Next::AgainLater)
            m_paused.push_back(transfer);
        else
            transfer->finish();
    }
}

int HttpClient::Loop::pollTime() const {
    if (mayStart())
        return 0; // a place became free in this round
    auto next = Clock::now() + std::chrono::minutes(1);
    for (const TransferPtr& transfer : m_paused)
        next = std::min(next, transfer->notBefore());
    for (const TransferPtr& transfer : m_active)
        if (const auto deadline = transfer->stallDeadline())
            next = std::min(next, *deadline);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count();
    return static_cast<int>(std::max<std::int64_t>(left, 0));
}

void HttpClient::Loop::finishAll() {
    takeIncoming();
    for (const TransferPtr& transfer : m_active)
        curl_multi_remove_handle(m_multi, transfer->handle());
    for (auto* list : {&m_active, &m_paused})
        for (const TransferPtr& transfer : *list)
            transfer->finish(cancelledError());
    for (const TransferPtr& transfer : m_waiting)
        transfer->finish(cancelledError());
    m_active.clear();
    m_paused.clear();
    m_waiting.clear();
}

void HttpClient::Loop::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        takeIncoming();
        dropCancelled();
        startWaiting();
        int running = 0;
        curl_multi_perform(m_multi, &running);
        collectEnded();
        endStalled();
        curl_multi_poll(m_multi, nullptr, 0, pollTime(), nullptr);
    }
    finishAll();
}

HttpClient::HttpClient(Connection connection)
    : m_loop(std::make_unique<Loop>(std::move(connection))) {}

HttpClient::~HttpClient() = default;

const Connection& HttpClient::connection() const {
    return m_loop->connection();
}

void HttpClient::start(HttpRequest request, std::stop_token stop, Done done) {
    m_loop->add(std::move(request), stop, std::move(done));
}

Result<HttpResponse> HttpClient::fetch(HttpRequest request, std::stop_token stop) {
    if (m_loop->onThread())
        return Error{ErrorCategory::Internal, "A request was waited for on the network thread.", {}};
    std::mutex mutex;
    std::condition_variable answered;
    std::optional<Result<HttpResponse>> answer;
    start(std::move(request), stop, [&](Result<HttpResponse> result) {
        const std::lock_guard lock(mutex);
        answer = std::move(result);
        answered.notify_one();
    });
    std::unique_lock lock(mutex);
    answered.wait(lock, [&] { return answer.has_value(); });
    return std::move(*answer);
}

Result<HttpResponse> HttpClient::expect(HttpRequest request, std::stop_token stop) {
    CUTAWAY_TRY(HttpResponse response, fetch(std::move(request), std::move(stop)));
    if (!response.ok())
        return errorOf(response);
    return response;
}

HttpClient::Counters HttpClient::counters() const {
    return m_loop->counters();
}

} // namespace cutaway::tams
