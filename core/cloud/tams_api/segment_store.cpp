#include "core/cloud/tams_api/segment_store.h"

#include "core/cloud/store/clock.h"
#include "core/cloud/store/where.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view columns = "object_id, start_s, start_ns, start_exclusive, end_s, end_ns, "
                                     "end_inclusive, offset_s, offset_ns, document";

Timestamp timeOf(const Statement& row, int column) {
    return {row.integer(column), static_cast<std::uint32_t>(row.integer(column + 1))};
}

SegmentRow segmentOf(const Statement& row) {
    SegmentRow segment;
    segment.objectId = row.text(0);
    segment.timerange = TimeRange::make(TimeRange::Bound{timeOf(row, 1), row.integer(3) == 0},
                                        TimeRange::Bound{timeOf(row, 4), row.integer(6) != 0});
    segment.offset = timeOf(row, 7);
    segment.document = json::parse(row.text(9), nullptr, false);
    return segment;
}

/// Segments do not overlap, so of those that start before `t` only the last can reach it.
std::optional<json> lastStartBefore(Connection& store, const std::string& space, std::string_view flowId,
                                    const Timestamp& t) {
    auto row = store.query("SELECT start_s, start_ns, start_exclusive FROM segments "
                           "WHERE workspace_id = ? AND flow_id = ? AND (start_s, start_ns) < (?, ?) "
                           "ORDER BY start_s DESC, start_ns DESC, start_exclusive DESC LIMIT 1",
                           space, flowId, t.seconds, t.nanoseconds);
    if (!row.next())
        return std::nullopt;
    return json::array({row.integer(0), row.integer(1), row.integer(2)});
}

std::vector<Where::Value> keyValues(const json& key) {
    return {key.at(0).get<std::int64_t>(), key.at(1).get<std::int64_t>(), key.at(2).get<std::int64_t>()};
}

} // namespace

void eachSegment(Connection& store, const Uuid& workspace, const SegmentQuery& query,
                 const std::function<bool(const SegmentRow&)>& take) {
    if (query.timerange.isEmpty())
        return;
    const std::string space = workspace.toString();
    Where where;
    where.add("workspace_id = ? AND flow_id = ?", {space, query.flowId});
    if (const auto& start = query.timerange.start()) {
        const auto first = lastStartBefore(store, space, query.flowId, start->at);
        where.add("(start_s, start_ns, start_exclusive) >= (?, ?, ?)",
                  first ? keyValues(*first)
                        : std::vector<Where::Value>{start->at.seconds, std::int64_t{start->at.nanoseconds},
                                                    std::int64_t{0}});
    }
    if (const auto& end = query.timerange.end())
        where.add("(start_s, start_ns) <= (?, ?)", {end->at.seconds, std::int64_t{end->at.nanoseconds}});
    if (query.objectId)
        where.add("object_id = ?", {*query.objectId});
    if (query.after.is_array())
        where.add(std::string("(start_s, start_ns, start_exclusive) ") + (query.reverse ? "<" : ">") +
                      " (?, ?, ?)",
                  keyValues(query.after));
    const std::string down = query.reverse ? " DESC" : "";
    auto row = store.query("SELECT " + std::string(columns) + " FROM segments" + where.sql() +
                           " ORDER BY start_s" + down + ", start_ns" + down + ", start_exclusive" + down);
    where.bindTo(row);
    while (row.next()) {
        const SegmentRow segment = segmentOf(row);
        // SQL compared the times; whether the bounds include them is decided here.
        if (segment.timerange.overlaps(query.timerange) && !take(segment))
            return;
    }
}

json segmentKey(const SegmentRow& segment) {
    const auto& start = *segment.timerange.start();
    return json::array({start.at.seconds, start.at.nanoseconds, start.inclusive ? 0 : 1});
}

TimeRange flowTimerange(Connection& store, const Uuid& workspace, std::string_view flowId,
                        const TimeRange& within) {
    TimeRange hull = TimeRange::never();
    for (const bool reverse : {false, true}) {
        eachSegment(store, workspace, {std::string(flowId), within, {}, reverse, nullptr},
                    [&](const SegmentRow& segment) {
                        hull = hull.isEmpty() ? segment.timerange : hull.hull(segment.timerange);
                        return false;
                    });
    }
    return hull;
}

void insertSegment(Connection& store, const Uuid& workspace, std::string_view flowId, std::string_view user,
                   const SegmentRow& segment) {
    const auto& start = *segment.timerange.start();
    const auto& end = *segment.timerange.end();
    store.run("INSERT INTO segments (workspace_id, created_by, flow_id, object_id, start_s, start_ns, "
              "start_exclusive, end_s, end_ns, end_inclusive, offset_s, offset_ns, created, document) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              workspace.toString(), user, flowId, segment.objectId, start.at.seconds, start.at.nanoseconds,
              !start.inclusive, end.at.seconds, end.at.nanoseconds, end.inclusive, segment.offset.seconds,
              segment.offset.nanoseconds, nowMicroseconds(), segment.document.dump());
}

void removeSegment(Connection& store, const Uuid& workspace, std::string_view flowId,
                   const SegmentRow& segment) {
    const auto& start = *segment.timerange.start();
    store.run("DELETE FROM segments WHERE workspace_id = ? AND flow_id = ? AND start_s = ? AND start_ns = ? "
              "AND start_exclusive = ?",
              workspace.toString(), flowId, start.at.seconds, start.at.nanoseconds, !start.inclusive);
}

} // namespace cutaway::cloud
