#include "core/cloud/catalogue_api/catalogue_store.h"

#include "core/cloud/catalogue_api/search_index.h"

namespace cutaway::cloud {

using nlohmann::json;

namespace {

constexpr std::string_view unitColumns = "SELECT id, event_id, body FROM units ";

json anglesOf(Connection& store, const std::string& unitId) {
    json angles = json::array();
    auto rows = store.query(
        "SELECT number, name, source_id, state FROM angles WHERE unit_id = ? ORDER BY number", unitId);
    while (rows.next()) {
        json angle = {{"number", rows.integer(0)}, {"name", rows.text(1)}, {"state", rows.text(3)}};
        if (const auto source = rows.optionalText(2); source && rows.text(3) != "waiting")
            angle["source_id"] = *source;
        angles.push_back(std::move(angle));
    }
    return angles;
}

json unitOfRow(Connection& store, const Statement& row) {
    json unit = json::parse(row.text(2), nullptr, false);
    unit["id"] = row.text(0);
    unit["event_id"] = row.text(1);
    unit["angles"] = anglesOf(store, row.text(0));
    return unit;
}

std::optional<Uuid> unitShowing(Connection& store, const Uuid& sourceId) {
    auto row = store.query("SELECT unit_id FROM angles WHERE source_id = ?", sourceId.toString());
    if (!row.next())
        return std::nullopt;
    const auto id = Uuid::parse(row.text(0));
    return id ? std::optional(*id) : std::nullopt;
}

} // namespace

json listEvents(Connection& store, const Uuid& workspace) {
    json events = json::array();
    auto rows = store.query("SELECT id, body FROM events WHERE workspace_id = ? ORDER BY start_date, id",
                            workspace.toString());
    while (rows.next()) {
        json event = json::parse(rows.text(1), nullptr, false);
        event["id"] = rows.text(0);
        events.push_back(std::move(event));
    }
    return events;
}

Result<void> refuseForeignRow(Connection& store, std::string_view table, const Uuid& id,
                              const Uuid& workspace) {
    auto row = store.query("SELECT workspace_id FROM " + std::string(table) + " WHERE id = ?", id.toString());
    if (row.next() && row.text(0) != workspace.toString())
        return Error{ErrorCategory::Conflict, "This identifier is taken. Use a new one.", {}};
    return {};
}

void putEvent(Connection& store, const Principal& who, const Uuid& id, const json& event) {
    store.run("INSERT INTO events (id, workspace_id, created_by, start_date, body) VALUES (?, ?, ?, ?, ?) "
              "ON CONFLICT (id) DO UPDATE SET start_date = excluded.start_date, body = excluded.body",
              id.toString(), who.workspace.toString(), who.user, event.at("start_date").get<std::string>(),
              event.dump());
}

json listUnits(Connection& store, const Uuid& workspace, const Uuid& eventId) {
    json units = json::array();
    auto rows = store.query(std::string(unitColumns) + "WHERE workspace_id = ? AND event_id = ? "
                                                       "ORDER BY day, session, start, place, rsc",
                            workspace.toString(), eventId.toString());
    while (rows.next())
        units.push_back(unitOfRow(store, rows));
    return units;
}

Result<json> readUnit(Connection& store, const Uuid& workspace, std::string_view unitId) {
    auto row = store.query(std::string(unitColumns) + "WHERE workspace_id = ? AND id = ?",
                           workspace.toString(), unitId);
    if (!row.next())
        return Error{ErrorCategory::NotFound, "This unit is not in the schedule (any more).", {}};
    return unitOfRow(store, row);
}

Result<void> putUnit(Connection& store, const Principal& who, const UnitDocument& unit) {
    CUTAWAY_CHECK(refuseForeignRow(store, "units", unit.id, who.workspace));
    auto event = store.query("SELECT 1 FROM events WHERE id = ? AND workspace_id = ?",
                             unit.eventId.toString(), who.workspace.toString());
    if (!event.next())
        return Error{
            ErrorCategory::InvalidInput, "The event of this unit is not known. Make the event first.", {}};
    store.run(
        "INSERT INTO units (id, workspace_id, created_by, event_id, rsc, day, session, start, place, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "event_id = excluded.event_id, rsc = excluded.rsc, day = excluded.day, "
        "session = excluded.session, start = excluded.start, place = excluded.place, body = excluded.body",
        unit.id.toString(), who.workspace.toString(), who.user, unit.eventId.toString(), unit.rsc, unit.day,
        unit.session, unit.start, unit.order, unit.body.dump());
    for (const AngleDocument& angle : unit.angles)
        putAngle(store, who, unit.id, angle);
    const std::string words = searchWords(unit.body);
    indexWords(store, {"unit/" + unit.id.toString(), unit.id, who.workspace, words, {}});
    for (const json& mark : listMarks(store, who.workspace, unit.id.toString()))
        indexWords(store, {"mark/" + mark["id"].get<std::string>(), unit.id, who.workspace,
                           mark["label"].get<std::string>() + "\n" + mark["kind"].get<std::string>(), words});
    return {};
}

void putAngle(Connection& store, const Principal& who, const Uuid& unitId, const AngleDocument& angle) {
    std::optional<std::string> source;
    if (!angle.sourceId.isNil())
        source = angle.sourceId.toString();
    store.run(
        "INSERT INTO angles (unit_id, number, workspace_id, created_by, name, source_id, state) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (unit_id, number) DO UPDATE SET name = excluded.name, "
        "state = CASE WHEN excluded.source_id IS NULL THEN angles.state ELSE excluded.state END, "
        "source_id = COALESCE(excluded.source_id, angles.source_id)",
        unitId.toString(), angle.number, who.workspace.toString(), who.user, angle.name, source, angle.state);
}

std::optional<Uuid> setAngleState(Connection& store, const Uuid& sourceId, std::string_view state) {
    store.run("UPDATE angles SET state = ? WHERE source_id = ?", state, sourceId.toString());
    return unitShowing(store, sourceId);
}

std::optional<Uuid> clearAngle(Connection& store, const Uuid& sourceId) {
    const auto unit = unitShowing(store, sourceId);
    store.run("UPDATE angles SET state = 'waiting', source_id = NULL WHERE source_id = ?",
              sourceId.toString());
    return unit;
}

json listMarks(Connection& store, const Uuid& workspace, std::string_view unitId) {
    json marks = json::array();
    auto rows = store.query("SELECT id, seconds, nanoseconds, duration, label, kind, created_by FROM marks "
                            "WHERE workspace_id = ? AND unit_id = ? ORDER BY seconds, nanoseconds, id",
                            workspace.toString(), unitId);
    while (rows.next()) {
        const Timestamp time{rows.integer(1), static_cast<std::uint32_t>(rows.integer(2))};
        marks.push_back({{"id", rows.text(0)},
                         {"time", time.toString()},
                         {"duration", rows.text(3)},
                         {"label", rows.text(4)},
                         {"kind", rows.text(5)},
                         {"created_by", rows.text(6)}});
    }
    return marks;
}

void putMark(Connection& store, const Principal& who, const Uuid& unitId, const MarkDocument& mark) {
    store.run(
        "INSERT INTO marks (id, workspace_id, created_by, unit_id, seconds, nanoseconds, duration, label, "
        "kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET seconds = excluded.seconds, "
        "nanoseconds = excluded.nanoseconds, duration = excluded.duration, label = excluded.label, "
        "kind = excluded.kind",
        mark.id.toString(), who.workspace.toString(), who.user, unitId.toString(), mark.time.seconds,
        mark.time.nanoseconds, mark.duration, mark.label, mark.kind);
    auto unit = store.query("SELECT body FROM units WHERE id = ?", unitId.toString());
    const json body = unit.next() ? json::parse(unit.text(0), nullptr, false) : json::object();
    indexWords(store, {"mark/" + mark.id.toString(), unitId, who.workspace, mark.label + "\n" + mark.kind,
                       searchWords(body)});
}

} // namespace cutaway::cloud
