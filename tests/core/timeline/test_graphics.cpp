#include "core/timeline/comparison.h"
#include "core/timeline/editor_session.h"
#include "core/timeline/serialise.h"
#include "core/timeline/source_position.h"
#include "timeline_fixture.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

constexpr FrameRate fifty{50, 1};

Graphic title(const std::string& text = "Ada Morrow") {
    return {R"({"any": "design"})", {{"name", text, {{"de", text + " (de)"}}}, {"accent", "#E8B83A"}}, 0, 0};
}

/// V1 and A1: A 100..140, B 200..240, linked.
Sequence twoClips() {
    Sequence sequence = emptySequence("Test", fifty, false);
    for (const auto& [number, in] : {std::pair(1, 100), std::pair(2, 200)}) {
        SourceTiming source = angle(number);
        source.sounds = 1;
        sequence = *doUndoRedo(sequence, append(sequence, part(source, in, in + 40),
                                                targetPatches(sequence, source, true, true)));
    }
    return sequence;
}

Sequence withTitle(std::int64_t from = 10, std::int64_t to = 60) {
    const Sequence sequence = twoClips();
    return *doUndoRedo(sequence, addGraphic(sequence, title(), "Title", from, to));
}

Uuid titleOf(const Sequence& sequence) {
    for (const auto& track : sequence.tracks)
        for (const Item& item : track->items)
            if (item.clip && item.clip->graphic)
                return item.clip->id;
    return {};
}

} // namespace

class TestGraphics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsOnATrackAbove() {
        const Sequence s = withTitle();
        QCOMPARE(s.tracks.size(), std::size_t{4});
        QCOMPARE(s.tracks[1]->name, std::string("V2"));
        COMPARE_TRACK(s, 1, "gap10 [Title]+50");
        COMPARE_TRACK(s, 0, "A100+40 B200+40");
        // Beside it there is room; over it there is none.
        const Sequence beside = *doUndoRedo(s, addGraphic(s, title(), "Second", 60, 80));
        COMPARE_TRACK(beside, 1, "gap10 [Title]+50 [Second]+20");
        const Sequence over = *doUndoRedo(s, addGraphic(s, title(), "Second", 20, 30));
        QCOMPARE(over.tracks.size(), std::size_t{5});
        COMPARE_TRACK(over, 2, "gap20 [Second]+10");
        // After the end of the pictures the lowest track will do, as it will in an empty sequence.
        const Sequence behind = *doUndoRedo(s, addGraphic(s, title(), "Credits", 80, 90));
        COMPARE_TRACK(behind, 0, "A100+40 B200+40 [Credits]+10");
        const Sequence alone = emptySequence("Empty", fifty, false);
        COMPARE_TRACK(*doUndoRedo(alone, addGraphic(alone, title(), "T", 5, 10)), 0, "gap5 [T]+5");
    }

    void aTrackThatIsLockedOrHiddenTakesNone() {
        Sequence s = withTitle();
        for (const TrackToggle toggle : {TrackToggle::Lock, TrackToggle::Mute}) {
            const Sequence off = **apply(s, *setTrack(s, s.tracks[1]->id, toggle, true));
            const Sequence added = *doUndoRedo(off, addGraphic(off, title(), "T", 60, 70));
            QCOMPARE(added.tracks.size(), std::size_t{5});
            COMPARE_TRACK(added, 2, "gap60 [T]+10");
        }
    }

    void refusesWhatCannotBe() {
        const Sequence s = twoClips();
        QVERIFY(!addGraphic(s, title(), "T", 10, 10).ok());
        QVERIFY(!addGraphic(s, title(), "T", -1, 10).ok());
        QVERIFY(!addGraphic(s, {}, "T", 0, 10).ok());
        Graphic twice = title();
        twice.fields.push_back(twice.fields.front());
        QVERIFY(!addGraphic(s, twice, "T", 0, 10).ok());
        Graphic away = title();
        away.moveY = graphicMoveLimit + 1;
        QVERIFY(!addGraphic(s, away, "T", 0, 10).ok());
        QVERIFY(!setGraphic(s, clipOn(s, 0, 5), title(), "Text").ok());
        QVERIFY(!setSequenceLanguage(s, "no tag").ok());
    }

    void trimsHaveNoEnd() {
        const Sequence s = withTitle();
        const EdgeHandle tail{titleOf(s), Edge::Tail, TrimMode::Normal, false};
        COMPARE_TRACK(*doUndoRedo(s, trimEdge(s, tail, 5000, angles())), 1, "gap10 [Title]+5050");
        const EdgeHandle head{titleOf(s), Edge::Head, TrimMode::Normal, false};
        COMPARE_TRACK(*doUndoRedo(s, trimEdge(s, head, -10, angles())), 1, "[Title]+60");
        QVERIFY(!slip(s, titleOf(s), 3, false, angles()).ok());
    }

    void otherEditsKnowIt() {
        const Sequence s = withTitle();
        const std::set<Uuid> ids{titleOf(s)};
        QVERIFY(!setSpeed(s, ids, {2, 1, 0}, SpeedLength::Ripple, angles()).ok());
        QVERIFY(!freezeFrame(s, ids, 20).ok());
        QVERIFY(!insertFreeze(s, ids, 20, 10).ok());
        QVERIFY(swapAngle(s, ids, angle(3), angles())->isEmpty());
        // Cut in two and joined again it is one.
        const Sequence cut = *doUndoRedo(s, razor(s, 30, {{s.tracks[1]->id}}));
        COMPARE_TRACK(cut, 1, "gap10 [Title]+20 [Title]+30");
        QVERIFY(goesOn(cut.tracks[1]->items[1], cut.tracks[1]->items[2], fifty));
        const std::set<Uuid> both{clipOn(cut, 1, 15), clipOn(cut, 1, 45)};
        COMPARE_TRACK(*doUndoRedo(cut, joinThroughEdits(cut, both)), 1, "gap10 [Title]+50");
        // Two texts side by side are two clips.
        const Sequence other = *doUndoRedo(cut, setGraphic(cut, clipOn(cut, 1, 45), title("B"), "Text"));
        QVERIFY(!goesOn(other.tracks[1]->items[1], other.tracks[1]->items[2], fifty));
        // A picture may take its place.
        const auto replaced = doUndoRedo(s, replaceMedia(s, ids, 10, angle(3), angle(3).first + 500));
        COMPARE_TRACK(*replaced, 1, "gap10 C500+50");
        QVERIFY(!replaced->tracks[1]->items[1].clip->graphic);
        // A transition needs no handles.
        const Sequence faded =
            *doUndoRedo(s, addTransitionsTo(s, ids, TransitionKind::Dissolve, 10, angles()));
        QVERIFY(faded.tracks[1]->items[1].clip->head && faded.tracks[1]->items[1].clip->tail);
    }

    void isPastedAtTheRateOfTheSequence() {
        const Sequence s = withTitle();
        const Clipboard clipboard = copyClips(s, {titleOf(s)});
        const Sequence other = emptySequence("Other", {25, 1}, false);
        COMPARE_TRACK(*doUndoRedo(other, paste(other, 0, clipboard, false)), 0, "[Title]+50");
    }

    void isWrittenAndRead() {
        const Sequence s = *doUndoRedo(withTitle(), setSequenceLanguage(withTitle(), ""));
        const Sequence german = **apply(s, *setSequenceLanguage(s, "de"));
        const auto read = parseSequence(sequenceText(german));
        QVERIFY(read.ok());
        QVERIFY(**read == german);
        QCOMPARE((*read)->language, std::string("de"));
        const auto graphic = findClip(**read, titleOf(german))->clip->graphic;
        QCOMPARE(graphic->fields[0].in("de-AT"), std::string("Ada Morrow (de)"));
        QCOMPARE(graphic->fields[0].in("fr"), std::string("Ada Morrow"));
        const auto change = addGraphic(german, title("B"), "B", 0, 5).value();
        QVERIFY(parseChange(changeText(change)).value() == change);
        // Equal values are equal wherever they are kept.
        QVERIFY(shared(title()) == shared(title()));
        QVERIFY(!(shared(title()) == shared(title("B"))));
        QVERIFY(!(shared(title()) == SharedValue<Graphic>()));
        for (const char* broken :
             {"", "{}", R"({"design": 1, "fields": []})", R"({"design": "x", "fields": {}})",
              R"({"design": "", "fields": []})", R"({"design": "x", "fields": [], "move": [1]})",
              R"({"design": "x", "fields": [], "move": [99999999, 0]})"})
            QVERIFY2(!parseGraphic(broken).ok(), broken);
    }

    void invariantsFindWhatIsWrong() {
        const auto broken = [](auto change) {
            Sequence s = withTitle();
            Track track = *s.tracks[1];
            Clip clip = *track.items[1].clip;
            change(clip);
            track.items[1] = Item::of(clip);
            s.tracks[1] = std::make_shared<const Track>(track);
            return !checkInvariants(s).ok();
        };
        QVERIFY(!broken([](Clip&) {}));
        QVERIFY(broken([](Clip& clip) { clip.media.sourceId = angle(1).multiSource; }));
        QVERIFY(broken([](Clip& clip) { clip.mediaRate = {25, 1}; }));
        QVERIFY(broken([](Clip& clip) { clip.speed = {2, 1, 0}; }));
        QVERIFY(broken([](Clip& clip) { clip.graphic = shared(Graphic{}); }));
        Sequence s = withTitle();
        Track sound = *s.tracks[2];
        Clip heard = *sound.items[0].clip;
        heard.media = {};
        heard.graphic = shared(title());
        sound.items[0] = Item::of(heard);
        s.tracks[2] = std::make_shared<const Track>(sound);
        QVERIFY(!checkInvariants(s).ok());
    }

    void comparedInWords() {
        const Sequence s = withTitle();
        const auto how = [&](const Graphic& graphic) {
            const auto found = compare(s, **apply(s, *setGraphic(s, titleOf(s), graphic, "Text")));
            return found.size() == 1 ? found.front().how : std::to_string(found.size()) + " differences";
        };
        QCOMPARE(how(title("B")), std::string("another text"));
        Graphic moved = title();
        moved.moveX = 100;
        QCOMPARE(how(moved), std::string("elsewhere in the picture"));
        Graphic other = title("B");
        other.design = "{}";
        QCOMPARE(how(other), std::string("another design"));
        QCOMPARE(compare(s, **apply(s, *setSequenceLanguage(s, "de"))).front().what,
                 std::string("settings of the sequence"));
    }

    void theSessionAddsAndFindsThem() {
        EditorSession session(History(std::make_shared<const Sequence>(twoClips())));
        session.setPlayhead(20);
        QVERIFY(session.addGraphic(title(), "Title", 30).ok());
        COMPARE_TRACK(*session.sequence(), 1, "gap20 [Title]+30");
        QCOMPARE(session.graphicAtHand()->clip->id, titleOf(*session.sequence()));
        QVERIFY(session.selection().contains(titleOf(*session.sequence())));
        QCOMPARE(session.lastAction(), std::string("Add graphic"));
        // Angles, match frame and speed are about the picture below it.
        QCOMPARE(session.pictureAt(20)->clip->name, std::string("A"));
        QCOMPARE(sourceAt(*session.sequence(), 25, angles())->name, std::string("A"));
        QVERIFY(session.swapAngle(angle(3)).ok());
        COMPARE_TRACK(*session.sequence(), 0, "C100+40 B200+40");
        QVERIFY(session.undo().ok());
        // The keys of the timeline are about what is seen on top.
        session.select({});
        QVERIFY(session.selectAtPlayhead().ok());
        QCOMPARE(session.selection(), std::set<Uuid>{titleOf(*session.sequence())});
        // Away from it there is none at hand.
        session.select({});
        session.setPlayhead(5);
        QVERIFY(!session.graphicAtHand());
        // Over the marked part.
        session.setMarks(60, 75);
        QVERIFY(session.addGraphic(title(), "Marked", 30).ok());
        COMPARE_TRACK(*session.sequence(), 1, "gap20 [Title]+30 gap10 [Marked]+15");
        session.setMarks({}, 10);
        QVERIFY(session.addGraphic(title(), "To the Out", 4).ok());
        COMPARE_TRACK(*session.sequence(), 1, "gap6 [To the Out]+4 gap10 [Title]+30 gap10 [Marked]+15");
        while (session.history().canUndo())
            QVERIFY(session.undo().ok());
        QVERIFY(*session.sequence() == twoClips() || session.sequence()->tracks.size() == 3);
    }

    void typingIsOneStep() {
        EditorSession session(History(std::make_shared<const Sequence>(withTitle())));
        const Uuid clip = titleOf(*session.sequence());
        const auto steps = session.history().undoCount();
        session.beginDrag();
        for (const char* text : {"E", "Ev", "Eva"})
            QVERIFY(session.dragGraphic(clip, title(text), "Text of graphic").ok());
        QCOMPARE(findClip(*session.sequence(), clip)->clip->graphic->fields[0].text, std::string("Eva"));
        QVERIFY(session.endDrag().ok());
        QCOMPARE(session.history().undoCount(), steps + 1);
        QCOMPARE(session.lastAction(), std::string("Text of graphic"));
        QVERIFY(session.undo().ok());
        QCOMPARE(findClip(*session.sequence(), clip)->clip->graphic->fields[0].text,
                 std::string("Ada Morrow"));
    }
};

QTEST_APPLESS_MAIN(TestGraphics)
#include "test_graphics.moc"
