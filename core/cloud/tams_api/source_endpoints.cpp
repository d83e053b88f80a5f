#include "core/cloud/auth/auth.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/filters.h"
#include "core/cloud/tams_api/listing.h"
#include "core/cloud/tams_api/source_store.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view collected =
    "EXISTS (SELECT 1 FROM flows c JOIN flow_members m ON m.workspace_id = c.workspace_id AND m.member_id = "
    "c.id "
    "JOIN flows p ON p.workspace_id = m.workspace_id AND p.id = m.parent_id AND p.source_id <> c.source_id "
    "WHERE c.workspace_id = r.workspace_id AND c.source_id = r.id";

Result<Response> listSources(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"source", {}, {}}));
    CUTAWAY_TRY(const Page page, readPage(request, {}, 3));
    CUTAWAY_TRY(const SortKey sort, readSortKey(request, {{"created", "created", false},
                                                          {"updated", "updated", false},
                                                          {"label", "label", true}}));
    Listing listing{"sources", sourceColumns, {}, sort, {}};
    listing.where.add("r.workspace_id = ?", {request.principal.workspace.toString()});
    CUTAWAY_CHECK(addEqualFilters(listing.where, request, {"format", "label"}));
    CUTAWAY_CHECK(addTagFilters(listing.where, request, "source"));
    CUTAWAY_TRY(const UuidList collectors, uuidListParameter(request, "collected_by_ids"));
    if (collectors.given && collectors.empty)
        listing.where.add("NOT " + std::string(collected) + ")");
    else if (collectors.given)
        listing.where.add(std::string(collected) + " AND p.source_id IN (SELECT value FROM json_each(?)))",
                          {collectors.json});
    json sources = json::array();
    CUTAWAY_TRY(const json next, context.services.database.read([&](Connection& store) -> Result<json> {
        return listPage(store, listing, page, [&](const Statement& row) {
            sources.push_back(sourceJson(store, request.principal.workspace, row, Listing::firstColumn));
        });
    }));
    Response response = jsonResponse(200, sources);
    addPaging(response, request, page, sources.size(), next);
    return response;
}

Result<Response> getSource(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"source", request.param("sourceId"), {}}));
    return context.services.database.read([&](Connection& store) -> Result<Response> {
        auto row = store.query("SELECT " + std::string(sourceColumns) +
                                   " FROM sources r WHERE r.workspace_id = ? AND r.id = ?",
                               request.principal.workspace.toString(), request.param("sourceId"));
        if (!row.next())
            return Error{ErrorCategory::NotFound, "There is no such source.", {}};
        return jsonResponse(200, sourceJson(store, request.principal.workspace, row, 0));
    });
}

} // namespace

void addSourceEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addEndpoint(router, context, "GET", "/sources", listSources);
    addEndpoint(router, context, "GET", "/sources/{sourceId}", getSource);
}

} // namespace cutaway::cloud
