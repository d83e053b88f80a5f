#include "core/scopes/scope_worker.h"

#include <chrono>
#include <utility>

#ifdef __linux__
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace cutaway::scopes {

namespace {

void giveWay() {
#ifdef __linux__
    // On Linux a priority belongs to a thread: it gets what time nobody else wants, and whoever wakes up
    // takes the core from it at once. Where that is refused, the resting still keeps playback first.
    const sched_param none{};
    if (sched_setscheduler(0, SCHED_IDLE, &none) != 0) {
        constexpr int nice = 19;
        [[maybe_unused]] const int refused = setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nice);
    }
#endif
}

} // namespace

ScopeWorker::ScopeWorker(std::function<void(std::shared_ptr<const Trace>)> done)
    : m_done(std::move(done))
    , m_thread([this](std::stop_token stop) { run(stop); }) {}

ScopeWorker::~ScopeWorker() = default;

void ScopeWorker::submit(media::VideoFramePtr picture, Kind kind, bool playing) {
    {
        const std::lock_guard lock(m_mutex);
        m_next.reset();
        if (picture)
            m_next = Request{std::move(picture), kind, playing};
    }
    m_news.notify_one();
}

void ScopeWorker::run(std::stop_token stop) {
    using Clock = std::chrono::steady_clock;
    giveWay();
    for (;;) {
        Request request;
        {
            std::unique_lock lock(m_mutex);
            if (!m_news.wait(lock, stop, [this] { return m_next.has_value(); }))
                return;
            request = *std::exchange(m_next, std::nullopt);
        }
        const auto begin = Clock::now();
        m_done(std::make_shared<const Trace>(
            analyse(*request.picture, request.kind, request.playing ? playingStep(*request.picture) : 1)));
        request.picture.reset();
        if (!request.playing)
            continue;
        const auto end = Clock::now();
        std::unique_lock lock(m_mutex);
        m_news.wait_until(lock, stop, end + 2 * (end - begin), [this] { return m_next && !m_next->playing; });
    }
}

} // namespace cutaway::scopes
