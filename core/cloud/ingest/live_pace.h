#pragma once

#include "core/base/result.h"
#include "core/time/timestamp.h"

#include <chrono>
#include <stop_token>

namespace cutaway::cloud {

/// Holds an ingest to the speed at which an event happens: media exists once the moment that it ends at has
/// passed. Any thread.
class LivePace {
public:
    /// `done`: how much of the media had happened when the pace begins.
    explicit LivePace(Timestamp done);
    /// Returns once what ends `end` after the start of the media exists. Cancelled.
    Result<void> waitFor(const Timestamp& end, std::stop_token stop) const;

private:
    std::chrono::steady_clock::time_point m_start; ///< when the media began to happen
};

} // namespace cutaway::cloud
