#include "core/timeline/editor_session.h"
#include "timeline_fixture.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

enum { V1, A1, A2 };

/// V1 and A1: A 100..140, B 200..240, C 300..340, linked.
Sequence threeClips(FrameRate rate = {50, 1}) {
    Sequence sequence = emptySequence("Test", rate, false);
    const auto both = [&](int number, std::int64_t in, std::int64_t out) {
        SourceTiming source = angle(number, rate);
        source.sounds = 1;
        sequence = *doUndoRedo(
            sequence, append(sequence, part(source, in, out), targetPatches(sequence, source, true, true)));
    };
    both(1, 100, 140);
    both(2, 200, 240);
    both(3, 300, 340);
    return sequence;
}

EditorSession sessionOf(const Sequence& sequence) {
    EditorSession session(History(std::make_shared<const Sequence>(sequence)));
    for (int number = 1; number <= 4; ++number)
        session.know(angle(number));
    return session;
}

} // namespace

class TestAdjust : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void slideMovesBetweenTheNeighbours_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50") << 50 << 1;
        QTest::newRow("59.94") << 60000 << 1001;
    }
    void slideMovesBetweenTheNeighbours() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        const Sequence s = threeClips(rate);
        const auto later = doUndoRedo(s, slide(s, clipOn(s, V1, 50), 5, true, angles(rate)));
        COMPARE_TRACK(*later, V1, "A100+45 B200+40 C305+35");
        COMPARE_TRACK(*later, A1, "A100+45 B200+40 C305+35");
        const auto earlier = doUndoRedo(s, slide(s, clipOn(s, V1, 50), -5, false, angles(rate)));
        COMPARE_TRACK(*earlier, V1, "A100+35 B200+40 C295+45");
        COMPARE_TRACK(*earlier, A1, "A100+40 B200+40 C300+40");
        // A keeps one frame, C one.
        COMPARE_TRACK(*doUndoRedo(s, slide(s, clipOn(s, V1, 50), -500, true, angles(rate))), V1,
                      "A100+1 B200+40 C261+79");
        COMPARE_TRACK(*doUndoRedo(s, slide(s, clipOn(s, V1, 50), 500, true, angles(rate))), V1,
                      "A100+79 B200+40 C339+1");
    }
    void slideAtTheEnds() {
        const Sequence s = threeClips();
        // The first clip has nothing before it to give way; the last goes on into the open.
        QVERIFY(slide(s, clipOn(s, V1, 0), -5, true, angles())->isEmpty());
        COMPARE_TRACK(*doUndoRedo(s, slide(s, clipOn(s, V1, 100), 5, true, angles())), V1,
                      "A100+40 B200+45 C300+40");
        COMPARE_TRACK(*doUndoRedo(s, slide(s, clipOn(s, V1, 0), 5, true, angles())), V1,
                      "gap5 A100+40 B205+35 C300+40");
    }
    void extendRollsTheNearestEdit() {
        const Sequence s = threeClips();
        const std::vector<Uuid> v1{s.tracks[V1]->id};
        COMPARE_TRACK(*doUndoRedo(s, extendEdit(s, 47, v1, angles())), V1, "A100+47 B207+33 C300+40");
        COMPARE_TRACK(*doUndoRedo(s, extendEdit(s, 31, v1, angles())), V1, "A100+31 B191+49 C300+40");
        COMPARE_TRACK(*doUndoRedo(s, extendEdit(s, 130, v1, angles())), V1, "A100+40 B200+40 C300+50");
    }
    void replaceLinesUpAtThePlayhead() {
        const Sequence s = threeClips();
        auto now = doUndoRedo(
            s, replaceMedia(s, withLinked(s, {clipOn(s, V1, 50)}), 50, angle(4), angle(4).first + 500));
        COMPARE_TRACK(*now, V1, "A100+40 D490+40 C300+40");
        COMPARE_TRACK(*now, A1, "A100+40 D490+40 C300+40");
        QVERIFY(!replaceMedia(s, {clipOn(s, V1, 50)}, 50, angle(4), angle(4).first + 5).ok());
        QVERIFY(!replaceMedia(s, {clipOn(s, V1, 50)}, 50, angle(4, {25, 1}), angle(4, {25, 1}).first).ok());
    }
    void cutToAngleChangesWhatComesAfter() {
        const Sequence s = threeClips();
        const std::set<Uuid> both = withLinked(s, {clipOn(s, V1, 50)});
        const auto cut = doUndoRedo(s, cutToAngle(s, both, 60, angle(4), angles()));
        COMPARE_TRACK(*cut, V1, "A100+40 B200+20 D220+20 C300+40");
        COMPARE_TRACK(*cut, A1, "A100+40 B200+20 D220+20 C300+40");
        const auto right = clipAt(*cut, V1, 60)->clip;
        QCOMPARE(clipAt(*cut, A1, 60)->clip->linkGroup, right->linkGroup);
        QVERIFY(clipAt(*cut, V1, 50)->clip->linkGroup != right->linkGroup);
        // At its start the clip is swapped whole; the picture alone when its sound is not meant.
        COMPARE_TRACK(*doUndoRedo(s, cutToAngle(s, both, 40, angle(4), angles())), V1,
                      "A100+40 D200+40 C300+40");
        const auto picture = doUndoRedo(s, cutToAngle(s, {clipOn(s, V1, 50)}, 60, angle(4), angles()));
        COMPARE_TRACK(*picture, V1, "A100+40 B200+20 D220+20 C300+40");
        COMPARE_TRACK(*picture, A1, "A100+40 B200+40 C300+40");
    }
    void joinUndoesARazor() {
        const Sequence s = threeClips();
        const auto cut = doUndoRedo(s, razor(s, 60, {}));
        COMPARE_TRACK(*cut, V1, "A100+40 B200+20 B220+20 C300+40");
        std::set<Uuid> all;
        for (const std::int64_t frame : {10, 50, 70, 100})
            all.insert(clipOn(*cut, V1, frame));
        COMPARE_TRACK(*doUndoRedo(*cut, joinThroughEdits(*cut, all)), V1, "A100+40 B200+40 C300+40");
        QVERIFY(!joinThroughEdits(s, all).ok());
    }
    void pasteKeepsHowClipsLayToEachOther() {
        const Sequence s = threeClips();
        const Clipboard copied = copyClips(s, withLinked(s, {clipOn(s, V1, 50)}));
        QCOMPARE(copied.frames(), 40);
        auto now = doUndoRedo(s, paste(s, 120, copied, false));
        COMPARE_TRACK(*now, V1, "A100+40 B200+40 C300+40 B200+40");
        COMPARE_TRACK(*now, A1, "A100+40 B200+40 C300+40 B200+40");
        const auto original = clipAt(*now, V1, 50)->clip;
        const auto pasted = clipAt(*now, V1, 130)->clip;
        QVERIFY(original->id != pasted->id && original->linkGroup != pasted->linkGroup);
        QCOMPARE(clipAt(*now, A1, 130)->clip->linkGroup, pasted->linkGroup);
        COMPARE_TRACK(*doUndoRedo(s, paste(s, 10, copied, true)), V1,
                      "A100+10 B200+40 A110+30 B200+40 C300+40");
        // To the second picture track when that is the one targeted.
        now = doUndoRedo(s, addTrack(s, TrackKind::Video));
        now = doUndoRedo(*now, setTrack(*now, now->tracks[0]->id, TrackToggle::Target, false));
        QVERIFY(!paste(*now, 0, copied, false).ok());
        now = doUndoRedo(*now, setTrack(*now, now->tracks[1]->id, TrackToggle::Target, true));
        now = doUndoRedo(*now, paste(*now, 30, copied, false));
        COMPARE_TRACK(*now, 0, "A100+40 B200+40 C300+40");
        COMPARE_TRACK(*now, 1, "gap30 B200+40");
        QVERIFY(!paste(s, 0, {}, false).ok());
    }
    void anEditPointTakesNumbers() {
        EditorSession session = sessionOf(threeClips());
        QVERIFY(!session.trimBy(3).ok());
        session.setPlayhead(43);
        QVERIFY(session.takeNearestEdit().ok());
        QCOMPARE(session.playhead(), 40);
        QCOMPARE(session.editPoint()->mode, TrimMode::Roll);
        QCOMPARE(*session.trimBy(12), 12);
        QCOMPARE(session.playhead(), 52);
        COMPARE_TRACK(*session.sequence(), V1, "A100+52 B212+28 C300+40");
        COMPARE_TRACK(*session.sequence(), A1, "A100+52 B212+28 C300+40");
        QVERIFY(session.nextTrimMode().ok()); // the clip before it, rippling
        QCOMPARE(*session.trimBy(-50), -50);
        COMPARE_TRACK(*session.sequence(), V1, "A100+2 B212+28 C300+40");
        QVERIFY(session.nextTrimMode().ok()); // the clip after it
        QCOMPARE(session.editPoint()->edge, Edge::Head);
        QCOMPARE(*session.trimBy(8), 8);
        COMPARE_TRACK(*session.sequence(), V1, "A100+2 B220+20 C300+40");
        QVERIFY(session.nextTrimMode().ok());
        QCOMPARE(session.editPoint()->mode, TrimMode::Roll);
        QCOMPARE(*session.trimBy(-5), -1);
        QCOMPARE(clipAt(*session.sequence(), V1, 0)->units.count(), 1);
        const auto refused = session.trimBy(-1);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().message, std::string("The clip would have no frame left."));
        // Who takes the clip away takes the edit point away.
        session.select({session.editPoint()->clip});
        QVERIFY(session.deleteSelection().ok());
        QVERIFY(!session.editPoint());
    }
    void sessionCommands() {
        EditorSession session = sessionOf(threeClips());
        session.select({clipOn(*session.sequence(), V1, 50)});
        QVERIFY(session.toggleEnabled().ok());
        QVERIFY(!clipAt(*session.sequence(), V1, 50)->clip->enabled);
        QVERIFY(session.toggleEnabled().ok());
        QVERIFY(session.toggleLink().ok());
        QVERIFY(clipAt(*session.sequence(), V1, 50)->clip->linkGroup.isNil());
        QVERIFY(session.deleteSelection().ok());
        COMPARE_TRACK(*session.sequence(), V1, "A100+40 gap40 C300+40");
        session.setPlayhead(45);
        QVERIFY(session.closeGap().ok());
        COMPARE_TRACK(*session.sequence(), V1, "A100+40 C300+40");
        QVERIFY(!session.closeGap().ok());
        QCOMPARE(session.transitionFrames(), 20);
        session.setPlayhead(41);
        QVERIFY(session.addTransition(TrackKind::Video, TransitionKind::Dissolve).ok());
        QCOMPARE(clipAt(*session.sequence(), V1, 40)->clip->head->duration(), 20);
        QVERIFY(session.append({angle(4), angle(4).first + 10, angle(4).first + 20, 0}).ok());
        QCOMPARE(session.playhead(), 90);
        session.setPlayhead(85);
        QVERIFY(session.replace({angle(2), {}, {}, angle(2).first + 500}).ok());
        COMPARE_TRACK(*session.sequence(), V1, "A100+40 C300+40 B495+10");
    }
};

QTEST_APPLESS_MAIN(TestAdjust)
#include "test_adjust.moc"
