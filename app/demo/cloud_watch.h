#pragma once

#include "core/catalogue/client.h"
#include "core/catalogue/stream.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <set>
#include <stop_token>
#include <vector>

namespace cutaway {

/// Waits for what happens in a cloud, by its event stream: that nobody plays, that jobs are over. Safe from
/// any thread.
class CloudWatch {
public:
    /// `cloud` outlives this value.
    explicit CloudWatch(const catalogue::CloudClient& cloud);

    /// Grows with every word about playing: take it before asking the cloud, and give it back with the
    /// answer.
    std::int64_t heard() const;
    /// What the cloud answered to a question; the stream's own word, when it came meanwhile, is newer.
    void answered(bool playing, std::int64_t heardBefore);
    /// Returns when nobody plays (or the cloud is gone, which the work notices by itself), or at a stop.
    void waitForSilence(std::stop_token stop);
    /// Returns when every one of these jobs is over, whatever became of it. Cancelled at a stop; errors of
    /// the client.
    Result<void> waitForJobs(std::vector<Uuid> jobs, std::stop_token stop);

private:
    void hear(const catalogue::StreamEvent& event);
    void hearPlaying(bool playing);
    void lookAgain();

    const catalogue::CloudClient& m_cloud;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::int64_t m_heard = 0;        ///< under m_mutex
    bool m_playing = false;          ///< under m_mutex
    bool m_look = true;              ///< under m_mutex: a job ended, or events may have been missed
    catalogue::EventStream m_stream; ///< last: its callbacks use the others
};

} // namespace cutaway
