#include "core/catalogue/people.h"

#include "core/catalogue/client.h"
#include "core/tams/rest.h"

namespace cutaway::catalogue {

namespace rest = tams::rest;
using tams::JsonReader;

namespace {

std::string pathOf(const Uuid& project, const Uuid& client = {}) {
    return "/cutaway/v1/projects/" + project.toString() + "/people" +
           (client.isNil() ? "" : "/" + client.toString());
}

Result<ProjectPerson> personFromJson(const Json& json) {
    JsonReader in(json, "person");
    ProjectPerson person;
    person.clientId = in.id("client_id", true);
    person.name = in.text("name");
    person.since = in.text("since");
    person.asks = in.boolean("asks");
    person.gone = in.boolean("gone");
    CUTAWAY_CHECK(in.check());
    return person;
}

Result<ProjectPeople> understood(const Result<Json>& answer) {
    if (!answer)
        return answer.error();
    auto people = projectPeopleFromJson(*answer);
    if (!people)
        return rest::unexpected(people.error().message);
    return people;
}

} // namespace

Json toJson(const PresenceRequest& value) {
    Json json = {{"name", value.name}, {"edit", value.edit}, {"ask", value.ask}};
    if (!value.takeOverFrom.isNil())
        json["take_over_from"] = value.takeOverFrom.toString();
    return json;
}

Result<ProjectPeople> projectPeopleFromJson(const Json& json) {
    JsonReader in(json, "people of a project");
    ProjectPeople people;
    people.projectId = in.id("project_id", true);
    if (const Json& editor = in.raw("editor"); editor.is_object()) {
        CUTAWAY_TRY(people.editor, personFromJson(editor));
    }
    for (const Json& element : in.array("watchers")) {
        CUTAWAY_TRY(ProjectPerson watcher, personFromJson(element));
        people.watchers.push_back(std::move(watcher));
    }
    CUTAWAY_CHECK(in.check());
    return people;
}

Result<std::map<Uuid, std::string>> CloudClient::editors(std::stop_token stop) const {
    std::map<Uuid, std::string> names;
    const auto listed = rest::getAll(
        *m_http, "/cutaway/v1/projects",
        [&names](const Json& element) -> Result<void> {
            JsonReader in(element, "project");
            const Uuid id = in.id("id", true);
            const std::string name = in.text("edited_by");
            if (!name.empty())
                names[id] = name;
            return in.check();
        },
        stop);
    if (!listed)
        return listed.error();
    return names;
}

Result<ProjectPeople> CloudClient::people(const Uuid& projectId, std::stop_token stop) const {
    return understood(rest::get(*m_http, pathOf(projectId), stop));
}

Result<ProjectPeople> CloudClient::sayHere(const PresenceRequest& request, std::stop_token stop) const {
    return understood(
        rest::send(*m_http, "PUT", pathOf(request.projectId, request.clientId), toJson(request), stop));
}

Result<ProjectPeople> CloudClient::handOver(const Uuid& projectId, const Uuid& from, const Uuid& to,
                                            std::stop_token stop) const {
    return understood(
        rest::send(*m_http, "POST", pathOf(projectId, from) + "/hand-over", {{"to", to.toString()}}, stop));
}

Result<void> CloudClient::sayGone(const Uuid& projectId, const Uuid& clientId, std::stop_token stop) const {
    return rest::call(*m_http, "DELETE", pathOf(projectId, clientId), stop);
}

} // namespace cutaway::catalogue
