#include "core/cloud/projects_api/project_routes.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/projects_api/project_store.h"
#include "core/cloud/stream/event_bus.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::uint64_t maxDocument = 64u << 20;

json headJson(const std::optional<Uuid>& head) {
    return head ? json(head->toString()) : json();
}

void publish(Services& services, const Uuid& workspace, const Uuid& project, const json& head) {
    services.events.publish("project", {{"id", project.toString()}, {"head", head}}, workspace);
}

Result<json> list(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"project", {}, {}}));
    return services.database.read(
        [&](Connection& store) -> Result<json> { return listProjects(store, request.principal.workspace); });
}

Result<json> read(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"project", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    return services.database.read(
        [&](Connection& store) { return readProject(store, request.principal.workspace, id); });
}

Result<json> write(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"project", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    Fields fields(given);
    const std::string name = fields.text("name", 200);
    CUTAWAY_CHECK(fields.check("project"));
    auto project = services.database.write([&](Connection& store) -> Result<json> {
        CUTAWAY_CHECK(putProject(store, request.principal, id, name));
        return readProject(store, request.principal.workspace, id);
    });
    if (project)
        publish(services, request.principal.workspace, id, (*project)["head"]);
    return project;
}

Result<Revision> readRevisionRequest(const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"project", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid project, Uuid::parse(request.param("id")));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    Fields fields(given);
    Revision revision;
    revision.project = project;
    revision.id = fields.uuid("id");
    revision.parent = fields.optionalUuid("parent");
    revision.client = fields.optionalUuid("client_id");
    revision.note = fields.optionalText("note", 2000).value_or(std::string());
    if (!given.contains("otio") || !given["otio"].is_object() || !given["otio"].contains("OTIO_SCHEMA"))
        fields.refuse("otio", "is no OTIO document.");
    CUTAWAY_CHECK(fields.check("revision"));
    revision.otio = given["otio"].dump(-1, ' ', false, json::error_handler_t::replace);
    return revision;
}

Response addOne(Services& services, const Request& request) {
    const auto revision = readRevisionRequest(request);
    if (!revision)
        return Response::failure(revision.error());
    const auto outcome = services.database.write(
        [&](Connection& store) { return addRevision(store, request.principal, *revision); });
    if (!outcome)
        return Response::failure(outcome.error());
    using Kind = RevisionOutcome::Kind;
    if (outcome->kind == Kind::Stale) {
        json body = {{"type", "conflict"},
                     {"summary",
                      "Somebody else has changed this project. Open their version, or save yours as a copy."},
                     {"head", headJson(outcome->head)}};
        return reply(409, Result<json>(std::move(body)));
    }
    if (outcome->kind == Kind::Locked) {
        json body = {
            {"type", "conflict"},
            {"summary", outcome->lockedBy + " edits this project. Save yours as a copy, or ask for it."},
            {"locked_by", outcome->lockedBy},
            {"head", headJson(outcome->head)}};
        return reply(409, Result<json>(std::move(body)));
    }
    if (outcome->kind == Kind::Stored)
        publish(services, request.principal.workspace, revision->project, headJson(outcome->head));
    return reply(outcome->kind == Kind::Stored ? 201 : 200,
                 Result<json>(json{{"id", revision->id.toString()}, {"number", outcome->number}}));
}

Response readOne(Services& services, const Request& request) {
    const auto otio = [&]() -> Result<std::string> {
        CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"project", request.param("id"), {}}));
        CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
        CUTAWAY_TRY(const Uuid revision, Uuid::parse(request.param("revision")));
        return services.database.read([&](Connection& store) {
            return readRevision(store, request.principal.workspace, id, revision);
        });
    }();
    return otio ? Response::json(200, *otio) : Response::failure(otio.error());
}

} // namespace

void addProjectRoutes(Router& router, Services& services) {
    const std::string base = "/cutaway/v1/projects";
    const RouteOptions documents{RouteOptions::Body::Memory, maxDocument, false, false};
    router.add("GET", base, [&services](Request& r) { return reply(200, list(services, r)); });
    router.add("GET", base + "/{id}", [&services](Request& r) { return reply(200, read(services, r)); });
    router.add("PUT", base + "/{id}", [&services](Request& r) { return reply(200, write(services, r)); });
    router.add(
        "POST", base + "/{id}/revisions", [&services](Request& r) { return addOne(services, r); }, documents);
    router.add("GET", base + "/{id}/revisions/{revision}",
               [&services](Request& r) { return readOne(services, r); });
}

} // namespace cutaway::cloud
