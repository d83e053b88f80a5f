#include "plan_fixtures.h"

#include "core/timeline/invariants.h"
#include "core/timeline/transitions.h"

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

/// Transitions of any kind wherever the clips let them be.
void addTransitions(timeline::Sequence& sequence, std::mt19937& random) {
    const auto some = [&](int most) { return static_cast<std::int64_t>(random() % unsigned(most)); };
    for (auto& track : sequence.tracks) {
        auto changed = *track;
        timeline::normalise(changed.items);
        const int scale = changed.kind == timeline::TrackKind::Audio ? 700 : 1;
        for (auto& item : changed.items) {
            if (!item.clip)
                continue;
            auto clip = *item.clip;
            const auto kind = static_cast<timeline::TransitionKind>(random() % 3);
            if (random() % 2)
                clip.head = timeline::Transition{kind, some(20 * scale), some(20 * scale)};
            if (random() % 2)
                clip.tail = timeline::Transition{kind, some(20 * scale), 0};
            item = timeline::Item::of(clip);
        }
        timeline::fitTransitions(changed.items);
        timeline::fitTransitions(changed.items);
        track = std::make_shared<const timeline::Track>(changed);
    }
}

Problem onlyProblem(const PlanOutcome& outcome) {
    return outcome.problems.size() == 1 ? outcome.problems.front() : Problem{};
}

/// Fifty frames of each, picture and sound, and what lies between them.
timeline::Sequence mixed(const SourceMedia& one, std::int64_t firstOfOne, const SourceMedia& two,
                         std::int64_t firstOfTwo, std::optional<timeline::Transition> transition) {
    auto sequence = timeline::emptySequence("Cut", p50, false);
    append(sequence, one, firstOfOne, 50);
    append(sequence, two, firstOfTwo, 50);
    for (auto& track : sequence.tracks) {
        auto changed = *track;
        if (changed.items.empty())
            continue;
        auto clip = *changed.items[1].clip;
        clip.head = transition;
        if (transition && changed.kind == timeline::TrackKind::Audio)
            clip.head =
                timeline::Transition{transition->kind, transition->before * 960, transition->after * 960};
        changed.items[1] = timeline::Item::of(clip);
        track = std::make_shared<const timeline::Track>(changed);
    }
    return sequence;
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
                append(sequence, sources[random() % 2], static_cast<std::int64_t>(100 + random() % 4000),
                       static_cast<std::int64_t>(1 + random() % 90));
                const auto length = static_cast<std::int64_t>(1 + random() % 60);
                upper.items.push_back(random() % 2 ? timeline::Item::gap(length)
                                                   : timeline::Item::of(clipOf(sources[1], 70, length)));
            }
            sequence.tracks.insert(sequence.tracks.begin() + 1,
                                   std::make_shared<const timeline::Track>(upper));
            addTransitions(sequence, random);
            const auto [plan, problems] = planConform(sequence, mapOf(sources));
            QVERIFY(problems.empty());
            std::int64_t next = 0;
            for (const Span& span : plan.picture) {
                QCOMPARE(span.recordUnit, next);
                next += span.count;
            }
            QCOMPARE(next, plan.frames);
            // Each sample once, and in transitions twice: on its way out and on its way in.
            std::map<std::int64_t, int> edges;
            for (const Span& span : plan.sound.at(0).spans) {
                edges[span.recordUnit] += 1;
                edges[span.recordUnit + span.count] -= 1;
            }
            int at = 0;
            for (const auto& [sample, change] : edges) {
                at += change;
                QVERIFY(at >= 1 || sample == samplesAtFrame(sequence.tracks[0]->duration(), p5994));
                QVERIFY(at <= 2);
            }
            QCOMPARE(planToJson(plan), planToJson(planConform(sequence, mapOf(sources)).plan));
            QCOMPARE(planFromJson(planToJson(plan)).value(), plan);
        }
    }

    void transitionsNameBothMasters() {
        const auto one = sourceOf("CAM 1", p50, 1000);
        const auto two = sourceOf("CAM 2", p50, 1000);
        const auto sequence =
            mixed(one, 100, two, 300, timeline::Transition{timeline::TransitionKind::Dip, 4, 6});
        const auto [plan, problems] = planConform(sequence, mapOf({one, two}));
        QVERIFY(problems.empty());
        QCOMPARE(plan.picture.size(), std::size_t{3});
        const Span& span = plan.picture[1];
        QCOMPARE(span.recordUnit, 46);
        QCOMPARE(span.count, 10);
        QVERIFY(span.isRendered() && !plan.picture[0].isRendered());
        QCOMPARE(span.sourceUnit, one.clock.originUnit() + 146);
        QCOMPARE(span.over.size(), std::size_t{1});
        QCOMPARE(span.over[0].sourceUnit, two.clock.originUnit() + 296);
        QCOMPARE(span.over[0].flowId, two.flows[1].flowId);
        QCOMPARE(span.over[0].fade, (render::Fade{timeline::TransitionKind::Dip, true, 46, 10}));
        QCOMPARE(plan.sound.at(0).spans.size(), std::size_t{4});
        QCOMPARE(plan.sound[0].spans[1].recordUnit, plan.sound[0].spans[2].recordUnit);
        QCOMPARE(plan.sound[0].spans[2].sourceUnit, two.clock.audio().originUnit() + 960 * 296);
        QCOMPARE(planFromJson(planToJson(plan)).value(), plan);
    }

    void whatATransitionLacksIsSaidInFrames() {
        auto one = sourceOf("CAM 1", p50, 200);
        const auto two = sourceOf("CAM 2", p50, 1000);
        const timeline::Transition wanted{timeline::TransitionKind::Dissolve, 5, 6};
        // 50 frames from 147 on: 3 are left of 200, and 6 are needed; 2 lie ahead of frame 2, and 5 are.
        auto problems = planConform(mixed(one, 147, two, 300, wanted), mapOf({one, two})).problems;
        QCOMPARE(problems.size(), std::size_t{2}); // picture and sound
        for (const Problem& problem : problems) {
            QVERIFY2(says(problem, "The transition at 01:00:01:00 needs 3 more frames of “CAM 1” after what"),
                     problem.summary.c_str());
            QCOMPARE(problem.recordFrame, 50);
        }
        problems = planConform(mixed(two, 300, one, 2, wanted), mapOf({one, two})).problems;
        QCOMPARE(problems.size(), std::size_t{2});
        QVERIFY2(says(problems[0], "needs 3 more frames of “CAM 1” before what the clip shows"),
                 problems[0].summary.c_str());
        QVERIFY(planConform(mixed(one, 144, two, 300, wanted), mapOf({one, two})).problems.empty());
        // What the clip itself lacks is said as ever.
        one.flows[1].available = one.clock.rangeOf(one.clock.originUnit(), 150);
        problems = planConform(mixed(one, 140, two, 300, wanted), mapOf({one, two})).problems;
        QVERIFY2(says(problems.at(0), "The full-quality picture of CAM 1 ends at"),
                 problems[0].summary.c_str());
    }

    void aClipAndItsHandlesTakeOneMaster() {
        auto one = sourceOf("CAM 1", p50, 1000);
        const auto two = sourceOf("CAM 2", p50, 1000);
        auto better = one.flows[1]; // holds what the clip shows, but not what the transition takes
        better.flowId = Uuid::random();
        better.bitRate *= 2;
        better.available = one.clock.rangeOf(one.clock.originUnit(), 150);
        one.flows.push_back(better);
        const auto plan = planConform(mixed(one, 100, two, 300,
                                            timeline::Transition{timeline::TransitionKind::Dissolve, 5, 5}),
                                      mapOf({one, two}))
                              .plan;
        QCOMPARE(plan.picture[0].flowId, one.flows[1].flowId);
        QCOMPARE(plan.picture[1].flowId, one.flows[1].flowId);
        const auto cut = planConform(mixed(one, 100, two, 300, std::nullopt), mapOf({one, two})).plan;
        QCOMPARE(cut.picture[0].flowId, better.flowId);
    }

    void jobsFromBeforeTransitionsAreRead() {
        const auto one = sourceOf("CAM 1", p50, 1000);
        const auto two = sourceOf("CAM 2", p50, 1000);
        const auto plan = planConform(mixed(one, 100, two, 300, std::nullopt), mapOf({one, two})).plan;
        const std::string text = planToJson(plan);
        for (const char* later : {"\"over\"", "\"fade\"", "\"gain\""})
            QVERIFY(text.find(later) == std::string::npos); // as it was written then
        QCOMPARE(planFromJson(text).value(), plan);
    }

    void plansWhoseTransitionsMakeNoSenseAreRefused() {
        const auto one = sourceOf("CAM 1", p50, 1000);
        const auto two = sourceOf("CAM 2", p50, 1000);
        const auto good =
            planConform(mixed(one, 100, two, 300, timeline::Transition{timeline::TransitionKind::Wipe, 5, 5}),
                        mapOf({one, two}))
                .plan;
        QVERIFY(planFromJson(planToJson(good)).ok());
        const auto refused = [&](const auto& damage) {
            ConformPlan plan = good;
            damage(plan);
            return !planFromJson(planToJson(plan)).ok();
        };
        QVERIFY(refused([](ConformPlan& p) { p.picture[1].over[0].fade->first += 1; }));
        QVERIFY(refused([](ConformPlan& p) { p.picture[1].over[0].fade->count -= 1; }));
        QVERIFY(refused([](ConformPlan& p) { p.picture[1].over[0].fade->count = 0; }));
        QVERIFY(refused([](ConformPlan& p) { p.picture[1].over[0].flowId = Uuid::random(); }));
        QVERIFY(refused([](ConformPlan& p) { p.picture[1].over[0].flowId = Uuid(); }));
        QVERIFY(refused([](ConformPlan& p) { p.picture[1].over.resize(200, p.picture[1].over[0]); }));
        QVERIFY(refused([](ConformPlan& p) { p.sound[0].spans[1].fade->first += 1; }));
        QVERIFY(refused([](ConformPlan& p) { p.sound[0].spans[1].gain = timeline::highestGain + 1; }));
        QVERIFY(refused([](ConformPlan& p) { // three sounds of one track at once
            p.sound[0].spans.insert(p.sound[0].spans.begin() + 1, p.sound[0].spans[1]);
        }));
        std::string text = planToJson(good);
        text.replace(text.find("\"wipe\""), 6, "\"iris\"");
        QVERIFY(!planFromJson(text).ok());
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
        std::mt19937 random(1);
        addTransitions(sequence, random);
        const std::string good = planToJson(planConform(sequence, mapOf({source})).plan);
        QVERIFY(planFromJson(good).ok());
        QVERIFY(good.find("\"over\"") != std::string::npos);
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
