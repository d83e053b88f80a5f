#pragma once

#include "core/conform/plan.h"
#include "core/conform/profiles.h"
#include "core/conform/resolve.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace cutaway::conform {

/// What the cloud knows of a Source: NotFound when it has none with this id.
using SourceLookup = std::function<Result<SourceMedia>(const Uuid& sourceId)>;

/// Everything decided at submission: plan with its Objects, or the reasons against it.
struct Prepared {
    ConformPlan plan;
    std::vector<Problem> problems;
};

/// Sequence to a pinned plan: look the Sources up, plan, check against the profiles, resolve to Objects.
/// An Error is a failure of a lookup other than NotFound; what the user can mend is in `problems`.
Result<Prepared> prepareConform(const timeline::Sequence& sequence, std::span<const Profile> profiles,
                                const SourceLookup& sources, const SegmentLookup& segments);

} // namespace cutaway::conform
