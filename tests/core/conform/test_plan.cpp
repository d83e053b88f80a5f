#include "plan_fixtures.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace cutaway;
using namespace cutaway::conform;
using fixtures::append;
using fixtures::clipOf;
using fixtures::mapOf;
using fixtures::sourceOf;

namespace {

const FrameRate p50{50, 1};
const FrameRate p5994{60000, 1001};

Problem onlyProblem(const PlanOutcome& outcome) {
    return outcome.problems.size() == 1 ? outcome.problems.front() : Problem{};
}

bool says(const Problem& problem, const char* words) {
    return problem.summary.find(words) != std::string::npos;
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutsBecomeSpansOfTheMasters() {
        for (FrameRate rate : {p50, p5994}) {
            const auto one = sourceOf("CAM 1", rate, 1000);
            const auto two = sourceOf("CAM 2", rate, 1000);
            auto sequence = timeline::emptySequence("Cut", rate, rate == p5994);
            append(sequence, one, 100, 37);
            append(sequence, two, 137, 41);
            const auto [plan, problems] = planConform(sequence, mapOf({one, two}));
            QVERIFY(problems.empty());
            QCOMPARE(plan.frames, 78);
            QCOMPARE(plan.samples, samplesAtFrame(78, rate));
            QCOMPARE(plan.picture.size(), std::size_t{2});
            QCOMPARE(plan.picture[1].recordUnit, 37);
            QCOMPARE(plan.picture[1].sourceUnit, two.clock.originUnit() + 137);
            QCOMPARE(plan.picture[0].flowId, one.flows[1].flowId);
            QCOMPARE(plan.sound.at(0).spans.at(1).sourceUnit,
                     two.clock.audio().originUnit() + samplesAtFrame(137, rate));
            QCOMPARE(plan.sound[0].spans[1].recordUnit, samplesAtFrame(37, rate));
            QCOMPARE(plan.timecodeAt(0), std::string(rate == p5994 ? "01:00:00;00" : "01:00:00:00"));
        }
    }

    void everyRecordFrameOnceInRandomSequences() {
        std::mt19937 random(42);
        const std::vector sources{sourceOf("CAM 1", p5994, 5000), sourceOf("CAM 2", p5994, 5000)};
        for (int round = 0; round < 200; ++round) {
            auto sequence = timeline::emptySequence("Random", p5994, true);
            auto upper = *sequence.tracks[0];
            for (int i = 0; i < 10; ++i) {
                append(sequence, sources[random() % 2], static_cast<std::int64_t>(random() % 4000),
                       static_cast<std::int64_t>(1 + random() % 90));
                const auto length = static_cast<std::int64_t>(1 + random() % 60);
                upper.items.push_back(random() % 2 ? timeline::Item::gap(length)
                                                   : timeline::Item::of(clipOf(sources[1], 7, length)));
            }
            sequence.tracks.insert(sequence.tracks.begin() + 1,
                                   std::make_shared<const timeline::Track>(upper));
            const auto [plan, problems] = planConform(sequence, mapOf(sources));
            QVERIFY(problems.empty());
            std::int64_t next = 0;
            for (const Span& span : plan.picture) {
                QCOMPARE(span.recordUnit, next);
                next += span.count;
            }
            QCOMPARE(next, plan.frames);
            std::int64_t sample = 0;
            for (const Span& span : plan.sound.at(0).spans) {
                QCOMPARE(span.recordUnit, sample);
                sample += span.count;
            }
            QCOMPARE(sample, samplesAtFrame(sequence.tracks[0]->duration(), p5994));
            QCOMPARE(planToJson(plan), planToJson(planConform(sequence, mapOf(sources)).plan));
            QCOMPARE(planFromJson(planToJson(plan)).value(), plan);
        }
    }

    void masterIsLowestGenerationThenHighestBitRateThatCovers() {
        auto source = sourceOf("CAM 1", p50, 1000);
        auto better = source.flows[1];
        better.flowId = Uuid::random();
        better.bitRate *= 2;
        auto best = better;
        best.flowId = Uuid::random();
        best.bitRate *= 2;
        best.available = source.clock.rangeOf(source.clock.originUnit(), 50);
        auto copy = better;
        copy.flowId = Uuid::random();
        copy.bitRate *= 100;
        copy.generation = 1;
        source.flows.insert(source.flows.begin(), {copy, best, better});
        auto sequence = timeline::emptySequence("Cut", p50, false);
        append(sequence, source, 0, 50);
        append(sequence, source, 20, 50); // beyond what the best one holds
        for (int order = 0; order < 6; ++order) {
            const auto plan = planConform(sequence, mapOf({source})).plan;
            QCOMPARE(plan.picture.at(0).flowId, best.flowId);
            QCOMPARE(plan.picture.at(1).flowId, better.flowId);
            std::rotate(source.flows.begin(), source.flows.begin() + 1, source.flows.end());
        }
    }

    void gapsAreBlackAndSilent() {
        const auto source = sourceOf("CAM 1", p50, 1000);
        auto sequence = timeline::emptySequence("Cut", p50, false);
        append(sequence, source, 0, 10);
        auto video = *sequence.tracks[0];
        video.items.insert(video.items.begin(), timeline::Item::gap(5));
        sequence.tracks[0] = std::make_shared<const timeline::Track>(video);
        const auto plan = planConform(sequence, mapOf({source})).plan;
        QVERIFY(plan.picture.at(0).isBlack());
        QCOMPARE(plan.frames, 15);
        QCOMPARE(plan.sound.at(0).spans.at(0).count, 9600);
    }

    void eachProblemIsSaidOnItsClip() {
        auto source = sourceOf("CAM 2", p50, 1000);
        const auto planOf = [&](std::int64_t offset, std::int64_t frames) {
            auto sequence = timeline::emptySequence("Cut", p50, false);
            auto video = *sequence.tracks[0];
            video.items = {timeline::Item::gap(25), timeline::Item::of(clipOf(source, offset, frames))};
            sequence.tracks[0] = std::make_shared<const timeline::Track>(video);
            return planConform(sequence, mapOf({source}));
        };
        QVERIFY(planOf(0, 1000).problems.empty());
        QVERIFY(says(onlyProblem(planOf(990, 11)), "it runs from 10:00:00:00 to 10:00:20:00"));
        QVERIFY(says(onlyProblem(planOf(-1, 5)), "CAM 2 has no picture from 09:59:59:49"));
        QCOMPARE(onlyProblem(planOf(990, 11)).recordFrame, 25);

        source.flows[1].available = source.clock.rangeOf(source.clock.originUnit(), 500);
        QVERIFY(says(onlyProblem(planOf(490, 20)), "ends at 10:00:10:00, and the clip at 10:00:10:10"));
        QVERIFY(planOf(490, 10).problems.empty());

        source.flows.erase(source.flows.begin() + 1);
        QVERIFY(says(onlyProblem(planOf(0, 5)), "The full-quality picture of CAM 2 is not in the cloud yet"));
        QCOMPARE(onlyProblem(planOf(0, 5)).category, ErrorCategory::NotFound);

        source.clock.rate = {25, 1};
        QVERIFY(says(onlyProblem(planOf(0, 5)), "runs at 25 per second and the sequence at 50"));
    }

    void unknownSourceAndEmptySequence() {
        const auto source = sourceOf("CAM 1", p50, 100);
        auto sequence = timeline::emptySequence("Cut", p50, false);
        QVERIFY(says(onlyProblem(planConform(sequence, {})), "The sequence is empty"));
        append(sequence, source, 0, 5);
        const auto outcome = planConform(sequence, {});
        QCOMPARE(outcome.problems.size(), std::size_t{2}); // picture and sound
        QVERIFY(says(outcome.problems[0], "is not in this cloud"));
        QVERIFY(problemsToJson(outcome.problems).find("\"clip_id\"") != std::string::npos);
    }

    void damagedDescriptionsAreRefused() {
        const auto source = sourceOf("CAM 1", p50, 100);
        auto sequence = timeline::emptySequence("Cut", p50, false);
        append(sequence, source, 0, 50);
        append(sequence, source, 20, 10);
        const std::string good = planToJson(planConform(sequence, mapOf({source})).plan);
        QVERIFY(planFromJson(good).ok());
        std::mt19937 random(1);
        int refused = 0;
        for (int round = 0; round < 3000; ++round) {
            std::string damaged = good;
            for (int k = 0; k < 3; ++k)
                damaged[random() % damaged.size()] = static_cast<char>(' ' + random() % 95);
            const auto plan = planFromJson(damaged);
            refused += plan.ok() ? 0 : 1;
            if (!plan)
                continue;
            std::int64_t next = 0;
            for (const Span& span : plan->picture) {
                QCOMPARE(span.recordUnit, next);
                next += span.count;
            }
            QCOMPARE(next, plan->frames);
        }
        QVERIFY(refused > 1000);
        for (const char* text : {"", "[]", "{}", "null", "{\"frames\": 1e99}"})
            QVERIFY(!planFromJson(text));
        QVERIFY(!planFromJson(std::string(100000, '[')));
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "test_plan.moc"
