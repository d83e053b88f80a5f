#pragma once

#include "core/catalogue/stream.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>

namespace cutaway {

/// Knows from the cloud's event stream whether somebody plays there. Safe from any thread.
class PlayingWatch {
public:
    explicit PlayingWatch(std::shared_ptr<tams::HttpClient> http);

    /// Grows with every word of the stream: take it before asking the cloud, and give it back with the
    /// answer.
    std::int64_t heard() const;
    /// What the cloud answered to a question; the stream's own word, when it came meanwhile, is newer.
    void answered(bool playing, std::int64_t heardBefore);
    /// Returns when nobody plays (or the cloud is gone, which the work notices by itself), or at a stop.
    void waitForSilence(std::stop_token stop);

private:
    void hear(bool playing);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::int64_t m_heard = 0;        ///< under m_mutex
    bool m_playing = false;          ///< under m_mutex
    catalogue::EventStream m_stream; ///< last: its callbacks use the others
};

} // namespace cutaway
