#include "app/bench/benchmarks.h"
#include "app/bench/conform_bench.h"
#include "app/bench/playback_bench.h"
#include "app/bench/search_bench.h"
#include "app/bench/timeline_bench.h"
#include "core/base/install_paths.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

using namespace cutaway::bench;

namespace {

constexpr int exitUsage = 2;
constexpr int exitUnmet = 1;

int usage(const std::map<std::string, Benchmark>& known) {
    std::cerr << "cutaway-bench NAME [--json] [--only ROW] [--quick] [--brief] [--slow-ours MS] [--media "
                 "FOLDER]\nNAME is one of:";
    for (const auto& [name, run] : known)
        std::cerr << ' ' << name;
    std::cerr
        << "\nplayback: --only measures one row, --quick a tenth of the operations, --brief step-back alone "
           "on "
           "seconds of media; --slow-ours makes our side wait in each seek, step and opening; --media keeps "
           "what was encoded there for the next run.\nExit status: 0 every row met, 1 a row unmet, 2 "
           "usage.\n";
    return exitUsage;
}

} // namespace

int main(int argc, char** argv) {
    const std::string binaries = std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
    PlaybackOptions options;
    options.binaries = binaries;
    const std::map<std::string, Benchmark> known{
        {"startup", [&] { return startup(binaries); }},
        {"search", [] { return search(); }},
        {"timeline", [] { return timelineEditing(); }},
        {"playback", [&] { return playback(options); }},
        {"conform", [] { return conform(cutaway::resourceFolder() / "profiles"); }},
    };
    std::string name;
    bool json = false;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--json")
            json = true;
        else if (argument == "--quick")
            options.quick = true;
        else if (argument == "--brief")
            options.brief = true;
        else if (argument == "--slow-ours" && i + 1 < argc)
            options.slow = std::chrono::milliseconds(std::atoi(argv[++i]));
        else if (argument == "--only" && i + 1 < argc)
            options.only = argv[++i];
        else if (argument == "--media" && i + 1 < argc)
            options.media = argv[++i];
        else if (name.empty())
            name = argument;
        else
            return usage(known);
    }
    const auto chosen = known.find(name);
    if (chosen == known.end())
        return usage(known);
    const std::vector<Row> rows = chosen->second();
    std::cout << printRows(rows, json);
    for (const Row& row : rows)
        if (!row.met())
            return exitUnmet;
    return 0;
}
