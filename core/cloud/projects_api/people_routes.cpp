#include "core/cloud/projects_api/people_routes.h"

#include "core/cloud/json/fields.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/projects_api/people_store.h"
#include "core/cloud/projects_api/project_store.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/stream/event_bus.h"

#include <functional>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::size_t most = 200; ///< clients on one project

Result<json> read(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"project", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid project, Uuid::parse(request.param("id")));
    return services.database.read([&](Connection& store) -> Result<json> {
        CUTAWAY_CHECK(readProject(store, request.principal.workspace, project));
        return peopleJson(project, readPeople(store, project), nowMicroseconds());
    });
}

/// Changes who is there, and tells everybody when anything but the time has changed by it.
Result<json> change(Services& services, const Request& request,
                    const std::function<Result<void>(People&, std::int64_t now)>& edit) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"project", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid project, Uuid::parse(request.param("id")));
    const std::int64_t now = nowMicroseconds();
    bool changed = false;
    auto answer = services.database.write([&](Connection& store) -> Result<json> {
        CUTAWAY_CHECK(projectExists(store, request.principal.workspace, project));
        const People before = readPeople(store, project);
        People people = before;
        CUTAWAY_CHECK(edit(people, now));
        if (people.all().size() > most)
            return Error{ErrorCategory::Conflict, "Too many have this project open.", {}};
        if (people.all() != before.all())
            writePeople(store, request.principal, project, people);
        changed = people.told() != before.told();
        return peopleJson(project, people, now);
    });
    if (answer && changed)
        services.events.publish("people", *answer, request.principal.workspace);
    return answer;
}

Result<json> say(Services& services, const Request& request) {
    CUTAWAY_TRY(const Uuid client, Uuid::parse(request.param("client")));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    Fields fields(given);
    PersonSays says;
    says.client = client;
    says.name = fields.text("name", 100);
    says.wantsToEdit = fields.flag("edit", false);
    says.asks = fields.flag("ask", false);
    says.takeOverFrom = fields.optionalUuid("take_over_from");
    CUTAWAY_CHECK(fields.check("person"));
    return change(services, request,
                  [&](People& people, std::int64_t now) { return people.hear(says, now); });
}

Result<json> handOver(Services& services, const Request& request) {
    CUTAWAY_TRY(const Uuid from, Uuid::parse(request.param("client")));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    Fields fields(given);
    const Uuid to = fields.uuid("to");
    CUTAWAY_CHECK(fields.check("hand-over"));
    return change(services, request,
                  [&](People& people, std::int64_t now) { return people.handOver(from, to, now); });
}

Result<json> leave(Services& services, const Request& request) {
    CUTAWAY_TRY(const Uuid client, Uuid::parse(request.param("client")));
    return change(services, request, [&](People& people, std::int64_t) -> Result<void> {
        people.leave(client);
        return {};
    });
}

} // namespace

void addPeopleRoutes(Router& router, Services& services) {
    const std::string base = "/cutaway/v1/projects/{id}/people";
    router.add("GET", base, [&services](Request& r) { return reply(200, read(services, r)); });
    router.add("PUT", base + "/{client}", [&services](Request& r) { return reply(200, say(services, r)); });
    router.add("DELETE", base + "/{client}",
               [&services](Request& r) { return reply(200, leave(services, r)); });
    router.add("POST", base + "/{client}/hand-over",
               [&services](Request& r) { return reply(200, handOver(services, r)); });
}

} // namespace cutaway::cloud
