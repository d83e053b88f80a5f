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
