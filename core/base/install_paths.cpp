#include "core/base/install_paths.h"

#include <cstdlib>

namespace cutaway {

namespace fs = std::filesystem;

fs::path programFolder() {
    std::error_code failed;
    const fs::path self = fs::read_symlink("/proc/self/exe", failed);
    return failed ? fs::current_path() : self.parent_path();
}

fs::path siblingProgram(const std::string& name) {
    const fs::path beside = programFolder() / name;
    // Test programs lie in build/<preset>/tests, the programs they start in build/<preset>/bin.
    return fs::exists(beside) ? beside : programFolder().parent_path() / "bin" / name;
}

fs::path resourceFolder() {
    if (const char* given =
            std::getenv("CUTAWAY_RESOURCES")) // NOLINT(concurrency-mt-unsafe): never set by us
        return given;
    const fs::path installed = programFolder().parent_path() / "share" / "cutaway";
    if (fs::is_directory(installed))
        return installed;
    for (fs::path folder = programFolder(); folder.has_relative_path(); folder = folder.parent_path())
        if (fs::exists(folder / "CMakeLists.txt") && fs::is_directory(folder / "resources") &&
            fs::is_directory(folder / "core"))
            return folder / "resources";
    return {};
}

fs::path userDataFolder() {
    const char* data = std::getenv("XDG_DATA_HOME"); // NOLINT(concurrency-mt-unsafe): never set by us
    if (data && fs::path(data).is_absolute())
        return fs::path(data) / "cutaway";
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): never set by us
    return fs::path(home ? home : "/") / ".local" / "share" / "cutaway";
}

} // namespace cutaway
