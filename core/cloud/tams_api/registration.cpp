#include "core/cloud/tams_api/registration.h"

#include "core/cloud/tams_api/object_rows.h"
#include "core/cloud/tams_api/tams_context.h"

#include <set>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::size_t maxUrls = 100;
const Timestamp oneNanosecond{0, 1};

Error wrong(std::string message) {
    return {ErrorCategory::InvalidInput, std::move(message), {}};
}

/// What a client says of one Segment, its form checked.
struct Given {
    SegmentRow segment;
    std::optional<TimeRange> objectTimerange;
    std::optional<std::string> initObjectId;
    std::optional<std::int64_t> keyFrameCount;
    json urls = json::array(); ///< of media that others serve
};

Result<std::string> textOf(const json& given, const char* name) {
    if (!given.contains(name) || !given[name].is_string())
        return wrong("“" + std::string(name) + "” must be a text.");
    return given[name].get<std::string>();
}

Result<TimeRange> boundedRange(const json& given, const char* name) {
    CUTAWAY_TRY(const std::string text, textOf(given, name));
    CUTAWAY_TRY(const TimeRange range, TimeRange::parse(text));
    if (range.isEmpty() || !range.start() || !range.end())
        return wrong("“" + std::string(name) + "” must have a start and an end, and not be empty.");
    if (!range.start()->inclusive)
        return wrong("“" + std::string(name) + "” must include its start.");
    return range;
}

Result<std::optional<std::int64_t>> count(const json& given, const char* name) {
    if (!given.contains(name))
        return std::optional<std::int64_t>();
    if (!given[name].is_number_integer() || given[name] < 0)
        return wrong("“" + std::string(name) + "” must be a whole number, 0 or more.");
    return std::optional(given[name].get<std::int64_t>());
}

Result<void> checkUrls(const json& urls) {
    if (!urls.is_array() || urls.size() > maxUrls)
        return wrong("“get_urls” must be a list.");
    std::set<std::string> labels{std::string(plainUrlLabel), std::string(signedUrlLabel)};
    for (const json& url : urls) {
        if (!url.is_object())
            return wrong("Each of “get_urls” must be an object.");
        CUTAWAY_CHECK(textOf(url, "url"));
        CUTAWAY_TRY(const std::string label, textOf(url, "label"));
        if (!labels.insert(label).second)
            return wrong("The label “" + label + "” is used already.");
    }
    return {};
}

Result<Given> readSegment(const json& given) {
    if (!given.is_object())
        return wrong("A segment is a JSON object.");
    Given read;
    CUTAWAY_TRY(read.segment.objectId, textOf(given, "object_id"));
    if (!isObjectId(read.segment.objectId))
        return wrong("“object_id” cannot be used: 1 to 512 bytes without control characters.");
    CUTAWAY_TRY(read.segment.timerange, boundedRange(given, "timerange"));
    if (given.contains("ts_offset")) {
        CUTAWAY_TRY(const std::string offset, textOf(given, "ts_offset"));
        CUTAWAY_TRY(read.segment.offset, Timestamp::parse(offset));
    }
    if (given.contains("last_duration")) {
        CUTAWAY_TRY(const std::string text, textOf(given, "last_duration"));
        CUTAWAY_TRY(const Timestamp duration, Timestamp::parse(text));
        if (duration < Timestamp())
            return wrong("“last_duration” cannot be negative.");
    }
    if (given.contains("object_timerange")) {
        CUTAWAY_TRY(const TimeRange range, boundedRange(given, "object_timerange"));
        read.objectTimerange = range;
    }
    if (given.contains("init_object_id")) {
        CUTAWAY_TRY(const std::string id, textOf(given, "init_object_id"));
        read.initObjectId = id;
    }
    CUTAWAY_TRY(read.keyFrameCount, count(given, "key_frame_count"));
    CUTAWAY_CHECK(count(given, "sample_count"));
    CUTAWAY_CHECK(count(given, "sample_offset"));
    if (given.contains("get_urls")) {
        CUTAWAY_CHECK(checkUrls(given["get_urls"]));
        read.urls = given["get_urls"];
    }
    read.segment.document = given;
    for (const char* kept : {"object_id", "timerange", "ts_offset", "object_timerange", "init_object_id",
                             "init_object", "key_frame_count", "get_urls"})
        read.segment.document.erase(kept); // these have columns, or belong to the Object
    return read;
}

TimeRange withEnd(const TimeRange& range, const TimeRange::Bound& end) {
    return TimeRange::make(range.start(), end);
}

/// How far `end` lies beyond `limit`: 0 when it does not, 1 for a nanosecond, 2 for more.
int overshoot(const TimeRange::Bound& end, const Timestamp& limit) {
    if (end.at <= limit)
        return 0;
    return end.at == limit + oneNanosecond && !end.inclusive ? 1 : 2;
}

/// Fits the Segment into its Object, on the Object's time line.
Result<void> fitIntoObject(SegmentRow& segment, const TimeRange& object) {
    TimeRange mapped = segment.timerange.shifted(-segment.offset);
    const auto& limit = *object.end();
    if (!limit.inclusive && overshoot(*mapped.end(), limit.at) == 1) {
        mapped = withEnd(mapped, limit);
        segment.timerange = withEnd(segment.timerange, {limit.at + segment.offset, limit.inclusive});
    }
    if (segment.timerange.isEmpty() || !object.contains(mapped))
        return wrong("The segment asks for " + mapped.toString() + " of its object, which holds " +
                     object.toString() + ".");
    return {};
}

/// Makes room for the Segment between its neighbours, or refuses it.
Result<void> fitBetweenNeighbours(Connection& store, const Uuid& workspace, const std::string& flowId,
                                  SegmentRow& segment) {
    std::vector<SegmentRow> touched;
    eachSegment(store, workspace, {flowId, segment.timerange, {}, false, nullptr},
                [&](const SegmentRow& other) {
                    touched.push_back(other);
                    return touched.size() < 3;
                });
    for (const SegmentRow& other : touched) {
        const auto& start = *segment.timerange.start();
        const auto& otherStart = *other.timerange.start();
        const auto& otherEnd = *other.timerange.end();
        if (otherStart.at > start.at && overshoot(*segment.timerange.end(), otherStart.at) == 1) {
            segment.timerange = withEnd(segment.timerange, {otherStart.at, false});
        } else if (otherStart.at < start.at && overshoot(otherEnd, start.at) == 1) {
            SegmentRow shorter = other;
            shorter.timerange = withEnd(other.timerange, {start.at, false});
            removeSegment(store, workspace, flowId, other);
            insertSegment(store, workspace, flowId, "system", shorter);
        } else {
            return wrong("The segment " + segment.timerange.toString() + " overlaps " +
                         other.timerange.toString() + ", which the flow has already.");
        }
    }
    return {};
}

Result<void> useInitObject(Connection& store, const Principal& principal, const FlowRow& flow,
                           const std::string& id) {
    auto init = findObject(store, principal.workspace, id);
    if (!init || (init->fileKey && !init->uploaded))
        return wrong("The initialisation object does not exist, or has not been uploaded: " + id + ".");
    if (init->registered && !init->isInit)
        return wrong("A media object cannot be an initialisation object: " + id + ".");
    if (init->registered)
        return {};
    if (init->allocatedByFlow != flow.id)
        return wrong("The initialisation object was allocated for another flow: " + id + ".");
    init->isInit = true;
    init->firstFlow = flow.id;
    registerObject(store, principal.workspace, *init);
    return {};
}

/// The first use of an Object settles what it is.
Result<void> registerFirst(Connection& store, const Principal& principal, const FlowRow& flow,
                           const Given& given, ObjectRow& object) {
    if (object.fileKey && object.allocatedByFlow != flow.id)
        return wrong("This object was allocated for another flow.");
    if (object.fileKey && !object.uploaded)
        return wrong("This object has not been uploaded yet.");
    if (object.fileKey && object.contentType != flow.container)
        return wrong("This object is " + object.contentType + ", but the flow's container is " +
                     flow.container + ".");
    if (given.initObjectId) {
        if (*given.initObjectId == object.id)
            return wrong("An object cannot be its own initialisation object.");
        CUTAWAY_CHECK(useInitObject(store, principal, flow, *given.initObjectId));
    } else if (flow.document.value("/essence_parameters/init_segments"_json_pointer, json()) == json(true)) {
        return wrong("Every segment of this flow needs an “init_object_id”.");
    }
    object.firstFlow = flow.id;
    object.initObjectId = given.initObjectId;
    object.keyFrameCount = given.keyFrameCount;
    object.timerange = given.objectTimerange.value_or(given.segment.timerange.shifted(-given.segment.offset));
    registerObject(store, principal.workspace, object);
    return {};
}

Result<void> checkReuse(const Given& given, const ObjectRow& object, const FlowRow& flow) {
    if (object.isInit)
        return wrong("An initialisation object cannot be media: " + object.id + ".");
    if (object.fileKey && object.contentType != flow.container)
        return wrong("This object is " + object.contentType + ", but the flow's container is " +
                     flow.container + ".");
    if (given.objectTimerange && given.objectTimerange != object.timerange)
        return wrong("The object holds " + object.timerange->toString() +
                     ", not what “object_timerange” says.");
    if (given.keyFrameCount && given.keyFrameCount != object.keyFrameCount)
        return wrong("The object's “key_frame_count” is known already, and is another one.");
    if (given.initObjectId && given.initObjectId != object.initObjectId)
        return wrong("The object's “init_object_id” is known already, and is another one.");
    return {};
}

Result<ObjectRow> externalObject(Connection& store, const Principal& principal, const FlowRow& flow,
                                 const Given& given) {
    if (given.urls.empty())
        return wrong("There is no object " + given.segment.objectId +
                     ": allocate storage and upload it first.");
    ObjectRow object;
    object.id = given.segment.objectId;
    object.contentType = flow.container;
    object.allocatedByFlow = flow.id;
    insertObject(store, principal, object);
    for (const json& url : given.urls)
        store.run("INSERT INTO object_urls (workspace_id, created_by, object_id, label, document) "
                  "VALUES (?, ?, ?, ?, ?)",
                  principal.workspace.toString(), principal.user, object.id, url["label"].get<std::string>(),
                  url.dump());
    return object;
}

Result<SegmentRow> tryToRegister(Connection& store, const Principal& principal, const FlowRow& flow,
                                 const json& document) {
    CUTAWAY_TRY(Given given, readSegment(document));
    auto known = findObject(store, principal.workspace, given.segment.objectId);
    if (!known) {
        CUTAWAY_TRY(known, externalObject(store, principal, flow, given));
    } else if (!given.urls.empty()) {
        return wrong("The object exists already: add URLs to it at /objects/{objectId}/instances.");
    }
    ObjectRow& object = *known;
    if (object.registered)
        CUTAWAY_CHECK(checkReuse(given, object, flow));
    else
        CUTAWAY_CHECK(registerFirst(store, principal, flow, given, object));
    CUTAWAY_CHECK(fitIntoObject(given.segment, *object.timerange));
    CUTAWAY_CHECK(fitBetweenNeighbours(store, principal.workspace, flow.id, given.segment));
    insertSegment(store, principal.workspace, flow.id, principal.user, given.segment);
    store.run("DELETE FROM unreferenced WHERE workspace_id = ? AND object_id = ?",
              principal.workspace.toString(), object.id);
    return given.segment;
}

} // namespace

Result<SegmentRow> registerSegment(Connection& store, const Principal& principal, const FlowRow& flow,
                                   const json& given) {
    store.run("SAVEPOINT segment");
    auto registered = tryToRegister(store, principal, flow, given);
    if (!registered)
        store.run("ROLLBACK TO segment");
    store.run("RELEASE segment");
    return registered;
}

} // namespace cutaway::cloud
