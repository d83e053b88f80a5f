#include "app/cloud/demo_maker.h"

#include "core/base/install_paths.h"
#include "core/base/process.h"

#include <cstdio>

namespace cutaway {

namespace {

constexpr int niceness = 19; // far below the workers, which are below the editor

void run(const std::filesystem::path& dataFolder, const std::string& url, const std::string& token,
         std::stop_token stop) {
    ProcessOptions options;
    options.program = siblingProgram("cutaway-demo");
    options.arguments = {"populate", "--out", (dataFolder / "demo").string()};
    options.environment = {{"CUTAWAY_URL", url}, {"CUTAWAY_TOKEN", token}};
    options.niceness = niceness;
    options.idleIo = true;
    options.outputFile = dataFolder / "demo.log";
    auto child = ChildProcess::start(options);
    if (!child) {
        std::fprintf(stderr, "cutaway-cloud: %s\n", child.error().message.c_str());
        return;
    }
    if (const auto exit = child->wait(stop); exit && !exit->ok() && !stop.stop_requested())
        std::fprintf(stderr, "cutaway-cloud: The demo event was not completed; %s says why.\n",
                     options.outputFile->c_str());
}

} // namespace

DemoMaker::DemoMaker(std::filesystem::path dataFolder, std::string url, std::string token)
    : m_thread([folder = std::move(dataFolder), address = std::move(url),
                secret = std::move(token)](std::stop_token stop) { run(folder, address, secret, stop); }) {}

} // namespace cutaway
