#include "core/cloud/worker/progress_reporter.h"

#include <chrono>
#include <utility>

namespace cutaway::cloud {

namespace {

using Clock = std::chrono::steady_clock;

/// The cloud is asked at least so often whether the job still stands: a cancel is noticed within it.
constexpr auto heartbeat = std::chrono::milliseconds(500);
constexpr auto shortestPause = std::chrono::milliseconds(100);
constexpr auto longestSilence = std::chrono::seconds(60);

} // namespace

ProgressReporter::ProgressReporter(const JobLink& link, std::stop_source work)
    : m_link(link)
    , m_work(std::move(work))
    , m_thread([this](std::stop_token stop) { run(std::move(stop)); }) {}

ProgressReporter::~ProgressReporter() {
    m_thread.request_stop();
    m_thread.join();
}

void ProgressReporter::report(WorkProgress progress) {
    const std::lock_guard lock(m_mutex);
    m_playable = m_playable || progress.playable;
    m_next = std::move(progress);
    m_wake.notify_all();
}

void ProgressReporter::preview(std::vector<std::byte> jpeg) {
    const std::lock_guard lock(m_mutex);
    m_preview = std::move(jpeg);
    m_wake.notify_all();
}

std::optional<Error> ProgressReporter::verdict() const {
    const std::lock_guard lock(m_mutex);
    return m_verdict;
}

void ProgressReporter::run(std::stop_token stop) {
    WorkProgress last;
    Clock::time_point firstFailure{};
    bool failing = false;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wake.wait_for(lock, stop, heartbeat, [&] { return m_next.has_value() || !m_preview.empty(); });
        if (stop.stop_requested())
            return;
        last = std::exchange(m_next, std::nullopt).value_or(last);
        last.playable = std::exchange(m_playable, false);
        const std::vector<std::byte> jpeg = std::exchange(m_preview, {});
        lock.unlock();
        Result<void> sent = m_link.progress(last, stop);
        if (sent && !jpeg.empty())
            sent = m_link.preview(jpeg, stop);
        lock.lock();
        // Counted from the first failure: a worker that stood still for an hour has not waited for an hour.
        if (!sent && !failing)
            firstFailure = Clock::now();
        failing = !sent;
        m_playable = m_playable || (failing && last.playable);
        const bool over = !sent && sent.error().category == ErrorCategory::Cancelled;
        const bool tooLong = failing && Clock::now() - firstFailure > longestSilence;
        if (!stop.stop_requested() && (over || tooLong)) {
            m_verdict = sent.error();
            m_work.request_stop();
            return;
        }
        m_wake.wait_for(lock, stop, shortestPause, [] { return false; });
    }
}

} // namespace cutaway::cloud
