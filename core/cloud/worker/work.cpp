#include "core/cloud/worker/work.h"

#include "core/cloud/ingest/ingest.h"
#include "core/cloud/worker/conform_work.h"
#include "core/cloud/worker/job_link.h"
#include "core/cloud/worker/progress_reporter.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

WorkOutcome outcomeOf(const Result<json>& result) {
    if (result)
        return {*result, std::nullopt, {}};
    return {{}, result.error(), errorReport(result.error())};
}

WorkOutcome perform(const json& work, const JobLink& link, ProgressReporter& progress,
                    const std::filesystem::path& scratch, std::stop_token stop) {
    const std::string type = work.value("type", "");
    if (type == "ingest")
        return outcomeOf(runIngest(work, link, progress, scratch, std::move(stop)));
    if (type == "conform")
        return runConformWork(work, link, progress, scratch, std::move(stop));
    return outcomeOf(
        Error{ErrorCategory::Unsupported, "This worker cannot do jobs of the type “" + type + "”.", {}});
}

/// The job itself is sound: another try may succeed.
bool isCloudAway(const Error& error) {
    return error.category == ErrorCategory::Unavailable || error.category == ErrorCategory::Timeout;
}

} // namespace

json errorReport(const Error& error) {
    json report = {{"type", categoryName(error.category)}, {"summary", error.message}};
    if (!error.detail.empty())
        report["detail"] = error.detail;
    return report;
}

std::optional<Error> doWork(const tams::Connection& cloud, const Uuid& job,
                            const std::filesystem::path& scratch) {
    const JobLink link(std::make_shared<tams::HttpClient>(cloud), job);
    const auto work = link.work({});
    if (!work)
        return work.error();
    std::stop_source stop;
    WorkOutcome outcome;
    {
        ProgressReporter progress(link, stop);
        outcome = perform(*work, link, progress, scratch, stop.get_token());
        if (const auto verdict = progress.verdict())
            return verdict;
    }
    if (outcome.error && (isCloudAway(*outcome.error) || outcome.error->category == ErrorCategory::Cancelled))
        return outcome.error;
    const Result<void> reported =
        outcome.error ? link.failed(outcome.report, {}) : link.done(outcome.result, {});
    if (!reported)
        return reported.error();
    return outcome.error;
}

} // namespace cutaway::cloud
