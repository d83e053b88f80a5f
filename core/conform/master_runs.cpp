#include "core/conform/master_runs.h"

#include <map>

namespace cutaway::conform {

std::vector<MasterRun> masterRuns(const std::vector<std::pair<Span*, const timeline::Clip*>>& parts) {
    std::vector<MasterRun> runs;
    std::map<const timeline::Clip*, std::size_t> newest;
    for (const auto& [part, clip] : parts) {
        if (const auto known = newest.find(clip); known != newest.end()) {
            const Span& last = *runs[known->second].parts.back();
            if (last.recordUnit + last.count == part->recordUnit &&
                last.sourceUnit + last.speed.stepsIn(last.count) == part->sourceUnit &&
                last.speed.after(last.count) == part->speed) {
                runs[known->second].parts.push_back(part);
                continue;
            }
        }
        newest[clip] = runs.size();
        runs.push_back({clip, {part}});
    }
    return runs;
}

} // namespace cutaway::conform
