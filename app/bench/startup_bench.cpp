#include "app/bench/benchmarks.h"
#include "app/bench/run_program.h"
#include "app/bench/scratch_folder.h"

#include <cerrno>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sstream>
#include <sys/syscall.h>
#include <unistd.h>

namespace cutaway::bench {

namespace {

constexpr int coldRuns = 3;
constexpr int warmRuns = 10;
constexpr double requiredWarmSeconds = 5;
constexpr double requiredPictureSeconds = 60;

/// A data folder, and the server that an editor started on it.
class DataFolder {
public:
    explicit DataFolder(const std::string& name)
        : m_folder(name) {}
    ~DataFolder() { endServer(); }
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;
    std::string path() const { return m_folder.path.string(); }

    /// The editor's server outlives it for its jobs; the next measurement must not find it at work.
    void endServer() const {
        std::ifstream file(m_folder.path / "server.json");
        const auto server = nlohmann::json::parse(file, nullptr, false);
        const auto id = server.is_object() ? server.value("pid", pid_t{0}) : pid_t{0};
        const int process = id > 1 ? static_cast<int>(::syscall(SYS_pidfd_open, id, 0)) : -1;
        if (process < 0)
            return;
        ::kill(id, SIGTERM);
        pollfd ended{process, POLLIN, 0};
        while (::poll(&ended, 1, -1) < 0 && errno == EINTR) {
        }
        ::close(process);
    }

private:
    const ScratchFolder m_folder;
};

/// Samples of one program.
struct Startups {
    std::vector<double> seconds;
    std::vector<double> mebibytes;
    std::string problem; ///< of the last run that failed
};

Row rowOf(std::string work, std::string unit, const std::vector<double>& values) {
    Row row;
    row.work = std::move(work);
    row.unit = std::move(unit);
    row.operations = values.size();
    if (!values.empty()) {
        row.value = median(values);
        row.p95 = percentile95(values);
    }
    return row;
}

void setPeer(Row& row, const std::vector<double>& values, const std::string& whyNot) {
    if (values.empty()) {
        row.note = whyNot;
        return;
    }
    row.peer = "shotcut";
    row.peerValue = median(values);
}

std::vector<std::string> editorOver(const std::string& binaries, const DataFolder& data, const char* until) {
    return {binaries + "/cutaway", "--data", data.path(), until};
}

void runEditor(const std::vector<std::string>& command, Startups& ours) {
    const auto run = runProgram(command, "\"ready\"");
    if (!run) {
        ours.problem = run.error().message + " " + run.error().detail;
        return;
    }
    ours.seconds.push_back(run->secondsToLine);
    ours.mebibytes.push_back(static_cast<double>(run->peakKib) / 1024);
}

/// "VmHWM:   123456 kB" of a process, as its status file says it.
double peakMebibytes(const std::string& text) {
    const auto at = text.find("VmHWM:");
    std::istringstream number(at == std::string::npos ? std::string() : text.substr(at + 6));
    double kibibytes = 0;
    number >> kibibytes;
    return kibibytes / 1024;
}

/// Until its window is visible; the window of a program that does not tell is found by xdotool.
void runShotcut(const std::string& shotcut, Startups& theirs) {
    const auto run = runProgram(
        {"/bin/sh", "-c",
         "'" + shotcut +
             "' >/dev/null 2>&1 & pid=$!; timeout 60 xdotool search --sync --onlyvisible --pid $pid . "
             ">/dev/null && echo ready; grep VmHWM /proc/$pid/status; kill -9 $pid"},
        "ready");
    if (!run) {
        theirs.problem = "shotcut showed no window: " + run.error().detail;
        return;
    }
    theirs.seconds.push_back(run->secondsToLine);
    if (const double peak = peakMebibytes(run->output); peak > 0)
        theirs.mebibytes.push_back(peak);
}

} // namespace

std::vector<Row> startup(const std::string& binaries) {
    Startups cold, picture, warm, peer;
    for (int i = 0; i < coldRuns; ++i) {
        const DataFolder empty("cold-" + std::to_string(i));
        runEditor(editorOver(binaries, empty, "--exit-when-ready"), cold);
    }
    for (int i = 0; i < coldRuns; ++i) {
        const DataFolder empty("picture-" + std::to_string(i));
        runEditor(editorOver(binaries, empty, "--exit-at-first-picture"), picture);
    }

    const std::string shotcut = findProgram("xdotool").empty() ? std::string() : findProgram("shotcut");
    if (shotcut.empty())
        peer.problem = "shotcut or xdotool is not installed";
    const DataFolder used("warm");
    Startups first;
    runEditor(editorOver(binaries, used, "--exit-at-first-picture"), first);
    for (int i = 0; i < warmRuns; ++i) {
        used.endServer();
        runEditor(editorOver(binaries, used, "--exit-when-ready"), warm);
        used.endServer();
        if (!shotcut.empty())
            runShotcut(shotcut, peer);
    }

    Row coldRow = rowOf("startup-cold", "s", cold.seconds);
    coldRow.note = cold.seconds.empty() ? cold.problem : "empty data folder, window usable";
    Row pictureRow = rowOf("startup-first-picture", "s", picture.seconds);
    pictureRow.required = requiredPictureSeconds;
    pictureRow.note =
        picture.seconds.empty() ? picture.problem : "empty data folder, first picture of the first angle";
    Row warmRow = rowOf("startup-warm", "s", warm.seconds);
    warmRow.required = requiredWarmSeconds;
    setPeer(warmRow, peer.seconds, peer.problem);
    Row memoryRow = rowOf("startup-memory", "MiB", warm.mebibytes);
    setPeer(memoryRow, peer.mebibytes, peer.problem);
    return {coldRow, pictureRow, warmRow, memoryRow};
}

} // namespace cutaway::bench
