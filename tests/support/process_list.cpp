#include "tests/support/process_list.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace cutaway::test {

namespace fs = std::filesystem;

std::vector<RunningProcess> processesNaming(const std::string& folder) {
    const auto whole = [](const fs::path& file) { // empty when the process has gone or is not ours
        std::ifstream stream(file, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(stream), {}};
    };
    std::vector<RunningProcess> found;
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator("/proc", gone)) {
        const std::string name = entry.path().filename().string();
        pid_t id = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), id);
        if (read.ec != std::errc() || id == ::getpid())
            continue;
        std::string command = whole(entry.path() / "cmdline");
        if ((command + whole(entry.path() / "environ")).find(folder) == std::string::npos)
            continue;
        std::replace(command.begin(), command.end(), '\0', ' ');
        found.push_back({id, command});
    }
    return found;
}

} // namespace cutaway::test
