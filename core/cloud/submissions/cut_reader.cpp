#include "core/cloud/submissions/cut_reader.h"

#include "core/cloud/submissions/stored_sources.h"
#include "core/interchange/otio_reader.h"

#include <algorithm>
#include <set>

namespace cutaway::cloud {

namespace {

using Found = std::map<Uuid, FoundSource>;

interchange::ResolvedMedia resolvedOf(const FoundSource& found) {
    const conform::SourceMedia& media = found.media;
    interchange::ResolvedMedia resolved;
    resolved.audioMember = found.audioMember;
    timeline::SourceTiming& timing = resolved.source;
    timing.multiSource = media.sourceId;
    timing.name = media.label;
    timing.clock = media.clock;
    timing.first = media.clock.originUnit();
    timing.end = timing.first;
    timing.startTimecode = media.startTimecode;
    timing.dropFrame = media.timecode.dropFrame;
    for (const conform::FlowCandidate& flow : media.flows) {
        if (flow.role.starts_with("audio-") && flow.generation == 0)
            ++timing.sounds;
        if (flow.role == "video" && flow.available.end())
            timing.end = std::max(timing.end, media.clock.unitAt(flow.available.end()->at));
    }
    return resolved;
}

/// Reads the cut and keeps what it found of every Source on the way.
Result<ReadCut> readWith(Connection& store, const Uuid& workspace, std::string_view otio, Found& sources) {
    const auto resolve = [&](const interchange::MediaName& name) -> Result<interchange::ResolvedMedia> {
        CUTAWAY_TRY(FoundSource found, findStoredSource(store, workspace, name.id));
        interchange::ResolvedMedia resolved = resolvedOf(found);
        sources.insert_or_assign(found.media.sourceId, std::move(found));
        return resolved;
    };
    CUTAWAY_TRY(interchange::ReadResult read, interchange::readOtio(otio, resolve));
    ReadCut cut{std::move(read.sequence), {}};
    for (const interchange::ClipProblem& problem : read.problems)
        cut.problems.push_back({problem.error.category, problem.clipId, problem.clipName, problem.recordFrame,
                                problem.error.message});
    return cut;
}

} // namespace

Result<ReadCut> readCut(Connection& store, const Uuid& workspace, std::string_view otio) {
    Found sources;
    return readWith(store, workspace, otio, sources);
}

Result<conform::Prepared> prepareCut(Connection& store, const Uuid& workspace, std::string_view otio,
                                     std::span<const conform::Profile> profiles) {
    Found sources;
    CUTAWAY_TRY(ReadCut cut, readWith(store, workspace, otio, sources));
    if (!cut.problems.empty())
        return conform::Prepared{{}, std::move(cut.problems)};
    const auto sourceOf = [&](const Uuid& id) -> Result<conform::SourceMedia> {
        const auto found = sources.find(id);
        if (found == sources.end())
            return Error{ErrorCategory::NotFound, "This Source is not in the cloud.", id.toString()};
        return found->second.media;
    };
    const auto segmentsOf = [&](const Uuid& flowId, const TimeRange& range) {
        return storedSegments(store, workspace, flowId, range);
    };
    return conform::prepareConform(cut.sequence, profiles, sourceOf, segmentsOf);
}

std::vector<std::string> objectsOf(const conform::ConformPlan& plan) {
    std::set<std::string> objects;
    const auto collect = [&](const std::vector<conform::Span>& spans) {
        for (const conform::Span* part : conform::partsOf(spans))
            for (const conform::ObjectUse& use : part->objects)
                objects.insert(use.objectId);
    };
    collect(plan.picture);
    for (const conform::SoundTrack& track : plan.sound)
        collect(track.spans);
    return {objects.begin(), objects.end()};
}

} // namespace cutaway::cloud
