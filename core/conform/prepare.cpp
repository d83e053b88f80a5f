#include "core/conform/prepare.h"

#include <algorithm>

namespace cutaway::conform {

namespace {

/// Every Source that an enabled clip names, looked up once. Unknown ones are left out: the plan reports them
/// on their clips.
Result<SourceMap> lookUpSources(const timeline::Sequence& sequence, const SourceLookup& lookup) {
    SourceMap sources;
    std::map<Uuid, bool> asked;
    for (const auto& track : sequence.tracks)
        for (const auto& item : track->items) {
            if (!item.clip || !item.clip->enabled || item.clip->graphic ||
                !asked.emplace(item.clip->media.sourceId, true).second)
                continue;
            auto source = lookup(item.clip->media.sourceId);
            if (source)
                sources.emplace(item.clip->media.sourceId, std::move(*source));
            else if (source.error().category != ErrorCategory::NotFound)
                return source.error();
        }
    return sources;
}

} // namespace

Result<Prepared> prepareConform(const timeline::Sequence& sequence, std::span<const Profile> profiles,
                                const SourceLookup& sources, const SegmentLookup& segments) {
    CUTAWAY_TRY(const SourceMap known, lookUpSources(sequence, sources));
    PlanOutcome outcome = planConform(sequence, known);
    Prepared prepared{std::move(outcome.plan), std::move(outcome.problems)};
    if (!prepared.problems.empty())
        return prepared;
    for (const Profile& profile : profiles)
        for (Problem& problem : checkProfile(prepared.plan, profile))
            if (std::find(prepared.problems.begin(), prepared.problems.end(), problem) ==
                prepared.problems.end())
                prepared.problems.push_back(std::move(problem));
    if (prepared.problems.empty()) {
        CUTAWAY_TRY(prepared.problems, resolveObjects(prepared.plan, segments));
    }
    return prepared;
}

} // namespace cutaway::conform
