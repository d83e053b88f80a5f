#include "core/cloud/catalogue_api/catalogue_routes.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/catalogue_api/catalogue_store.h"
#include "core/cloud/catalogue_api/search_index.h"
#include "core/cloud/json/fields.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/store/database.h"
#include "core/cloud/stream/event_bus.h"

#include <algorithm>
#include <charconv>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::size_t maxSearchText = 200;

Result<json> events(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"event", {}, {}}));
    return services.database.read(
        [&](Connection& store) -> Result<json> { return listEvents(store, request.principal.workspace); });
}

Result<json> writeEvent(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"event", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    CUTAWAY_TRY(json event, readEventDocument(given));
    const Result<void> written = services.database.write([&](Connection& store) -> Result<void> {
        CUTAWAY_CHECK(refuseForeignRow(store, "events", id, request.principal.workspace));
        putEvent(store, request.principal, id, event);
        return {};
    });
    if (!written)
        return written.error();
    event["id"] = id.toString();
    return event;
}

Result<json> units(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"event", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    return services.database.read(
        [&](Connection& store) -> Result<json> { return listUnits(store, request.principal.workspace, id); });
}

Result<json> unit(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"unit", request.param("id"), {}}));
    return services.database.read([&](Connection& store) -> Result<json> {
        return readUnit(store, request.principal.workspace, request.param("id"));
    });
}

Result<json> writeUnit(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"unit", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid id, Uuid::parse(request.param("id")));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    CUTAWAY_TRY(const UnitDocument document, readUnitDocument(id, given));
    auto written = services.database.write([&](Connection& store) -> Result<json> {
        CUTAWAY_CHECK(putUnit(store, request.principal, document));
        return readUnit(store, request.principal.workspace, id.toString());
    });
    if (written)
        services.events.publish("unit", {{"id", id.toString()}}, request.principal.workspace);
    return written;
}

Result<json> marks(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"mark", request.param("id"), {}}));
    return services.database.read([&](Connection& store) -> Result<json> {
        CUTAWAY_CHECK(readUnit(store, request.principal.workspace, request.param("id")));
        return listMarks(store, request.principal.workspace, request.param("id"));
    });
}

Result<MarkDocument> readMark(const json& given) {
    Fields fields(given);
    MarkDocument mark;
    mark.id = fields.optionalUuid("id").value_or(Uuid::random());
    mark.time = fields.timestamp("time");
    if (fields.has("duration"))
        mark.duration = fields.timestamp("duration").toString();
    mark.label = fields.text("label", 200);
    mark.kind = fields.optionalText("kind", 40).value_or(mark.kind);
    CUTAWAY_CHECK(fields.check("mark"));
    return mark;
}

Result<json> addMark(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"mark", request.param("id"), {}}));
    CUTAWAY_TRY(const Uuid unitId, Uuid::parse(request.param("id")));
    CUTAWAY_TRY(const json given, parseJsonObject(request.body));
    CUTAWAY_TRY(const MarkDocument mark, readMark(given));
    const Result<void> written = services.database.write([&](Connection& store) -> Result<void> {
        CUTAWAY_CHECK(readUnit(store, request.principal.workspace, unitId.toString()));
        CUTAWAY_CHECK(refuseForeignRow(store, "marks", mark.id, request.principal.workspace));
        putMark(store, request.principal, unitId, mark);
        return {};
    });
    if (!written)
        return written.error();
    services.events.publish("unit", {{"id", unitId.toString()}}, request.principal.workspace);
    return json{{"id", mark.id.toString()},  {"time", mark.time.toString()},
                {"duration", mark.duration}, {"label", mark.label},
                {"kind", mark.kind},         {"created_by", request.principal.user}};
}

Result<json> search(Services& services, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"unit", {}, {}}));
    SearchRequest wanted;
    wanted.text = std::string(request.query.get("q").value_or("").substr(0, maxSearchText));
    wanted.workspace = request.principal.workspace;
    wanted.eventId = std::string(request.query.get("event_id").value_or(""));
    wanted.withPictures = request.query.get("with_pictures") == "true";
    const std::string_view limit = request.query.get("limit").value_or("50");
    std::from_chars(limit.data(), limit.data() + limit.size(), wanted.limit);
    wanted.limit = std::clamp(wanted.limit, 1, 500);
    return services.database.read(
        [&](Connection& store) -> Result<json> { return searchCatalogue(store, wanted); });
}

} // namespace

void addCatalogueRoutes(Router& router, Services& services) {
    const auto add = [&](const char* method, const char* pattern, int status, auto function) {
        router.add(method, std::string("/cutaway/v1") + pattern,
                   [&services, status, function](Request& request) {
                       return reply(status, function(services, request));
                   });
    };
    add("GET", "/events", 200, events);
    add("PUT", "/events/{id}", 200, writeEvent);
    add("GET", "/events/{id}/units", 200, units);
    add("GET", "/units/{id}", 200, unit);
    add("PUT", "/units/{id}", 200, writeUnit);
    add("GET", "/units/{id}/marks", 200, marks);
    add("POST", "/units/{id}/marks", 201, addMark);
    add("GET", "/search", 200, search);
}

} // namespace cutaway::cloud
