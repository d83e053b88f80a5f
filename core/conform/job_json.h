#pragma once

#include "core/conform/run.h"

namespace cutaway::conform {

/// RunOutcome::resultJson.
std::string resultToJson(const ConformPlan& plan, const std::vector<DeliveredFile>& files);

} // namespace cutaway::conform
