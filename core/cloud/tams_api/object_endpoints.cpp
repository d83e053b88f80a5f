#include "core/cloud/auth/auth.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/filters.h"
#include "core/cloud/tams_api/get_urls.h"
#include "core/cloud/tams_api/object_rows.h"
#include "core/cloud/tams_api/paging.h"
#include "core/tams/json.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

/// Flows that refer to the Object; for an init Object, through the media Objects that need it.
Result<json> flowsOf(Connection& store, const Request& request, const ObjectRow& object, const Page& page,
                     json& next) {
    const std::string space = request.principal.workspace.toString();
    Where where;
    where.add("r.workspace_id = ?", {space});
    if (object.isInit)
        where.add("EXISTS (SELECT 1 FROM objects o JOIN segments s ON s.workspace_id = o.workspace_id "
                  "AND s.object_id = o.id AND s.flow_id = r.id "
                  "WHERE o.workspace_id = ? AND o.init_object_id = ?)",
                  {space, object.id});
    else
        where.add("r.id IN (SELECT flow_id FROM segments WHERE workspace_id = ? AND object_id = ?)",
                  {space, object.id});
    CUTAWAY_CHECK(addTagFilters(where, request, "flow", "flow_"));
    if (page.after.is_array()) {
        if (!page.after[0].is_string())
            return wrong("The value of “page” cannot be used.");
        where.add("r.id > ?", {page.after[0].get<std::string>()});
    }
    auto row = store.query("SELECT r.id FROM flows r" + where.sql() + " ORDER BY r.id");
    where.bindTo(row);
    json flows = json::array();
    while (row.next()) {
        if (static_cast<std::int64_t>(flows.size()) == page.limit) {
            next = json::array({flows.back()});
            break;
        }
        flows.push_back(row.text(0));
    }
    return flows;
}

Result<Response> getObject(TamsContext& context, Request& request) {
    const std::string& id = request.param("objectId");
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"object", id, {}}));
    CUTAWAY_TRY(const Page page, readPage(request, {1000, 1000}, 1));
    CUTAWAY_TRY(const GetUrls urls, GetUrls::read(context, request));
    return context.services.database.read([&](Connection& store) -> Result<Response> {
        const Uuid workspace = request.principal.workspace;
        CUTAWAY_TRY(const ObjectRow object, requireObject(store, workspace, id));
        json next;
        CUTAWAY_TRY(json flows, flowsOf(store, request, object, page, next));
        const std::size_t count = flows.size();
        json document{{"id", object.id},
                      {"referenced_by_flows", std::move(flows)},
                      {"get_urls", urls.of(store, object.id, object.fileKey)}};
        if (!object.firstFlow.empty())
            document["first_referenced_by_flow"] = object.firstFlow;
        if (object.timerange)
            document["timerange"] = object.timerange->toString();
        if (object.keyFrameCount)
            document["key_frame_count"] = *object.keyFrameCount;
        if (object.initObjectId) {
            const auto init = findObject(store, workspace, *object.initObjectId);
            document["init_object"] = {
                {"id", *object.initObjectId},
                {"get_urls", urls.of(store, *object.initObjectId, init ? init->fileKey : std::nullopt)}};
        }
        Response response = jsonResponse(200, document);
        addPaging(response, request, page, count, next);
        return response;
    });
}

Result<Response> addInstance(TamsContext& context, Request& request) {
    const std::string& id = request.param("objectId");
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"object", id, {}}));
    CUTAWAY_TRY(const json given, tams::parseJson(request.body));
    if (!given.is_object())
        return wrong("An instance is a JSON object.");
    const auto written = context.services.database.write([&](Connection& store) -> Result<void> {
        const Uuid workspace = request.principal.workspace;
        CUTAWAY_TRY(const ObjectRow object, requireObject(store, workspace, id));
        if (given.contains("storage_id"))
            return wrong(given["storage_id"] == context.storageId.toString() && object.fileKey
                             ? "This storage backend holds the object already."
                             : "There is no such storage backend to copy this object to.");
        if (!given.contains("url") || !given["url"].is_string() || !given.contains("label") ||
            !given["label"].is_string())
            return wrong("An instance has a “url” and a “label”, or a “storage_id”.");
        const std::string label = given["label"].get<std::string>();
        auto known =
            store.query("SELECT 1 FROM object_urls WHERE workspace_id = ? AND object_id = ? AND label = ?",
                        workspace.toString(), id, label);
        if (label == plainUrlLabel || label == signedUrlLabel || known.next())
            return wrong("The label “" + label + "” is used already.");
        store.run("INSERT INTO object_urls (workspace_id, created_by, object_id, label, document) "
                  "VALUES (?, ?, ?, ?, ?)",
                  workspace.toString(), request.principal.user, id, label,
                  json{{"url", given["url"]}, {"label", label}}.dump());
        return {};
    });
    if (!written)
        return written.error();
    return Response::empty(201);
}

Result<Response> removeInstance(TamsContext& context, Request& request) {
    const std::string& id = request.param("objectId");
    CUTAWAY_CHECK(authorize(request.principal, Action::Delete, {"object", id, {}}));
    const auto label = request.query.get("label");
    const auto storage = request.query.get("storage_id");
    if (!label && !storage)
        return wrong("Say which instance: “label” or “storage_id”.");
    const auto written = context.services.database.write([&](Connection& store) -> Result<void> {
        const std::string space = request.principal.workspace.toString();
        CUTAWAY_TRY(const ObjectRow object, requireObject(store, request.principal.workspace, id));
        const bool own =
            storage == context.storageId.toString() || label == plainUrlLabel || label == signedUrlLabel;
        if (own)
            return wrong(
                "This is the cloud's own copy. It goes when no segment refers to the object any more.");
        auto count = store.query("SELECT count(*) FROM object_urls WHERE workspace_id = ? AND object_id = ?",
                                 space, id);
        const bool last = !object.fileKey && count.next() && count.integer(0) <= 1;
        if (storage || last)
            return wrong(last ? "This is the object's last instance." : "There is no such instance.");
        if (store.run("DELETE FROM object_urls WHERE workspace_id = ? AND object_id = ? AND label = ?", space,
                      id, *label) == 0)
            return wrong("There is no such instance.");
        return {};
    });
    if (!written)
        return written.error();
    return Response::empty(204);
}

} // namespace

void addObjectEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addEndpoint(router, context, "GET", "/objects/{objectId}", getObject);
    addEndpoint(router, context, "POST", "/objects/{objectId}/instances", addInstance);
    addEndpoint(router, context, "DELETE", "/objects/{objectId}/instances", removeInstance);
}

} // namespace cutaway::cloud
