#include "core/cloud/auth/auth.h"
#include "core/cloud/stream/event_bus.h"
#include "core/cloud/tams_api/delete_requests.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/filters.h"
#include "core/cloud/tams_api/flow_document.h"
#include "core/cloud/tams_api/flow_store.h"
#include "core/cloud/tams_api/listing.h"
#include "core/cloud/tams_api/segment_store.h"
#include "core/tams/json.h"

#include <charconv>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view collected =
    "EXISTS (SELECT 1 FROM flow_members m WHERE m.workspace_id = r.workspace_id AND m.member_id = r.id";

Result<void> addSizeFilter(Where& where, const Request& request, std::string_view name) {
    const auto text = request.query.get(name);
    if (!text)
        return {};
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (problem != std::errc() || end != text->data() + text->size())
        return Error{ErrorCategory::InvalidInput, "“" + std::string(name) + "” must be a whole number.", {}};
    where.add("r." + std::string(name) + " = ?", {value});
    return {};
}

Result<Listing> flowListing(const Request& request) {
    CUTAWAY_TRY(const SortKey sort, readSortKey(request, {{"created", "created", false},
                                                          {"metadata_updated", "metadata_updated", false},
                                                          {"label", "label", true}}));
    Listing listing{"flows", flowColumns, {}, sort, {}};
    Where& where = listing.where;
    where.add("r.workspace_id = ?", {request.principal.workspace.toString()});
    for (const char* name : {"source_id", "profile_id"}) {
        if (const auto id = request.query.get(name))
            CUTAWAY_CHECK(Uuid::parse(*id));
    }
    CUTAWAY_CHECK(
        addEqualFilters(where, request, {"source_id", "format", "codec", "profile_id", "label", "status"}));
    CUTAWAY_CHECK(addSizeFilter(where, request, "frame_width"));
    CUTAWAY_CHECK(addSizeFilter(where, request, "frame_height"));
    CUTAWAY_TRY(const auto initSegments, booleanParameter(request, "init_segments"));
    if (initSegments)
        where.add("r.init_segments = ?", {std::int64_t{*initSegments}});
    CUTAWAY_CHECK(addTagFilters(where, request, "flow"));
    CUTAWAY_TRY(const UuidList collectors, uuidListParameter(request, "collected_by_ids"));
    if (collectors.given && collectors.empty)
        where.add("NOT " + std::string(collected) + ")");
    else if (collectors.given)
        where.add(std::string(collected) + " AND m.parent_id IN (SELECT value FROM json_each(?)))",
                  {collectors.json});
    return listing;
}

Result<Response> listFlows(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"flow", {}, {}}));
    CUTAWAY_TRY(const Page page, readPage(request, {}, 3));
    CUTAWAY_TRY(Listing listing, flowListing(request));
    CUTAWAY_TRY(const TimeRange range, TimeRange::parse(request.query.get("timerange").value_or("_")));
    const Uuid workspace = request.principal.workspace;
    json flows = json::array();
    CUTAWAY_TRY(const json next, context.services.database.read([&](Connection& store) -> Result<json> {
        if (range.isEmpty()) // asks for Flows without content
            listing.where.add("NOT EXISTS (SELECT 1 FROM segments s WHERE s.workspace_id = r.workspace_id "
                              "AND s.flow_id = r.id)");
        else if (range != TimeRange())
            listing.filter = [&](const Statement& row) {
                return !flowTimerange(store, workspace, row.text(0), range).isEmpty();
            };
        return listPage(store, listing, page, [&](const Statement& row) {
            flows.push_back(flowJson(store, workspace, flowOf(row, Listing::firstColumn)));
        });
    }));
    Response response = jsonResponse(200, flows);
    addPaging(response, request, page, flows.size(), next);
    return response;
}

Result<Response> getFlow(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"flow", request.param("flowId"), {}}));
    CUTAWAY_TRY(const auto withRange, booleanParameter(request, "include_timerange"));
    CUTAWAY_TRY(const TimeRange range, TimeRange::parse(request.query.get("timerange").value_or("_")));
    return context.services.database.read([&](Connection& store) -> Result<Response> {
        const Uuid workspace = request.principal.workspace;
        CUTAWAY_TRY(const FlowRow flow, requireFlow(store, workspace, request.param("flowId")));
        json document = flowJson(store, workspace, flow);
        if (withRange.value_or(false))
            document["timerange"] = flowTimerange(store, workspace, flow.id, range).toString();
        return jsonResponse(200, document);
    });
}

Result<Response> putFlow(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"flow", request.param("flowId"), {}}));
    CUTAWAY_TRY(const Uuid id, pathId(request, "flowId"));
    CUTAWAY_TRY(json given, tams::parseJson(request.body));
    std::string changed; // the Source of a Flow that was there before
    const auto put = context.services.database.write([&](Connection& store) -> Result<Response> {
        const auto known = findFlow(store, request.principal.workspace, id.toString());
        if (known && known->readOnly)
            return Error{ErrorCategory::Forbidden, "This flow is read-only.", {}};
        CUTAWAY_TRY(json document,
                    readFlowDocument(store, request.principal.workspace, id.toString(), std::move(given)));
        if (known && json(known->sourceId) != document["source_id"])
            return Error{ErrorCategory::InvalidInput, "A flow stays with its source.", {}};
        CUTAWAY_CHECK(saveFlow(store, request.principal, document));
        if (known) {
            changed = known->sourceId;
            return Response::empty(204);
        }
        CUTAWAY_TRY(const FlowRow flow, requireFlow(store, request.principal.workspace, id.toString()));
        Response response = jsonResponse(201, flowJson(store, request.principal.workspace, flow));
        response.headers.add("Location", request.origin + "/flows/" + flow.id);
        return response;
    });
    if (put && !changed.empty())
        context.services.events.publish("flow", {{"flow_id", id.toString()}, {"source_id", changed}},
                                        request.principal.workspace);
    return put;
}

Result<Response> deleteFlow(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Delete, {"flow", request.param("flowId"), {}}));
    return answerDeletion(context, request, {request.param("flowId"), TimeRange(), {}, true});
}

} // namespace

void addFlowEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addEndpoint(router, context, "GET", "/flows", listFlows);
    addEndpoint(router, context, "GET", "/flows/{flowId}", getFlow);
    addEndpoint(router, context, "PUT", "/flows/{flowId}", putFlow);
    addEndpoint(router, context, "DELETE", "/flows/{flowId}", deleteFlow);
}

} // namespace cutaway::cloud
