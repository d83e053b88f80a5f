#include "tests/support/network_namespace.h"

#include "core/base/process.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <unistd.h>

namespace cutaway::test {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr const char* prefix = "cutaway-test-";

/// What `ip` complained of, or nothing.
std::string ip(std::vector<std::string> arguments) {
    ProcessOptions options;
    options.program = "ip";
    options.arguments = std::move(arguments);
    auto child = ChildProcess::start(options);
    if (!child)
        return child.error().message;
    const auto exit = child->wait({}, 10s);
    return exit && exit->ok() ? std::string() : "ip: " + child->log();
}

void removeThoseOfEndedTests() {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator("/run/netns", none)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix))
            continue;
        const int owner = std::atoi(name.c_str() + std::string(prefix).size());
        if (owner > 0 && ::kill(owner, 0) != 0)
            (void)ip({"netns", "delete", name});
    }
}

} // namespace

NetworkNamespace::NetworkNamespace() {
    removeThoseOfEndedTests();
    const int id = ::getpid();
    m_name = prefix + std::to_string(id);
    m_cable = "cw" + std::to_string(id) + "a";
    const std::string far = "cw" + std::to_string(id) + "b";
    // A pair of addresses of the range that RFC 2544 keeps for tests of networks.
    const int pair = (id % 16384) * 4;
    const std::string net = "198.18." + std::to_string(pair / 256) + ".";
    const std::string ours = net + std::to_string(pair % 256 + 1) + "/30";
    m_address = net + std::to_string(pair % 256 + 2);
    for (const auto& step : std::vector<std::vector<std::string>>{
             {"netns", "add", m_name},
             {"link", "add", m_cable, "type", "veth", "peer", "name", far, "netns", m_name},
             {"address", "add", ours, "dev", m_cable},
             {"link", "set", m_cable, "up"},
             {"-netns", m_name, "address", "add", m_address + "/30", "dev", far},
             {"-netns", m_name, "link", "set", far, "up"},
             {"-netns", m_name, "link", "set", "lo", "up"}}) {
        m_problem = ip(step);
        if (!m_problem.empty())
            return;
    }
}

NetworkNamespace::~NetworkNamespace() {
    (void)ip({"link", "delete", m_cable});
    (void)ip({"netns", "delete", m_name});
}

} // namespace cutaway::test
