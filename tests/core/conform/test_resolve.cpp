#include "plan_fixtures.h"

#include "core/conform/resolve.h"

#include <QTest>
#include <random>

using namespace cutaway;
using namespace cutaway::conform;
using fixtures::append;
using fixtures::mapOf;
using fixtures::sourceOf;

namespace {

/// Objects of `unitsEach` that follow each other from the Source's first unit on.
std::vector<SegmentView> segmentsOf(const SourceClock& clock, std::int64_t units, std::int64_t unitsEach,
                                    const std::string& prefix) {
    std::vector<SegmentView> segments;
    for (std::int64_t first = 0; first < units; first += unitsEach) {
        const std::int64_t count = std::min(unitsEach, units - first);
        SegmentView view;
        view.objectId = prefix + std::to_string(first / unitsEach);
        view.timerange = clock.rangeOf(clock.originUnit() + first, count);
        view.tsOffset = clock.timeOf(clock.originUnit() + first);
        segments.push_back(view);
    }
    return segments;
}

SegmentLookup lookupIn(std::map<Uuid, std::vector<SegmentView>> flows) {
    return [flows](const Uuid& flow, const TimeRange& range) -> Result<std::vector<SegmentView>> {
        std::vector<SegmentView> found;
        for (const auto& segment : flows.at(flow))
            if (segment.timerange.overlaps(range))
                found.push_back(segment);
        return found;
    };
}

} // namespace

class TestResolve : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFrameAndSampleIsFoundInItsObject() {
        std::mt19937 random(59);
        for (FrameRate rate : {FrameRate{50, 1}, FrameRate{60000, 1001}, FrameRate{24000, 1001}}) {
            const std::int64_t each = rate.timecodeBase() / 2;
            const auto source = sourceOf("CAM 1", rate, 3000);
            const std::int64_t samples = samplesAtFrame(3000, rate);
            const auto lookup =
                lookupIn({{source.flows[1].flowId, segmentsOf(source.clock, 3000, each, "v")},
                          {source.flows[3].flowId, segmentsOf(source.clock.audio(), samples, 48000, "a")}});
            for (int round = 0; round < 50; ++round) {
                auto sequence = timeline::emptySequence("Cut", rate, false);
                append(sequence, source, static_cast<std::int64_t>(random() % 2800),
                       static_cast<std::int64_t>(1 + random() % 200));
                auto plan = planConform(sequence, mapOf({source})).plan;
                QVERIFY(resolveObjects(plan, lookup).value().empty());
                const auto walk = [](const Span& span, std::int64_t origin, std::int64_t perObject) {
                    std::int64_t unit = span.sourceUnit - origin;
                    for (const ObjectUse& use : span.objects) {
                        QCOMPARE(use.objectId.substr(1), std::to_string(unit / perObject));
                        QCOMPARE(use.firstInObject, unit % perObject);
                        unit += use.count;
                    }
                    QCOMPARE(unit, span.sourceUnit - origin + span.count);
                };
                walk(plan.picture.at(0), source.clock.originUnit(), each);
                walk(plan.sound.at(0).spans.at(0), source.clock.audio().originUnit(), 48000);
                QCOMPARE(planFromJson(planToJson(plan)).value(), plan);
            }
        }
    }

    void partialSegmentsAndOtherObjectTimesEnterAtTheRightFrame() {
        const FrameRate rate{60000, 1001};
        const auto source = sourceOf("CAM 1", rate, 100);
        const SourceClock& clock = source.clock;
        // Frames 0..99 of this Flow are frames 12..111 of an Object whose own first time is 10 s.
        const SourceClock object{Timestamp{10, 0}, rate};
        SegmentView segment;
        segment.objectId = "shared";
        segment.objectTimerange = object.rangeOf(object.originUnit(), 120);
        segment.timerange = clock.rangeOf(clock.originUnit(), 100);
        segment.tsOffset = segment.timerange.start()->at - object.timeOf(object.originUnit() + 12);
        auto sequence = timeline::emptySequence("Cut", rate, false);
        append(sequence, source, 30, 40);
        auto tracks = sequence.tracks;
        sequence.tracks = {tracks[0]};
        auto plan = planConform(sequence, mapOf({source})).plan;
        QVERIFY(resolveObjects(plan, lookupIn({{source.flows[1].flowId, {segment}}})).value().empty());
        QCOMPARE(plan.picture.at(0).objects, (std::vector<ObjectUse>{{"shared", 42, 40}}));
    }

    void aHoleIsReportedWhereItIsSeen() {
        const FrameRate rate{50, 1};
        const auto source = sourceOf("CAM 3", rate, 200);
        auto segments = segmentsOf(source.clock, 200, 25, "v");
        segments.erase(segments.begin() + 3); // frames 75..99
        auto sequence = timeline::emptySequence("Cut", rate, false);
        append(sequence, source, 0, 10);
        append(sequence, source, 60, 60);
        sequence.tracks = {sequence.tracks[0]};
        auto plan = planConform(sequence, mapOf({source})).plan;
        const auto problems = resolveObjects(plan, lookupIn({{source.flows[1].flowId, segments}})).value();
        QCOMPARE(problems.size(), std::size_t{1});
        QCOMPARE(problems[0].recordFrame, 25);
        QVERIFY(problems[0].summary.find("CAM 3 is missing in the cloud, at 01:00:00:25") !=
                std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestResolve)
#include "test_resolve.moc"
