#pragma once

#include "core/conform/plan.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace cutaway::conform {

/// Spans of one clip that follow each other on the record and on the Source: what it shows by itself, and
/// what transitions show of it before and after. They take one master.
struct MasterRun {
    const timeline::Clip* clip = nullptr;
    std::vector<Span*> parts; ///< in order, at least one

    std::int64_t recordUnit() const { return parts.front()->recordUnit; }
    /// Lowest and highest unit of the Source, the latter one further.
    std::int64_t first() const { return std::min(parts.front()->used().first, parts.back()->used().first); }
    std::int64_t end() const { return std::max(parts.front()->used().end, parts.back()->used().end); }
};

/// The runs of spans that are given with their clips, by record unit.
std::vector<MasterRun> masterRuns(const std::vector<std::pair<Span*, const timeline::Clip*>>& parts);

} // namespace cutaway::conform
