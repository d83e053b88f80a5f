#include "core/cloud/submissions/submission_jobs.h"

#include "core/cloud/jobs/ingest_jobs.h"
#include "core/cloud/jobs/job_outputs.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/objects/holds.h"
#include "core/cloud/projects_api/project_store.h"
#include "core/cloud/submissions/cut_reader.h"
#include "core/cloud/submissions/delivery_store.h"
#include "core/conform/run.h"

#include <algorithm>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr int conformPriority = 7;
constexpr int resultPriority = 6;
constexpr std::size_t maxProfiles = 8;

std::string holderOf(const Uuid& job) {
    return "job/" + job.toString();
}

Result<std::vector<conform::Profile>> chosenProfiles(const json& given,
                                                     const std::vector<conform::Profile>& known) {
    const Error none{ErrorCategory::InvalidInput, "Choose at least one format to deliver.", {}};
    const auto list = given.find("profiles");
    if (list == given.end() || !list->is_array() || list->empty() || list->size() > maxProfiles)
        return none;
    std::vector<conform::Profile> chosen;
    for (const json& id : *list) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const conform::Profile& each) {
            return id.is_string() && id == each.id;
        });
        if (found == known.end())
            return Error{
                ErrorCategory::InvalidInput, "This cloud cannot deliver the format " + id.dump() + ".", {}};
        // Deliveries are named by their format.
        if (std::any_of(chosen.begin(), chosen.end(),
                        [&](const conform::Profile& each) { return each.id == found->id; }))
            return Error{ErrorCategory::InvalidInput,
                         "Choose each format once: " + found->id + " is there twice.",
                         {}};
        chosen.push_back(*found);
    }
    return chosen;
}

Result<std::string> documentOf(Services& services, const Principal& who, const json& given) {
    if (given.contains("otio") && given["otio"].is_object())
        return given["otio"].dump(-1, ' ', false, json::error_handler_t::replace);
    Fields fields(given);
    const Uuid project = fields.uuid("project_id");
    const Uuid revision = fields.uuid("revision_id");
    CUTAWAY_CHECK(fields.check("submission"));
    return services.database.read(
        [&](Connection& store) { return readRevision(store, who.workspace, project, revision); });
}

/// An Object may have gone between planning and holding.
bool allObjectsExist(Connection& store, const Uuid& workspace, const std::vector<std::string>& objects) {
    return std::all_of(objects.begin(), objects.end(), [&](const std::string& id) {
        auto row =
            store.query("SELECT 1 FROM objects WHERE workspace_id = ? AND id = ?", workspace.toString(), id);
        return row.next();
    });
}

Result<std::optional<SubmissionRecord>> sameSubmission(Connection& store, const SubmissionRecord& wanted) {
    auto known = findSubmission(store, wanted.id);
    if (known && (known->workspace != wanted.workspace || known->digest != wanted.digest))
        return Error{ErrorCategory::Conflict,
                     "Something else was submitted under this identifier. Use a new one.",
                     {}};
    return known;
}

Result<void> addDeliveries(Connection& store, const JobRecord& job, const json& result) {
    for (const json& output : result.value("outputs", json::array())) {
        Fields fields(output);
        const std::string name = fields.text("name");
        const std::string profile = fields.text("profile");
        CUTAWAY_CHECK(fields.check("result"));
        const auto file = findOutput(store, job.id, name);
        if (!file)
            return Error{ErrorCategory::InvalidInput, "The file “" + name + "” was not sent.", {}};
        DeliveryRecord delivery{Uuid::named(job.id, profile),
                                job.workspace,
                                job.createdBy,
                                job.id,
                                profile,
                                name,
                                file->fileKey,
                                file->size,
                                {}};
        addDelivery(store, delivery);
    }
    return {};
}

/// All files show the same cut: one of them is taken in, an MP4 if there is one.
Result<void> addResultIngest(Connection& store, const JobRecord& job) {
    const std::vector<DeliveryRecord> deliveries = deliveriesOf(store, job.id);
    if (deliveries.empty())
        return Error{ErrorCategory::InvalidInput, "The conform delivered no file.", {}};
    const auto mp4 = std::find_if(deliveries.begin(), deliveries.end(),
                                  [](const DeliveryRecord& each) { return each.fileName.ends_with(".mp4"); });
    const DeliveryRecord& chosen = mp4 == deliveries.end() ? deliveries.front() : *mp4;
    IngestOrder order;
    order.id = Uuid::named(job.id, "ingest");
    order.label = job.title;
    order.fileName = chosen.fileName;
    order.mediaPath = "/cutaway/v1/deliveries/" + chosen.id.toString() + "/file";
    order.deliveryId = chosen.id;
    order.priority = resultPriority;
    CUTAWAY_CHECK(addIngest(store, {Principal::Kind::Owner, job.workspace, job.createdBy, {}}, order));
    return {};
}

} // namespace

Result<SubmissionOrder> readSubmissionOrder(Services& services, const Principal& who, const Uuid& id,
                                            const json& given, const std::vector<conform::Profile>& known) {
    Fields fields(given);
    SubmissionOrder order;
    order.record.id = id;
    order.record.workspace = who.workspace;
    order.record.createdBy = who.user;
    order.record.title = fields.text("title", 200);
    order.record.ingestResult = fields.flag("ingest_result", true);
    CUTAWAY_CHECK(fields.check("submission"));
    CUTAWAY_TRY(order.profiles, chosenProfiles(given, known));
    for (const conform::Profile& profile : order.profiles)
        order.record.profiles.push_back(profile.id);
    CUTAWAY_TRY(order.record.otio, documentOf(services, who, given));
    order.record.digest = digestOf(given);
    return order;
}

Result<std::variant<Accepted, Problems>> acceptSubmission(Services& services, const Principal& who,
                                                          SubmissionOrder order) {
    using Outcome = std::variant<Accepted, Problems>;
    bool known = false;
    const auto prepared = services.database.read([&](Connection& store) -> Result<conform::Prepared> {
        CUTAWAY_TRY(const auto same, sameSubmission(store, order.record));
        known = same.has_value();
        if (known)
            return conform::Prepared{};
        return prepareCut(store, who.workspace, order.record.otio, order.profiles);
    });
    if (!prepared)
        return prepared.error();
    if (known)
        return Outcome(Accepted{false});
    if (!prepared->problems.empty())
        return Outcome(prepared->problems);

    const std::vector<std::string> objects = objectsOf(prepared->plan);
    return services.database.write([&](Connection& store) -> Result<Outcome> {
        CUTAWAY_TRY(const auto same, sameSubmission(store, order.record));
        if (same) // the other of two that came at once was first
            return Outcome(Accepted{false});
        if (!allObjectsExist(store, who.workspace, objects))
            return Error{
                ErrorCategory::Conflict, "Some of the media was removed just now. Submit again.", {}};
        JobRecord job;
        job.id = order.record.id;
        job.workspace = who.workspace;
        job.createdBy = who.user;
        job.type = "conform";
        job.priority = conformPriority;
        job.title = order.record.title;
        conform::ConformPlan plan = prepared->plan;
        plan.name = order.record.title;
        job.work = json::parse(conform::conformWork(plan, order.record.profiles), nullptr, false);
        if (!addJob(store, job))
            return Error{ErrorCategory::Conflict, "This identifier is taken. Use a new one.", {}};
        holdObjects(store, who.workspace, objects, holderOf(job.id), who.user);
        addSubmission(store, order.record);
        return Outcome(Accepted{true});
    });
}

JobKind conformKind() {
    JobKind kind;
    kind.delivered = [](Connection& store, const JobRecord& job, json& result) -> Result<void> {
        CUTAWAY_CHECK(addDeliveries(store, job, result));
        const auto submission = findSubmission(store, job.id);
        if (submission && submission->ingestResult)
            return addResultIngest(store, job);
        return {};
    };
    kind.ended = [](Connection& store, const JobRecord& job, JobState) {
        releaseHolds(store, job.workspace, holderOf(job.id));
    };
    return kind;
}

} // namespace cutaway::cloud
