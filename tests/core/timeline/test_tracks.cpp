#include "timeline_fixture.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

std::string names(const Sequence& sequence) {
    std::string text;
    for (const auto& track : sequence.tracks)
        text += (text.empty() ? "" : " ") + track->name;
    return text;
}

Sequence oneClip() {
    const Sequence empty = emptySequence("Test", {50, 1}, false);
    return *doUndoRedo(empty,
                       append(empty, part(angle(1), 0, 40), targetPatches(empty, angle(1), true, true)));
}

Uuid trackCalled(const Sequence& sequence, const std::string& name) {
    for (const auto& track : sequence.tracks)
        if (track->name == name)
            return track->id;
    return {};
}

} // namespace

#define COMPARE_NAMES(sequence, text) QCOMPARE(names(sequence), std::string(text))

class TestTracks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsAboveAndBelow() {
        const Sequence s = oneClip();
        auto now = doUndoRedo(s, addTrack(s, TrackKind::Video));
        COMPARE_NAMES(*now, "V1 V2 A1 A2");
        now = doUndoRedo(*now, addTrack(*now, TrackKind::Audio, 0));
        COMPARE_NAMES(*now, "V1 V2 A3 A1 A2");
        QVERIFY(!now->tracks[1]->targeted);
        QCOMPARE(now->tracks[2]->rate, sampleRate48k);
        now = doUndoRedo(*now, removeTrack(*now, trackCalled(*now, "V1"))); // with its clip
        COMPARE_NAMES(*now, "V2 A3 A1 A2");
        COMPARE_NAMES(*doUndoRedo(*now, addTrack(*now, TrackKind::Video)), "V2 V1 A3 A1 A2");
    }
    void refusesInWords() {
        const Sequence s = oneClip();
        QVERIFY(!removeTrack(s, trackCalled(s, "V1")).ok());
        const auto locked = doUndoRedo(s, setTrack(s, trackCalled(s, "A1"), TrackToggle::Lock, true));
        QVERIFY(!removeTrack(*locked, trackCalled(s, "A1")).ok());
        QVERIFY(!removeTrack(s, Uuid::random()).ok());
        QVERIFY(!renameTrack(s, trackCalled(s, "A1"), "  ").ok());
        QVERIFY(!setTrackLanguage(s, trackCalled(s, "A1"), "german!").ok());
        SequencePtr many = std::make_shared<const Sequence>(s);
        while (many->tracks.size() < mostTracks + 2)
            many = *apply(*many, *addTrack(*many, TrackKind::Video));
        QVERIFY(!addTrack(*many, TrackKind::Video).ok());
        QVERIFY(addTrack(*many, TrackKind::Audio).ok());
    }
    void movesWithinItsKind() {
        const Sequence start = oneClip();
        const auto two = doUndoRedo(start, addTrack(start, TrackKind::Video));
        COMPARE_NAMES(*doUndoRedo(*two, moveTrack(*two, trackCalled(*two, "V1"), 1)), "V2 V1 A1 A2");
        COMPARE_NAMES(*doUndoRedo(*two, moveTrack(*two, trackCalled(*two, "A2"), -9)), "V1 V2 A2 A1");
        QVERIFY(moveTrack(*two, trackCalled(*two, "V2"), 5)->isEmpty());
    }
    void namesLanguagesAndEmptyOnes() {
        const Sequence s = oneClip();
        auto now = doUndoRedo(s, renameTrack(s, trackCalled(s, "A2"), " Commentary "));
        now = doUndoRedo(*now, setTrackLanguage(*now, trackCalled(*now, "Commentary"), "pt-BR"));
        QCOMPARE(now->tracks[2]->language, std::string("pt-BR"));
        now = doUndoRedo(*now, addTrack(*now, TrackKind::Video));
        now = doUndoRedo(*now, removeEmptyTracks(*now));
        COMPARE_NAMES(*now, "V1 A1 Commentary");
        QVERIFY(!removeEmptyTracks(*now).ok());
    }
    void undoLeavesSwitchesAsTheyAre() {
        const Sequence s = oneClip();
        History history(std::make_shared<const Sequence>(s));
        QVERIFY(history.push(*addTrack(s, TrackKind::Video)).ok());
        const Uuid a1 = trackCalled(s, "A1");
        QVERIFY(history.amend(*setTrack(*history.current(), a1, TrackToggle::SyncLock, false)).ok());
        QVERIFY(history.undo().ok());
        COMPARE_NAMES(*history.current(), "V1 A1 A2");
        QVERIFY(!history.current()->tracks[1]->syncLocked);
        QVERIFY(history.redo().ok());
        COMPARE_NAMES(*history.current(), "V1 V2 A1 A2");
        QVERIFY(!history.current()->tracks[2]->syncLocked);
    }
    void syncLockDecidesWhoMovesAlong() {
        const Sequence s = oneClip();
        const Uuid a2 = trackCalled(s, "A2");
        const auto free = doUndoRedo(s, setTrack(s, a2, TrackToggle::SyncLock, false));
        const std::vector<Patch> picture{{trackCalled(s, "V1"), 0}};
        const auto inserted = doUndoRedo(*free, insert(*free, 10, part(angle(2), 0, 5), picture));
        COMPARE_TRACK(*inserted, 0, "A0+10 B0+5 A10+30");
        COMPARE_TRACK(*inserted, 1, "A0+10 gap5 A10+30");
        COMPARE_TRACK(*inserted, 2, "A0+40");
        // A track that an edit is about moves whether it is sync locked or not.
        const std::vector<Patch> own{{a2, 2}};
        COMPARE_TRACK(*doUndoRedo(*free, insert(*free, 10, part(angle(2), 0, 5), own)), 2,
                      "A0+10 B0+5 A10+30");
    }
};

QTEST_APPLESS_MAIN(TestTracks)
#include "test_tracks.moc"
