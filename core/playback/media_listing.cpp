#include "core/playback/media_listing.h"

#include "core/base/base64.h"
#include "core/tams/json.h"
#include "core/tams/rest.h"

#include <nlohmann/json.hpp>

namespace cutaway::playback {

namespace {

using tams::Json;

constexpr std::size_t shortRow = 4; ///< id, time range, offset, path
constexpr std::size_t longRow = 7;  ///< ... bytes, bytes of the index, layout

Error wrong(const std::string& detail) {
    return tams::rest::unexpected(detail);
}

Result<ListedSegment> segmentOf(const Json& row) {
    if (!row.is_array() || row.size() < shortRow)
        return wrong("segment of a listing");
    for (std::size_t i = 0; i < shortRow; ++i)
        if (!row[i].is_string())
            return wrong("segment of a listing");
    ListedSegment listed;
    tams::Segment& segment = listed.segment;
    segment.objectId = row[0].get<std::string>();
    CUTAWAY_TRY(segment.timerange, TimeRange::parse(row[1].get<std::string>()));
    CUTAWAY_TRY(segment.tsOffset, Timestamp::parse(row[2].get<std::string>()));
    tams::GetUrl url;
    url.url = row[3].get<std::string>();
    if (!url.url.starts_with('/'))
        return wrong("address of a listing");
    segment.getUrls.push_back(std::move(url));
    if (row.size() < longRow)
        return listed;
    if (!row[4].is_number_integer() || !row[5].is_number_integer() || !row[6].is_string())
        return wrong("layout of a listing");
    CUTAWAY_TRY(media::PictureLayout layout,
                media::unpackLayout(row[6].get_ref<const std::string&>(), row[4].get<std::int64_t>(),
                                    row[5].get<std::int64_t>()));
    listed.layout = std::make_shared<const media::PictureLayout>(std::move(layout));
    return listed;
}

Result<tams::SourceView> viewOf(const Json& body) {
    const auto flows = body.find("flows");
    if (flows == body.end() || !flows->is_array())
        return wrong("flows of a listing");
    CUTAWAY_TRY(const tams::Source source, tams::sourceFromJson(body.at("source")));
    Uuid multi;
    if (const auto id = body.find("multi_flow_id"); id != body.end() && id->is_string()) {
        CUTAWAY_TRY(multi, Uuid::parse(id->get<std::string>()));
    }
    std::vector<tams::CollectedFlow> collected;
    for (const Json& item : *flows) {
        if (!item.is_object() || !item.contains("flow"))
            return wrong("flow of a listing");
        CUTAWAY_TRY(tams::Flow flow, tams::flowFromJson(item.at("flow")));
        const auto role = item.find("role");
        collected.push_back({std::move(flow), role != item.end() && role->is_string()
                                                  ? role->get<std::string>()
                                                  : std::string()});
    }
    return tams::viewOfSource(source, multi, collected);
}

Result<EarlyBytes> earlyOf(const Json& first) {
    const auto id = first.find("object_id");
    const auto parts = first.find("parts");
    if (!first.is_object() || id == first.end() || !id->is_string() || parts == first.end() ||
        !parts->is_array())
        return wrong("first picture of a listing");
    EarlyBytes early{id->get<std::string>(), {}};
    for (const Json& part : *parts) {
        const auto bytes =
            part.is_array() && part.size() == 2 && part[0].is_number_integer() && part[1].is_string()
                ? fromBase64Url(part[1].get_ref<const std::string&>())
                : std::nullopt;
        if (!bytes)
            return wrong("first picture of a listing");
        const auto raw = std::as_bytes(std::span(*bytes));
        early.parts.push_back({part[0].get<std::int64_t>(), media::ByteBuffer(raw.begin(), raw.end())});
    }
    return early;
}

Result<MediaListing> list(tams::HttpClient& http, const Uuid& sourceId, const std::string& query, bool urgent,
                          const std::stop_token& stop) {
    tams::HttpRequest request;
    request.url = "/cutaway/v1/playback/" + sourceId.toString() + query;
    request.retries = 2;
    request.urgent = urgent;
    CUTAWAY_TRY(tams::HttpResponse response, http.expect(std::move(request), stop));
    return readListing(std::move(response.body));
}

} // namespace

Result<MediaListing> readListing(std::string text) {
    CUTAWAY_TRY(Json body, tams::parseJson(text));
    if (!body.is_object())
        return wrong("a listing that is no object");
    MediaListing listing;
    if (body.contains("source")) {
        CUTAWAY_TRY(listing.source, viewOf(body));
    }
    const auto flows = body.find("segments");
    if (flows == body.end() || !flows->is_object())
        return wrong("a listing without segments");
    for (const auto& [flowId, flow] : flows->items()) {
        if (!flow.is_object())
            return wrong("flow of a listing");
        CUTAWAY_TRY(const Uuid id, Uuid::parse(flowId));
        const auto range = flow.find("timerange");
        const auto rows = flow.find("rows");
        if (range == flow.end() || !range->is_string() || rows == flow.end() || !rows->is_array())
            return wrong("flow of a listing");
        ListedFlow& into = listing.flows[id];
        CUTAWAY_TRY(into.range, TimeRange::parse(range->get<std::string>()));
        for (const Json& row : *rows) {
            CUTAWAY_TRY(ListedSegment segment, segmentOf(row));
            into.segments.push_back(std::move(segment));
        }
    }
    if (const auto first = body.find("first_picture"); first != body.end()) {
        CUTAWAY_TRY(listing.firstPicture, earlyOf(*first));
        body.erase(first);
        text = body.dump();
    }
    listing.text = std::move(text);
    return listing;
}

Result<MediaListing> listSource(tams::HttpClient& http, const Uuid& id, std::optional<std::int64_t> frame,
                                const std::stop_token& stop) {
    return list(http, id, frame ? "?frame=" + std::to_string(*frame) : std::string(), true, stop);
}

Result<MediaListing> listRange(tams::HttpClient& http, const Uuid& id, const TimeRange& range, bool urgent,
                               const std::stop_token& stop) {
    return list(http, id, tams::rest::query({{"timerange", range.toString()}}), urgent, stop);
}

} // namespace cutaway::playback
