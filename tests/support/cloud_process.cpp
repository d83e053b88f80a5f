#include "tests/support/cloud_process.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace cutaway::test {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr const char* testToken = "a-token-for-tests-only";

[[noreturn]] void giveUp(const std::string& what) {
    std::fprintf(stderr, "test set-up: %s\n", what.c_str());
    std::abort();
}

} // namespace

nlohmann::json CloudProcess::Output::json() const {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with('{') || line.starts_with('['))
            return nlohmann::json::parse(line, nullptr, false);
    return nlohmann::json(nlohmann::json::value_t::discarded);
}

CloudProcess::CloudProcess(fs::path folder, fs::path resources)
    : m_folder(std::move(folder))
    , m_resources(std::move(resources)) {
    fs::create_directories(m_folder);
    std::ofstream(tokenFile()) << testToken << "\n";
}

CloudProcess::CloudProcess(fs::path folder, Host host)
    : CloudProcess(std::move(folder)) {
    m_host = std::move(host);
}

CloudProcess::~CloudProcess() {
    if (!m_process)
        return;
    m_process->terminate();
    (void)m_process->wait({}, 10s);
}

void CloudProcess::start() {
    ProcessOptions options;
    std::vector<std::string> command = m_host.launcher;
    command.push_back((fs::path(CUTAWAY_BIN_DIR) / "cutaway-cloud").string());
    options.program = command.front();
    options.arguments.assign(command.begin() + 1, command.end());
    options.arguments.insert(options.arguments.end(),
                             {"--data", (m_folder / "data").string(), "--listen",
                              m_host.address + ":" + m_port, "--token-file", tokenFile().string()});
    if (!m_resources.empty())
        options.environment = {{"CUTAWAY_RESOURCES", m_resources.string()}};
    auto child = ChildProcess::start(options);
    if (!child)
        giveUp(child.error().message);
    const auto line = child->readLine({}, 60s);
    const auto said = line ? nlohmann::json::parse(*line, nullptr, false) : nlohmann::json();
    if (!said.is_object() || !said.contains("url"))
        giveUp("cutaway-cloud did not start: " + child->log());
    m_url = said["url"].get<std::string>();
    m_port = m_url.substr(m_url.rfind(':') + 1);
    m_process = std::move(*child);
}

void CloudProcess::kill() {
    ::kill(m_process->id(), SIGKILL);
    (void)m_process->wait({}, 10s);
}

bool CloudProcess::isAlive() {
    return !m_process->wait({}, 1ms).ok();
}

tams::Connection CloudProcess::connection() const {
    return {m_url, testToken, !tams::isLoopback(m_url)};
}

catalogue::CloudClient CloudProcess::client() const {
    return catalogue::CloudClient(connection());
}

tams::TamsClient CloudProcess::media() const {
    return tams::TamsClient(std::make_shared<tams::HttpClient>(connection()));
}

CloudProcess::Output CloudProcess::ctl(std::vector<std::string> arguments) const {
    ProcessOptions options;
    options.program = fs::path(CUTAWAY_BIN_DIR) / "cutaway-ctl";
    options.arguments = std::move(arguments);
    options.arguments.insert(options.arguments.end(),
                             {"--cloud", m_url, "--token-file", tokenFile().string()});
    options.logLimit = 4 << 20;
    auto child = ChildProcess::start(options);
    if (!child)
        giveUp(child.error().message);
    const auto exit = child->wait({}, 5min);
    return {exit ? exit->code : -1, child->log()};
}

std::vector<pid_t> workersOf(pid_t server) {
    std::vector<pid_t> workers;
    for (const auto& task : fs::directory_iterator("/proc/" + std::to_string(server) + "/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;)
            workers.push_back(child);
    }
    return workers;
}

} // namespace cutaway::test
