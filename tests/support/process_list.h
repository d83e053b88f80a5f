#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace cutaway::test {

struct RunningProcess {
    pid_t id = 0;
    std::string command; ///< arguments separated by spaces
};

/// Processes of this user whose arguments or environment name a folder, this one left out. A test that gives
/// everything it starts a folder of its own finds by it whatever is left over. Zombies have neither.
std::vector<RunningProcess> processesNaming(const std::string& folder);

} // namespace cutaway::test
