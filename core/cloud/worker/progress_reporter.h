#pragma once

#include "core/cloud/worker/job_link.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace cutaway::cloud {

/// Sends a worker's progress from a thread of its own, the newest only, and asks the work to stop when the
/// cloud says that the job is over, or has been away for long. Thread-safe.
class ProgressReporter {
public:
    ProgressReporter(const JobLink& link, std::stop_source work);
    ~ProgressReporter(); ///< ends without sending the rest

    void report(WorkProgress progress);
    void preview(std::vector<std::byte> jpeg);
    /// Why it asked the work to stop; nothing when it did not.
    std::optional<Error> verdict() const;

private:
    void run(std::stop_token stop);

    const JobLink& m_link;
    std::stop_source m_work;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<WorkProgress> m_next; ///< under m_mutex
    bool m_playable = false;            ///< under m_mutex: to be told, whatever comes after it
    std::vector<std::byte> m_preview;   ///< under m_mutex
    std::optional<Error> m_verdict;     ///< under m_mutex
    std::jthread m_thread;
};

} // namespace cutaway::cloud
