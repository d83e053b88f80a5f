#pragma once

#include <filesystem>
#include <string>
#include <thread>

namespace cutaway {

/// Keeps `cutaway-demo populate` running beside the server until it is done. Its output goes to demo.log in
/// the data folder. Destroying it kills the child: the next start goes on where it was.
class DemoMaker {
public:
    DemoMaker(std::filesystem::path dataFolder, std::string url, std::string token);

private:
    std::jthread m_thread; ///< starts the child and lives as long as it
};

} // namespace cutaway
