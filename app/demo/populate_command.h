#pragma once

#include "core/demo/generator.h"

#include <filesystem>

namespace cutaway {

/// Fills the cloud that the environment names; media made on the way lie in `work`. Returns the program's
/// exit code.
int populateCloud(const std::filesystem::path& work, const demo::RenderSettings& settings);

} // namespace cutaway
