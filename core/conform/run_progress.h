#pragma once

#include "core/conform/run.h"

#include <chrono>

namespace cutaway::conform {

/// Turns frames done into percent and seconds left, by what a frame of each step costs, and passes them on at
/// most four times a second, with a preview every two. One thread.
class RunProgress {
public:
    RunProgress(const RunCallbacks& callbacks, std::int64_t frames, const std::vector<Profile>& profiles);

    void rendered(std::int64_t frames, const media::VideoFramePtr& last);
    void assembling();
    /// `frames` of file number `file` (from 0) have been read back.
    void checking(std::size_t file, std::int64_t frames);

private:
    using Clock = std::chrono::steady_clock;
    void report(const char* stage, std::int64_t spent, std::int64_t framesDone, bool now);

    const RunCallbacks& m_callbacks;
    std::int64_t m_frames;
    RunCost m_cost;
    std::int64_t m_whole; ///< the cost of everything
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_reported{};
    Clock::time_point m_previewed{};
    std::int64_t m_previewedFrames = 0;
    std::int64_t m_done = 0;
};

} // namespace cutaway::conform
