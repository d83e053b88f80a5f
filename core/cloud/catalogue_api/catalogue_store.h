#pragma once

#include "core/base/result.h"
#include "core/cloud/auth/auth.h"
#include "core/cloud/catalogue_api/catalogue_documents.h"
#include "core/cloud/store/database.h"
#include "core/time/timestamp.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace cutaway::cloud {

// Rows of the catalogue. All functions run within the caller's transaction and see only the principal's
// workspace; JSON is as docs/api.md has it.

nlohmann::json listEvents(Connection& store, const Uuid& workspace);
void putEvent(Connection& store, const Principal& who, const Uuid& id, const nlohmann::json& event);
/// Conflict: the id belongs to another workspace.
Result<void> refuseForeignRow(Connection& store, std::string_view table, const Uuid& id,
                              const Uuid& workspace);

nlohmann::json listUnits(Connection& store, const Uuid& workspace, const Uuid& eventId);
/// NotFound when there is none.
Result<nlohmann::json> readUnit(Connection& store, const Uuid& workspace, std::string_view unitId);
/// Writes the unit and the angles it names; angles that it does not name stay.
Result<void> putUnit(Connection& store, const Principal& who, const UnitDocument& unit);

/// Writes one angle. A nil `sourceId` leaves the one that is known.
void putAngle(Connection& store, const Principal& who, const Uuid& unitId, const AngleDocument& angle);
/// Changes the state of the angle that shows this Source; the unit it belongs to, if there is one.
std::optional<Uuid> setAngleState(Connection& store, const Uuid& sourceId, std::string_view state);
/// Takes the Source away from its angle, which waits again; the unit it belongs to.
std::optional<Uuid> clearAngle(Connection& store, const Uuid& sourceId);

struct MarkDocument {
    Uuid id;
    Timestamp time;
    std::string duration = "0:0";
    std::string label;
    std::string kind = "user";
};
nlohmann::json listMarks(Connection& store, const Uuid& workspace, std::string_view unitId);
/// Writes a mark; the same id again replaces it.
void putMark(Connection& store, const Principal& who, const Uuid& unitId, const MarkDocument& mark);

} // namespace cutaway::cloud
