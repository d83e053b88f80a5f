#pragma once

#include "core/base/process.h"
#include "core/catalogue/client.h"
#include "core/tams/client.h"

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// A real cutaway-cloud over a folder, and cutaway-ctl beside it, for tests that need the whole. Failures of
/// the set-up stop the test program with a message.
namespace cutaway::test {

class CloudProcess {
public:
    /// Where the server runs: on this host's loopback, or on another one.
    struct Host {
        std::string address = "127.0.0.1";
        std::vector<std::string> launcher; ///< goes before its command
    };
    /// `resources`: a folder in place of the program's own (delivery formats); empty: the program's.
    explicit CloudProcess(std::filesystem::path folder, std::filesystem::path resources = {});
    CloudProcess(std::filesystem::path folder, Host host);
    ~CloudProcess(); ///< SIGTERM, then waits

    /// Starts on a free port; the same port again after kill().
    void start();
    /// SIGKILL.
    void kill();
    bool isAlive();

    pid_t id() const { return m_process->id(); }
    const std::string& url() const { return m_url; }
    std::filesystem::path tokenFile() const { return m_folder / "token"; }
    tams::Connection connection() const;
    catalogue::CloudClient client() const;
    tams::TamsClient media() const;

    struct Output {
        int code = -1;
        std::string text;            ///< standard output and error, mixed
        nlohmann::json json() const; ///< the first line that is JSON, or discarded
    };
    /// Runs cutaway-ctl against this cloud and waits for it.
    Output ctl(std::vector<std::string> arguments) const;

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_resources;
    Host m_host;
    std::string m_port = "0";
    std::string m_url;
    std::optional<ChildProcess> m_process;
};

/// The worker processes (`cutaway-ctl work`) of a server.
std::vector<pid_t> workersOf(pid_t server);

} // namespace cutaway::test
