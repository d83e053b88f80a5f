#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/job_outputs.h"
#include "core/cloud/jobs/job_routes.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/supervisor.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/objects/object_store.h"
#include "core/cloud/store/database.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::uint64_t maxPreview = 4u << 20;
constexpr std::uint64_t maxOutput = std::uint64_t{4} << 40;
constexpr std::uint64_t maxReport = 64u << 20;
constexpr int gone = 410;

struct Context {
    Services& services;
    JobSupervisor& jobs;
};

const Error& overError() {
    static const Error error{ErrorCategory::Cancelled, "This job is over.", {}};
    return error;
}

/// The job of the path, when the caller may work on it and it still runs.
Result<JobRecord> workedOn(const Context& context, const Request& request, bool evenWhenOver = false) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"job", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    return context.services.database.read([&](Connection& store) -> Result<JobRecord> {
        auto job = findJob(store, request.principal.workspace, id);
        if (!job)
            return Error{ErrorCategory::NotFound, "There is no such job.", {}};
        if (isOver(job->state) && !evenWhenOver)
            return overError();
        return *job;
    });
}

/// 410 tells a worker to stop; everything else is as usual.
template <class T>
Response answer(int status, const Result<T>& result) {
    if (!result && result.error().category == ErrorCategory::Cancelled)
        return Response::failure(gone, result.error());
    return reply(status, result);
}

Result<json> work(const Context& context, const Request& request) {
    CUTAWAY_TRY(const JobRecord job, workedOn(context, request));
    json description = job.work;
    description["id"] = job.id.toString();
    description["type"] = job.type;
    description["attempt"] = job.attempt;
    return description;
}

Result<void> progress(const Context& context, const Request& request) {
    CUTAWAY_TRY(const JobRecord job, workedOn(context, request));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    Fields fields(given);
    const std::string stage = fields.text("stage", 40);
    const auto percent = given.find("percent");
    if (percent != given.end() && !percent->is_number())
        fields.refuse("percent", "must be a number.");
    std::optional<std::int64_t> secondsLeft;
    if (fields.has("seconds_left"))
        secondsLeft = fields.integer("seconds_left", 0, 10'000'000);
    const bool playable = fields.flag("playable", false);
    CUTAWAY_CHECK(fields.check("report"));
    if (playable)
        context.jobs.reportPlayable(job);
    const double done = percent == given.end() ? 0.0 : percent->get<double>();
    if (!context.jobs.reportProgress(job.id, stage, done, secondsLeft))
        return overError();
    return {};
}

Result<void> preview(const Context& context, const Request& request) {
    CUTAWAY_TRY(const JobRecord job, workedOn(context, request));
    if (!request.body.starts_with("\xff\xd8\xff"))
        return Error{ErrorCategory::InvalidInput, "A preview must be a JPEG.", {}};
    if (!context.jobs.keepPreview(job.id, request.body))
        return overError();
    return {};
}

Result<json> output(const Context& context, const Request& request) {
    CUTAWAY_TRY(const JobRecord job, workedOn(context, request));
    CUTAWAY_CHECK(checkFileName(request.param("name")));
    const JobOutput made{request.param("name"), Uuid::random(),
                         static_cast<std::int64_t>(request.bodyFile->size)};
    CUTAWAY_CHECK(context.services.objects.put(made.fileKey, *request.bodyFile));
    std::optional<Uuid> replaced;
    const auto written = context.services.database.write([&](Connection& store) -> Result<void> {
        const auto now = findJob(store, job.id);
        if (!now || isOver(now->state)) // cancelled while the file was on its way
            return overError();
        replaced = putOutput(store, job, made);
        return {};
    });
    // Nothing refers to the file that lost; if it stays for want of a disk, it only takes room.
    if (!written || replaced) [[maybe_unused]]
        const auto removed = context.services.objects.remove(written ? *replaced : made.fileKey);
    if (!written)
        return written.error();
    return json{{"name", made.name}, {"size", made.size}};
}

Result<void> done(const Context& context, const Request& request) {
    CUTAWAY_TRY(const JobRecord job, workedOn(context, request, true));
    if (job.state == JobState::Delivered)
        return {}; // the answer to the first report was lost
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    CUTAWAY_TRY(const bool ended,
                context.jobs.end(job.id, JobState::Delivered, {}, given.value("result", json::object())));
    return ended ? Result<void>() : Result<void>(overError());
}

Result<void> failed(const Context& context, const Request& request) {
    CUTAWAY_TRY(const JobRecord job, workedOn(context, request, true));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    json error = given.value("error", json::object());
    if (!error.is_object() || !error.contains("summary"))
        error = {{"type", "internal"}, {"summary", "The work failed without a reason."}};
    CUTAWAY_TRY(const bool ended, context.jobs.end(job.id, JobState::Failed, error, {}));
    return ended || job.state == JobState::Failed ? Result<void>() : Result<void>(overError());
}

} // namespace

void addWorkerRoutes(Router& router, Services& services, JobSupervisor& jobs) {
    const Context context{services, jobs};
    const RouteOptions pictures{RouteOptions::Body::Memory, maxPreview, false, false};
    const RouteOptions files{RouteOptions::Body::File, maxOutput, false, false};
    const RouteOptions reports{RouteOptions::Body::Memory, maxReport, false, false};
    const std::string job = "/cutaway/v1/jobs/{id}";
    router.add("GET", job + "/work", [context](Request& r) { return answer(200, work(context, r)); });
    router.add("POST", job + "/progress",
               [context](Request& r) { return answer(204, progress(context, r)); });
    router.add(
        "PUT", job + "/preview", [context](Request& r) { return answer(204, preview(context, r)); },
        pictures);
    router.add(
        "PUT", job + "/outputs/{name}", [context](Request& r) { return answer(201, output(context, r)); },
        files);
    router.add(
        "POST", job + "/done", [context](Request& r) { return answer(204, done(context, r)); }, reports);
    router.add(
        "POST", job + "/failed", [context](Request& r) { return answer(204, failed(context, r)); }, reports);
}

} // namespace cutaway::cloud
