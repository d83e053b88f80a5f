#include "core/cloud/jobs/ingest_cleanup.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/store/database.h"
#include "core/cloud/tams_api/deletion.h"
#include "core/cloud/tams_api/flow_store.h"

namespace cutaway::cloud {

namespace {

constexpr std::int64_t segmentsAtOnce = 1000;

/// Flows that carry the job's tag; the Multi Flow first, so that no collection names what is gone.
std::vector<std::string> flowsOf(Connection& store, const JobRecord& job) {
    std::vector<std::string> flows;
    auto rows = store.query("SELECT f.id FROM tags t JOIN flows f ON f.workspace_id = t.workspace_id AND "
                            "f.id = t.resource_id WHERE t.workspace_id = ? AND t.kind = 'flow' AND "
                            "t.name = '_cutaway_job' AND t.value = ? "
                            "ORDER BY f.format = 'urn:x-nmos:format:multi' DESC, f.id",
                            job.workspace.toString(), job.id.toString());
    while (rows.next())
        flows.push_back(rows.text(0));
    return flows;
}

} // namespace

void removeIngested(Services& services, const JobRecord& job) {
    const Principal owner{Principal::Kind::Owner, job.workspace, job.createdBy, {}};
    const auto flows = services.database.read(
        [&](Connection& store) -> Result<std::vector<std::string>> { return flowsOf(store, job); });
    if (!flows)
        return; // the next start of the server tries again
    for (const std::string& id : *flows) {
        std::int64_t removed = segmentsAtOnce;
        while (removed == segmentsAtOnce) { // others may write in between
            const auto part = services.database.write([&](Connection& store) -> Result<std::int64_t> {
                return removeSegments(store, owner, id, TimeRange(), std::nullopt, segmentsAtOnce);
            });
            removed = part ? *part : 0;
        }
        [[maybe_unused]] const auto gone = services.database.write([&](Connection& store) -> Result<void> {
            if (const auto flow = findFlow(store, job.workspace, id))
                removeFlow(store, owner, *flow);
            return {};
        });
    }
}

std::vector<JobRecord> unfinishedRemovals(Services& services) {
    auto jobs = services.database.read([](Connection& store) -> Result<std::vector<JobRecord>> {
        std::vector<JobRecord> found;
        auto rows = store.query("SELECT DISTINCT j.id FROM jobs j JOIN tags t ON t.kind = 'flow' AND "
                                "t.name = '_cutaway_job' AND t.value = j.id WHERE j.type = 'ingest' AND "
                                "j.state IN ('failed', 'cancelled')");
        while (rows.next())
            if (const auto id = Uuid::parse(rows.text(0)))
                if (auto job = findJob(store, *id))
                    found.push_back(std::move(*job));
        return found;
    });
    return jobs ? *jobs : std::vector<JobRecord>();
}

} // namespace cutaway::cloud
