#include "core/cloud/auth/auth.h"
#include "core/cloud/store/clock.h"
#include "core/cloud/stream/event_bus.h"
#include "core/cloud/tams_api/delete_requests.h"
#include "core/cloud/tams_api/endpoints.h"
#include "core/cloud/tams_api/get_urls.h"
#include "core/cloud/tams_api/object_rows.h"
#include "core/cloud/tams_api/paging.h"
#include "core/cloud/tams_api/registration.h"
#include "core/tams/json.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr PageLimits segmentLimits{1000, 5000};
constexpr std::size_t maxBulk = 10'000; // Segments in one registration

json segmentJson(Connection& store, const Uuid& workspace, const SegmentRow& segment, const GetUrls& urls,
                 bool withObjectTimerange) {
    json document = segment.document;
    document["object_id"] = segment.objectId;
    document["timerange"] = segment.timerange.toString();
    document["ts_offset"] = segment.offset.toString();
    const auto object = findObject(store, workspace, segment.objectId);
    if (!object)
        return document;
    document["get_urls"] = urls.of(store, object->id, object->fileKey);
    if (object->keyFrameCount)
        document["key_frame_count"] = *object->keyFrameCount;
    if (withObjectTimerange && object->timerange)
        document["object_timerange"] = object->timerange->toString();
    if (object->initObjectId) {
        const auto init = findObject(store, workspace, *object->initObjectId);
        document["init_object"] = {
            {"object_id", *object->initObjectId},
            {"get_urls", urls.of(store, *object->initObjectId, init ? init->fileKey : std::nullopt)}};
    }
    return document;
}

Result<Response> listSegments(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"segment", request.param("flowId"), {}}));
    CUTAWAY_CHECK(pathId(request, "flowId"));
    CUTAWAY_TRY(const Page page, readPage(request, segmentLimits, 3));
    CUTAWAY_TRY(const TimeRange range, TimeRange::parse(request.query.get("timerange").value_or("_")));
    CUTAWAY_TRY(const auto withObjectTimerange, booleanParameter(request, "include_object_timerange"));
    CUTAWAY_TRY(const GetUrls urls, GetUrls::read(context, request));
    SegmentQuery query{request.param("flowId"), range, {}, page.reverse, page.after};
    if (const auto object = request.query.get("object_id"))
        query.objectId = std::string(*object);
    for (const json& part : page.after) {
        if (!part.is_number_integer())
            return Error{ErrorCategory::InvalidInput, "The value of “page” cannot be used.", {}};
    }
    json segments = json::array();
    TimeRange covered = TimeRange::never();
    json last;
    bool more = false;
    const auto listed = context.services.database.read([&](Connection& store) -> Result<void> {
        eachSegment(store, request.principal.workspace, query, [&](const SegmentRow& segment) {
            more = static_cast<std::int64_t>(segments.size()) == page.limit;
            if (more)
                return false;
            segments.push_back(segmentJson(store, request.principal.workspace, segment, urls,
                                           withObjectTimerange.value_or(false)));
            covered = covered.hull(segment.timerange);
            last = segmentKey(segment);
            return true;
        });
        return {};
    });
    if (!listed)
        return listed.error();
    Response response = jsonResponse(200, segments);
    addPaging(response, request, page, segments.size(), more ? last : json());
    response.headers.add("X-Paging-Timerange", covered.toString());
    return response;
}

json failureOf(const json& given, const Error& error) {
    const auto text = [&](const char* name) {
        return given.is_object() && given.contains(name) && given[name].is_string()
                   ? given[name].get<std::string>()
                   : std::string();
    };
    json failure{{"object_id", text("object_id")},
                 {"error",
                  {{"type", categoryName(error.category)},
                   {"summary", error.message},
                   {"time", wallClockText(nowMicroseconds())}}}};
    if (TimeRange::parse(text("timerange")) && !text("timerange").empty())
        failure["timerange"] = text("timerange");
    return failure;
}

/// What one POST did.
struct Registered {
    json failed = json::array();
    TimeRange added = TimeRange::never();
    std::string sourceId;
};

Result<Registered> registerAll(Connection& store, const Request& request, const json& given) {
    CUTAWAY_TRY(const FlowRow flow,
                requireWritableFlow(store, request.principal.workspace, request.param("flowId")));
    if (flow.container.empty())
        return Error{
            ErrorCategory::InvalidInput, "This flow has no container, so it cannot have segments.", {}};
    Registered done;
    done.sourceId = flow.sourceId;
    const auto add = [&](const json& one) -> Result<void> {
        CUTAWAY_TRY(const SegmentRow segment, registerSegment(store, request.principal, flow, one));
        done.added = done.added.hull(segment.timerange);
        return {};
    };
    if (!given.is_array())
        CUTAWAY_CHECK(add(given));
    for (const json& one : given.is_array() ? given : json::array()) {
        if (const auto added = add(one); !added)
            done.failed.push_back(failureOf(one, added.error()));
    }
    if (!done.added.isEmpty())
        store.run("UPDATE flows SET segments_updated = ? WHERE workspace_id = ? AND id = ?",
                  nowMicroseconds(), request.principal.workspace.toString(), flow.id);
    return done;
}

Result<Response> postSegments(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Write, {"segment", request.param("flowId"), {}}));
    CUTAWAY_CHECK(pathId(request, "flowId"));
    CUTAWAY_TRY(const json given, tams::parseJson(request.body));
    if (!given.is_object() && !given.is_array())
        return Error{ErrorCategory::InvalidInput, "A segment, or a list of segments, is expected here.", {}};
    if (given.is_array() && given.size() > maxBulk)
        return Error{ErrorCategory::InvalidInput, "These are too many segments for one request.", {}};
    CUTAWAY_TRY(const Registered done, context.services.database.write([&](Connection& store) {
        return registerAll(store, request, given);
    }));
    if (!done.added.isEmpty())
        context.services.events.publish("flow",
                                        {{"flow_id", request.param("flowId")},
                                         {"source_id", done.sourceId},
                                         {"timerange", done.added.toString()}},
                                        request.principal.workspace);
    if (!done.failed.empty())
        return jsonResponse(200, {{"failed_segments", done.failed}});
    return Response::empty(201);
}

Result<Response> deleteSegments(TamsContext& context, Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Delete, {"segment", request.param("flowId"), {}}));
    CUTAWAY_TRY(const TimeRange range, TimeRange::parse(request.query.get("timerange").value_or("_")));
    Deletion deletion{request.param("flowId"), range, {}, false};
    if (const auto object = request.query.get("object_id"))
        deletion.objectId = std::string(*object);
    return answerDeletion(context, request, deletion);
}

} // namespace

void addSegmentEndpoints(Router& router, const std::shared_ptr<TamsContext>& context) {
    RouteOptions bulk;
    bulk.bodyLimit = 16u << 20;
    addEndpoint(router, context, "GET", "/flows/{flowId}/segments", listSegments);
    addEndpoint(router, context, "POST", "/flows/{flowId}/segments", postSegments, bulk);
    addEndpoint(router, context, "DELETE", "/flows/{flowId}/segments", deleteSegments);
}

} // namespace cutaway::cloud
