#pragma once

#include "core/catalogue/types.h"

#include <string>
#include <vector>

namespace cutaway::demo {

/// The event itself: the fictional Meridian Games in Port Avella, two days.
catalogue::Event meridianGames();
/// Every unit of both days, each ODF ScheduleStatus among them, with start lists where they are known and the
/// angles of those with pictures.
std::vector<catalogue::Unit> meridianUnits();
/// The unit whose pictures belong to "100m", "swimming" or "football" (AngleSpec::unit).
Uuid unitIdOf(const std::string& picturedUnit);
/// The marks of a unit with pictures, on Source time.
std::vector<catalogue::Mark> marksOf(const std::string& picturedUnit);

/// 34 characters: discipline 3, gender 1, event 18, phase 4, unit 8, each padded with "-".
std::string rscCode(const std::string& discipline, const std::string& gender, const std::string& event,
                    const std::string& phase, const std::string& unit);

} // namespace cutaway::demo
