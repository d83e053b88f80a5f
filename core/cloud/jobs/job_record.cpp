#include "core/cloud/jobs/job_record.h"

#include "core/cloud/store/clock.h"

#include <array>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 5> names{"queued", "running", "delivered", "failed", "cancelled"};

std::string shownState(const JobRecord& job, const JobProgress& progress) {
    if (!isOver(job.state) && (job.held || progress.paused))
        return "paused";
    return std::string(stateName(job.state));
}

} // namespace

std::string_view stateName(JobState state) {
    return names.at(static_cast<std::size_t>(state));
}

std::optional<JobState> stateFrom(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return static_cast<JobState>(i);
    return std::nullopt;
}

json jobJson(const JobRecord& job, const JobProgress& progress) {
    json text = {{"id", job.id.toString()},
                 {"type", job.type},
                 {"state", shownState(job, progress)},
                 {"stage", progress.stage},
                 {"percent", job.state == JobState::Delivered ? 100.0 : progress.percent},
                 {"title", job.title},
                 {"created", wallClockText(job.created)},
                 {"created_by", job.createdBy},
                 {"attempt", job.attempt},
                 {"priority", job.priority}};
    if (job.started)
        text["started"] = wallClockText(*job.started);
    if (job.ended)
        text["ended"] = wallClockText(*job.ended);
    if (progress.secondsLeft && !isOver(job.state))
        text["seconds_left"] = *progress.secondsLeft;
    if (progress.previews > 0)
        text["preview_url"] =
            "/cutaway/v1/jobs/" + job.id.toString() + "/preview?n=" + std::to_string(progress.previews);
    if (!job.error.is_null())
        text["error"] = job.error;
    if (!job.result.is_null())
        text["result"] = job.result;
    return text;
}

} // namespace cutaway::cloud
