#pragma once

#include <cstdint>
#include <string>

namespace cutaway::cloud {

/// Wall clock in microseconds since 1970, UTC: how rows keep when they were made.
std::int64_t nowMicroseconds();
/// RFC 3339, "2026-07-11T10:00:00.000000Z".
std::string wallClockText(std::int64_t microseconds);

} // namespace cutaway::cloud
