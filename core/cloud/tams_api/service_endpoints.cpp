#include "core/cloud/auth/auth.h"
#include "core/cloud/store/database.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/filters.h"
#include "core/cloud/tams_api/paging.h"
#include "core/tams/json.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

Result<Response> listRoot(TamsContext&, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"service", {}, {}}));
    return jsonResponse(200, {"service", "flows", "sources", "flow-delete-requests"});
}

Result<std::optional<std::string>> setting(Database& database, const Uuid& workspace, std::string_view name) {
    return database.read([&](Connection& store) -> Result<std::optional<std::string>> {
        auto row = store.query("SELECT value FROM settings WHERE workspace_id = ? AND name = ?",
                               workspace.toString(), name);
        return row.next() ? std::optional(row.text(0)) : std::nullopt;
    });
}

Result<Response> getService(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"service", {}, {}}));
    Database& database = context.services.database;
    CUTAWAY_TRY(const auto name, setting(database, request.principal.workspace, "service_name"));
    CUTAWAY_TRY(const auto description,
                setting(database, request.principal.workspace, "service_description"));
    json service{{"type", "urn:x-tams:service:cutaway"},
                 {"api_version", "8.2"},
                 {"service_version", CUTAWAY_VERSION},
                 {"name", name.value_or(context.name)},
                 {"min_object_timeout", std::to_string(context.minObjectTimeout.count()) + ":0"},
                 {"min_presigned_url_timeout", std::to_string(context.minUrlTimeout.count()) + ":0"},
                 {"event_stream_mechanisms",
                  {{{"name", "cutaway-sse"}, {"config", {{"url", request.origin + "/cutaway/v1/stream"}}}}}}};
    if (description)
        service["description"] = *description;
    return jsonResponse(200, service);
}

Result<Response> updateService(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Manage, {"service", {}, {}}));
    CUTAWAY_TRY(const json given, tams::parseJson(request.body));
    if (!given.is_object())
        return Error{ErrorCategory::InvalidInput, "The service's description must be a JSON object.", {}};
    for (const char* name : {"name", "description"}) {
        if (given.contains(name) && !given[name].is_string())
            return Error{ErrorCategory::InvalidInput, "“" + std::string(name) + "” must be a text.", {}};
    }
    const auto written = context.services.database.write([&](Connection& store) -> Result<void> {
        for (const std::string name : {"name", "description"}) {
            if (given.contains(name))
                store.run("INSERT OR REPLACE INTO settings (workspace_id, created_by, name, value) "
                          "VALUES (?, ?, ?, ?)",
                          request.principal.workspace.toString(), request.principal.user, "service_" + name,
                          given[name].get<std::string>());
        }
        return {};
    });
    if (!written)
        return written.error();
    return Response::empty(200);
}

Result<Response> listBackends(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"storage", {}, {}}));
    CUTAWAY_TRY(const Page page, readPage(request, {}, 1));
    CUTAWAY_TRY(const bool passes, passesWithoutTags(request, ""));
    json backends = json::array();
    if (passes && page.after.is_null())
        backends.push_back({{"id", context.storageId.toString()},
                            {"label", plainUrlLabel},
                            {"store_type", "http_object_store"},
                            {"provider", "cutaway"},
                            {"store_product", "cutaway-cloud"},
                            {"default_storage", true}});
    Response response = jsonResponse(200, backends);
    addPaging(response, request, page, backends.size(), nullptr);
    return response;
}

} // namespace

void addServiceEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addEndpoint(router, context, "GET", "/", listRoot);
    addEndpoint(router, context, "GET", "/service", getService);
    addEndpoint(router, context, "POST", "/service", updateService);
    addEndpoint(router, context, "GET", "/service/storage-backends", listBackends);
}

} // namespace cutaway::cloud
