#include "core/cloud/jobs/ingest_routes.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/ingest_jobs.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/supervisor.h"
#include "core/cloud/jobs/upload_store.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/store/database.h"
#include "core/cloud/stream/event_bus.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

struct Added {
    JobRecord job;
    bool isNew = false;
};

Result<Added> add(Services& services, UploadStore& uploads, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"ingest", {}, {}}));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    CUTAWAY_TRY(IngestOrder order, readIngestOrder(given, request.origin));
    order.fileName = order.label;
    // The same id again must find its job even when the upload is gone with it.
    const auto known = services.database.read([&](Connection& store) -> Result<std::optional<JobRecord>> {
        return findJob(store, request.principal.workspace, order.id);
    });
    if (known && *known && (*known)->type == "ingest")
        return Added{**known, false};
    if (order.uploadId) {
        CUTAWAY_TRY(const Upload upload, uploads.find(request.principal.workspace, *order.uploadId));
        if (!upload.isWhole())
            return Error{
                ErrorCategory::Conflict, "The file has not arrived whole. Send the rest of it first.", {}};
        if (!upload.name.empty())
            order.fileName = upload.name;
    }
    return services.database.write([&](Connection& store) -> Result<Added> {
        CUTAWAY_TRY(const bool isNew, addIngest(store, request.principal, order));
        const auto job = findJob(store, order.id);
        if (!job)
            return Error{ErrorCategory::Internal, "The cloud could not keep the job. Try again.", {}};
        return Added{*job, isNew};
    });
}

} // namespace

void addIngestRoutes(Router& router, Services& services, JobSupervisor& jobs, UploadStore& uploads) {
    router.add("POST", "/cutaway/v1/ingests", [&services, &jobs, &uploads](Request& request) {
        const auto added = add(services, uploads, request);
        if (!added)
            return Response::failure(added.error());
        if (added->isNew) {
            if (added->job.work.contains("unit_id"))
                services.events.publish("unit", {{"id", added->job.work["unit_id"]}}, added->job.workspace);
            jobs.publish(added->job.id);
            jobs.jobsChanged();
        }
        return reply(added->isNew ? 201 : 200,
                     Result<json>(jobJson(added->job, jobs.progressOf(added->job.id))));
    });
}

} // namespace cutaway::cloud
