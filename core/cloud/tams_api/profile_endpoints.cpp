#include "core/cloud/auth/auth.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/filters.h"
#include "core/cloud/tams_api/flow_document.h"
#include "core/cloud/tams_api/flow_store.h"
#include "core/cloud/tams_api/listing.h"
#include "core/tams/types.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

/// created_by, created and document, from `column` on.
json profileOf(const Statement& row, int column) {
    json profile = json::parse(row.text(column + 2), nullptr, false);
    profile["created_by"] = row.text(column);
    profile["created"] = wallClockText(row.integer(column + 1));
    return profile;
}

Result<Response> listProfiles(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"profile", {}, {}}));
    CUTAWAY_TRY(const Page page, readPage(request, {}, 3));
    Listing listing{"profiles", "r.created_by, r.created, r.document", {}, {"created", "created", false}, {}};
    listing.where.add("r.workspace_id = ?", {request.principal.workspace.toString()});
    CUTAWAY_CHECK(addEqualFilters(listing.where, request, {"format", "codec", "label"}));
    json profiles = json::array();
    CUTAWAY_TRY(const json next, context.services.database.read([&](Connection& store) -> Result<json> {
        return listPage(store, listing, page, [&](const Statement& row) {
            profiles.push_back(profileOf(row, Listing::firstColumn));
        });
    }));
    Response response = jsonResponse(200, profiles);
    addPaging(response, request, page, profiles.size(), next);
    return response;
}

Result<Response> getProfile(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"profile", request.param("profileId"), {}}));
    return context.services.database.read([&](Connection& store) -> Result<Response> {
        auto row = store.query(
            "SELECT created_by, created, document FROM profiles WHERE workspace_id = ? AND id = ?",
            request.principal.workspace.toString(), request.param("profileId"));
        if (!row.next())
            return Error{ErrorCategory::NotFound, "There is no such profile.", {}};
        return jsonResponse(200, profileOf(row, 0));
    });
}

Result<void> checkProfile(const json& profile, const std::string& id) {
    if (!profile.is_object() || !profile.contains("id") || profile["id"] != id)
        return wrong("A profile is an object whose “id” is the one in the address.");
    if (!profile.contains("flow_metadata") || !profile["flow_metadata"].is_object())
        return wrong("“flow_metadata” is missing.");
    for (const char* name : {"label", "description"}) {
        if (profile.contains(name) && !profile[name].is_string())
            return wrong("“" + std::string(name) + "” must be a text.");
    }
    if (profile.contains("tags") && !areTags(profile["tags"]))
        return wrong("“tags” must be an object of texts or lists of texts.");
    CUTAWAY_CHECK(checkTechnicalMetadata(profile["flow_metadata"]));
    if (profile["flow_metadata"]["format"] == tams::format::multi)
        return wrong("A profile describes one essence, not several.");
    return {};
}

Result<Response> createProfile(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"profile", request.param("profileId"), {}}));
    CUTAWAY_TRY(const Uuid id, pathId(request, "profileId"));
    CUTAWAY_TRY(json profile, tams::parseJson(request.body));
    CUTAWAY_CHECK(checkProfile(profile, id.toString()));
    profile.erase("created");
    profile.erase("created_by");
    const json& technical = profile["flow_metadata"];
    const std::int64_t now = nowMicroseconds();
    const auto written = context.services.database.write([&](Connection& store) -> Result<void> {
        const std::string space = request.principal.workspace.toString();
        auto known =
            store.query("SELECT 1 FROM profiles WHERE workspace_id = ? AND id = ?", space, id.toString());
        if (known.next())
            return wrong("This profile exists already, and profiles never change.");
        store.run(
            "INSERT INTO profiles (workspace_id, created_by, id, format, codec, label, created, document) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            space, request.principal.user, id.toString(), technical["format"].get<std::string>(),
            technical["codec"].get<std::string>(),
            profile.contains("label") ? std::optional(profile["label"].get<std::string>()) : std::nullopt,
            now, profile.dump());
        return {};
    });
    if (!written)
        return written.error();
    profile["created"] = wallClockText(now);
    profile["created_by"] = request.principal.user;
    return jsonResponse(201, profile);
}

} // namespace

void addProfileEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addEndpoint(router, context, "GET", "/service/profiles", listProfiles);
    addEndpoint(router, context, "GET", "/service/profiles/{profileId}", getProfile);
    addEndpoint(router, context, "POST", "/service/profiles/{profileId}", createProfile);
}

} // namespace cutaway::cloud
