#include "core/cloud/tams_api/object_rows.h"

#include "core/cloud/store/clock.h"

#include <algorithm>

namespace cutaway::cloud {

namespace {

constexpr std::size_t maxObjectId = 512;

Timestamp timeOf(const Statement& row, int column) {
    return {row.integer(column), static_cast<std::uint32_t>(row.integer(column + 1))};
}

} // namespace

std::optional<ObjectRow> findObject(Connection& store, const Uuid& workspace, std::string_view id) {
    auto row =
        store.query("SELECT id, file_key, content_type, allocated_by_flow, first_flow, is_init, "
                    "init_object_id, start_s, start_ns, end_s, end_ns, end_inclusive, key_frame_count, "
                    "uploaded IS NOT NULL, registered IS NOT NULL FROM objects "
                    "WHERE workspace_id = ? AND id = ?",
                    workspace.toString(), id);
    if (!row.next())
        return std::nullopt;
    ObjectRow object;
    object.id = row.text(0);
    object.fileKey = row.optionalText(1);
    object.contentType = row.text(2);
    object.allocatedByFlow = row.text(3);
    object.firstFlow = row.text(4);
    object.isInit = row.integer(5) != 0;
    object.initObjectId = row.optionalText(6);
    if (!row.isNull(7))
        object.timerange = TimeRange::make(TimeRange::Bound{timeOf(row, 7), true},
                                           TimeRange::Bound{timeOf(row, 9), row.integer(11) != 0});
    object.keyFrameCount = row.optionalInteger(12);
    object.uploaded = row.integer(13) != 0;
    object.registered = row.integer(14) != 0;
    return object;
}

Result<ObjectRow> requireObject(Connection& store, const Uuid& workspace, std::string_view id) {
    auto object = findObject(store, workspace, id);
    if (!object || !object->registered)
        return Error{ErrorCategory::NotFound, "There is no such object.", std::string(id)};
    return std::move(*object);
}

void insertObject(Connection& store, const Principal& principal, const ObjectRow& object) {
    store.run("INSERT INTO objects (workspace_id, created_by, id, file_key, content_type, allocated_by_flow, "
              "allocated) VALUES (?, ?, ?, ?, ?, ?, ?)",
              principal.workspace.toString(), principal.user, object.id, object.fileKey, object.contentType,
              object.allocatedByFlow, nowMicroseconds());
}

void registerObject(Connection& store, const Uuid& workspace, const ObjectRow& object) {
    store.run("UPDATE objects SET first_flow = ?, is_init = ?, init_object_id = ?, key_frame_count = ?, "
              "registered = ? WHERE workspace_id = ? AND id = ?",
              object.firstFlow, object.isInit, object.initObjectId, object.keyFrameCount, nowMicroseconds(),
              workspace.toString(), object.id);
    if (!object.timerange)
        return;
    const TimeRange::Bound& start = *object.timerange->start();
    const TimeRange::Bound& end = *object.timerange->end();
    store.run("UPDATE objects SET start_s = ?, start_ns = ?, end_s = ?, end_ns = ?, end_inclusive = ? "
              "WHERE workspace_id = ? AND id = ?",
              start.at.seconds, start.at.nanoseconds, end.at.seconds, end.at.nanoseconds, end.inclusive,
              workspace.toString(), object.id);
}

bool isObjectId(std::string_view id) {
    return !id.empty() && id.size() <= maxObjectId && std::none_of(id.begin(), id.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
}

} // namespace cutaway::cloud
