#include "core/cloud/projects_api/people_store.h"

#include "core/cloud/store/clock.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view firstTables = R"sql(
CREATE TABLE project_people (
    project_id TEXT NOT NULL REFERENCES projects(id),
    client_id TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    created_by TEXT NOT NULL,
    name TEXT NOT NULL,
    edits INTEGER NOT NULL,
    asks INTEGER NOT NULL,
    since INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (project_id, client_id)
) STRICT;
)sql";

json personJson(const Person& person, std::int64_t now) {
    constexpr std::int64_t second = 1'000'000;
    return {{"client_id", person.client.toString()},
            {"name", person.name},
            {"since", wallClockText(person.since)},
            {"asks", person.asks},
            {"gone", person.isGone(now)},
            {"seconds_silent", std::max<std::int64_t>(0, now - person.seen) / second}};
}

} // namespace

Schema peopleSchema() {
    return {"people", {firstTables}};
}

People readPeople(Connection& store, const Uuid& project) {
    std::vector<Person> all;
    auto rows = store.query("SELECT client_id, name, edits, asks, since, seen FROM project_people "
                            "WHERE project_id = ? ORDER BY since, client_id",
                            project.toString());
    while (rows.next())
        if (const auto client = Uuid::parse(rows.text(0)))
            all.push_back({*client, rows.text(1), rows.integer(2) != 0, rows.integer(3) != 0, rows.integer(4),
                           rows.integer(5)});
    return People(std::move(all));
}

void writePeople(Connection& store, const Principal& who, const Uuid& project, const People& people) {
    store.run("DELETE FROM project_people WHERE project_id = ?", project.toString());
    for (const Person& person : people.all())
        store.run("INSERT INTO project_people (project_id, client_id, workspace_id, created_by, name, edits, "
                  "asks, since, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  project.toString(), person.client.toString(), who.workspace.toString(), who.user,
                  person.name, std::int64_t{person.edits}, std::int64_t{person.asks}, person.since,
                  person.seen);
}

json peopleJson(const Uuid& project, const People& people, std::int64_t now) {
    json answer = {{"project_id", project.toString()}, {"editor", nullptr}, {"watchers", json::array()}};
    for (const Person& person : people.all())
        if (person.edits)
            answer["editor"] = personJson(person, now);
        else if (!person.isGone(now))
            answer["watchers"].push_back(personJson(person, now));
    return answer;
}

} // namespace cutaway::cloud
