#pragma once

#include "core/catalogue/types.h"

#include <filesystem>

namespace cutaway::catalogue {

/// The formats that a cloud offers, kept on this computer so that one can be chosen while it is away.
/// `cloud`: as the outbox calls it.
Result<void> keepProfiles(const std::filesystem::path& folder, const std::string& cloud,
                          const std::vector<Profile>& profiles);
/// What was kept last; nothing when nothing was.
std::vector<Profile> keptProfiles(const std::filesystem::path& folder, const std::string& cloud);

} // namespace cutaway::catalogue
