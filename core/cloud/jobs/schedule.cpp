#include "core/cloud/jobs/schedule.h"

#include <algorithm>
#include <tuple>

namespace cutaway::cloud {

ScheduleStep scheduleJobs(std::span<const ScheduledJob> jobs, const ScheduleRules& rules) {
    using Phase = ScheduledJob::Phase;
    std::vector<ScheduledJob> ranked(jobs.begin(), jobs.end());
    const auto mayRun = [&](const ScheduledJob& job) {
        return !job.held && (job.live || !rules.playing || job.priority > backgroundPriority);
    };
    std::sort(ranked.begin(), ranked.end(), [&](const ScheduledJob& a, const ScheduledJob& b) {
        const auto rank = [&](const ScheduledJob& job) {
            return std::tuple(!mayRun(job), -job.priority, job.phase == Phase::Waiting, job.order, job.id);
        };
        return rank(a) < rank(b);
    });

    ScheduleStep step;
    int slots = rules.slots;
    for (const ScheduledJob& job : ranked) {
        const bool runs = mayRun(job) && (job.live || slots > 0);
        if (runs && !job.live)
            --slots;
        if (runs && job.phase == Phase::Waiting)
            step.start.push_back(job.id);
        else if (runs && job.phase == Phase::Paused)
            step.resume.push_back(job.id);
        else if (!runs && job.phase == Phase::Working)
            step.pause.push_back(job.id);
    }
    return step;
}

} // namespace cutaway::cloud
