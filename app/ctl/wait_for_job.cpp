#include "app/ctl/wait_for_job.h"

#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "core/catalogue/stream.h"

#include <condition_variable>
#include <cstdio>
#include <mutex>

namespace cutaway::ctl {

namespace {

/// What the stream has said since it was last looked at.
struct News {
    std::mutex mutex;
    std::condition_variable arrived;
    bool look = true; ///< ask the cloud: the job changed, or events may have been missed
    std::optional<Error> refused;
};

void show(const catalogue::Job& job) {
    printProgress(job.title + ": " + job.stage + " " + std::to_string(static_cast<int>(job.percent)) + " %");
}

} // namespace

Result<catalogue::Job> waitForJob(const catalogue::CloudClient& cloud, const Uuid& id) {
    News news;
    const auto onEvent = [&](const catalogue::StreamEvent& event) {
        const bool ofAnother =
            event.data.is_object() && event.data.value("id", tams::Json()) != id.toString();
        if (event.type == "job" && ofAnother)
            return;
        const std::lock_guard lock(news.mutex);
        news.look = news.look || event.type == "job" || event.type == "reset";
        news.arrived.notify_all();
    };
    const auto onState = [&](catalogue::LinkState state, const std::string& sentence) {
        const std::lock_guard lock(news.mutex);
        news.look = news.look || state == catalogue::LinkState::Connected;
        if (state == catalogue::LinkState::Unauthorised)
            news.refused = Error{ErrorCategory::Unauthorised, sentence, {}};
        news.arrived.notify_all();
    };
    const catalogue::EventStream stream(cloud.http(), onEvent, onState);
    for (;;) {
        {
            std::unique_lock lock(news.mutex);
            news.arrived.wait(lock, [&] { return news.look || news.refused; });
            if (news.refused)
                return *news.refused;
            news.look = false;
        }
        const auto job = cloud.job(id);
        if (!job && job.error().category != ErrorCategory::Unavailable &&
            job.error().category != ErrorCategory::Timeout)
            return job.error();
        if (!job)
            continue; // the stream connects again and says so
        show(*job);
        if (job->isOver()) {
            printProgress("");
            return *job;
        }
    }
}

int exitCodeOf(const catalogue::Job& job) {
    if (job.state == catalogue::JobState::Delivered)
        return exit_code::ok;
    const std::string why = job.error ? job.error->summary : "It was cancelled.";
    std::fprintf(stderr, "cutaway-ctl: %s\n", why.c_str());
    return job.state == catalogue::JobState::Cancelled ? exit_code::cancelled : exit_code::jobFailed;
}

} // namespace cutaway::ctl
