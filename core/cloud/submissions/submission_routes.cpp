#include "core/cloud/submissions/submission_routes.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/http/file_answer.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/supervisor.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/objects/object_store.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/submissions/cut_reader.h"
#include "core/cloud/submissions/delivery_store.h"
#include "core/cloud/submissions/submission_jobs.h"

#include <memory>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::uint64_t maxDocument = 64u << 20;
constexpr int listed = 200;

struct Context {
    Services& services;
    JobSupervisor& jobs;
    std::shared_ptr<const std::vector<conform::Profile>> profiles;
};

json submissionJson(Connection& store, const JobSupervisor& jobs, const SubmissionRecord& submission) {
    json text = {{"id", submission.id.toString()},
                 {"title", submission.title},
                 {"created", wallClockText(submission.created)},
                 {"created_by", submission.createdBy},
                 {"profiles", submission.profiles},
                 {"deliveries", json::array()}};
    if (const auto job = findJob(store, submission.id))
        text["job"] = jobJson(*job, jobs.progressOf(job->id));
    for (const DeliveryRecord& delivery : deliveriesOf(store, submission.id))
        text["deliveries"].push_back(deliveryJson(delivery));
    return text;
}

Result<json> readOne(const Context& context, const Uuid& workspace, const Uuid& id) {
    return context.services.database.read([&](Connection& store) -> Result<json> {
        const auto submission = findSubmission(store, id);
        if (!submission || submission->workspace != workspace)
            return Error{ErrorCategory::NotFound, "There is no such delivery (any more).", {}};
        return submissionJson(store, context.jobs, *submission);
    });
}

Result<json> one(const Context& context, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"submission", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    return readOne(context, request.principal.workspace, id);
}

Result<json> list(const Context& context, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"submission", {}, {}}));
    return context.services.database.read([&](Connection& store) -> Result<json> {
        json answer = json::array();
        for (const SubmissionRecord& each : listSubmissions(store, request.principal.workspace, listed))
            answer.push_back(submissionJson(store, context.jobs, each));
        return answer;
    });
}

Response refusal(const Problems& problems) {
    const std::string summary =
        problems.size() == 1 ? problems.front().summary
                             : std::to_string(problems.size()) + " clips cannot be delivered as they are.";
    return reply(400, Result<json>(json{{"type", "invalid_input"},
                                        {"summary", summary},
                                        {"problems", json::parse(conform::problemsToJson(problems))}}));
}

Response submit(const Context& context, const Request& request) {
    Uuid id;
    const auto outcome = [&]() -> Result<std::variant<Accepted, Problems>> {
        CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"submission", request.param("id"), {}}));
        CUTAWAY_TRY(id, Uuid::parse(request.param("id")));
        CUTAWAY_TRY(const json given, parseJsonObject(request.body));
        CUTAWAY_TRY(SubmissionOrder order,
                    readSubmissionOrder(context.services, request.principal, id, given, *context.profiles));
        return acceptSubmission(context.services, request.principal, std::move(order));
    }();
    if (!outcome)
        return Response::failure(outcome.error());
    if (const auto* problems = std::get_if<Problems>(&*outcome))
        return refusal(*problems);
    const bool isNew = std::get<Accepted>(*outcome).isNew;
    if (isNew) {
        context.jobs.publish(id);
        context.jobs.jobsChanged();
    }
    return reply(isNew ? 201 : 200, readOne(context, request.principal.workspace, id));
}

Result<json> estimates(const Context& context, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"submission", {}, {}}));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    const json otio = given.value("otio", json::object());
    CUTAWAY_TRY(const ReadCut cut, context.services.database.read([&](Connection& store) {
        return readCut(store, request.principal.workspace, otio.dump());
    }));
    const json wanted = given.value("profiles", json::array());
    conform::ConformPlan shape; // all that profileFor() asks of a plan
    shape.width = cut.sequence.width;
    shape.height = cut.sequence.height;
    std::vector<conform::Profile> chosen;
    for (const conform::Profile& profile : *context.profiles)
        if (wanted.is_array() && std::find(wanted.begin(), wanted.end(), json(profile.id)) != wanted.end())
            chosen.push_back(conform::profileFor(profile, shape));
    json answer = json::array();
    for (const conform::Estimate& each :
         conform::estimate(cut.sequence.durationFrames(), cut.sequence.rate, chosen))
        answer.push_back({{"profile", each.profile}, {"bytes", each.bytes}, {"seconds", each.seconds}});
    return answer;
}

Response file(const Context& context, const Request& request) {
    const auto delivery = [&]() -> Result<DeliveryRecord> {
        CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"delivery", request.param("id"), {}}));
        CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
        return context.services.database.read([&](Connection& store) -> Result<DeliveryRecord> {
            auto found = findDelivery(store, request.principal.workspace, id);
            if (!found)
                return Error{ErrorCategory::NotFound, "This file is not in the cloud (any more).", {}};
            return *found;
        });
    }();
    if (!delivery)
        return Response::failure(delivery.error());
    auto opened = context.services.objects.read(delivery->fileKey);
    if (!opened)
        return Response::failure(opened.error());
    FileAnswer about;
    about.contentType = delivery->fileName.ends_with(".mxf") ? "application/mxf" : "video/mp4";
    about.etag = delivery->fileKey.toString();
    about.saveAs = delivery->fileName;
    about.immutable = true;
    return answerFile(request, std::move(*opened), about);
}

Response profiles(const Context& context, const Request& request) {
    if (const auto allowed = authorize(request.principal, Action::Read, {"profile", {}, {}}); !allowed)
        return Response::failure(allowed.error());
    return Response::json(200, conform::profilesToJson(*context.profiles));
}

} // namespace

void addSubmissionRoutes(Router& router, Services& services, JobSupervisor& jobs,
                         std::vector<conform::Profile> known) {
    const Context context{services, jobs,
                          std::make_shared<const std::vector<conform::Profile>>(std::move(known))};
    const RouteOptions documents{RouteOptions::Body::Memory, maxDocument, false, false};
    const std::string base = "/cutaway/v1";
    router.add("GET", base + "/submissions", [context](Request& r) { return reply(200, list(context, r)); });
    router.add("GET", base + "/submissions/{id}",
               [context](Request& r) { return reply(200, one(context, r)); });
    router.add(
        "PUT", base + "/submissions/{id}", [context](Request& r) { return submit(context, r); }, documents);
    router.add(
        "POST", base + "/estimates", [context](Request& r) { return reply(200, estimates(context, r)); },
        documents);
    router.add("GET", base + "/deliveries/{id}/file", [context](Request& r) { return file(context, r); });
    router.add("GET", base + "/profiles", [context](Request& r) { return profiles(context, r); });
}

} // namespace cutaway::cloud
