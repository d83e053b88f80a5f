#pragma once

#include "core/scopes/analyse.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace cutaway::scopes {

/// Analyses pictures on a thread of its own, which gives way to all others: of those that come while it works
/// only the newest counts, and it rests twice as long as it worked, so that playback never waits for a scope.
class ScopeWorker {
public:
    /// `done` comes on the worker's thread, one at a time.
    explicit ScopeWorker(std::function<void(std::shared_ptr<const Trace>)> done);
    ~ScopeWorker();
    ScopeWorker(const ScopeWorker&) = delete;
    ScopeWorker& operator=(const ScopeWorker&) = delete;

    /// Any thread; returns at once. A null picture takes back what waits. `playing`: fewer rows are read.
    void submit(media::VideoFramePtr picture, Kind kind, bool playing);

private:
    struct Request {
        media::VideoFramePtr picture;
        Kind kind = Kind::Waveform;
        bool playing = false;
    };
    void run(std::stop_token stop);

    const std::function<void(std::shared_ptr<const Trace>)> m_done;
    std::mutex m_mutex;
    std::condition_variable_any m_news;
    std::optional<Request> m_next; ///< guarded
    std::jthread m_thread;
};

} // namespace cutaway::scopes
