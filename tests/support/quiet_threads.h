#pragma once

#include <chrono>

namespace cutaway::test {

/// Waits until every other thread of this process sleeps and none has run since a moment before: all that
/// could be done without this one has been done, however busy the machine is. False when that does not come
/// to an end.
bool letOthersFinish(std::chrono::seconds limit = std::chrono::seconds(60));

} // namespace cutaway::test
