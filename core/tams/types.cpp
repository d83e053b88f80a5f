#include "core/tams/types.h"

#include "core/tams/internal/read_tags.h"

namespace cutaway::tams {

namespace {

void put(Json& json, const char* name, const std::string& value) {
    if (!value.empty())
        json[name] = value;
}

void put(Json& json, const char* name, const Uuid& value) {
    if (!value.isNil())
        json[name] = value.toString();
}

void put(Json& json, const char* name, const std::optional<std::int64_t>& value) {
    if (value)
        json[name] = *value;
}

void put(Json& json, const char* name, const std::optional<TimeRange>& value) {
    if (value)
        json[name] = value->toString();
}

void put(Json& json, const char* name, const std::vector<Uuid>& values) {
    if (values.empty())
        return;
    Json& array = json[name] = Json::array();
    for (const Uuid& value : values)
        array.push_back(value.toString());
}

Json urlsToJson(const std::vector<GetUrl>& urls) {
    Json array = Json::array();
    for (const GetUrl& url : urls)
        array.push_back(toJson(url));
    return array;
}

std::vector<GetUrl> readUrls(JsonReader& parent) {
    std::vector<GetUrl> urls;
    for (const Json& element : parent.array("get_urls")) {
        JsonReader in(element, "get_url");
        GetUrl url;
        url.url = in.text("url", true);
        url.label = in.text("label");
        url.presigned = in.boolean("presigned");
        url.other = in.rest();
        if (!in.check())
            parent.fail("get_urls", "must hold objects with a url");
        else
            urls.push_back(std::move(url));
    }
    return urls;
}

} // namespace

Json readTags(JsonReader& in) {
    const Json& tags = in.raw("tags");
    if (tags.is_null())
        return Json::object();
    bool good = tags.is_object();
    if (good) {
        for (const auto& [name, value] : tags.items()) {
            good = good && (value.is_string() || value.is_array());
            if (value.is_array())
                for (const Json& element : value)
                    good = good && element.is_string();
        }
    }
    if (!good) {
        in.fail("tags", "must be an object of strings or arrays of strings");
        return Json::object();
    }
    return tags;
}

std::string tagText(const Json& tags, std::string_view name) {
    const auto it = tags.find(std::string(name));
    if (it == tags.end())
        return {};
    if (it->is_string())
        return it->get<std::string>();
    if (it->is_array() && !it->empty() && it->front().is_string())
        return it->front().get<std::string>();
    return {};
}

Json toJson(const CollectionItem& item) {
    Json json = item.other;
    json["id"] = item.id.toString();
    put(json, "role", item.role);
    if (!item.containerMapping.is_null())
        json["container_mapping"] = item.containerMapping;
    return json;
}

Json toJson(const std::vector<CollectionItem>& items) {
    Json array = Json::array();
    for (const CollectionItem& item : items)
        array.push_back(toJson(item));
    return array;
}

Result<std::vector<CollectionItem>> collectionFromJson(const Json& json) {
    if (!json.is_array())
        return Error{ErrorCategory::InvalidInput, "A collection must be an array.", {}};
    std::vector<CollectionItem> items;
    for (const Json& element : json) {
        JsonReader in(element, "collection item");
        CollectionItem item;
        item.id = in.id("id", true);
        item.role = in.text("role");
        item.containerMapping = in.raw("container_mapping");
        item.other = in.rest();
        CUTAWAY_CHECK(in.check());
        items.push_back(std::move(item));
    }
    return items;
}

Json toJson(const Source& source) {
    Json json = source.other;
    json["id"] = source.id.toString();
    json["format"] = source.format;
    put(json, "label", source.label);
    put(json, "description", source.description);
    put(json, "created_by", source.createdBy);
    put(json, "updated_by", source.updatedBy);
    put(json, "created", source.created);
    put(json, "updated", source.updated);
    if (!source.tags.empty())
        json["tags"] = source.tags;
    if (!source.collection.empty())
        json["source_collection"] = toJson(source.collection);
    put(json, "collected_by", source.collectedBy);
    return json;
}

Result<Source> sourceFromJson(const Json& json) {
    JsonReader in(json, "source");
    Source source;
    source.id = in.id("id", true);
    source.format = in.text("format", true);
    source.label = in.text("label");
    source.description = in.text("description");
    source.createdBy = in.text("created_by");
    source.updatedBy = in.text("updated_by");
    source.created = in.text("created");
    source.updated = in.text("updated");
    source.tags = readTags(in);
    if (const Json& collection = in.raw("source_collection"); !collection.is_null()) {
        CUTAWAY_TRY(source.collection, collectionFromJson(collection));
    }
    source.collectedBy = in.ids("collected_by");
    source.other = in.rest();
    CUTAWAY_CHECK(in.check());
    return source;
}

Json toJson(const GetUrl& url) {
    Json json = url.other;
    json["url"] = url.url;
    put(json, "label", url.label);
    json["presigned"] = url.presigned;
    return json;
}

Json toJson(const Segment& segment) {
    Json json = segment.other;
    json["object_id"] = segment.objectId;
    json["timerange"] = segment.timerange.toString();
    json["ts_offset"] = segment.tsOffset.toString();
    if (segment.lastDuration)
        json["last_duration"] = segment.lastDuration->toString();
    put(json, "object_timerange", segment.objectTimerange);
    put(json, "key_frame_count", segment.keyFrameCount);
    put(json, "sample_offset", segment.sampleOffset);
    put(json, "sample_count", segment.sampleCount);
    put(json, "init_object_id", segment.initObjectId);
    if (!segment.getUrls.empty())
        json["get_urls"] = urlsToJson(segment.getUrls);
    return json;
}

Result<Segment> segmentFromJson(const Json& json) {
    JsonReader in(json, "segment");
    Segment segment;
    segment.objectId = in.text("object_id", true);
    const auto timerange = in.timerange("timerange");
    if (!timerange)
        in.fail("timerange", "is missing");
    segment.timerange = timerange.value_or(TimeRange::never());
    segment.tsOffset = in.timestamp("ts_offset").value_or(Timestamp{});
    segment.lastDuration = in.timestamp("last_duration");
    segment.objectTimerange = in.timerange("object_timerange");
    segment.keyFrameCount = in.optionalInteger("key_frame_count");
    segment.sampleOffset = in.optionalInteger("sample_offset");
    segment.sampleCount = in.optionalInteger("sample_count");
    segment.initObjectId = in.text("init_object_id");
    segment.getUrls = readUrls(in);
    segment.other = in.rest();
    CUTAWAY_CHECK(in.check());
    return segment;
}

Json toJson(const Object& object) {
    Json json = object.other;
    json["id"] = object.id;
    json["referenced_by_flows"] = Json::array();
    put(json, "referenced_by_flows", object.referencedByFlows);
    put(json, "first_referenced_by_flow", object.firstReferencedByFlow);
    put(json, "timerange", object.timerange);
    put(json, "key_frame_count", object.keyFrameCount);
    if (!object.getUrls.empty())
        json["get_urls"] = urlsToJson(object.getUrls);
    return json;
}

Result<Object> objectFromJson(const Json& json) {
    JsonReader in(json, "object");
    Object object;
    object.id = in.text("id", true);
    object.referencedByFlows = in.ids("referenced_by_flows");
    object.firstReferencedByFlow = in.id("first_referenced_by_flow");
    object.timerange = in.timerange("timerange");
    object.keyFrameCount = in.optionalInteger("key_frame_count");
    object.getUrls = readUrls(in);
    object.other = in.rest();
    CUTAWAY_CHECK(in.check());
    return object;
}

Json toJson(const StorageRequest& request) {
    Json json = Json::object();
    put(json, "limit", request.limit);
    if (!request.objectIds.empty())
        json["object_ids"] = request.objectIds;
    put(json, "storage_id", request.storageId);
    put(json, "content_type", request.contentType);
    if (request.presigned)
        json["presigned"] = *request.presigned;
    return json;
}

Result<StorageRequest> storageRequestFromJson(const Json& json) {
    JsonReader in(json, "storage request");
    StorageRequest request;
    request.limit = in.optionalInteger("limit");
    request.objectIds = in.texts("object_ids");
    request.storageId = in.id("storage_id");
    request.contentType = in.text("content_type");
    if (!in.raw("presigned").is_null())
        request.presigned = in.boolean("presigned");
    if (request.limit && !request.objectIds.empty())
        in.fail("limit", "and \"object_ids\" exclude each other");
    if (request.limit && *request.limit < 1)
        in.fail("limit", "must be at least 1");
    CUTAWAY_CHECK(in.check());
    return request;
}

Json toJson(const StorageAllocation& allocation) {
    Json objects = Json::array();
    for (const ObjectAllocation& object : allocation.objects) {
        Json put = {{"url", object.putUrl}, {"content-type", object.contentType}};
        if (!object.headers.empty())
            put["headers"] = object.headers;
        objects.push_back(
            {{"object_id", object.objectId}, {"put_url", std::move(put)}, {"presigned", object.presigned}});
    }
    return {{"media_objects", std::move(objects)}};
}

Result<StorageAllocation> storageAllocationFromJson(const Json& json) {
    JsonReader in(json, "storage allocation");
    StorageAllocation allocation;
    for (const Json& element : in.array("media_objects")) {
        JsonReader item(element, "media object");
        ObjectAllocation object;
        object.objectId = item.text("object_id", true);
        object.presigned = item.boolean("presigned");
        JsonReader put(item.raw("put_url"), "put_url");
        object.putUrl = put.text("url", true);
        object.contentType = put.text("content-type");
        if (object.contentType.empty())
            object.contentType = put.text("content_type");
        if (const Json& headers = put.raw("headers"); headers.is_object())
            for (const auto& [name, value] : headers.items())
                if (value.is_string())
                    object.headers[name] = value.get<std::string>();
        CUTAWAY_CHECK(item.check());
        CUTAWAY_CHECK(put.check());
        allocation.objects.push_back(std::move(object));
    }
    CUTAWAY_CHECK(in.check());
    return allocation;
}

Json toJson(const FailedSegment& failed) {
    Json json = {{"object_id", failed.objectId}, {"error", {{"summary", failed.summary}}}};
    put(json, "timerange", failed.timerange);
    return json;
}

Result<std::vector<FailedSegment>> failedSegmentsFromJson(const Json& json) {
    JsonReader in(json, "bulk answer");
    std::vector<FailedSegment> failures;
    for (const Json& element : in.array("failed_segments")) {
        JsonReader item(element, "failed segment");
        FailedSegment failed;
        failed.objectId = item.text("object_id");
        failed.timerange = item.timerange("timerange");
        if (const Json& error = item.raw("error"); error.is_object()) {
            JsonReader body(error, "error");
            failed.summary = body.text("summary");
        }
        CUTAWAY_CHECK(item.check());
        failures.push_back(std::move(failed));
    }
    CUTAWAY_CHECK(in.check());
    return failures;
}

Json toJson(const Service& service) {
    Json json = service.other;
    json["type"] = service.type;
    json["api_version"] = service.apiVersion;
    json["min_object_timeout"] = service.minObjectTimeout;
    put(json, "name", service.name);
    put(json, "description", service.description);
    put(json, "service_version", service.serviceVersion);
    put(json, "min_presigned_url_timeout", service.minPresignedTimeout);
    if (!service.eventStreams.empty())
        json["event_stream_mechanisms"] = service.eventStreams;
    return json;
}

Result<Service> serviceFromJson(const Json& json) {
    JsonReader in(json, "service");
    Service service;
    service.type = in.text("type", true);
    service.apiVersion = in.text("api_version", true);
    service.minObjectTimeout = in.text("min_object_timeout");
    service.name = in.text("name");
    service.description = in.text("description");
    service.serviceVersion = in.text("service_version");
    service.minPresignedTimeout = in.text("min_presigned_url_timeout");
    service.eventStreams = in.array("event_stream_mechanisms");
    service.other = in.rest();
    CUTAWAY_CHECK(in.check());
    return service;
}

Json toJson(const ErrorBody& error) {
    return {{"type", error.type}, {"summary", error.summary}, {"time", error.time}};
}

} // namespace cutaway::tams
