#include "core/cloud/jobs/job_store.h"

#include "core/cloud/store/clock.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view firstTables = R"sql(
CREATE TABLE jobs (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    type TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'delivered', 'failed', 'cancelled')),
    held INTEGER NOT NULL DEFAULT 0,
    priority INTEGER NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL,
    created INTEGER NOT NULL,
    started INTEGER,
    ended INTEGER,
    error TEXT,
    result TEXT,
    work TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_by_state ON jobs (state, place);

CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    received INTEGER NOT NULL,
    touched INTEGER NOT NULL
) STRICT;

CREATE TABLE job_outputs (
    job_id TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    file_key TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (job_id, name)
) STRICT;
)sql";

constexpr std::string_view columns = "SELECT id, workspace_id, created_by, type, state, held, priority, "
                                     "attempt, title, place, created, started, "
                                     "ended, error, result, work FROM jobs ";

json parsed(const std::optional<std::string>& text) {
    return text ? json::parse(*text, nullptr, false) : json();
}

std::optional<std::string> written(const json& value) {
    if (value.is_null())
        return std::nullopt;
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

JobRecord recordOf(const Statement& row) {
    JobRecord job;
    job.id = Uuid::parse(row.text(0)).value();
    job.workspace = Uuid::parse(row.text(1)).value();
    job.createdBy = row.text(2);
    job.type = row.text(3);
    job.state = stateFrom(row.text(4)).value_or(JobState::Failed);
    job.held = row.integer(5) != 0;
    job.priority = static_cast<int>(row.integer(6));
    job.attempt = static_cast<int>(row.integer(7));
    job.title = row.text(8);
    job.order = row.integer(9);
    job.created = row.integer(10);
    job.started = row.optionalInteger(11);
    job.ended = row.optionalInteger(12);
    job.error = parsed(row.optionalText(13));
    job.result = parsed(row.optionalText(14));
    job.work = parsed(row.optionalText(15));
    return job;
}

std::vector<JobRecord> recordsOf(Statement rows) {
    std::vector<JobRecord> jobs;
    while (rows.next())
        jobs.push_back(recordOf(rows));
    return jobs;
}

} // namespace

Schema jobSchema() {
    return {"jobs", {firstTables}};
}

bool addJob(Connection& store, JobRecord& job) {
    job.created = nowMicroseconds();
    job.state = JobState::Queued;
    const auto added =
        store.run("INSERT INTO jobs (id, workspace_id, created_by, type, state, priority, title, "
                  "created, work) VALUES (?, ?, ?, ?, 'queued', ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  job.id.toString(), job.workspace.toString(), job.createdBy, job.type, job.priority,
                  job.title, job.created, written(job.work));
    return added > 0;
}

std::optional<JobRecord> findJob(Connection& store, const Uuid& id) {
    auto row = store.query(std::string(columns) + "WHERE id = ?", id.toString());
    return row.next() ? std::optional(recordOf(row)) : std::nullopt;
}

std::optional<JobRecord> findJob(Connection& store, const Uuid& workspace, const Uuid& id) {
    auto job = findJob(store, id);
    return job && job->workspace == workspace ? job : std::nullopt;
}

std::vector<JobRecord> listJobs(Connection& store, const Uuid& workspace, const JobFilter& filter) {
    return recordsOf(store.query(
        std::string(columns) + "WHERE workspace_id = ? AND (? = '' OR state = ?) "
                               "AND (? = '' OR type = ?) ORDER BY place DESC LIMIT ?",
        workspace.toString(), filter.state, filter.state, filter.type, filter.type, filter.limit));
}

std::vector<JobRecord> unfinishedJobs(Connection& store) {
    return recordsOf(
        store.query(std::string(columns) + "WHERE state IN ('queued', 'running') ORDER BY place"));
}

bool startJob(Connection& store, const Uuid& id) {
    return store.run(
               "UPDATE jobs SET state = 'running', attempt = attempt + 1, started = COALESCE(started, ?) "
               "WHERE id = ? AND state = 'queued'",
               nowMicroseconds(), id.toString()) > 0;
}

bool requeueJob(Connection& store, const Uuid& id) {
    return store.run("UPDATE jobs SET state = 'queued' WHERE id = ? AND state = 'running'", id.toString()) >
           0;
}

bool endJob(Connection& store, const Uuid& id, JobState state, const json& error, const json& result) {
    return store.run("UPDATE jobs SET state = ?, ended = ?, error = ?, result = ? "
                     "WHERE id = ? AND state IN ('queued', 'running')",
                     stateName(state), nowMicroseconds(), written(error), written(result), id.toString()) > 0;
}

bool holdJob(Connection& store, const Uuid& id, bool held) {
    return store.run("UPDATE jobs SET held = ? WHERE id = ? AND state IN ('queued', 'running')", held,
                     id.toString()) > 0;
}

} // namespace cutaway::cloud
