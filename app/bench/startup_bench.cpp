#include "app/bench/benchmarks.h"
#include "app/bench/run_program.h"

#include <cstdio>
#include <filesystem>
#include <unistd.h>

namespace cutaway::bench {

namespace {

constexpr int warmRuns = 10;
constexpr double requiredWarmSeconds = 5;

/// A data folder that goes away with the benchmark.
class ScratchFolder {
public:
    ScratchFolder()
        : m_path(std::filesystem::temp_directory_path() / ("cutaway-bench-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(m_path);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::string path() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

Row row(std::string work, std::string unit) {
    Row r;
    r.work = std::move(work);
    r.unit = std::move(unit);
    return r;
}

} // namespace

std::vector<Row> startup(const std::string& binaries) {
    const ScratchFolder data;
    const std::vector<std::string> editor{binaries + "/cutaway", "--data", data.path(), "--exit-when-ready"};
    const std::string shotcut = findProgram("shotcut");

    Row cold = row("startup-cold", "s");
    cold.note = "empty data folder";
    Row warm = row("startup-warm", "s");
    warm.required = requiredWarmSeconds;
    Row memory = row("startup-memory", "MiB");

    if (auto first = runProgram(editor, "\"ready\"")) {
        cold.value = first->secondsToLine;
        cold.operations = 1;
    } else {
        cold.note = first.error().message + " " + first.error().detail;
    }

    std::vector<double> ours, theirs, mebibytes, theirMebibytes;
    for (int i = 0; i < warmRuns; ++i) {
        if (auto run = runProgram(editor, "\"ready\"")) {
            ours.push_back(run->secondsToLine);
            mebibytes.push_back(static_cast<double>(run->peakKib) / 1024);
        }
        if (shotcut.empty())
            continue;
        if (auto run = runProgram({"/bin/sh", "-c",
                                   "'" + shotcut +
                                       "' & pid=$!; until xdotool search --pid $pid "
                                       "--onlyvisible . >/dev/null 2>&1; do sleep 0.02; done; echo ready; "
                                       "grep VmHWM /proc/$pid/status; kill $pid"},
                                  "ready"))
            theirs.push_back(run->secondsToLine);
    }
    if (!ours.empty()) {
        warm.value = median(ours);
        warm.p95 = percentile95(ours);
        warm.operations = ours.size();
        memory.value = median(mebibytes);
        memory.p95 = percentile95(mebibytes);
        memory.operations = mebibytes.size();
    }
    if (!theirs.empty()) {
        warm.peer = "shotcut";
        warm.peerValue = median(theirs);
    } else {
        warm.note = "shotcut is not installed";
    }
    return {cold, warm, memory};
}

} // namespace cutaway::bench
