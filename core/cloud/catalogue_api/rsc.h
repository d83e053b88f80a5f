#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace cutaway::cloud {

/// A Results System Code of the Olympic Data Feed, taken apart; padding ("-") is removed from each part.
/// Always 34 characters: discipline 3, gender 1, event 18, phase 4, unit 8.
struct Rsc {
    std::string discipline; ///< "ATH"
    std::string gender;     ///< "M", "W", "X" mixed, "O" open, or empty
    std::string event;      ///< "100M"
    std::string phase;      ///< "FNL"
    std::string unit;       ///< "000100", "MEDAL"
};

/// Refuses what is not a code of a unit: wrong length, characters or padding, or a part missing.
Result<Rsc> parseUnitRsc(std::string_view text);

/// True for the eleven values of ODF's ScheduleStatus ("SCHEDULED", "RUNNING", "FINISHED", ...).
bool isScheduleStatus(std::string_view text);

} // namespace cutaway::cloud
