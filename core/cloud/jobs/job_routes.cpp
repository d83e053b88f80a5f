#include "core/cloud/jobs/job_routes.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/supervisor.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/store/database.h"

#include <algorithm>
#include <charconv>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

struct Context {
    Services& services;
    JobSupervisor& jobs;
};

Result<JobRecord> wanted(const Context& context, const Request& request, Action action) {
    CUTAWAY_CHECK(authorize(request.principal, action, {"job", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    return context.services.database.read([&](Connection& store) -> Result<JobRecord> {
        auto job = findJob(store, request.principal.workspace, id);
        if (!job)
            return Error{ErrorCategory::NotFound, "There is no such job (any more).", {}};
        return *job;
    });
}

Result<json> list(const Context& context, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"job", {}, {}}));
    JobFilter filter;
    filter.state = std::string(request.query.get("state").value_or(""));
    filter.type = std::string(request.query.get("type").value_or(""));
    const std::string_view limit = request.query.get("limit").value_or("100");
    std::from_chars(limit.data(), limit.data() + limit.size(), filter.limit);
    filter.limit = std::clamp(filter.limit, 1, 1000);
    const auto jobs =
        context.services.database.read([&](Connection& store) -> Result<std::vector<JobRecord>> {
            return listJobs(store, request.principal.workspace, filter);
        });
    if (!jobs)
        return jobs.error();
    json answer = json::array();
    for (const JobRecord& job : *jobs)
        answer.push_back(jobJson(job, context.jobs.progressOf(job.id)));
    return answer;
}

Result<json> one(const Context& context, const Request& request) {
    CUTAWAY_TRY(const JobRecord job, wanted(context, request, Action::Read));
    return jobJson(job, context.jobs.progressOf(job.id));
}

Result<json> cancel(const Context& context, const Request& request) {
    CUTAWAY_TRY(const JobRecord job, wanted(context, request, Action::Manage));
    CUTAWAY_TRY(const bool ended, context.jobs.end(job.id, JobState::Cancelled, {}, {}));
    if (!ended && job.state != JobState::Cancelled)
        return Error{ErrorCategory::Conflict, "This job is over; there is nothing to cancel.", {}};
    return one(context, request);
}

Result<json> hold(const Context& context, const Request& request, bool held) {
    CUTAWAY_TRY(const JobRecord job, wanted(context, request, Action::Manage));
    CUTAWAY_TRY(const bool changed, context.services.database.write([&](Connection& store) -> Result<bool> {
        return holdJob(store, job.id, held);
    }));
    if (!changed)
        return Error{ErrorCategory::Conflict, "This job is over.", {}};
    context.jobs.jobsChanged();
    context.jobs.publish(job.id);
    return one(context, request);
}

Response preview(const Context& context, const Request& request) {
    const auto job = wanted(context, request, Action::Read);
    if (!job)
        return Response::failure(job.error());
    const auto jpeg = context.jobs.preview(job->id);
    if (!jpeg)
        return Response::failure(jpeg.error());
    Response response;
    response.headers.add("Content-Type", "image/jpeg");
    response.headers.add("Cache-Control", "no-store");
    response.body = **jpeg;
    return response;
}

Result<void> playing(const Context& context, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"playback", {}, {}}));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    Fields fields(given);
    const bool plays = fields.flag("playing", false);
    const auto client = fields.optionalUuid("client_id");
    CUTAWAY_CHECK(fields.check("request"));
    context.jobs.setPlaying(client.value_or(Uuid()), plays);
    return {};
}

} // namespace

void addJobRoutes(Router& router, Services& services, JobSupervisor& jobs) {
    const Context context{services, jobs};
    router.add("GET", "/cutaway/v1/jobs", [context](Request& r) { return reply(200, list(context, r)); });
    router.add("GET", "/cutaway/v1/jobs/{id}", [context](Request& r) { return reply(200, one(context, r)); });
    router.add("GET", "/cutaway/v1/jobs/{id}/preview", [context](Request& r) { return preview(context, r); });
    router.add("POST", "/cutaway/v1/jobs/{id}/cancel",
               [context](Request& r) { return reply(202, cancel(context, r)); });
    router.add("POST", "/cutaway/v1/jobs/{id}/pause",
               [context](Request& r) { return reply(202, hold(context, r, true)); });
    router.add("POST", "/cutaway/v1/jobs/{id}/resume",
               [context](Request& r) { return reply(202, hold(context, r, false)); });
    router.add("POST", "/cutaway/v1/playing",
               [context](Request& r) { return reply(204, playing(context, r)); });
}

} // namespace cutaway::cloud
