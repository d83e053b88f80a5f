#include "core/cloud/submissions/stored_sources.h"

#include "core/tams/types.h"

#include <algorithm>
#include <charconv>

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view noSource = "The cloud has no pictures under this identifier (any more).";

Result<tams::Flow> flowOf(const Statement& row, int column) {
    return tams::flowFromJson(json::parse(row.text(column), nullptr, false));
}

std::string tagOf(Connection& store, const std::string& space, const std::string& flowId,
                  std::string_view name) {
    auto row =
        store.query("SELECT value FROM tags WHERE workspace_id = ? AND kind = 'flow' AND resource_id = ? "
                    "AND name = ?",
                    space, flowId, name);
    return row.next() ? row.text(0) : std::string();
}

TimeRange rangeOf(Connection& store, const std::string& space, const std::string& flowId) {
    auto row = store.query("SELECT start_s, start_ns, end_s, end_ns FROM segments WHERE workspace_id = ? AND "
                           "flow_id = ? ORDER BY start_s, start_ns LIMIT 1",
                           space, flowId);
    auto last = store.query("SELECT end_s, end_ns FROM segments WHERE workspace_id = ? AND flow_id = ? "
                            "ORDER BY end_s DESC, end_ns DESC LIMIT 1",
                            space, flowId);
    if (!row.next() || !last.next())
        return TimeRange::never();
    const auto time = [](const Statement& from, int column) {
        return Timestamp{from.integer(column), static_cast<std::uint32_t>(from.integer(column + 1))};
    };
    return TimeRange::halfOpen(time(row, 0), time(last, 0));
}

media::Colour colourOf(const tams::EssenceParameters& essence) {
    if (essence.transfer == "HLG")
        return media::Colour::hlg();
    if (essence.transfer == "PQ")
        return {9, 16, 9, false};
    return media::Colour::sdr();
}

conform::FlowCandidate candidateOf(const tams::Flow& flow, const std::string& role,
                                   const TimeRange& available) {
    conform::FlowCandidate candidate;
    candidate.flowId = flow.id;
    candidate.role = role;
    candidate.generation = flow.generation;
    candidate.bitRate = flow.averageBitRate.value_or(0) * 1000;
    candidate.available = available;
    candidate.width = flow.essence.width;
    candidate.height = flow.essence.height;
    candidate.colour = colourOf(flow.essence);
    candidate.channels = flow.essence.channels;
    candidate.rate = flow.essence.frameRate.value_or(FrameRate{flow.essence.sampleRate, 1});
    return candidate;
}

/// Clock and timecode come from the picture: the master, or what stands in for it while it is still coming.
void setClock(Connection& store, const std::string& space, conform::SourceMedia& source) {
    const conform::FlowCandidate* best = nullptr;
    for (const conform::FlowCandidate& flow : source.flows) {
        if (flow.role != "video" || flow.available.isEmpty())
            continue;
        if (!best || flow.generation < best->generation)
            best = &flow;
    }
    if (!best)
        return;
    source.clock = {best->available.start()->at, best->rate};
    const std::string flowId = best->flowId.toString();
    source.timecode = {best->rate, tagOf(store, space, flowId, "_cutaway_timecode_drop") == "true"};
    const auto start = parseTimecode(tagOf(store, space, flowId, "_cutaway_start_timecode"), source.timecode);
    source.startTimecode = start ? *start : source.clock.originUnit();
}

int soundNumber(const std::string& role) {
    constexpr std::string_view prefix = "audio-";
    int number = 0;
    if (role.starts_with(prefix))
        std::from_chars(role.data() + prefix.size(), role.data() + role.size(), number);
    return number;
}

} // namespace

std::optional<std::string> multiFlowOf(Connection& store, const std::string& space, const std::string& id) {
    auto multi = store.query("SELECT id FROM flows WHERE workspace_id = ? AND (id = ? OR source_id = ?) "
                             "AND format = 'urn:x-nmos:format:multi' ORDER BY created LIMIT 1",
                             space, id, id);
    if (multi.next())
        return multi.text(0);
    auto parent =
        store.query("SELECT m.parent_id FROM flow_members m JOIN flows f ON f.workspace_id = m.workspace_id "
                    "AND f.id = m.member_id WHERE m.workspace_id = ? AND (f.id = ? OR f.source_id = ?) "
                    "ORDER BY f.created LIMIT 1",
                    space, id, id);
    return parent.next() ? std::optional(parent.text(0)) : std::nullopt;
}

Result<FoundSource> findStoredSource(Connection& store, const Uuid& workspace, const Uuid& anyId) {
    const std::string space = workspace.toString();
    const std::string id = anyId.toString();
    const Error notFound{ErrorCategory::NotFound, std::string(noSource), id};
    const auto multi = multiFlowOf(store, space, id);
    if (!multi)
        return notFound;
    auto head =
        store.query("SELECT source_id, label FROM flows WHERE workspace_id = ? AND id = ?", space, *multi);
    if (!head.next())
        return notFound;
    FoundSource found;
    CUTAWAY_TRY(found.media.sourceId, Uuid::parse(head.text(0)));
    found.media.label = head.optionalText(1).value_or(std::string());
    auto members = store.query("SELECT f.document, m.role FROM flow_members m JOIN flows f ON "
                               "f.workspace_id = m.workspace_id AND f.id = m.member_id "
                               "WHERE m.workspace_id = ? AND m.parent_id = ? ORDER BY m.position",
                               space, *multi);
    while (members.next()) {
        const auto flow = flowOf(members, 0);
        if (!flow)
            continue; // a format that we cannot read is none that we could conform
        const std::string role = members.optionalText(1).value_or(std::string());
        found.media.flows.push_back(candidateOf(*flow, role, rangeOf(store, space, flow->id.toString())));
        if (flow->id == anyId || flow->sourceId == anyId)
            found.audioMember = soundNumber(role);
    }
    setClock(store, space, found.media);
    if (!found.media.clock.rate.isValid())
        return Error{ErrorCategory::NotFound, "There are no pictures of this Source in the cloud yet.", id};
    return found;
}

Result<std::vector<conform::SegmentView>> storedSegments(Connection& store, const Uuid& workspace,
                                                         const Uuid& flowId, const TimeRange& range) {
    const std::string space = workspace.toString();
    const Timestamp from = range.start() ? range.start()->at : Timestamp{-Timestamp::maxSeconds, 0};
    const Timestamp to = range.end() ? range.end()->at : Timestamp{Timestamp::maxSeconds, 0};
    std::vector<conform::SegmentView> segments;
    auto rows = store.query(
        "SELECT s.object_id, s.start_s, s.start_ns, s.end_s, s.end_ns, s.offset_s, s.offset_ns, o.start_s, "
        "o.start_ns, "
        "o.end_s, o.end_ns FROM segments s LEFT JOIN objects o ON o.workspace_id = s.workspace_id AND "
        "o.id = s.object_id WHERE s.workspace_id = ? AND s.flow_id = ? AND (s.start_s, s.start_ns) < (?, ?) "
        "AND "
        "(s.end_s, s.end_ns) > (?, ?) ORDER BY s.start_s, s.start_ns",
        space, flowId.toString(), to.seconds, to.nanoseconds, from.seconds, from.nanoseconds);
    const auto time = [&](int column) {
        return Timestamp{rows.integer(column), static_cast<std::uint32_t>(rows.integer(column + 1))};
    };
    while (rows.next()) {
        conform::SegmentView segment;
        segment.objectId = rows.text(0);
        segment.timerange = TimeRange::halfOpen(time(1), time(3));
        segment.tsOffset = time(5);
        if (!rows.isNull(7) && !rows.isNull(9))
            segment.objectTimerange = TimeRange::halfOpen(time(7), time(9));
        segments.push_back(std::move(segment));
    }
    return segments;
}

} // namespace cutaway::cloud
