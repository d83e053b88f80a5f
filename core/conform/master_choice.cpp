#include "core/conform/master_choice.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace cutaway::conform {

namespace {

constexpr std::int64_t furthest = std::int64_t{1} << 60;

bool isSound(const MasterRequest& request) {
    return request.role != "video";
}

/// "picture" or "sound", for sentences.
std::string essence(const MasterRequest& request) {
    return isSound(request) ? "sound" : "picture";
}

/// Timecode on the Source at which this unit is seen or heard.
std::string timecodeAt(const SourceMedia& source, const MasterRequest& request, std::int64_t unit) {
    return source.timecodeAt(isSound(request) ? source.clock.frameAtAbsoluteSample(unit) : unit);
}

bool covers(const UnitRange& have, const MasterRequest& want) {
    return have.first <= want.first && want.first + want.count <= have.last;
}

/// True when `a` is the better master. Total, so that the same Flows in another order choose the same one.
bool better(const FlowCandidate& a, const FlowCandidate& b) {
    return std::tuple(a.generation, -a.bitRate, a.flowId) < std::tuple(b.generation, -b.bitRate, b.flowId);
}

Error outsideSource(const SourceMedia& source, const MasterRequest& request, const UnitRange& whole) {
    return {ErrorCategory::InvalidInput,
            source.label + " has no " + essence(request) + " from " +
                timecodeAt(source, request, request.first) + " to " +
                timecodeAt(source, request, request.first + request.count) + ": it runs from " +
                timecodeAt(source, request, whole.first) + " to " + timecodeAt(source, request, whole.last) +
                ". Trim or replace the clip.",
            {}};
}

Error noMaster(const SourceMedia& source, const MasterRequest& request) {
    return {ErrorCategory::NotFound,
            "The full-quality " + essence(request) + " of " + source.label +
                " is not in the cloud yet. Deliver when it has arrived, or use another angle.",
            {}};
}

Error tooShort(const SourceMedia& source, const MasterRequest& request, const UnitRange& have) {
    const bool late = have.first > request.first;
    return {ErrorCategory::InvalidInput,
            "The full-quality " + essence(request) + " of " + source.label +
                (late ? " begins only at " + timecodeAt(source, request, have.first) + ", and the clip at " +
                            timecodeAt(source, request, request.first)
                      : " ends at " + timecodeAt(source, request, have.last) + ", and the clip at " +
                            timecodeAt(source, request, request.first + request.count)) +
                ". Trim the clip, or deliver when the rest has arrived.",
            {}};
}

} // namespace

UnitRange unitsOf(const TimeRange& range, const SourceClock& clock) {
    if (range.isEmpty())
        return {};
    UnitRange units{-furthest, furthest};
    if (const auto& start = range.start())
        units.first = clock.unitAt(start->at) + (start->inclusive ? 0 : 1);
    if (const auto& end = range.end())
        units.last = clock.unitAt(end->at) + (end->inclusive ? 1 : 0);
    return units;
}

Result<const FlowCandidate*> chooseMaster(const SourceMedia& source, const MasterRequest& request) {
    const FlowCandidate* best = nullptr;    // holds the whole stretch
    const FlowCandidate* nearest = nullptr; // the best master there is, whatever it holds
    std::optional<UnitRange> whole;         // what any Flow of the role holds
    for (const FlowCandidate& flow : source.flows) {
        if (flow.role != request.role || flow.rate != request.clock.rate)
            continue;
        const UnitRange have = unitsOf(flow.available, request.clock);
        if (have.isEmpty())
            continue;
        whole =
            whole ? UnitRange{std::min(whole->first, have.first), std::max(whole->last, have.last)} : have;
        if (flow.generation != 0)
            continue;
        if (!nearest || better(flow, *nearest))
            nearest = &flow;
        if (covers(have, request) && (!best || better(flow, *best)))
            best = &flow;
    }
    if (best)
        return best;
    if (whole && !covers(*whole, request))
        return outsideSource(source, request, *whole);
    if (!nearest)
        return noMaster(source, request);
    return tooShort(source, request, unitsOf(nearest->available, request.clock));
}

} // namespace cutaway::conform
