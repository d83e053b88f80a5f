#include "timeline_fixture.h"

#include "core/timeline/clip_map.h"
#include "core/timeline/edits/trim_sides.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

enum { V1, A1, A2 };

Sequence twoClips() {
    Sequence sequence = emptySequence("Test", {50, 1}, false);
    for (const auto& range : {part(angle(1), 5, 15), part(angle(2), 980, 1000)}) {
        SourceTiming oneSound = range.source;
        oneSound.sounds = 1;
        const auto patches = targetPatches(sequence, oneSound, true, true);
        sequence = *doUndoRedo(sequence, append(sequence, range, patches));
    }
    return sequence;
}

EdgeHandle handleAt(const Sequence& sequence, std::int64_t frame, Edge edge, TrimMode mode,
                    bool linked = true) {
    return {clipAt(sequence, V1, frame)->clip->id, edge, mode, linked};
}

} // namespace

class TestTrim : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void trims_data() {
        QTest::addColumn<int>("frame");
        QTest::addColumn<int>("edge");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("delta");
        QTest::addColumn<QString>("picture");
        const auto row = [](const char* name, int frame, Edge edge, TrimMode mode, int delta,
                            const char* picture) {
            QTest::newRow(name) << frame << int(edge) << int(mode) << delta << QString::fromLatin1(picture);
        };
        row("tail shorter", 0, Edge::Tail, TrimMode::Normal, -3, "A5+7 gap3 B980+20");
        row("tail longer meets the neighbour", 0, Edge::Tail, TrimMode::Normal, 3, "A5+10 B980+20");
        row("head shorter", 10, Edge::Head, TrimMode::Normal, 4, "A5+10 gap4 B984+16");
        row("never shorter than a frame", 10, Edge::Head, TrimMode::Normal, 99, "A5+10 gap19 B999+1");
        row("media ends the tail", 10, Edge::Tail, TrimMode::Normal, 7, "A5+10 B980+20");
        row("ripple tail shorter", 0, Edge::Tail, TrimMode::Ripple, -3, "A5+7 B980+20");
        row("ripple tail longer", 0, Edge::Tail, TrimMode::Ripple, 3, "A5+13 B980+20");
        row("ripple head later", 10, Edge::Head, TrimMode::Ripple, 4, "A5+10 B984+16");
        row("ripple head earlier", 10, Edge::Head, TrimMode::Ripple, -4, "A5+10 B976+24");
        row("ripple head of the first, media ends it", 0, Edge::Head, TrimMode::Ripple, -9, "A0+15 B980+20");
        row("roll earlier", 0, Edge::Tail, TrimMode::Roll, -3, "A5+7 B977+23");
        row("roll later", 10, Edge::Head, TrimMode::Roll, 3, "A5+13 B983+17");
        row("roll ends one frame before the neighbour's", 0, Edge::Tail, TrimMode::Roll, 50, "A5+29 B999+1");
    }
    void trims() {
        QFETCH(int, frame);
        QFETCH(int, edge);
        QFETCH(int, mode);
        QFETCH(int, delta);
        QFETCH(QString, picture);
        const Sequence s = twoClips();
        const EdgeHandle handle = handleAt(s, frame, Edge(edge), TrimMode(mode));
        const auto after = doUndoRedo(s, trimEdge(s, handle, delta, angles()));
        COMPARE_TRACK(*after, V1, picture.toStdString());
        COMPARE_TRACK(*after, A1, picture.toStdString()); // linked
    }
    void limitsSayWhy() {
        const Sequence s = twoClips();
        const auto tail = *trimRange(s, handleAt(s, 10, Edge::Tail, TrimMode::Normal), angles());
        QCOMPARE(tail, (TrimRange{-19, 0, TrimLimit::TooShort, TrimLimit::Media}));
        const auto head = *trimRange(s, handleAt(s, 0, Edge::Head, TrimMode::Ripple), angles());
        QCOMPARE(head, (TrimRange{-5, 9, TrimLimit::Media, TrimLimit::TooShort}));
        const auto between = *trimRange(s, handleAt(s, 0, Edge::Tail, TrimMode::Normal), angles());
        QCOMPARE(between.atLatest, TrimLimit::Neighbour);
        const auto roll = *trimRange(s, handleAt(s, 0, Edge::Tail, TrimMode::Roll), angles());
        QCOMPARE(roll, (TrimRange{-9, 19, TrimLimit::TooShort, TrimLimit::TooShort}));
        // A Source that is not known sets no limit.
        const auto unknown = *trimRange(s, handleAt(s, 10, Edge::Tail, TrimMode::Normal), {});
        QCOMPARE(unknown.atLatest, TrimLimit::None);
    }
    /// Whatever is trimmed and however far: what is seen of both sides is what the trim then leaves there.
    void sidesShowWhatTheTrimLeaves_data() {
        QTest::addColumn<int>("frame");
        QTest::addColumn<int>("edge");
        QTest::addColumn<int>("mode");
        for (const auto& [mode, name] :
             {std::pair(TrimMode::Roll, "roll"), std::pair(TrimMode::Ripple, "ripple"),
              std::pair(TrimMode::Normal, "normal")})
            for (const auto& [frame, edge, where] :
                 {std::tuple(0, Edge::Tail, "tail of A"), std::tuple(10, Edge::Head, "head of B"),
                  std::tuple(10, Edge::Tail, "tail of B"), std::tuple(0, Edge::Head, "head of A")})
                QTest::addRow("%s, %s", name, where) << frame << int(edge) << int(mode);
    }
    void sidesShowWhatTheTrimLeaves() {
        QFETCH(int, frame);
        QFETCH(int, edge);
        QFETCH(int, mode);
        const Sequence s = twoClips();
        const EdgeHandle handle = handleAt(s, frame, Edge(edge), TrimMode(mode));
        const TrimRange range = *trimRange(s, handle, angles());
        const TrimSides sides = *trimSides(s, handle, angles());
        QCOMPARE(sides.origin, -std::max<std::int64_t>(range.earliest, -1'000'000));
        QVERIFY(sides.lead());
        const auto shown = [](const Sequence& sequence, std::size_t track, std::int64_t unit) {
            const auto place = clipAt(sequence, track, 0);
            return place->clip->name +
                   std::to_string(sourceUnitAt(*place->clip, unit, place->clip->mediaRate));
        };
        for (std::int64_t delta = range.earliest; delta <= std::min<std::int64_t>(range.latest, 40);
             ++delta) {
            const SequencePtr after = *apply(s, *trimEdge(s, handle, delta, angles()));
            const auto place = *findClip(*after, handle.clip);
            const auto inClip = [](const ClipPlace& at, std::int64_t offset) {
                return at.clip->name + std::to_string(sourceUnitAt(*at.clip, offset, at.clip->mediaRate));
            };
            const auto& items = after->tracks[V1]->items;
            const bool tail = handle.edge == Edge::Tail;
            const auto before = tail ? std::optional(place)
                                : place.item > 0 && items[place.item - 1].clip
                                    ? findClip(*after, items[place.item - 1].clip->id)
                                    : std::nullopt;
            const auto behind = !tail ? std::optional(place)
                                : place.item + 1 < items.size() && items[place.item + 1].clip
                                    ? findClip(*after, items[place.item + 1].clip->id)
                                    : std::nullopt;
            const std::int64_t at = sides.origin + delta;
            if (sides.leaving)
                QCOMPARE(shown(*sides.leaving, V1, at), inClip(*before, before->clip->duration - 1));
            if (sides.coming)
                QCOMPARE(shown(*sides.coming, V1, at), inClip(*behind, 0));
            // Its sound beside it, from the first sample of the frame on.
            const auto& lead = *sides.lead();
            const auto picture = clipAt(lead, V1, 0)->clip;
            const auto sound = clipAt(lead, A1, 0)->clip;
            QCOMPARE(sound->in, angle(picture->angle).clock.sampleAtFrame(picture->in));
        }
    }
    void aSoundTrimmedAloneIsUnderThePictures() {
        const Sequence s = twoClips();
        const EdgeHandle handle{clipOn(s, A1, 0), Edge::Tail, TrimMode::Roll, false};
        const TrimSides sides = *trimSides(s, handle, angles());
        COMPARE_TRACK(*sides.leaving, V1, "A5+10 B980+19"); // as far as it can go either way
        COMPARE_TRACK(*sides.leaving, A1, "A5+29");
    }
    void pictureAloneWhenUnlinked() {
        const Sequence s = twoClips();
        const auto roll = handleAt(s, 0, Edge::Tail, TrimMode::Roll, false);
        const auto after = doUndoRedo(s, trimEdge(s, roll, 4, angles()));
        COMPARE_TRACK(*after, V1, "A5+14 B984+16");
        COMPARE_TRACK(*after, A1, "A5+10 B980+20");
        // Now the cuts stand apart, so that the next linked trim of the picture leaves the sound alone.
        const auto back = doUndoRedo(
            *after, trimEdge(*after, handleAt(*after, 0, Edge::Tail, TrimMode::Roll), -4, angles()));
        COMPARE_TRACK(*back, V1, "A5+10 B980+20");
        COMPARE_TRACK(*back, A1, "A5+10 B980+20");
    }
    void rippleKeepsOtherTracksInStep() {
        Sequence s = twoClips();
        const std::vector<Patch> music{{s.tracks[A2]->id, 1}};
        s = *doUndoRedo(s, overwrite(s, 0, part(angle(3), 0, 30), music));
        const auto shorter =
            doUndoRedo(s, trimEdge(s, handleAt(s, 0, Edge::Tail, TrimMode::Ripple), -3, angles()));
        COMPARE_TRACK(*shorter, A2, "C0+7 C10+20");
        const auto longer =
            doUndoRedo(s, trimEdge(s, handleAt(s, 10, Edge::Head, TrimMode::Ripple), -2, angles()));
        COMPARE_TRACK(*longer, A2, "C0+10 gap2 C10+20");
    }
    void slipShowsAnotherPartInPlace() {
        const Sequence s = twoClips();
        const Uuid first = clipAt(s, V1, 0)->clip->id;
        const auto later = doUndoRedo(s, slip(s, first, 3, true, angles()));
        COMPARE_TRACK(*later, V1, "A8+10 B980+20");
        COMPARE_TRACK(*later, A1, "A8+10 B980+20");
        COMPARE_TRACK(*doUndoRedo(s, slip(s, first, -50, true, angles())), V1, "A0+10 B980+20");
        const Uuid last = clipAt(s, V1, 10)->clip->id;
        COMPARE_TRACK(*doUndoRedo(s, slip(s, last, 5, true, angles())), V1, "A5+10 B980+20");
    }
    void soundTrimsAt5994LandOnWholeFrames() {
        const FrameRate rate{60000, 1001};
        Sequence s = emptySequence("Test", rate, true);
        for (const auto& range : {part(angle(1, rate), 100, 140), part(angle(2, rate), 200, 260)})
            s = *doUndoRedo(s, append(s, range, targetPatches(s, range.source, true, true)));
        for (const int delta : {1, -2, 3, 5, -7, 11, -13, 2}) {
            const auto handle = handleAt(s, 0, Edge::Tail, TrimMode::Ripple);
            s = *doUndoRedo(s, trimEdge(s, handle, delta, angles(rate)));
            const std::int64_t cut = TrackIndex(*s.tracks[V1]).start(1);
            QCOMPARE(TrackIndex(*s.tracks[A1]).start(1), samplesAtFrame(cut, rate));
            QCOMPARE(s.tracks[A1]->duration(), samplesAtFrame(s.tracks[V1]->duration(), rate));
        }
        COMPARE_TRACK(s, V1, "A100+40 B200+60");
    }
};

QTEST_APPLESS_MAIN(TestTrim)
#include "test_trim.moc"
