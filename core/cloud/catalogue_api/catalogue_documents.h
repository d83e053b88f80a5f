#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace cutaway::cloud {

/// One camera or feed of a unit.
struct AngleDocument {
    int number = 1; ///< 1..9
    std::string name;
    Uuid sourceId;                 ///< the multi Source; nil: none yet
    std::string state = "waiting"; ///< "waiting", "ingesting", "ready"
};

/// A unit as it came from outside, checked; `body` holds every field but id, event and angles.
struct UnitDocument {
    Uuid id;
    Uuid eventId;
    std::string rsc;
    std::string day;
    std::string session;
    std::string start;
    std::int64_t order = 0;
    nlohmann::json body;
    std::vector<AngleDocument> angles;
};

/// {"name", "start_date", "end_date", "time_zone"}, checked and reduced to these.
Result<nlohmann::json> readEventDocument(const nlohmann::json& given);
/// Checks code, status, dates, angle numbers and lengths; keeps only fields that docs/api.md names.
Result<UnitDocument> readUnitDocument(const Uuid& id, const nlohmann::json& given);
/// The words by which search finds a unit.
std::string searchWords(const nlohmann::json& unitBody);

} // namespace cutaway::cloud
