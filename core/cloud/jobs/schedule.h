#pragma once

#include "core/base/uuid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cutaway::cloud {

/// The priority of work that nobody waits for: it stands still while somebody plays.
inline constexpr int backgroundPriority = 0;
inline constexpr int highestPriority = 9;

/// One unfinished job, as the scheduler sees it.
struct ScheduledJob {
    enum class Phase {
        Waiting, ///< no worker process yet
        Working, ///< its worker runs
        Paused,  ///< its worker is stopped (SIGSTOP)
    };
    Uuid id;
    int priority = 5;       ///< 0..9, 9 first
    std::int64_t order = 0; ///< growing with the time of submission
    Phase phase = Phase::Waiting;
    bool held = false; ///< the user paused it
    bool live = false; ///< waits for nobody: what happens now does not happen again
};

struct ScheduleRules {
    int slots = 1;        ///< workers that may run at a time
    bool playing = false; ///< a client plays: background work stands still
};

struct ScheduleStep {
    std::vector<Uuid> start;
    std::vector<Uuid> pause;
    std::vector<Uuid> resume;
};

/// What to do now. The best jobs by priority get the slots; among equals one that has a worker goes before
/// one that has not, then the older. A worker that loses its slot is paused, not ended. A live one needs no
/// slot: most of its time it waits for the event. Pure.
ScheduleStep scheduleJobs(std::span<const ScheduledJob> jobs, const ScheduleRules& rules);

} // namespace cutaway::cloud
