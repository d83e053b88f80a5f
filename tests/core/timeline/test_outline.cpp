#include "timeline_fixture.h"

#include "core/timeline/editor_session.h"
#include "core/timeline/outline.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

enum { V1, A1, A2 };

/// A 0..100, a gap of 50, B 150..250, each with two sounds; C alone, over both, on V2.
std::unique_ptr<EditorSession> session() {
    auto made = std::make_unique<EditorSession>(
        History(std::make_shared<const Sequence>(emptySequence("Cut", {50, 1}, false))));
    auto& s = *made;
    const auto must = [](const Result<void>& result) { QVERIFY2(result.ok(), result ? "" : "refused"); };
    must(s.place(part(angle(1), 0, 100), 0, false));
    must(s.place(part(angle(2), 200, 300), 150, false));
    must(s.take(addTrack(*s.sequence(), TrackKind::Video)));
    for (const auto& track : s.sequence()->tracks)
        if (track->kind == TrackKind::Video)
            must(s.toggle(track->id, TrackToggle::Target, track->name == "V2"));
        else
            must(s.toggle(track->id, TrackToggle::Target, false));
    must(s.place(part(angle(3), 500, 520), 180, false));
    s.select({});
    return made;
}

/// "B on V1": the clip at hand.
std::string atHand(const EditorSession& session) {
    const auto hand = session.clipAtHand();
    if (!hand)
        return "nothing";
    const auto place = findClip(*session.sequence(), *hand);
    return place->clip->name + " on " + session.sequence()->tracks[place->track]->name;
}

} // namespace

class TestOutline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsFromTheTopPictureDownToTheLastSound() {
        const auto s = session();
        const Outline outline(*s->sequence());
        std::vector<std::string> names;
        for (const OutlineTrack& track : outline.tracks())
            names.push_back(s->sequence()->tracks[track.track]->name + std::to_string(track.number) + "x" +
                            std::to_string(track.clips.size()));
        QCOMPARE(names, (std::vector<std::string>{"V22x1", "V11x2", "A11x2", "A22x2"}));
    }
    void saysWhereEveryClipLies() {
        const auto s = session();
        const Outline outline(*s->sequence());
        const auto& pictures = outline.tracks()[1].clips;
        QCOMPARE(pictures[0].frames.first, 0);
        QCOMPARE(pictures[0].frames.end, 100);
        QCOMPARE(pictures[0].gapBefore, 0);
        QCOMPARE(pictures[1].frames.first, 150);
        QCOMPARE(pictures[1].gapBefore, 50);
        QCOMPARE(outline.tracks()[2].clips[1].frames.first, 150); // samples, told in frames
        for (const OutlineTrack& track : outline.tracks())
            for (const OutlineClip& clip : track.clips)
                QCOMPARE(outline.at(*outline.find(clip.clip->id)).clip->id, clip.clip->id);
        QVERIFY(!outline.find(Uuid::random()));
        QVERIFY(!outline.under(1, 149));
        QCOMPARE(outline.under(1, 150)->clip, std::size_t(1));
        QVERIFY(!outline.under(1, 250));
    }
    void listsGapsInOrderOfTime() {
        const auto s = session();
        const Outline outline(*s->sequence());
        const OutlineTrack& top = outline.tracks()[0]; // a gap up to C
        QCOMPARE(top.items.size(), std::size_t(2));
        QVERIFY(top.items[0].isGap && !top.items[1].isGap);
        QCOMPARE(top.clips[0].gap(), (UnitRange{0, 180}));
        const OutlineTrack& pictures = outline.tracks()[1]; // A, a gap, B
        QCOMPARE(pictures.items.size(), std::size_t(3));
        QVERIFY(!pictures.items[0].isGap && pictures.items[1].isGap && !pictures.items[2].isGap);
        QCOMPARE(pictures.items[1].clip, std::size_t(1));
        QCOMPARE(pictures.clips[0].item, std::size_t(0));
        QCOMPARE(pictures.clips[1].item, std::size_t(2));
        QCOMPARE(pictures.clips[1].gap(), (UnitRange{100, 150}));
        QVERIFY(!outline.behindGap(1, 99));
        QCOMPARE(outline.behindGap(1, 100)->clip, std::size_t(1));
        QCOMPARE(outline.behindGap(1, 149)->clip, std::size_t(1));
        QVERIFY(!outline.behindGap(1, 150));
        QVERIFY(!outline.behindGap(1, 250)); // behind everything
    }
    void saysHowClipsBeginAndEnd() {
        const auto s = session();
        QVERIFY(s->razorAt(50, s->sequence()->tracks[V1]->id).ok());
        s->setPlayhead(50);
        for (const auto& track : s->sequence()->tracks)
            QVERIFY(s->toggle(track->id, TrackToggle::Target, track->name == "V1").ok());
        s->setTransitionFrames(10);
        QVERIFY(s->addTransition(TrackKind::Video, TransitionKind::Dip).ok());
        s->select({clipOn(*s->sequence(), V1, 200)});
        QVERIFY(s->addTransitionsToSelection(TransitionKind::Dissolve).ok());
        const auto clips = Outline(*s->sequence()).tracks()[1].clips;
        QCOMPARE(clips.size(), std::size_t(3));
        QVERIFY(!clips[0].head && !clips[1].tail); // cuts, from and to nothing
        QCOMPARE(clips[0].tail->transition.kind, TransitionKind::Dip);
        QVERIFY(clips[0].tail->leaving == clips[0].clip && clips[0].tail->coming == clips[1].clip);
        QCOMPARE(clips[1].head->cut, 50);
        QCOMPARE(clips[1].head->units().count(), 10);
        QVERIFY(clips[2].head && !clips[2].head->leaving); // a fade from black
        QVERIFY(clips[2].tail && !clips[2].tail->coming);
    }
    void theHandIsOnGapsAndMarkersToo() {
        const auto s = session();
        const auto is = [&](Hand::Kind kind, const Uuid& id) { return s->hand() == Hand{kind, id}; };
        const Uuid a = clipOn(*s->sequence(), V1, 10), b = clipOn(*s->sequence(), V1, 200);
        s->setPlayhead(10);
        QVERIFY(is(Hand::Kind::Clip, a));
        s->setPlayhead(120); // gaps everywhere, V2 is targeted
        QVERIFY(is(Hand::Kind::Gap, clipOn(*s->sequence(), V1 + 1, 190)));
        const auto target = [&](const std::string& name) {
            for (const auto& track : s->sequence()->tracks)
                QVERIFY(s->toggle(track->id, TrackToggle::Target, track->name == name).ok());
        };
        target("A1");
        QVERIFY(is(Hand::Kind::Gap, clipOn(*s->sequence(), A1 + 1, 200)));
        target("V1");
        QVERIFY(is(Hand::Kind::Gap, b));
        QVERIFY(s->addMarker("RED").ok());
        QVERIFY(is(Hand::Kind::Marker, s->sequence()->markers[0].id));
        s->setPlayhead(121);
        QVERIFY(is(Hand::Kind::Gap, b));
        QVERIFY(s->closeGap().ok()); // the one that was said
        QVERIFY(is(Hand::Kind::Clip, clipOn(*s->sequence(), V1, 121)));
        QVERIFY(s->undo().ok());
        s->setPlayhead(120);
        s->select({a}); // moved last
        QVERIFY(is(Hand::Kind::Clip, a));
        s->select({});
        s->setPlayhead(s->sequence()->durationFrames());
        QVERIFY(is(Hand::Kind::Nothing, {}));
    }
    void theHandFollowsWhatMovedLast() {
        const auto s = session();
        s->setPlayhead(10);
        QCOMPARE(atHand(*s), std::string("A on V1"));
        s->setPlayhead(120);
        QCOMPARE(atHand(*s), std::string("nothing"));
        s->setPlayhead(190);
        QCOMPARE(atHand(*s), std::string("C on V2")); // what is seen
        s->select({clipOn(*s->sequence(), A2 + 1, 20)});
        QCOMPARE(atHand(*s), std::string("A on A2")); // not the picture that is selected with it
        s->setPlayhead(160);
        QCOMPARE(atHand(*s), std::string("B on V1"));
        s->selectAll();
        QCOMPARE(atHand(*s), std::string("C on V2")); // of many the first
    }
    void walksAlongAndAcross() {
        const auto s = session();
        s->setPlayhead(10);
        int told = 0;
        s->onChanged([&](Aspect aspect) { told += aspect == Aspect::Selection; });
        QVERIFY(s->selectBeside(1).ok()); // the one under the playhead comes first
        QCOMPARE(atHand(*s), std::string("A on V1"));
        QCOMPARE(s->selection().size(), std::size_t(3));
        QVERIFY(s->selectBeside(1).ok());
        QCOMPARE(atHand(*s), std::string("B on V1"));
        QCOMPARE(s->playhead(), 10); // stays where it is
        QVERIFY(!s->selectBeside(1).ok());
        QVERIFY(s->selectAcross(-1).ok());
        QCOMPARE(atHand(*s), std::string("C on V2"));
        QVERIFY(!s->selectAcross(-1).ok());
        QVERIFY(s->selectAcross(1).ok()); // C starts over B
        QCOMPARE(atHand(*s), std::string("B on V1"));
        QVERIFY(s->selectAcross(1).ok());
        QCOMPARE(atHand(*s), std::string("B on A1"));
        QCOMPARE(told, 5); // also from picture to sound, which are selected together
        QVERIFY(s->selectBeside(-1).ok());
        QCOMPARE(atHand(*s), std::string("A on A1"));
        QVERIFY(!s->selectBeside(-1).ok());
    }
    void fromAGapTheNearestIsTaken() {
        const auto s = session();
        s->setPlayhead(120);
        QVERIFY(!s->selectAcross(1).ok());
        QVERIFY(!s->selectAtPlayhead().ok());
        QVERIFY(s->selectBeside(-1).ok());
        QCOMPARE(atHand(*s), std::string("A on V1"));
        s->select({});
        QVERIFY(s->selectBeside(1).ok());
        QCOMPARE(atHand(*s), std::string("B on V1"));
        s->setPlayhead(0);
        s->setPlayhead(99);
        QVERIFY(s->selectAtPlayhead().ok());
        QCOMPARE(atHand(*s), std::string("A on V1"));
    }
    void lockedTracksArePassedOver() {
        const auto s = session();
        QVERIFY(s->toggle(s->sequence()->tracks[A1 + 1]->id, TrackToggle::Lock, true).ok());
        s->setPlayhead(10);
        QVERIFY(s->selectAcross(1).ok());
        QCOMPARE(atHand(*s), std::string("A on A2"));
    }
    void noClipOfALockedTrackIsSelected() {
        const auto s = session();
        QVERIFY(s->toggle(s->sequence()->tracks[V1]->id, TrackToggle::Lock, true).ok());
        s->setPlayhead(10);
        QCOMPARE(atHand(*s), std::string("A on V1")); // told all the same
        QVERIFY(s->selectBeside(1).ok());
        QCOMPARE(atHand(*s), std::string("B on A1"));
        QVERIFY(s->selectBeside(-1).ok());
        QCOMPARE(atHand(*s), std::string("A on A1"));
    }
    void whatIsDeletedLeavesTheHand() {
        const auto s = session();
        s->setPlayhead(10);
        QVERIFY(s->selectAtPlayhead().ok());
        QVERIFY(s->deleteSelection().ok());
        QCOMPARE(atHand(*s), std::string("nothing"));
    }
};

QTEST_GUILESS_MAIN(TestOutline)
#include "test_outline.moc"
