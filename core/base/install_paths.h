#pragma once

#include <filesystem>
#include <string>

namespace cutaway {

/// Folder of the running program's own file.
std::filesystem::path programFolder();

/// Path of another of our programs (`cutaway-ctl`), beside this one.
std::filesystem::path siblingProgram(const std::string& name);

/// Folder of the read-only data that ships with the programs: $CUTAWAY_RESOURCES if set, else
/// ../share/cutaway beside an installed program, else resources/ of the source tree that this build directory
/// lies in. Empty when there is none.
std::filesystem::path resourceFolder();

/// Where the user's own data lies by default: $XDG_DATA_HOME/cutaway, else ~/.local/share/cutaway.
std::filesystem::path userDataFolder();

} // namespace cutaway
