#include "core/conform/resolve.h"

#include "core/conform/master_choice.h"
#include "core/conform/sound_at_speed.h"
#include "core/render/sound_speed.h"

#include <algorithm>

namespace cutaway::conform {

namespace {

/// A Segment in units of its Flow: where it lies, and where its Object's first unit would lie.
struct SegmentUnits {
    const SegmentView* segment = nullptr;
    UnitRange range;
    std::int64_t objectFirst = 0;
};

std::vector<SegmentUnits> inUnits(const std::vector<SegmentView>& segments, const SourceClock& clock) {
    std::vector<SegmentUnits> units;
    for (const SegmentView& segment : segments) {
        const UnitRange range = unitsOf(segment.timerange, clock);
        if (range.isEmpty())
            continue;
        // An Object without a timerange of its own begins at 0, the contract of docs/time.md.
        Timestamp objectStart;
        if (segment.objectTimerange && segment.objectTimerange->start())
            objectStart = segment.objectTimerange->start()->at;
        units.push_back({&segment, range, clock.unitAt(objectStart + segment.tsOffset)});
    }
    std::sort(units.begin(), units.end(),
              [](const auto& a, const auto& b) { return a.range.first < b.range.first; });
    return units;
}

/// Enters the Objects of `span` for the units of `wanted`; the first absolute unit of `needed` that nothing
/// holds, or nothing when all is there.
std::optional<std::int64_t> enterObjects(Span& span, const std::vector<SegmentUnits>& segments,
                                         const timeline::UnitRange& wanted,
                                         const timeline::UnitRange& needed) {
    span.objects.clear();
    std::int64_t next = wanted.first;
    std::int64_t held = next;
    for (const SegmentUnits& s : segments) {
        if (next >= wanted.end)
            break;
        if (s.range.last <= next)
            continue;
        const std::int64_t from = std::max(s.range.first, s.objectFirst);
        if (from > next) {
            if (!span.objects.empty() || from > needed.first)
                break;
            next = held = from;
        }
        const std::int64_t count = std::min(s.range.last, wanted.end) - next;
        if (count <= 0)
            continue;
        span.objects.push_back({s.segment->objectId, next - s.objectFirst, count});
        next += count;
    }
    if (!span.speed.isNormal())
        span.heldFrom = held;
    return next < needed.end ? std::optional(next) : std::nullopt;
}

class Resolver {
public:
    Resolver(ConformPlan& plan, const SegmentLookup& lookup)
        : m_plan(plan)
        , m_lookup(lookup) {}

    Result<std::vector<Problem>> run() {
        for (Span* part : partsOf(m_plan.picture))
            CUTAWAY_CHECK(resolve(*part, false));
        for (SoundTrack& track : m_plan.sound)
            for (Span& span : track.spans)
                CUTAWAY_CHECK(resolve(span, true));
        return std::move(m_problems);
    }

private:
    Result<void> resolve(Span& span, bool sound) {
        const SourceClock& picture = m_plan.clocks.at(span.sourceId);
        const SourceClock clock = sound ? picture.audio() : picture;
        const timeline::UnitRange used = span.used();
        timeline::UnitRange wanted = used;
        timeline::UnitRange needed = used;
        if (sound && !span.speed.isNormal()) {
            wanted = render::samplesNeeded(span.sourceUnit, span.speed, span.count);
            const std::int64_t slack = soundSlack(span, sound, m_plan.rate);
            if (used.count() > 2 * slack)
                needed = {used.first + slack, used.end - slack};
        }
        CUTAWAY_TRY(const auto segments, m_lookup(span.flowId, clock.rangeOf(wanted.first, wanted.count())));
        const auto missing = enterObjects(span, inUnits(segments, clock), wanted, needed);
        if (!missing)
            return {};
        const std::int64_t recordUnit = span.recordUnitOf(*missing);
        const std::int64_t frame = sound ? frameAtSample(recordUnit, m_plan.rate) : recordUnit;
        m_problems.push_back({ErrorCategory::NotFound, span.clipId, span.clipName, frame,
                              std::string("A part of the full-quality ") + (sound ? "sound" : "picture") +
                                  " of " + span.sourceLabel + " is missing in the cloud, at " +
                                  m_plan.timecodeAt(frame) +
                                  " in the sequence. Trim the clip there, or use another angle."});
        return {};
    }

    ConformPlan& m_plan;
    const SegmentLookup& m_lookup;
    std::vector<Problem> m_problems;
};

} // namespace

Result<std::vector<Problem>> resolveObjects(ConformPlan& plan, const SegmentLookup& lookup) {
    return Resolver(plan, lookup).run();
}

} // namespace cutaway::conform
