#pragma once

#include "core/timeline/curve.h"

#include <nlohmann/json_fwd.hpp>

namespace cutaway::timeline {

// How curves stand in the journal and in OTIO (docs/format.md): the value alone, or its keyframes as
// [[unit, value, "hold" | "linear" | "smooth"], ...].

nlohmann::json curveJson(const Curve& curve);
/// Throws std::exception for whatever is not as written, or holds values outside of the range.
Curve curveFrom(const nlohmann::json& json, std::int64_t lowest, std::int64_t highest);

} // namespace cutaway::timeline
