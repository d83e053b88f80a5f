#include "core/cloud/auth/auth.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/flow_document.h"
#include "core/cloud/tams_api/flow_store.h"
#include "core/cloud/tams_api/get_urls.h"
#include "core/cloud/tams_api/object_rows.h"
#include "core/tams/json.h"

#include <algorithm>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::int64_t standardCount = 10;
constexpr std::int64_t largestCount = 1000;

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

/// What a client wants allocated.
struct Wanted {
    std::vector<std::string> ids; ///< chosen by the client, or made here
    std::optional<std::string> contentType;
    bool presigned = true;
};

Result<std::vector<std::string>> chosenIds(const json& given) {
    if (!given["object_ids"].is_array() ||
        given["object_ids"].size() > static_cast<std::size_t>(largestCount))
        return wrong("“object_ids” must be a list of at most 1000 texts.");
    std::vector<std::string> ids;
    for (const json& id : given["object_ids"]) {
        if (!id.is_string() || !isObjectId(id.get<std::string>()))
            return wrong("An object id is a text of 1 to 512 bytes without control characters.");
        if (std::find(ids.begin(), ids.end(), id.get<std::string>()) != ids.end())
            return wrong("“object_ids” names an object twice.");
        ids.push_back(id.get<std::string>());
    }
    return ids;
}

Result<Wanted> readWanted(const TamsContext& context, const std::string& body) {
    Wanted wanted;
    json given = json::object();
    if (!body.empty()) {
        CUTAWAY_TRY(given, tams::parseJson(body));
    }
    if (!given.is_object())
        return wrong("The request for storage must be a JSON object.");
    if (given.contains("limit") && given.contains("object_ids"))
        return wrong("Give either “limit” or “object_ids”, not both.");
    if (given.contains("storage_id") && given["storage_id"] != context.storageId.toString())
        return wrong("There is no such storage backend.");
    if (given.contains("content_type")) {
        if (!given["content_type"].is_string() || !isMimeType(given["content_type"].get<std::string>()))
            return wrong("“content_type” must be a MIME type.");
        wanted.contentType = given["content_type"].get<std::string>();
    }
    if (given.contains("presigned")) {
        if (!given["presigned"].is_boolean())
            return wrong("“presigned” must be true or false.");
        wanted.presigned = given["presigned"].get<bool>();
    }
    if (given.contains("object_ids")) {
        CUTAWAY_TRY(wanted.ids, chosenIds(given));
        return wanted;
    }
    const json limit = given.value("limit", json(standardCount));
    if (!limit.is_number_integer() || limit < 1)
        return wrong("“limit” must be a whole number above 0.");
    wanted.ids.resize(static_cast<std::size_t>(std::min(limit.get<std::int64_t>(), largestCount)));
    for (std::string& id : wanted.ids)
        id = Uuid::random().toString();
    return wanted;
}

Result<Response> allocate(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"storage", request.param("flowId"), {}}));
    CUTAWAY_CHECK(pathId(request, "flowId"));
    CUTAWAY_TRY(const Wanted wanted, readWanted(context, request.body));
    json objects = json::array();
    const auto written = context.services.database.write([&](Connection& store) -> Result<void> {
        const Uuid workspace = request.principal.workspace;
        CUTAWAY_TRY(const FlowRow flow, requireWritableFlow(store, workspace, request.param("flowId")));
        if (flow.container.empty())
            return wrong("This flow has no container, so no objects can be stored for it.");
        for (const std::string& id : wanted.ids) {
            if (findObject(store, workspace, id))
                return wrong("The object “" + id + "” exists already.");
            ObjectRow object;
            object.id = id;
            object.fileKey = Uuid::random().toString();
            object.contentType = wanted.contentType.value_or(flow.container);
            object.allocatedByFlow = flow.id;
            insertObject(store, request.principal, object);
            const std::string path = wanted.presigned ? signedMediaPath(context, "PUT", *object.fileKey)
                                                      : std::string(mediaPath) + *object.fileKey;
            objects.push_back(
                {{"object_id", id},
                 {"put_url", {{"url", request.origin + path}, {"content-type", object.contentType}}},
                 {"presigned", wanted.presigned}});
        }
        return {};
    });
    if (!written)
        return written.error();
    return jsonResponse(201, {{"media_objects", objects}});
}

} // namespace

void addStorageEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    addEndpoint(router, context, "POST", "/flows/{flowId}/storage", allocate);
}

} // namespace cutaway::cloud
