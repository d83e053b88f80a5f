#include "core/cloud/projects_api/project_store.h"

#include "core/cloud/projects_api/people_store.h"
#include "core/cloud/store/clock.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view firstTables = R"sql(
CREATE TABLE projects (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    name TEXT NOT NULL,
    head TEXT,
    updated INTEGER NOT NULL
) STRICT;

CREATE TABLE revisions (
    id TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    project_id TEXT NOT NULL REFERENCES projects(id),
    number INTEGER NOT NULL,
    parent TEXT,
    created INTEGER NOT NULL,
    note TEXT NOT NULL,
    otio TEXT NOT NULL,
    UNIQUE (project_id, number)
) STRICT;
)sql";

json orNull(const std::optional<std::string>& text) {
    return text ? json(*text) : json();
}

const Error& noProject() {
    static const Error error{ErrorCategory::NotFound, "This project is not in the cloud (any more).", {}};
    return error;
}

} // namespace

Schema projectSchema() {
    return {"projects", {firstTables}};
}

json listProjects(Connection& store, const Uuid& workspace) {
    json projects = json::array();
    auto rows = store.query("SELECT projects.id, projects.name, head, updated, project_people.name "
                            "FROM projects LEFT JOIN project_people "
                            "ON project_people.project_id = projects.id AND project_people.edits = 1 "
                            "WHERE projects.workspace_id = ? ORDER BY updated DESC, projects.id",
                            workspace.toString());
    while (rows.next())
        projects.push_back({{"id", rows.text(0)},
                            {"name", rows.text(1)},
                            {"head", orNull(rows.optionalText(2))},
                            {"updated", wallClockText(rows.integer(3))},
                            {"edited_by", orNull(rows.optionalText(4))}});
    return projects;
}

Result<void> putProject(Connection& store, const Principal& who, const Uuid& id, const std::string& name) {
    auto row = store.query("SELECT workspace_id FROM projects WHERE id = ?", id.toString());
    if (row.next() && row.text(0) != who.workspace.toString())
        return Error{ErrorCategory::Conflict, "This identifier is taken. Use a new one.", {}};
    store.run("INSERT INTO projects (id, workspace_id, created_by, name, updated) VALUES (?, ?, ?, ?, ?) "
              "ON CONFLICT (id) DO UPDATE SET name = excluded.name, updated = excluded.updated",
              id.toString(), who.workspace.toString(), who.user, name, nowMicroseconds());
    return {};
}

Result<void> projectExists(Connection& store, const Uuid& workspace, const Uuid& id) {
    auto row = store.query("SELECT 1 FROM projects WHERE id = ? AND workspace_id = ?", id.toString(),
                           workspace.toString());
    return row.next() ? Result<void>() : noProject();
}

Result<json> readProject(Connection& store, const Uuid& workspace, const Uuid& id) {
    auto row = store.query("SELECT name, head FROM projects WHERE id = ? AND workspace_id = ?", id.toString(),
                           workspace.toString());
    if (!row.next())
        return noProject();
    json project = {{"id", id.toString()},
                    {"name", row.text(0)},
                    {"workspace_id", workspace.toString()},
                    {"head", orNull(row.optionalText(1))},
                    {"revisions", json::array()}};
    auto rows = store.query("SELECT id, number, parent, created, created_by, note FROM revisions "
                            "WHERE project_id = ? ORDER BY number",
                            id.toString());
    while (rows.next())
        project["revisions"].push_back({{"id", rows.text(0)},
                                        {"number", rows.integer(1)},
                                        {"parent", orNull(rows.optionalText(2))},
                                        {"created", wallClockText(rows.integer(3))},
                                        {"created_by", rows.text(4)},
                                        {"note", rows.text(5)}});
    return project;
}

Result<RevisionOutcome> addRevision(Connection& store, const Principal& who, const Revision& revision) {
    const std::string project = revision.project.toString();
    auto row = store.query("SELECT head FROM projects WHERE id = ? AND workspace_id = ?", project,
                           who.workspace.toString());
    if (!row.next())
        return noProject();
    RevisionOutcome outcome;
    const auto headText = row.optionalText(0);
    if (headText) {
        CUTAWAY_TRY(outcome.head, Uuid::parse(*headText));
    }

    auto same = store.query("SELECT project_id, number FROM revisions WHERE id = ?", revision.id.toString());
    if (same.next()) {
        if (same.text(0) != project)
            return Error{ErrorCategory::Conflict, "This identifier is taken. Use a new one.", {}};
        outcome.kind = RevisionOutcome::Kind::Known;
        outcome.number = same.integer(1);
        return outcome;
    }
    const std::int64_t now = nowMicroseconds();
    const People people = readPeople(store, revision.project);
    if (const Person* editor = people.editor();
        editor && editor->client != revision.client && !editor->isGone(now)) {
        outcome.kind = RevisionOutcome::Kind::Locked;
        outcome.lockedBy = editor->name;
        return outcome;
    }
    if (revision.parent != outcome.head) {
        outcome.kind = RevisionOutcome::Kind::Stale;
        return outcome;
    }
    auto last = store.query("SELECT COALESCE(max(number), 0) FROM revisions WHERE project_id = ?", project);
    outcome.number = (last.next() ? last.integer(0) : 0) + 1;
    store.run("INSERT INTO revisions (id, workspace_id, created_by, project_id, number, parent, created, "
              "note, otio) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              revision.id.toString(), who.workspace.toString(), who.user, project, outcome.number, headText,
              now, revision.note, revision.otio);
    store.run("UPDATE projects SET head = ?, updated = ? WHERE id = ?", revision.id.toString(), now, project);
    outcome.head = revision.id;
    return outcome;
}

Result<std::string> readRevision(Connection& store, const Uuid& workspace, const Uuid& project,
                                 const Uuid& revision) {
    auto row = store.query("SELECT otio FROM revisions WHERE id = ? AND project_id = ? AND workspace_id = ?",
                           revision.toString(), project.toString(), workspace.toString());
    if (!row.next())
        return Error{ErrorCategory::NotFound, "This version of the project is not in the cloud.", {}};
    return row.text(0);
}

} // namespace cutaway::cloud
