#include "timeline_fixture.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

enum { V1, A1, A2 };

/// V1 and A1: A 0..10, B 20..40, C 50..60, linked; A2 empty.
Sequence threeClips() {
    Sequence sequence = emptySequence("Test", {50, 1}, false);
    const auto both = [&](int number, std::int64_t in, std::int64_t out) {
        SourceTiming source = angle(number);
        source.sounds = 1;
        const auto patches = targetPatches(sequence, source, true, true);
        sequence = *doUndoRedo(sequence, append(sequence, part(source, in, out), patches));
    };
    both(1, 0, 10);
    both(2, 20, 40);
    both(3, 50, 60);
    return sequence;
}

std::vector<Patch> pictureOnly(const Sequence& sequence) {
    return targetPatches(sequence, angle(4), true, false);
}

} // namespace

class TestEdits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void appendLaysClipsEndToEnd() {
        const Sequence s = threeClips();
        COMPARE_TRACK(s, V1, "A0+10 B20+20 C50+10");
        COMPARE_TRACK(s, A1, "A0+10 B20+20 C50+10");
        COMPARE_TRACK(s, A2, "");
        QCOMPARE(s.durationFrames(), 40);
    }
    void insertOpensEveryTrack() {
        const Sequence s = threeClips();
        const auto after = doUndoRedo(s, insert(s, 15, part(angle(4), 100, 104), pictureOnly(s)));
        COMPARE_TRACK(*after, V1, "A0+10 B20+5 D100+4 B25+15 C50+10");
        COMPARE_TRACK(*after, A1, "A0+10 B20+5 gap4 B25+15 C50+10");
        // The right halves are linked with each other, and no longer with the left ones.
        const auto right = clipAt(*after, V1, 20)->clip;
        QCOMPARE(clipAt(*after, A1, 20)->clip->linkGroup, right->linkGroup);
        QVERIFY(!right->linkGroup.isNil());
        QVERIFY(clipAt(*after, V1, 12)->clip->linkGroup != right->linkGroup);
    }
    void insertAtAnEditCutsNothing() {
        const Sequence s = threeClips();
        const auto after = doUndoRedo(s, insert(s, 10, part(angle(4), 0, 3), pictureOnly(s)));
        COMPARE_TRACK(*after, V1, "A0+10 D0+3 B20+20 C50+10");
        QCOMPARE(clipOn(*after, V1, 13), clipOn(s, V1, 10));
    }
    void overwritePictureLeavesRunningSound() {
        const Sequence s = threeClips();
        const auto after = doUndoRedo(s, overwrite(s, 8, part(angle(4), 0, 6), pictureOnly(s)));
        COMPARE_TRACK(*after, V1, "A0+8 D0+6 B24+16 C50+10");
        COMPARE_TRACK(*after, A1, "A0+10 B20+20 C50+10");
        // What is left of B is still B and still linked to its sound.
        QCOMPARE(clipOn(*after, V1, 20), clipOn(s, V1, 20));
        QCOMPARE(clipAt(*after, V1, 20)->clip->linkGroup, clipAt(s, A1, 20)->clip->linkGroup);
    }
    void overwriteBeyondTheEndLeavesAGap() {
        const Sequence s = threeClips();
        const auto after = doUndoRedo(s, overwrite(s, 45, part(angle(4), 0, 6), pictureOnly(s)));
        COMPARE_TRACK(*after, V1, "A0+10 B20+20 C50+10 gap5 D0+6");
    }
    void soundOnlyGoesToTheTargetedSoundTracks() {
        const Sequence s = threeClips();
        const auto patches = targetPatches(s, angle(4), false, true);
        QCOMPARE(patches.size(), std::size_t(2));
        QCOMPARE(patches[1].member, 2);
        const auto after = doUndoRedo(s, overwrite(s, 5, part(angle(4), 0, 3), patches));
        COMPARE_TRACK(*after, V1, "A0+10 B20+20 C50+10");
        COMPARE_TRACK(*after, A1, "A0+5 D0+3 A8+2 B20+20 C50+10");
        COMPARE_TRACK(*after, A2, "gap5 D0+3");
        QCOMPARE(clipAt(*after, A2, 6)->clip->audioMember, 2);
    }
    void liftLeavesAGapAndExtractClosesIt() {
        const Sequence s = threeClips();
        const auto lifted = doUndoRedo(s, lift(s, 5, 15));
        COMPARE_TRACK(*lifted, V1, "A0+5 gap10 B25+15 C50+10");
        const auto extracted = doUndoRedo(s, extract(s, 5, 15));
        COMPARE_TRACK(*extracted, V1, "A0+5 B25+15 C50+10");
        COMPARE_TRACK(*extracted, A1, "A0+5 B25+15 C50+10");
        // B kept its head's place in name: one clip, its own id, linked as before.
        QCOMPARE(clipOn(*extracted, V1, 6), clipOn(s, V1, 10));
        QCOMPARE(clipAt(*extracted, V1, 6)->clip->linkGroup, clipAt(s, V1, 10)->clip->linkGroup);
    }
    void extractInsideOneClipMakesTwo() {
        const Sequence s = threeClips();
        const auto after = doUndoRedo(s, extract(s, 15, 20));
        COMPARE_TRACK(*after, V1, "A0+10 B20+5 B30+10 C50+10");
        QVERIFY(clipOn(*after, V1, 14) != clipOn(*after, V1, 15));
        QVERIFY(clipAt(*after, V1, 14)->clip->linkGroup != clipAt(*after, V1, 15)->clip->linkGroup);
        QCOMPARE(clipAt(*after, V1, 15)->clip->linkGroup, clipAt(*after, A1, 15)->clip->linkGroup);
    }
    void rippleDeleteTakesTheLinkedSound() {
        const Sequence s = threeClips();
        const auto clips = withLinked(s, {clipOn(s, V1, 12)});
        QCOMPARE(clips.size(), std::size_t(2));
        const auto after = doUndoRedo(s, rippleDelete(s, clips));
        COMPARE_TRACK(*after, V1, "A0+10 C50+10");
        COMPARE_TRACK(*after, A1, "A0+10 C50+10");
    }
    void deleteLeavesAGapThatCanBeClosed() {
        const Sequence s = threeClips();
        const auto after = doUndoRedo(s, deleteClips(s, withLinked(s, {clipOn(s, A1, 12)})));
        COMPARE_TRACK(*after, V1, "A0+10 gap20 C50+10");
        const auto closed = doUndoRedo(*after, closeGap(*after, after->tracks[V1]->id, 15));
        COMPARE_TRACK(*closed, A1, "A0+10 C50+10");
        const auto onePiece = doUndoRedo(s, deleteClips(s, {clipOn(s, V1, 12)}));
        QCOMPARE(closeGap(*onePiece, onePiece->tracks[V1]->id, 15).error().category, ErrorCategory::Conflict);
    }
    void razorCutsTheNamedTracks() {
        const Sequence s = threeClips();
        const auto all = doUndoRedo(s, razor(s, 15, {}));
        COMPARE_TRACK(*all, V1, "A0+10 B20+5 B25+15 C50+10");
        COMPARE_TRACK(*all, A1, "A0+10 B20+5 B25+15 C50+10");
        const std::vector<Uuid> picture{s.tracks[V1]->id};
        const auto one = doUndoRedo(s, razor(s, 15, picture));
        COMPARE_TRACK(*one, A1, "A0+10 B20+20 C50+10");
        QVERIFY(clipAt(*one, V1, 15)->clip->linkGroup.isNil());
        QVERIFY(!razor(s, 10, {}).ok());
    }
    void moveOverwritesWhereItLands() {
        const Sequence s = threeClips();
        const auto clips = withLinked(s, {clipOn(s, V1, 0)});
        const auto after = doUndoRedo(s, moveClips(s, clips, 15, 0));
        COMPARE_TRACK(*after, V1, "gap10 B20+5 A0+10 B35+5 C50+10");
        COMPARE_TRACK(*doUndoRedo(s, moveClips(s, clips, -5, 0)), V1, "A0+10 B20+20 C50+10");
        const auto down = doUndoRedo(s, moveClips(s, {clipOn(s, A1, 0)}, 0, 1));
        COMPARE_TRACK(*down, A1, "gap10 B20+20 C50+10");
        COMPARE_TRACK(*down, A2, "A0+10");
    }
    void rearrangePutsClipsInAnotherOrder() {
        const Sequence s = threeClips();
        const auto first = doUndoRedo(s, rearrange(s, withLinked(s, {clipOn(s, V1, 35)}), 10));
        COMPARE_TRACK(*first, V1, "A0+10 C50+10 B20+20");
        COMPARE_TRACK(*first, A1, "A0+10 C50+10 B20+20");
        const auto last = doUndoRedo(s, rearrange(s, withLinked(s, {clipOn(s, V1, 0)}), 30));
        COMPARE_TRACK(*last, V1, "B20+20 A0+10 C50+10");
    }
    void swapAngleKeepsTheInstant() {
        const Sequence s = threeClips();
        SourceTiming to = angle(4);
        to.clock.origin = to.clock.origin + Timestamp{0, 100'000'000}; // starts five frames later
        to.first = to.clock.originUnit();
        to.end = to.first + 35;
        const auto clip = withLinked(s, {clipOn(s, V1, 12)});
        const auto after = doUndoRedo(s, swapAngle(s, clip, to, angles()));
        COMPARE_TRACK(*after, V1, "A0+10 D20+20 C50+10");
        COMPARE_TRACK(*after, A1, "A0+10 D20+20 C50+10");
        QCOMPARE(clipAt(*after, V1, 12)->clip->media.sourceId, to.multiSource);
        to.end = to.first + 34;
        const auto tooShort = swapAngle(s, withLinked(s, {clipOn(s, V1, 35)}), to, angles());
        QCOMPARE(tooShort.error().category, ErrorCategory::NotFound);
        QVERIFY(tooShort.error().message.starts_with("D "));
    }
    void stringOutIsOneStep() {
        const Sequence s = threeClips();
        const std::vector<MarkedRange> ranges{part(angle(4), 0, 5), part(angle(1), 100, 103)};
        const auto after = doUndoRedo(s, stringOut(s, 10, ranges, [&](const SourceTiming& source) {
                                          return targetPatches(s, source, true, true);
                                      }));
        COMPARE_TRACK(*after, V1, "A0+10 D0+5 A100+3 B20+20 C50+10");
        COMPARE_TRACK(*after, A2, "gap10 D0+5 A100+3");
    }
    void lockedTracksAreNeverTouched() {
        Sequence s = threeClips();
        s = *doUndoRedo(s, setTrack(s, s.tracks[A1]->id, TrackToggle::Lock, true));
        const auto after = doUndoRedo(s, extract(s, 0, 10));
        COMPARE_TRACK(*after, V1, "B20+20 C50+10");
        COMPARE_TRACK(*after, A1, "A0+10 B20+20 C50+10");
        QVERIFY(!deleteClips(s, {clipOn(s, A1, 0)}).ok());
        const std::vector<Patch> onto{{s.tracks[A1]->id, 1}};
        QCOMPARE(insert(s, 0, part(angle(1), 0, 5), onto).error().message,
                 std::string("A1 is locked. Unlock it to edit it."));
    }
    void refusedEditsSayWhy() {
        const Sequence s = threeClips();
        QVERIFY(!insert(s, 0, part(angle(1), 5, 5), pictureOnly(s)).ok());
        QCOMPARE(insert(s, 0, part(angle(1), 990, 1001), pictureOnly(s)).error().category,
                 ErrorCategory::NotFound);
        QVERIFY(!insert(s, -1, part(angle(1), 0, 5), pictureOnly(s)).ok());
        QVERIFY(!insert(s, 0, part(angle(1), 0, 5), {}).ok());
        QVERIFY(!deleteClips(s, {Uuid::random()}).ok());
        QVERIFY(!lift(s, 7, 7).ok());
    }
    void threePointsGiveTheFourth_data() {
        QTest::addColumn<int>("sourceIn");
        QTest::addColumn<int>("sourceOut");
        QTest::addColumn<int>("recordIn");
        QTest::addColumn<int>("recordOut");
        QTest::addColumn<int>("in");
        QTest::addColumn<int>("out");
        QTest::addColumn<int>("frame");
        QTest::newRow("source marked") << 10 << 20 << -1 << -1 << 10 << 20 << 7;
        QTest::newRow("source and record in") << 10 << 20 << 3 << -1 << 10 << 20 << 3;
        QTest::newRow("back-timed to the record out") << 10 << 20 << -1 << 30 << 10 << 20 << 20;
        QTest::newRow("record marked, source in") << 10 << -1 << 3 << 9 << 10 << 16 << 3;
        QTest::newRow("record marked, source out") << -1 << 20 << 3 << 9 << 14 << 20 << 3;
        QTest::newRow("four points: the record decides") << 10 << 90 << 3 << 9 << 10 << 16 << 3;
        QTest::newRow("nothing but an in") << 990 << -1 << -1 << -1 << 990 << 1000 << 7;
        QTest::newRow("nothing at all") << -1 << -1 << -1 << -1 << 500 << 1000 << 7;
    }
    void threePointsGiveTheFourth() {
        const SourceTiming source = angle(1);
        const auto mark = [](int value, std::int64_t origin) {
            return value < 0 ? std::nullopt : std::optional(origin + value);
        };
        QFETCH(int, sourceIn);
        QFETCH(int, sourceOut);
        QFETCH(int, recordIn);
        QFETCH(int, recordOut);
        QFETCH(int, in);
        QFETCH(int, out);
        QFETCH(int, frame);
        const ThreePoint marks{mark(sourceIn, source.first),
                               mark(sourceOut, source.first),
                               mark(recordIn, 0),
                               mark(recordOut, 0),
                               source.first + 500,
                               7};
        const auto placed = resolveThreePoint(source, marks);
        QVERIFY(placed.ok());
        QCOMPARE(placed->range.in - source.first, in);
        QCOMPARE(placed->range.out - source.first, out);
        QCOMPARE(placed->frame, frame);
    }
    void soundEdgesAreCumulativeAt5994() {
        const FrameRate rate{60000, 1001};
        Sequence s = emptySequence("Test", rate, true);
        // One frame at a time: per clip 800 or 801 samples, and never adrift of S(n).
        for (int n = 0; n < 100; ++n) {
            const auto patches = targetPatches(s, angle(1, rate), true, true);
            s = *doUndoRedo(s, append(s, part(angle(1, rate), n, n + 1), patches));
            QCOMPARE(s.tracks[A1]->duration(), samplesAtFrame(n + 1, rate));
        }
        QCOMPARE(s.tracks[A1]->duration(), 80080);
        // Taking frames out and putting as many in moves every later edge to its own S(n) again.
        const Sequence before = s;
        for (int n = 0; n < 7; ++n) {
            s = *doUndoRedo(s, extract(s, 3, 4));
            const auto patches = targetPatches(s, angle(2, rate), true, true);
            s = *doUndoRedo(s, insert(s, 50, part(angle(2, rate), 0, 1), patches));
        }
        QCOMPARE(s.tracks[A1]->duration(), before.tracks[A1]->duration());
        const TrackIndex index(*s.tracks[A1]);
        for (std::size_t i = 0; i <= index.size(); ++i)
            QCOMPARE(index.start(i), samplesAtFrame(std::int64_t(i), rate));
    }
    void emptySequenceTakesTheRateOfItsFirstClip() {
        const Sequence s = emptySequence("Test", {50, 1}, false);
        SourceTiming drop = angle(1, {60000, 1001});
        drop.dropFrame = true;
        const auto after = doUndoRedo(s, takeRate(s, drop));
        QCOMPARE(after->rate, (FrameRate{60000, 1001}));
        QCOMPARE(timecodeText(after->startFrame, after->timecode()), std::string("01:00:00;00"));
        QVERIFY(!takeRate(threeClips(), drop).ok());
    }
    void markersStayInOrder() {
        Sequence s = threeClips();
        s = *doUndoRedo(s, addMarker(s, {{}, 30, 0, "Goal", "RED"}));
        s = *doUndoRedo(s, addMarker(s, {{}, 10, 0, "Gun", "GREEN"}));
        QCOMPARE(s.markers.front().name, std::string("Gun"));
        s = *doUndoRedo(s, removeMarker(s, s.markers.front().id));
        QCOMPARE(s.markers.size(), std::size_t(1));
    }
    void aDragIsOneStep() {
        const Sequence s = threeClips();
        History history(std::make_shared<const Sequence>(s));
        const auto clips = withLinked(s, {clipOn(s, V1, 35)});
        history.begin();
        for (int delta = 1; delta <= 20; ++delta)
            QVERIFY(history.preview(*moveClips(s, clips, delta, 0)).ok());
        QVERIFY(!history.canUndo());
        QCOMPARE(history.current()->durationFrames(), 60);
        QCOMPARE(*history.committed(), s);
        QVERIFY(history.commit().ok());
        QCOMPARE(history.undoName(), std::string("Move"));
        QVERIFY(history.undo().ok());
        QCOMPARE(*history.current(), s);
        QVERIFY(!history.canUndo());
        history.begin();
        QVERIFY(history.preview(*moveClips(s, clips, 5, 0)).ok());
        history.cancel();
        QCOMPARE(*history.current(), s);
        QVERIFY(history.canRedo());
    }
    void aChangeOfAnotherVersionIsRefused() {
        const Sequence s = threeClips();
        const Change change = *extract(s, 0, 5);
        const auto other = doUndoRedo(s, extract(s, 0, 6));
        QCOMPARE(apply(*other, change).error().category, ErrorCategory::Conflict);
    }
    void twentyThousandClipsAreFoundByBinarySearch() {
        Track track = *emptySequence("Test", {50, 1}, false).tracks[V1];
        for (int i = 0; i < 20000; ++i) {
            Clip clip;
            clip.id = Uuid::random();
            clip.mediaRate = {50, 1};
            clip.duration = 1 + i % 7;
            track.items.push_back(Item::of(clip));
        }
        const TrackIndex index(track);
        for (std::size_t i = 0; i < index.size(); ++i) {
            QCOMPARE(*index.itemAt(index.start(i)), i);
            QCOMPARE(*index.itemAt(index.end(i) - 1), i);
        }
        QVERIFY(!index.itemAt(-1));
        QVERIFY(!index.itemAt(index.duration()));
    }
};

QTEST_APPLESS_MAIN(TestEdits)
#include "test_edits.moc"
