#include "core/cloud/jobs/ingest_jobs.h"

#include "core/cloud/catalogue_api/catalogue_store.h"
#include "core/cloud/jobs/ingest_cleanup.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/upload_store.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/store/database.h"
#include "core/cloud/stream/event_bus.h"
#include "core/cloud/submissions/delivery_store.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

Result<int> freeAngleNumber(Connection& store, const Uuid& unitId) {
    for (int number = 1; number <= 9; ++number) {
        auto row =
            store.query("SELECT 1 FROM angles WHERE unit_id = ? AND number = ?", unitId.toString(), number);
        if (!row.next())
            return number;
    }
    return Error{ErrorCategory::Conflict, "This unit has nine angles already.", {}};
}

Result<void> addAngle(Connection& store, const Principal& who, const IngestOrder& order, json& work) {
    CUTAWAY_CHECK(readUnit(store, who.workspace, order.unitId->toString()));
    AngleDocument angle;
    angle.number = order.angleNumber;
    if (angle.number == 0) {
        CUTAWAY_TRY(angle.number, freeAngleNumber(store, *order.unitId));
    }
    auto taken =
        store.query("SELECT 1 FROM angles WHERE unit_id = ? AND number = ? AND source_id IS NOT NULL",
                    order.unitId->toString(), angle.number);
    if (taken.next())
        return Error{ErrorCategory::Conflict,
                     "Angle " + std::to_string(angle.number) +
                         " of this unit has pictures, or they are on their way. Choose another number.",
                     {}};
    angle.name = order.angleName.empty() ? "CAM " + std::to_string(angle.number) : order.angleName;
    angle.sourceId = ingestedSource(order.id);
    putAngle(store, who, *order.unitId, angle);
    work["unit_id"] = order.unitId->toString();
    work["angle_number"] = angle.number;
    work["angle_name"] = angle.name;
    return {};
}

Uuid sourceOf(const JobRecord& job) {
    return ingestedSource(job.id);
}

void publishUnit(Services& services, const JobRecord& job) {
    if (job.work.contains("unit_id"))
        services.events.publish("unit", {{"id", job.work["unit_id"]}}, job.workspace);
}

} // namespace

Uuid ingestedSource(const Uuid& jobId) {
    return Uuid::named(jobId, "source");
}

Result<IngestOrder> readIngestOrder(const json& given, const std::string& ownUrl) {
    Fields fields(given);
    IngestOrder order;
    order.id = fields.uuid("id");
    order.label = fields.text("label", 200);
    order.uploadId = fields.optionalUuid("upload_id");
    order.unitId = fields.optionalUuid("unit_id");
    order.angleNumber = static_cast<int>(fields.integer("angle_number", 1, 9, 0));
    order.angleName = fields.optionalText("angle_name", 100).value_or(std::string());
    order.priority = static_cast<int>(fields.integer("priority", 0, 9, 5));
    order.startTimecode = fields.optionalText("start_timecode", 16).value_or(std::string());
    if (fields.has("start_time"))
        order.startTime = fields.timestamp("start_time").toString();
    order.realtime = fields.flag("realtime", false);
    std::string url = fields.optionalText("object_url", 2000).value_or(std::string());
    if (url.starts_with(ownUrl))
        url.erase(0, ownUrl.size());
    if (order.uploadId)
        order.mediaPath = "/cutaway/v1/uploads/" + order.uploadId->toString();
    else if (url.starts_with("/") && !url.starts_with("//"))
        order.mediaPath = url;
    else
        fields.refuse("upload_id", "is missing: send the file to the cloud first, then name it here.");
    CUTAWAY_CHECK(fields.check("ingest"));
    return order;
}

Result<bool> addIngest(Connection& store, const Principal& who, const IngestOrder& order) {
    JobRecord job;
    job.id = order.id;
    job.workspace = who.workspace;
    job.createdBy = who.user;
    job.type = "ingest";
    job.priority = order.priority;
    job.title = order.label;
    job.work = {{"label", order.label},
                {"file_name", order.fileName},
                {"media_path", order.mediaPath},
                {"source_id", ingestedSource(order.id).toString()}};
    const auto note = [&](const char* name, const std::string& value) {
        if (!value.empty())
            job.work[name] = value;
    };
    note("upload_id", order.uploadId ? order.uploadId->toString() : std::string());
    note("delivery_id", order.deliveryId ? order.deliveryId->toString() : std::string());
    note("start_timecode", order.startTimecode);
    note("start_time", order.startTime);
    if (order.realtime)
        job.work["realtime"] = true;
    if (const auto known = findJob(store, order.id)) {
        if (known->workspace != who.workspace || known->type != "ingest")
            return Error{ErrorCategory::Conflict, "This identifier is taken. Use a new one.", {}};
        return false;
    }
    if (order.unitId)
        CUTAWAY_CHECK(addAngle(store, who, order, job.work));
    return addJob(store, job);
}

JobKind ingestKind(Services& services, UploadStore& uploads) {
    JobKind kind;
    kind.playable = [&services](const JobRecord& job) {
        [[maybe_unused]] const auto set = services.database.write([&](Connection& store) -> Result<void> {
            setAngleState(store, sourceOf(job), "ingesting");
            return {};
        });
        publishUnit(services, job);
    };
    kind.delivered = [](Connection& store, const JobRecord& job, json& result) -> Result<void> {
        if (!result.is_object() || result.value("source_id", "") != sourceOf(job).toString())
            return Error{
                ErrorCategory::InvalidInput, "The ingest does not name the Source that it was to make.", {}};
        setAngleState(store, sourceOf(job), "ready");
        if (job.work.contains("delivery_id"))
            linkDeliveries(store, job.work["delivery_id"].get<std::string>(), sourceOf(job));
        return {};
    };
    kind.ended = [](Connection& store, const JobRecord& job, JobState state) {
        if (state != JobState::Delivered)
            clearAngle(store, sourceOf(job));
    };
    kind.settled = [&services, &uploads](const JobRecord& job, JobState state) {
        if (state != JobState::Delivered)
            removeIngested(services, job);
        publishUnit(services, job);
        if (job.work.contains("upload_id"))
            if (const auto id = Uuid::parse(job.work["upload_id"].get<std::string>()))
                uploads.remove(*id);
    };
    return kind;
}

} // namespace cutaway::cloud
