#include "core/cloud/auth/auth.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/listing.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view columns = "r.id, r.flow_id, r.timerange, r.delete_flow, r.status, r.remaining, "
                                     "r.created, r.created_by, r.updated, r.expiry";

json requestOf(const Statement& row, int column) {
    json request{{"id", row.text(column)},
                 {"flow_id", row.text(column + 1)},
                 {"timerange_to_delete", row.text(column + 2)},
                 {"delete_flow", row.integer(column + 3) != 0},
                 {"status", row.text(column + 4)},
                 {"created", wallClockText(row.integer(column + 6))},
                 {"created_by", row.text(column + 7)},
                 {"updated", wallClockText(row.integer(column + 8))}};
    if (const auto remaining = row.optionalText(column + 5))
        request["timerange_remaining"] = *remaining;
    if (const auto expiry = row.optionalInteger(column + 9))
        request["expiry"] = wallClockText(*expiry);
    return request;
}

Result<Response> listRequests(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"flow", {}, {}}));
    CUTAWAY_TRY(const Page page, readPage(request, {}, 3));
    CUTAWAY_TRY(SortKey sort,
                readSortKey(request, {{"created", "created", false}, {"expiry", "expiry", false}}));
    if (sort.name == "expiry") // those under way have none yet, and come after the others
        sort.column = "expiry_or_none";
    Listing listing{
        "(SELECT *, COALESCE(expiry, 0) AS expiry_or_none FROM delete_requests)", columns, {}, sort, {}};
    listing.where.add("r.workspace_id = ?", {request.principal.workspace.toString()});
    json requests = json::array();
    CUTAWAY_TRY(const json next, context.services.database.read([&](Connection& store) -> Result<json> {
        return listPage(store, listing, page, [&](const Statement& row) {
            requests.push_back(requestOf(row, Listing::firstColumn));
        });
    }));
    Response response = jsonResponse(200, requests);
    addPaging(response, request, page, requests.size(), next);
    return response;
}

Result<Response> getRequest(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"flow", {}, {}}));
    return context.services.database.read([&](Connection& store) -> Result<Response> {
        auto row = store.query("SELECT " + std::string(columns) +
                                   " FROM delete_requests r WHERE r.workspace_id = ? AND r.id = ?",
                               request.principal.workspace.toString(), request.param("requestId"));
        if (!row.next())
            return Error{ErrorCategory::NotFound, "There is no such deletion request.", {}};
        return jsonResponse(200, requestOf(row, 0));
    });
}

} // namespace

void addDeleteRequestEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addEndpoint(router, context, "GET", "/flow-delete-requests", listRequests);
    addEndpoint(router, context, "GET", "/flow-delete-requests/{requestId}", getRequest);
}

} // namespace cutaway::cloud
