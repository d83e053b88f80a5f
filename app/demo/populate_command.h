#pragma once

#include "core/demo/generator.h"

#include <filesystem>
#include <stop_token>

namespace cutaway {

/// Exit code after a signal: what was made stays, and the next call goes on from there.
inline constexpr int demoCancelled = 7;

/// Fills the cloud that the environment names; media made on the way lie in `work`. Returns the program's
/// exit code.
int populateCloud(const std::filesystem::path& work, const demo::RenderSettings& settings,
                  std::stop_token stop);

} // namespace cutaway
