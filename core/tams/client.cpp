#include "core/tams/client.h"

#include "core/tams/download.h"
#include "core/tams/object_urls.h"
#include "core/tams/rest.h"

namespace cutaway::tams {

namespace {

constexpr std::int64_t maxObjectBytes = 512 << 20; // a second of UHD XAVC at 59.94 takes 75 MB

std::string flowPath(const Uuid& id) {
    return "/flows/" + id.toString();
}

std::string sourcePath(const Uuid& id) {
    return "/sources/" + id.toString();
}

std::string joined(const std::vector<Uuid>& ids) {
    std::string text;
    for (const Uuid& id : ids)
        text += (text.empty() ? "" : ",") + id.toString();
    return text;
}

using Parameters = std::vector<std::pair<std::string, std::string>>;

void addTags(Parameters& parameters, const Parameters& tags) {
    for (const auto& [name, value] : tags)
        parameters.emplace_back("tag." + name, value);
}

/// A list whose elements a reader turns into values; an element that is not understood is an error.
template <class T>
Result<std::vector<T>> list(HttpClient& http, const std::string& path, Result<T> (*read)(const Json&),
                            const std::stop_token& stop) {
    std::vector<T> values;
    CUTAWAY_CHECK(rest::getAll(
        http, path,
        [&](const Json& element) -> Result<void> {
            auto value = read(element);
            if (!value)
                return rest::unexpected(value.error().message);
            values.push_back(std::move(value).value());
            return {};
        },
        stop));
    return values;
}

template <class T>
Result<T> one(HttpClient& http, const std::string& path, Result<T> (*read)(const Json&),
              const std::stop_token& stop) {
    CUTAWAY_TRY(const Json json, rest::get(http, path, stop));
    auto value = read(json);
    if (!value)
        return rest::unexpected(value.error().message);
    return value;
}

Result<void> done(const Result<Json>& answer) {
    if (!answer)
        return answer.error();
    return {};
}

Error noUrls() {
    return {ErrorCategory::NotFound, "The cloud offers no address for this piece of media.", {}};
}

HttpRequest putRequest(const ObjectAllocation& where) {
    HttpRequest request;
    request.method = "PUT";
    request.url = where.putUrl;
    request.anonymous = where.presigned;
    request.retries = 2;
    request.timeout = std::chrono::hours(1);
    for (const auto& [name, value] : where.headers)
        request.headers.emplace_back(name, value);
    if (!where.contentType.empty())
        request.headers.emplace_back("Content-Type", where.contentType);
    return request;
}

} // namespace

TamsClient::TamsClient(std::shared_ptr<HttpClient> http)
    : m_http(std::move(http)) {}

Result<Service> TamsClient::service(std::stop_token stop) const {
    return one(*m_http, "/service", &serviceFromJson, stop);
}

Result<std::vector<Source>> TamsClient::sources(const SourceQuery& query, std::stop_token stop) const {
    Parameters parameters{
        {"label", query.label}, {"format", query.format}, {"collected_by_ids", joined(query.collectedBy)}};
    addTags(parameters, query.tags);
    return list(*m_http, "/sources" + rest::query(parameters), &sourceFromJson, stop);
}

Result<Source> TamsClient::source(const Uuid& id, std::stop_token stop) const {
    return one(*m_http, sourcePath(id), &sourceFromJson, stop);
}

Result<void> TamsClient::setSourceLabel(const Uuid& id, const std::string& label,
                                        std::stop_token stop) const {
    return done(rest::send(*m_http, "PUT", sourcePath(id) + "/label", Json(label), stop));
}

Result<void> TamsClient::setSourceTag(const Uuid& id, const std::string& name, const std::string& value,
                                      std::stop_token stop) const {
    return done(rest::send(*m_http, "PUT", sourcePath(id) + "/tags/" + escapeUrl(name), Json(value), stop));
}

Result<std::vector<Flow>> TamsClient::flows(const FlowQuery& query, std::stop_token stop) const {
    Parameters parameters{{"source_id", query.sourceId.isNil() ? "" : query.sourceId.toString()},
                          {"format", query.format},
                          {"codec", query.codec},
                          {"label", query.label},
                          {"timerange", query.timerange ? query.timerange->toString() : ""},
                          {"collected_by_ids", joined(query.collectedBy)}};
    addTags(parameters, query.tags);
    return list(*m_http, "/flows" + rest::query(parameters), &flowFromJson, stop);
}

Result<Flow> TamsClient::flow(const Uuid& id, std::stop_token stop) const {
    return one(*m_http, flowPath(id) + "?include_timerange=true", &flowFromJson, stop);
}

Result<void> TamsClient::putFlow(const Flow& flow, std::stop_token stop) const {
    Json json = toJson(flow);
    json.erase("timerange"); // the server's to say
    return done(rest::send(*m_http, "PUT", flowPath(flow.id), json, stop));
}

Result<void> TamsClient::deleteFlow(const Uuid& id, std::stop_token stop) const {
    return rest::call(*m_http, "DELETE", flowPath(id), stop);
}

Result<void> TamsClient::setFlowTag(const Uuid& id, const std::string& name, const std::string& value,
                                    std::stop_token stop) const {
    return done(rest::send(*m_http, "PUT", flowPath(id) + "/tags/" + escapeUrl(name), Json(value), stop));
}

Result<void> TamsClient::setFlowStatus(const Uuid& id, const std::string& status,
                                       std::stop_token stop) const {
    CUTAWAY_TRY(Json json, rest::get(*m_http, flowPath(id), stop));
    json["status"] = status;
    return done(rest::send(*m_http, "PUT", flowPath(id), json, stop));
}

Result<void> TamsClient::setFlowCollection(const Uuid& id, const std::vector<CollectionItem>& items,
                                           std::stop_token stop) const {
    return done(rest::send(*m_http, "PUT", flowPath(id) + "/flow_collection", toJson(items), stop));
}

Result<std::vector<Segment>> TamsClient::segments(const Uuid& flowId, const SegmentQuery& query,
                                                  std::stop_token stop) const {
    std::string path = flowPath(flowId) + "/segments";
    path += rest::query({{"timerange", query.timerange == TimeRange() ? "" : query.timerange.toString()},
                         {"object_id", query.objectId},
                         {"include_object_timerange", query.objectTimeranges ? "true" : ""},
                         {"presigned", query.presigned ? (*query.presigned ? "true" : "false") : ""},
                         {"reverse_order", query.reverse ? "true" : ""}});
    if (!query.urls) // an empty value has a meaning here
        path += std::string(path.find('?') == std::string::npos ? "?" : "&") + "accept_get_urls=";
    return list(*m_http, path, &segmentFromJson, stop);
}

Result<std::vector<FailedSegment>> TamsClient::addSegments(const Uuid& flowId,
                                                           const std::vector<Segment>& segments,
                                                           std::stop_token stop) const {
    Json body = Json::array();
    for (const Segment& segment : segments)
        body.push_back(toJson(segment));
    CUTAWAY_TRY(const Json answer, rest::send(*m_http, "POST", flowPath(flowId) + "/segments", body, stop));
    if (!answer.is_object())
        return std::vector<FailedSegment>();
    return failedSegmentsFromJson(answer);
}

Result<void> TamsClient::deleteSegments(const Uuid& flowId, const TimeRange& timerange,
                                        std::stop_token stop) const {
    return rest::call(*m_http, "DELETE",
                      flowPath(flowId) + "/segments" + rest::query({{"timerange", timerange.toString()}}),
                      stop);
}

Result<StorageAllocation> TamsClient::allocate(const Uuid& flowId, const StorageRequest& request,
                                               std::stop_token stop) const {
    CUTAWAY_TRY(const Json answer,
                rest::send(*m_http, "POST", flowPath(flowId) + "/storage", toJson(request), stop));
    auto allocation = storageAllocationFromJson(answer);
    if (!allocation)
        return rest::unexpected(allocation.error().message);
    return allocation;
}

Result<void> TamsClient::putObject(const ObjectAllocation& where, std::span<const std::byte> bytes,
                                   std::stop_token stop) const {
    HttpRequest request = putRequest(where);
    request.body.assign(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    CUTAWAY_CHECK(m_http->expect(std::move(request), stop));
    return {};
}

Result<void> TamsClient::putObject(const ObjectAllocation& where, const std::filesystem::path& file,
                                   std::stop_token stop) const {
    HttpRequest request = putRequest(where);
    request.bodyFile = file;
    CUTAWAY_CHECK(m_http->expect(std::move(request), stop));
    return {};
}

Result<Object> TamsClient::object(const std::string& objectId, std::stop_token stop) const {
    return one(*m_http, "/objects/" + escapeUrl(objectId), &objectFromJson, stop);
}

Result<std::vector<std::byte>> TamsClient::readObject(const std::vector<GetUrl>& urls, std::stop_token stop,
                                                      std::optional<ByteRange> range) const {
    const std::string origin = originOf(m_http->connection().url);
    Error failure = noUrls();
    for (const GetUrl& url : byPreference(urls, origin)) {
        auto bytes = std::make_shared<std::vector<std::byte>>();
        HttpRequest request;
        request.url = url.url;
        request.anonymous = url.presigned;
        request.range = range;
        request.retries = 2;
        request.maxBytes = maxObjectBytes;
        request.timeout = std::chrono::minutes(10);
        request.sink = [bytes](std::span<const std::byte> piece) {
            bytes->insert(bytes->end(), piece.begin(), piece.end());
            return true;
        };
        if (auto response = m_http->expect(std::move(request), stop))
            return std::move(*bytes);
        else
            failure = response.error();
        if (failure.category == ErrorCategory::Cancelled)
            break;
    }
    return failure;
}

Result<void> TamsClient::downloadObject(const std::vector<GetUrl>& urls, const std::filesystem::path& to,
                                        TransferProgress progress, std::stop_token stop) const {
    Error failure = noUrls();
    for (const GetUrl& url : byPreference(urls, originOf(m_http->connection().url))) {
        auto saved = download(*m_http, {url.url, url.presigned, to, progress}, stop);
        if (saved)
            return saved;
        failure = saved.error();
        if (failure.category == ErrorCategory::Cancelled || failure.category == ErrorCategory::OutOfSpace)
            break;
    }
    return failure;
}

} // namespace cutaway::tams
