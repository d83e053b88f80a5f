#include "core/catalogue/types.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cutaway::catalogue {

using tams::JsonReader;

namespace {

constexpr std::array<std::pair<JobState, std::string_view>, 6> jobStates{
    {{JobState::Queued, "queued"},
     {JobState::Running, "running"},
     {JobState::Paused, "paused"},
     {JobState::Delivered, "delivered"},
     {JobState::Failed, "failed"},
     {JobState::Cancelled, "cancelled"}}};

Json idOrNull(const Uuid& id) {
    return id.isNil() ? Json() : Json(id.toString());
}

void putText(Json& json, const char* name, const std::string& value) {
    if (!value.empty())
        json[name] = value;
}

Json toJson(const RevisionInfo& value) {
    return {{"id", value.id.toString()}, {"number", value.number},        {"parent", idOrNull(value.parent)},
            {"created", value.created},  {"created_by", value.createdBy}, {"note", value.note}};
}

Result<RevisionInfo> revisionFromJson(const Json& json) {
    JsonReader in(json, "revision");
    RevisionInfo value;
    value.id = in.id("id", true);
    value.number = in.integer("number");
    value.parent = in.id("parent");
    value.created = in.text("created");
    value.createdBy = in.text("created_by");
    value.note = in.text("note");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const JobError& value) {
    Json json = {{"type", value.type}, {"summary", value.summary}};
    if (!value.clipId.isNil())
        json["clip_id"] = value.clipId.toString();
    if (value.recordFrame)
        json["record_frame"] = *value.recordFrame;
    return json;
}

Result<JobError> jobErrorFromJson(const Json& json) {
    JsonReader in(json, "job error");
    JobError value;
    value.type = in.text("type");
    value.summary = in.text("summary");
    value.clipId = in.id("clip_id");
    value.recordFrame = in.optionalInteger("record_frame");
    CUTAWAY_CHECK(in.check());
    return value;
}

Result<Delivery> deliveryFromJson(const Json& json) {
    JsonReader in(json, "delivery");
    Delivery value;
    value.id = in.id("id", true);
    value.profile = in.text("profile");
    value.fileName = in.text("file_name");
    value.size = in.integer("size");
    value.url = in.text("url");
    value.sourceId = in.id("source_id");
    CUTAWAY_CHECK(in.check());
    return value;
}

int priorityOf(JsonReader& in, std::int64_t value) {
    if (value < 0 || value > 9)
        in.fail("priority", "must be 0 to 9");
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, 9));
}

} // namespace

std::string_view jobStateName(JobState state) {
    for (const auto& [value, name] : jobStates)
        if (value == state)
            return name;
    return "failed";
}

std::optional<JobState> jobStateFrom(std::string_view text) {
    for (const auto& [value, name] : jobStates)
        if (name == text)
            return value;
    return {};
}

Json toJson(const Job& value) {
    Json json = {
        {"id", value.id.toString()}, {"type", value.type},       {"state", jobStateName(value.state)},
        {"stage", value.stage},      {"percent", value.percent}, {"title", value.title},
        {"created", value.created},  {"attempt", value.attempt}, {"priority", value.priority}};
    if (value.secondsLeft)
        json["seconds_left"] = *value.secondsLeft;
    putText(json, "started", value.started);
    putText(json, "ended", value.ended);
    putText(json, "preview_url", value.previewUrl);
    if (value.error)
        json["error"] = toJson(*value.error);
    if (!value.result.is_null())
        json["result"] = value.result;
    return json;
}

Result<Job> jobFromJson(const Json& json) {
    JsonReader in(json, "job");
    Job value;
    value.id = in.id("id", true);
    value.type = in.text("type");
    if (const auto state = jobStateFrom(in.text("state", true)))
        value.state = *state;
    else
        in.fail("state", "is not known");
    value.stage = in.text("stage");
    if (const Json& percent = in.raw("percent"); percent.is_number())
        value.percent = std::clamp(percent.get<double>(), 0.0, 100.0);
    value.secondsLeft = in.optionalInteger("seconds_left");
    value.title = in.text("title");
    value.created = in.text("created");
    value.started = in.text("started");
    value.ended = in.text("ended");
    value.attempt = static_cast<int>(std::clamp<std::int64_t>(in.integer("attempt"), 0, 1'000'000));
    value.priority = priorityOf(in, in.integer("priority", 5));
    if (const Json& error = in.raw("error"); !error.is_null()) {
        CUTAWAY_TRY(value.error, jobErrorFromJson(error));
    }
    value.previewUrl = in.text("preview_url");
    value.result = in.raw("result");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const IngestRequest& value) {
    Json json = {{"id", value.id.toString()}, {"label", value.label}};
    if (!value.uploadId.isNil())
        json["upload_id"] = value.uploadId.toString();
    putText(json, "object_url", value.objectUrl);
    if (!value.unitId.isNil())
        json["unit_id"] = value.unitId.toString();
    if (value.angleNumber)
        json["angle_number"] = *value.angleNumber;
    putText(json, "angle_name", value.angleName);
    if (value.priority)
        json["priority"] = *value.priority;
    putText(json, "start_timecode", value.startTimecode);
    if (value.startTime)
        json["start_time"] = value.startTime->toString();
    if (value.realtime)
        json["realtime"] = true;
    return json;
}

Result<IngestRequest> ingestRequestFromJson(const Json& json) {
    JsonReader in(json, "ingest request");
    IngestRequest value;
    value.id = in.id("id", true);
    value.uploadId = in.id("upload_id");
    value.objectUrl = in.text("object_url");
    value.label = in.text("label");
    value.unitId = in.id("unit_id");
    if (const auto number = in.optionalInteger("angle_number")) {
        if (*number < 1 || *number > 9)
            in.fail("angle_number", "must be 1 to 9");
        value.angleNumber = static_cast<int>(std::clamp<std::int64_t>(*number, 1, 9));
    }
    value.angleName = in.text("angle_name");
    if (const auto priority = in.optionalInteger("priority"))
        value.priority = priorityOf(in, *priority);
    value.startTimecode = in.text("start_timecode");
    value.startTime = in.timestamp("start_time");
    value.realtime = in.boolean("realtime");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const ProjectSummary& value) {
    return {{"id", value.id.toString()},
            {"name", value.name},
            {"head", idOrNull(value.head)},
            {"updated", value.updated}};
}

Result<ProjectSummary> projectSummaryFromJson(const Json& json) {
    JsonReader in(json, "project");
    ProjectSummary value;
    value.id = in.id("id", true);
    value.name = in.text("name");
    value.head = in.id("head");
    value.updated = in.text("updated");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const Project& value) {
    Json revisions = Json::array();
    for (const RevisionInfo& revision : value.revisions)
        revisions.push_back(toJson(revision));
    return {{"id", value.id.toString()},
            {"name", value.name},
            {"workspace_id", value.workspaceId},
            {"head", idOrNull(value.head)},
            {"revisions", std::move(revisions)}};
}

Result<Project> projectFromJson(const Json& json) {
    JsonReader in(json, "project");
    Project value;
    value.id = in.id("id", true);
    value.name = in.text("name");
    value.workspaceId = in.text("workspace_id");
    value.head = in.id("head");
    for (const Json& element : in.array("revisions")) {
        CUTAWAY_TRY(RevisionInfo revision, revisionFromJson(element));
        value.revisions.push_back(std::move(revision));
    }
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const Profile& value) {
    return {{"id", value.id},
            {"name", value.name},
            {"description", value.description},
            {"extension", value.extension}};
}

Result<Profile> profileFromJson(const Json& json) {
    JsonReader in(json, "profile");
    Profile value;
    value.id = in.text("id", true);
    value.name = in.text("name");
    value.description = in.text("description");
    value.extension = in.text("extension");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const Estimate& value) {
    return {{"profile", value.profile}, {"bytes", value.bytes}, {"seconds", value.seconds}};
}

Result<Estimate> estimateFromJson(const Json& json) {
    JsonReader in(json, "estimate");
    Estimate value;
    value.profile = in.text("profile", true);
    value.bytes = in.integer("bytes");
    value.seconds = in.integer("seconds");
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const Delivery& value) {
    Json json = {{"id", value.id.toString()},
                 {"profile", value.profile},
                 {"file_name", value.fileName},
                 {"size", value.size},
                 {"url", value.url}};
    if (!value.sourceId.isNil())
        json["source_id"] = value.sourceId.toString();
    return json;
}

Json toJson(const Submission& value) {
    Json deliveries = Json::array();
    for (const Delivery& delivery : value.deliveries)
        deliveries.push_back(toJson(delivery));
    return {{"id", value.id.toString()}, {"title", value.title},       {"created", value.created},
            {"job", toJson(value.job)},  {"profiles", value.profiles}, {"deliveries", std::move(deliveries)}};
}

Result<Submission> submissionFromJson(const Json& json) {
    JsonReader in(json, "submission");
    Submission value;
    value.id = in.id("id", true);
    value.title = in.text("title");
    value.created = in.text("created");
    CUTAWAY_TRY(value.job, jobFromJson(in.raw("job")));
    value.profiles = in.texts("profiles");
    for (const Json& element : in.array("deliveries")) {
        CUTAWAY_TRY(Delivery delivery, deliveryFromJson(element));
        value.deliveries.push_back(std::move(delivery));
    }
    CUTAWAY_CHECK(in.check());
    return value;
}

Json toJson(const SubmissionProblem& value) {
    return {{"clip_id", idOrNull(value.clipId)},
            {"clip_name", value.clipName},
            {"record_frame", value.recordFrame},
            {"summary", value.summary}};
}

Result<SubmissionProblem> submissionProblemFromJson(const Json& json) {
    JsonReader in(json, "problem");
    SubmissionProblem value;
    value.clipId = in.id("clip_id");
    value.clipName = in.text("clip_name");
    value.recordFrame = in.integer("record_frame");
    value.summary = in.text("summary");
    CUTAWAY_CHECK(in.check());
    return value;
}

} // namespace cutaway::catalogue
