#include "../timeline/timeline_fixture.h"

#include "core/interchange/edl_reels.h"
#include "core/interchange/edl_writer.h"
#include "core/interchange/relink.h"

using namespace cutaway;
using namespace cutaway::timeline;
using namespace cutaway::interchange;

namespace {

SourceTiming named(const char* name, int number, std::int64_t hours, FrameRate rate = {25, 1}) {
    SourceTiming source = angle(number, rate);
    source.name = name;
    source.startTimecode = hours * 3600 * 25;
    return source;
}

std::string orderOf(const WantedMedia& wanted, const std::vector<SourceTiming>& angles) {
    std::string names;
    for (const RelinkCandidate& each : rankCandidates(wanted, angles))
        names += each.source.name + std::to_string(static_cast<int>(each.by)) + " ";
    return names;
}

const char* const foreignEdl = R"(TITLE: Other
FCM: NON-DROP FRAME
001  TAPE1    V     C        10:00:01:00 10:00:02:00 01:00:00:00 01:00:01:00
* FROM CLIP NAME: CAM 1.mxf
002  TAPE2    V     C        10:00:05:00 10:00:06:00 01:00:01:00 01:00:02:00
* FROM CLIP NAME: Handheld
003  TAPE1    V     C        10:00:03:00 10:00:04:00 01:00:02:00 01:00:03:00
* FROM CLIP NAME: CAM 1.mxf
)";

} // namespace

class TestRelink : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reelAndTimecodeGoBeforeNameAndNameBeforeTimecode() {
        const std::vector<SourceTiming> angles{named("Wide", 1, 10), named("CAM 2", 2, 12),
                                               named("cam-2", 3, 10), named("Tight", 4, 10)};
        const WantedMedia wanted{"CAM 2.mov", reelOf(angles[3]), {"10:00:01:00", "10:00:09:00"}};
        QCOMPARE(orderOf(wanted, angles), std::string("Tight1 cam-22 CAM 24 Wide5 "));
        QCOMPARE(orderOf({"Nothing", "", {"23:00:00:00"}}, angles), std::string());
        QCOMPARE(orderOf({"", "", {}}, angles), std::string());
    }
    void onlyWhatSpeaksForOneAloneIsCertain() {
        const std::vector<SourceTiming> angles{named("A", 1, 10), named("a", 2, 10), named("B", 3, 10)};
        QVERIFY(!isCertain(rankCandidates({"A", "", {"10:00:01:00"}}, angles))); // two of that name
        QVERIFY(isCertain(rankCandidates({"B", "", {"10:00:01:00"}}, angles)));
        QVERIFY(!isCertain(rankCandidates({"C", "", {"10:00:01:00"}}, angles))); // a timecode is of many
        QVERIFY(!isCertain({}));
    }
    void aTimecodeThatTheRateDoesNotHaveCoversNothing() {
        const std::vector<SourceTiming> angles{named("A", 1, 0, {30000, 1001})};
        QCOMPARE(rankCandidates({"A", "", {"00:00:01:29", "00:00:99:00", "x"}}, angles)[0].covered,
                 std::size_t(1));
    }
    void aForeignListIsRelinkedByChoice() {
        const Format& edl = *formatOf("x.edl");
        auto plan = ImportPlan::make(edl, foreignEdl, {});
        QVERIFY2(plan.ok(), plan.ok() ? "" : plan.error().message.c_str());
        QCOMPARE(plan->wanted().size(), 2U);
        QCOMPARE(plan->wanted()[0].timecodes.size(), 2U);
        QCOMPARE(plan->read()->read.problems.size(), 3U);
        const std::vector<SourceTiming> angles{named("CAM 1", 1, 10), named("CAM 2", 2, 10)};
        plan->offer(angles);
        QCOMPARE(plan->chosen(0), std::optional<std::size_t>(0)); // by its name
        QVERIFY(!plan->chosen(1));                                // its timecode fits both
        QCOMPARE(plan->candidates(1).size(), 2U);
        QCOMPARE(plan->read()->read.problems.size(), 1U);
        plan->choose(1, 1);
        const auto read = plan->read();
        QVERIFY(read.ok() && read->read.problems.empty());
        const Track& v1 = *read->read.sequence.tracks[0];
        QVERIFY(v1.items[1].clip->media.sourceId == angles[1].multiSource);
        QCOMPARE(v1.items[1].clip->in, angles[1].first + 125);
        QCOMPARE(v1.items[2].clip->in, angles[0].first + 75);
    }
    void whatAnIdFindsIsNotAskedFor() {
        Sequence s = emptySequence("Own", {50, 1}, false);
        for (const int number : {1, 2})
            s = **apply(
                s, *append(s, part(angle(number), 100, 150), targetPatches(s, angle(number), true, true)));
        const std::string text = writeEdl(s, angles())->text;
        const auto plan =
            ImportPlan::make(*formatOf("x.edl"), text, [](const MediaName& name) -> Result<ResolvedMedia> {
                if (name.id != angle(1).multiSource)
                    return Error{ErrorCategory::NotFound, "none", {}};
                return ResolvedMedia{angle(1), 0};
            });
        QVERIFY(plan.ok());
        QCOMPARE(plan->wanted().size(), 1U);
        QCOMPARE(plan->wanted()[0].reel, reelOf(angle(2)));
        ImportPlan offered = *plan;
        const std::vector<SourceTiming> known{angle(2), angle(3)};
        offered.offer(known);
        QVERIFY(offered.candidates(0)[0].by == RelinkBy::ReelAndTimecode);
        QVERIFY(offered.read()->read.problems.empty());
    }
    void anOtioFileWithoutIdsIsRelinkedByTimecode() {
        const std::string text =
            R"({"OTIO_SCHEMA":"Timeline.1","name":"T","tracks":{"OTIO_SCHEMA":"Stack.1","children":[
{"OTIO_SCHEMA":"Track.1","kind":"Video","children":[{"OTIO_SCHEMA":"Clip.1","name":"CAM 1",
"source_range":{"OTIO_SCHEMA":"TimeRange.1","start_time":{"OTIO_SCHEMA":"RationalTime.1","rate":25,"value":900050},
"duration":{"OTIO_SCHEMA":"RationalTime.1","rate":25,"value":30}},
"media_reference":{"OTIO_SCHEMA":"MissingReference.1","name":"CAM 1"}}]}]}})";
        auto plan = ImportPlan::make(*formatOf("x.otio"), text, {});
        QVERIFY2(plan.ok(), plan.ok() ? "" : plan.error().message.c_str());
        QCOMPARE(plan->wanted().size(), 1U);
        const std::vector<SourceTiming> angles{named("CAM 1", 1, 10)};
        plan->offer(angles);
        const auto read = plan->read();
        QVERIFY(read.ok() && read->read.problems.empty());
        const Clip& clip = *read->read.sequence.tracks[0]->items[0].clip;
        QCOMPARE(clip.in, angles[0].first + 50);
        QCOMPARE(clip.duration, 30);
    }
};

QTEST_APPLESS_MAIN(TestRelink)
#include "test_relink.moc"
