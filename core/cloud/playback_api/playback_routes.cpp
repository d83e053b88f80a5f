#include "core/cloud/playback_api/playback_routes.h"

#include "core/cloud/auth/auth.h"
#include "core/cloud/http/compressed.h"
#include "core/cloud/json/reply.h"
#include "core/cloud/playback_api/first_picture.h"
#include "core/cloud/playback_api/layout_memo.h"
#include "core/cloud/store/database.h"
#include "core/cloud/submissions/stored_sources.h"
#include "core/cloud/tams_api/flow_store.h"
#include "core/cloud/tams_api/segment_store.h"
#include "core/cloud/tams_api/source_store.h"
#include "core/cloud/tams_api/tams_context.h"
#include "core/time/timestamp.h"

#include <charconv>
#include <memory>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr Timestamp before{1, 0}; // of the wanted moment: what the first answer lists, so that it is short;
constexpr Timestamp after{3, 0};  // players ask for the rest as soon as they have shown something
constexpr std::size_t maxSegments = 20'000;

struct Listed {
    std::string objectId;
    std::string timerange;
    std::string offset;
    TimeRange covers;
    Timestamp objectStart; ///< on the same time line
    Uuid fileKey;
    bool picture = false;
};

/// One member of the angle, and the part of it that was asked for.
struct Member {
    std::string flowId;
    TimeRange range;
    std::vector<Listed> segments;
    std::int64_t height = 0; ///< of pictures
};

struct Angle {
    json body = json::object();
    std::vector<Member> members;
    FrameRate rate;
};

/// Masters are conformed, not played: only those without a proxy are listed.
bool isPlayed(const json& flow) {
    return flow.value("generation", 0) > 0 || flow.value("format", "") == "urn:x-nmos:format:audio";
}

std::optional<std::int64_t> wantedFrame(const Request& request) {
    const auto text = request.query.get("frame");
    std::int64_t frame = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), frame).ec != std::errc())
        return std::nullopt;
    return frame;
}

/// A few seconds around the frame, or from the start of what there is.
TimeRange around(const std::optional<std::int64_t>& frame, FrameRate rate, const TimeRange& available) {
    if (frame && rate.isValid()) {
        const Timestamp at = durationOfUnits(*frame, rate);
        return TimeRange::halfOpen(at - before, at + after);
    }
    if (!available.start())
        return TimeRange::never();
    return TimeRange::halfOpen(available.start()->at, available.start()->at + before + after);
}

std::vector<Listed> segmentsOf(Connection& store, const Uuid& workspace, const std::string& flowId,
                               const TimeRange& range, bool picture) {
    std::vector<Listed> segments;
    eachSegment(store, workspace, {flowId, range, {}, false, {}}, [&](const SegmentRow& row) {
        auto object = store.query("SELECT file_key FROM objects WHERE workspace_id = ? AND id = ?",
                                  workspace.toString(), row.objectId);
        if (!object.next() || object.isNull(0))
            return true; // others serve it: the media store's own listing says where
        if (const auto key = Uuid::parse(object.text(0)))
            segments.push_back({row.objectId, row.timerange.toString(), row.offset.toString(), row.timerange,
                                row.offset, *key, picture});
        return segments.size() < maxSegments;
    });
    return segments;
}

Result<Angle> readAngle(Connection& store, const Request& request, const std::optional<TimeRange>& range) {
    const Uuid workspace = request.principal.workspace;
    const std::string space = workspace.toString();
    const auto multi = multiFlowOf(store, space, request.param("id"));
    if (!multi)
        return Error{ErrorCategory::NotFound, "There is no such angle.", request.param("id")};
    CUTAWAY_TRY(const FlowRow parent, requireFlow(store, workspace, *multi));
    Angle angle;
    json flows = json::array();
    std::vector<std::pair<json, TimeRange>> played;
    auto rows = store.query("SELECT " + std::string(flowColumns) +
                                ", m.role FROM flow_members m JOIN flows r ON r.workspace_id = "
                                "m.workspace_id AND r.id = m.member_id WHERE m.workspace_id = ? AND "
                                "m.parent_id = ? ORDER BY m.position",
                            space, *multi);
    FrameRate& rate = angle.rate;
    while (rows.next()) {
        const FlowRow flow = flowOf(rows);
        json document = flowJson(store, workspace, flow);
        const TimeRange available = flowTimerange(store, workspace, flow.id);
        document["timerange"] = available.toString();
        if (const auto essence = document.find("essence_parameters");
            essence != document.end() && essence->contains("frame_rate") && !rate.isValid()) {
            const json& given = (*essence)["frame_rate"];
            if (const auto made = FrameRate::make(given.value("numerator", std::int64_t{0}),
                                                  given.value("denominator", std::int64_t{1})))
                rate = *made;
        }
        played.emplace_back(document, available);
        flows.push_back({{"role", rows.optionalText(9).value_or("")}, {"flow", std::move(document)}});
    }
    const auto frame = wantedFrame(request);
    for (const auto& [flow, available] : played) {
        if (!isPlayed(flow))
            continue;
        const bool picture = flow.value("format", "") == "urn:x-nmos:format:video";
        const std::string id = flow.at("id").get<std::string>();
        const TimeRange part = range ? *range : around(frame, rate, available);
        std::int64_t height = 0;
        if (const auto essence = flow.find("essence_parameters"); picture && essence != flow.end())
            height = essence->value("frame_height", std::int64_t{0});
        angle.members.push_back({id, part, segmentsOf(store, workspace, id, part, picture), height});
    }
    if (range)
        return angle;
    auto source = store.query("SELECT " + std::string(sourceColumns) +
                                  " FROM sources r WHERE r.workspace_id = ? AND r.id = ?",
                              space, parent.sourceId);
    if (!source.next())
        return Error{ErrorCategory::NotFound, "There is no such angle.", parent.sourceId};
    angle.body["source"] = sourceJson(store, workspace, source, 0);
    angle.body["multi_flow_id"] = *multi;
    angle.body["flows"] = std::move(flows);
    return angle;
}

/// [object id, time range, offset, path] and, for pictures, [..., bytes, bytes of the index, layout].
json listed(const Listed& segment, LayoutMemo& layouts) {
    json row{segment.objectId, segment.timerange, segment.offset,
             std::string(mediaPath) + segment.fileKey.toString()};
    if (!segment.picture)
        return row;
    const LayoutMemo::Known known = layouts.of(segment.fileKey);
    if (known.headerBytes > 0) {
        row.push_back(known.bytes);
        row.push_back(known.headerBytes);
        row.push_back(known.packed);
    }
    return row;
}

/// The wanted picture in the smallest rung, or the one that the angle starts with.
std::optional<FirstPicture> firstPicture(const Angle& angle, const std::optional<std::int64_t>& frame) {
    const Member* smallest = nullptr;
    for (const Member& member : angle.members)
        if (member.height > 0 && !member.segments.empty() && (!smallest || member.height < smallest->height))
            smallest = &member;
    if (!smallest || !angle.rate.isValid() || !smallest->segments.front().covers.start())
        return std::nullopt;
    const Timestamp at =
        frame ? durationOfUnits(*frame, angle.rate) : smallest->segments.front().covers.start()->at;
    for (const Listed& segment : smallest->segments)
        if (segment.covers.contains(at))
            return FirstPicture{segment.objectId, segment.fileKey,
                                unitsNearest(at - segment.objectStart, angle.rate)};
    return std::nullopt;
}

Result<json> playback(Services& services, LayoutMemo& layouts, const Request& request) {
    CUTAWAY_CHECK(authorize(request.principal, Action::Read, {"source", request.param("id"), {}}));
    CUTAWAY_CHECK(Uuid::parse(request.param("id")));
    std::optional<TimeRange> range;
    if (const auto text = request.query.get("timerange")) {
        CUTAWAY_TRY(range, TimeRange::parse(*text));
    }
    CUTAWAY_TRY(Angle angle,
                services.database.read([&](Connection& store) { return readAngle(store, request, range); }));
    json segments = json::object();
    for (const Member& member : angle.members) {
        json rows = json::array();
        for (const Listed& segment : member.segments)
            rows.push_back(listed(segment, layouts));
        segments[member.flowId] = {{"timerange", member.range.toString()}, {"rows", std::move(rows)}};
    }
    angle.body["segments"] = std::move(segments);
    if (!range)
        if (const auto first = firstPicture(angle, wantedFrame(request)))
            if (auto bytes = firstPictureJson(*first, services.objects, layouts))
                angle.body["first_picture"] = std::move(*bytes);
    return std::move(angle.body);
}

} // namespace

void addPlaybackRoutes(Router& router, Services& services) {
    auto layouts = std::make_shared<LayoutMemo>(services.objects);
    router.add("GET", "/cutaway/v1/playback/{id}", [&services, layouts](Request& request) {
        return compressed(request, reply(200, playback(services, *layouts, request)));
    });
}

} // namespace cutaway::cloud
