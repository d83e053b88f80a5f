#include "core/timeline/serialise.h"
#include "core/timeline/transitions.h"
#include "timeline_fixture.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

enum { V1, A1, A2 };

/// V1 and A1: A 100..140, B 200..240, linked; 60 frames to spare everywhere but ahead of C, which starts with
/// its angle.
Sequence threeClips() {
    Sequence sequence = emptySequence("Test", {50, 1}, false);
    const auto both = [&](int number, std::int64_t in, std::int64_t out) {
        SourceTiming source = angle(number);
        source.sounds = 1;
        sequence = *doUndoRedo(
            sequence, append(sequence, part(source, in, out), targetPatches(sequence, source, true, true)));
    };
    both(1, 100, 140);
    both(2, 200, 240);
    both(3, 0, 40);
    return sequence;
}

std::vector<Uuid> tracks(const Sequence& sequence, std::initializer_list<std::size_t> which) {
    std::vector<Uuid> ids;
    for (const std::size_t t : which)
        ids.push_back(sequence.tracks[t]->id);
    return ids;
}

/// "38..42 A>B" for each transition of a track; "-" is black.
std::string transitions(const Sequence& sequence, std::size_t track) {
    std::string text;
    for (const TransitionPlace& place : transitionsOf(*sequence.tracks[track])) {
        const auto name = [](const auto& clip) { return clip ? clip->name : std::string("-"); };
        text += (text.empty() ? "" : " ") + std::to_string(place.units().first) + ".." +
                std::to_string(place.units().end) + " " + name(place.leaving) + ">" + name(place.coming);
    }
    return text;
}

Result<Change> dissolve(const Sequence& s, std::int64_t frame, std::int64_t frames = 10) {
    return addTransitions(s, frame, tracks(s, {V1}), TransitionKind::Dissolve, frames, angles());
}

} // namespace

#define COMPARE_TRANSITIONS(sequence, track, text) QCOMPARE(transitions(sequence, track), std::string(text))

class TestTransitions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void liesAboutTheNearestCut() {
        const Sequence s = threeClips();
        const auto after = doUndoRedo(s, dissolve(s, 37));
        COMPARE_TRANSITIONS(*after, V1, "35..45 A>B");
        COMPARE_TRACK(*after, V1, "A100+40 B200+40 C0+40");
        const TransitionPlace place = transitionsOf(*after->tracks[V1]).at(0);
        QCOMPARE(place.leavingUnit(44, {50, 1}) - angle(1).first, 144);
        QCOMPARE(place.comingUnit(35, {50, 1}) - angle(2).first, 195);
        QCOMPARE(missingHandle(place, {50, 1}, angles()), 0);
    }
    void leansToWhereThereIsMedia() {
        const Sequence s = threeClips();
        // C has nothing ahead of its first frame: the whole of it lies beyond the cut.
        COMPARE_TRANSITIONS(*doUndoRedo(s, dissolve(s, 80)), V1, "80..90 B>C");
    }
    void fadesAtTheEndsOfTheTrack() {
        const Sequence s = threeClips();
        const auto in = doUndoRedo(s, dissolve(s, 3));
        COMPARE_TRANSITIONS(*in, V1, "0..10 ->A");
        COMPARE_TRANSITIONS(*doUndoRedo(*in, dissolve(*in, 200)), V1, "0..10 ->A 110..120 C>-");
    }
    void selectionGetsThemAtBothEnds() {
        const Sequence s = threeClips();
        const auto after =
            doUndoRedo(s, addTransitionsTo(s, {clipOn(s, V1, 50)}, TransitionKind::Dip, 8, angles()));
        COMPARE_TRANSITIONS(*after, V1, "36..44 A>B 80..88 B>C");
        COMPARE_TRANSITIONS(*doUndoRedo(*after, removeTransitions(*after, {clipOn(s, V1, 0)})), V1,
                            "80..88 B>C");
    }
    void twoNeverOverlap() {
        const Sequence s = threeClips();
        auto now = doUndoRedo(s, dissolve(s, 40, 60));
        COMPARE_TRANSITIONS(*now, V1, "10..70 A>B");
        now = doUndoRedo(*now, dissolve(*now, 80, 60)); // ten frames of B are left; C gives none ahead
        COMPARE_TRANSITIONS(*now, V1, "10..70 A>B 80..120 B>C");
        // B shortened to 35 frames holds 30 of the one and none of the other.
        const EdgeHandle tail{clipOn(s, V1, 50), Edge::Tail, TrimMode::Ripple, false};
        now = doUndoRedo(*now, trimEdge(*now, tail, -20, angles()));
        COMPARE_TRANSITIONS(*now, V1, "10..60 A>B 60..100 B>C");
    }
    void goesWithTheClipItMixedWith() {
        const Sequence s = threeClips();
        const auto mixed = doUndoRedo(s, dissolve(s, 40));
        COMPARE_TRANSITIONS(*doUndoRedo(*mixed, deleteClips(*mixed, {clipOn(s, V1, 0)})), V1, "");
        COMPARE_TRANSITIONS(*doUndoRedo(*mixed, deleteClips(*mixed, {clipOn(s, V1, 50)})), V1, "");
        // A razor through the clip leaves each transition on its own side.
        const auto both = doUndoRedo(*mixed, dissolve(*mixed, 80));
        const auto cut = doUndoRedo(*both, razor(*both, 60, tracks(s, {V1})));
        COMPARE_TRANSITIONS(*cut, V1, "35..45 A>B 80..90 B>C");
        // Ripple delete of the first brings the second to the start: it has nothing to come from.
        COMPARE_TRANSITIONS(*doUndoRedo(*mixed, rippleDelete(*mixed, {clipOn(s, V1, 0)})), V1, "");
    }
    void soundCrossesInSamples() {
        const Sequence s = threeClips();
        const auto after =
            doUndoRedo(s, addTransitions(s, 40, tracks(s, {V1, A1}), TransitionKind::Dissolve, 10, angles()));
        COMPARE_TRANSITIONS(*after, V1, "35..45 A>B");
        COMPARE_TRANSITIONS(*after, A1, "33600..43200 A>B");
    }
    void saysHowManyFramesAreMissing() {
        const Sequence s = threeClips();
        const Uuid c = clipOn(s, V1, 100);
        const auto refused =
            setTransition(s, c, Edge::Head, Transition{TransitionKind::Wipe, 6, 6}, angles());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().message, std::string("The media there is needs 6 more frames for that."));
        const auto wipe =
            doUndoRedo(s, setTransition(s, c, Edge::Head, Transition{TransitionKind::Wipe, 0, 6}, angles()));
        COMPARE_TRANSITIONS(*wipe, V1, "80..86 B>C");
        // A slip may eat a handle: then it is said, and nothing is thrown away.
        const auto slipped = doUndoRedo(*wipe, slip(*wipe, clipOn(s, V1, 50), 2000, false, angles()));
        const TransitionPlace place = transitionsOf(*slipped->tracks[V1]).at(0);
        QCOMPARE(missingHandle(place, {50, 1}, angles()), 6);
        // The tail of the clip before it is the same cut.
        COMPARE_TRANSITIONS(
            *doUndoRedo(*wipe, setTransition(*wipe, clipOn(s, V1, 50), Edge::Tail, std::nullopt, angles())),
            V1, "");
    }
    void survivesTheJournal() {
        const Sequence s = threeClips();
        auto now =
            doUndoRedo(s, addTransitionsTo(s, {clipOn(s, V1, 100)}, TransitionKind::Wipe, 8, angles()));
        now = doUndoRedo(*now, setGain(*now, {clipOn(s, A1, 0)}, -300));
        now = doUndoRedo(*now, setColour(*now, {clipOn(s, V1, 0)}, "GREEN"));
        const auto read = parseSequence(sequenceText(*now));
        QVERIFY(read.ok() && **read == *now);
        QCOMPARE(clipAt(**read, A1, 0)->clip->gain, -300);
        QVERIFY(!setColour(*now, {clipOn(s, V1, 0)}, "green").ok());
        QVERIFY(!setGain(*now, {clipOn(s, V1, 0)}, -300).ok());
    }
};

QTEST_APPLESS_MAIN(TestTransitions)
#include "test_transitions.moc"
