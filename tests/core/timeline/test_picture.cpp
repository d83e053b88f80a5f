#include "core/timeline/clip_map.h"
#include "core/timeline/comparison.h"
#include "core/timeline/picture_effects.h"
#include "core/timeline/serialise.h"
#include "timeline_fixture.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

using P = PictureParameter;

enum { V1, A1 };

constexpr FrameRate fifty{50, 1};

/// A on V1, its frames 100..140 at 20..60 of the sequence, B 200..240 behind it; their sounds beside them.
Sequence twoClips() {
    Sequence sequence = emptySequence("Test", fifty, false);
    SourceTiming a = angle(1), b = angle(2);
    a.sounds = b.sounds = 1;
    sequence = *doUndoRedo(
        sequence, overwrite(sequence, 20, part(a, 100, 140), targetPatches(sequence, a, true, true)));
    return *doUndoRedo(sequence, append(sequence, part(b, 200, 240), targetPatches(sequence, b, true, true)));
}

/// A grows, turns and goes from the left to the right, each in its own way; B is half seen.
Sequence animated() {
    Sequence sequence = twoClips();
    PictureEffects effects;
    effects.of(P::Scale) = Curve::of({{5, 50'000, Interpolation::Smooth}, {30, 150'000}});
    effects.of(P::PositionX) = Curve::of({{10, -40'000, Interpolation::Linear}, {33, 40'000}});
    effects.of(P::Rotation) =
        Curve::of({{0, 0, Interpolation::Hold}, {12, 45'000, Interpolation::Hold}, {25, 90'000}});
    effects.of(P::CropLeft) = Curve::of(12'345);
    effects.framing = Framing::Fill;
    sequence = *doUndoRedo(sequence, pastePicture(sequence, {clipOn(sequence, V1, 20)}, effects));
    return *doUndoRedo(sequence, setPictureParameters(sequence, {clipOn(sequence, V1, 60)},
                                                      std::vector{ParameterValue{P::Opacity, 500}}, 60));
}

/// What a frame of a track shows: a frame of a Source and how it lies on the frame.
struct Shown {
    std::int64_t source = -1;
    PicturePlacement placement;

    bool operator==(const Shown&) const = default;
};

std::vector<Shown> shown(const Sequence& sequence, std::size_t index = V1) {
    const Track& track = *sequence.tracks[index];
    std::vector<Shown> frames;
    for (const Item& item : track.items)
        for (std::int64_t k = 0; k < item.duration; ++k)
            frames.push_back(item.clip
                                 ? Shown{sourceUnitAt(*item.clip, k, track.rate), placementAt(*item.clip, k)}
                                 : Shown{});
    return frames;
}

std::vector<Shown> cutOut(const std::vector<Shown>& frames, std::int64_t from, std::int64_t to) {
    return {frames.begin() + from, frames.begin() + to};
}

/// The placement of each picture of a Source that is seen at all.
std::map<std::int64_t, PicturePlacement> bySource(const Sequence& sequence) {
    std::map<std::int64_t, PicturePlacement> placements;
    for (const Shown& frame : shown(sequence))
        placements.emplace(frame.source, frame.placement);
    return placements;
}

std::int64_t valueAt(const Sequence& sequence, P parameter, std::int64_t frame) {
    return shown(sequence)[static_cast<std::size_t>(frame)].placement.of(parameter);
}

} // namespace

class TestPicture : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsOnlyWhatIsNotNeutral() {
        QVERIFY(!shared(PictureEffects{}));
        QVERIFY(PictureEffects().at(7).isNeutral());
        Sequence sequence = twoClips();
        const std::set<Uuid> clip{clipOn(sequence, V1, 20)};
        sequence =
            *doUndoRedo(sequence, setPictureParameters(sequence, clip,
                                                       std::vector{ParameterValue{P::Scale, 120'000}}, 20));
        QCOMPARE(valueAt(sequence, P::Scale, 40), 120'000);
        sequence =
            *doUndoRedo(sequence, setPictureParameters(sequence, clip,
                                                       std::vector{ParameterValue{P::Scale, 100'000}}, 20));
        QVERIFY(!sequence.tracks[V1]->items[1].clip->picture);
    }

    void keyframesAreSetWhereTheParameterHasAny() {
        Sequence sequence = twoClips();
        const std::set<Uuid> clip{clipOn(sequence, V1, 20)};
        const auto set = [&](std::int64_t value, std::int64_t frame) {
            sequence = *doUndoRedo(
                sequence,
                setPictureParameters(sequence, clip, std::vector{ParameterValue{P::Scale, value}}, frame));
        };
        sequence = *doUndoRedo(sequence, setPictureKeyframe(sequence, clip, P::Scale, 20, true));
        set(200'000, 30);
        QCOMPARE(valueAt(sequence, P::Scale, 20), 100'000);
        QCOMPARE(valueAt(sequence, P::Scale, 25), 150'000);
        QCOMPARE(valueAt(sequence, P::Scale, 59), 200'000);
        set(9'999'999, 500); // beyond the clip is its last frame, beyond the range its end
        QCOMPARE(valueAt(sequence, P::Scale, 59), 1'000'000);
        sequence = *doUndoRedo(sequence, setInterpolation(sequence, clip, P::Scale, 20, Interpolation::Hold));
        QCOMPARE(valueAt(sequence, P::Scale, 29), 100'000);
        sequence = *doUndoRedo(sequence, movePictureKeyframes(sequence, *clip.begin(), 30, 24));
        QCOMPARE(valueAt(sequence, P::Scale, 24), 200'000);
        for (const std::int64_t frame : {20, 24, 59})
            sequence = *doUndoRedo(sequence, setPictureKeyframe(sequence, clip, P::Scale, frame, false));
        QCOMPARE(valueAt(sequence, P::Scale, 20), 1'000'000); // what the last one said
        sequence = *doUndoRedo(sequence, resetPicture(sequence, clip, P::Scale));
        QVERIFY(!sequence.tracks[V1]->items[1].clip->picture);
    }

    void severalClipsAreOneStep() {
        Sequence sequence = twoClips();
        const std::set<Uuid> clips{clipOn(sequence, V1, 20), clipOn(sequence, V1, 60),
                                   clipOn(sequence, A1, 20)};
        sequence =
            *doUndoRedo(sequence, setPictureParameters(sequence, clips,
                                                       std::vector{ParameterValue{P::Opacity, 250}}, 20));
        QCOMPARE(valueAt(sequence, P::Opacity, 20), 250);
        QCOMPARE(valueAt(sequence, P::Opacity, 60), 250);
        QVERIFY(!sequence.tracks[A1]->items[1].clip->picture); // a sound has no picture
        const auto refused = setFraming(sequence, {clipOn(sequence, A1, 20)}, Framing::Fill);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().message, std::string("Select a clip with a picture first."));
    }

    void aSplitClipShowsWhatItShowed_data() {
        QTest::addColumn<std::int64_t>("frame");
        for (std::int64_t frame = 21; frame < 60; ++frame)
            QTest::addRow("%d", int(frame)) << frame;
    }
    void aSplitClipShowsWhatItShowed() {
        QFETCH(std::int64_t, frame);
        const Sequence before = animated();
        const Sequence cut = *doUndoRedo(before, razor(before, frame, {}));
        QCOMPARE(cut.tracks[V1]->items.size(), before.tracks[V1]->items.size() + 1);
        QVERIFY(shown(cut) == shown(before));
        // And is one again.
        std::set<Uuid> both{clipOn(cut, V1, frame - 1), clipOn(cut, V1, frame)};
        const Sequence joined = *doUndoRedo(cut, joinThroughEdits(cut, both));
        QCOMPARE(joined.tracks[V1]->items.size(), before.tracks[V1]->items.size());
        QVERIFY(shown(joined) == shown(before));
        QVERIFY(joined.tracks[V1]->items[1].clip->picture == before.tracks[V1]->items[1].clip->picture);
    }

    void partsThatLieDifferentlyAreNotJoined() {
        Sequence sequence = animated();
        sequence = *doUndoRedo(sequence, razor(sequence, 40, {}));
        const std::set<Uuid> both{clipOn(sequence, V1, 39), clipOn(sequence, V1, 40)};
        sequence =
            *doUndoRedo(sequence, setPictureParameters(sequence, {clipOn(sequence, V1, 40)},
                                                       std::vector{ParameterValue{P::Opacity, 900}}, 40));
        QVERIFY(!joinThroughEdits(sequence, both).ok());
    }

    void trimmingKeepsEachKeyframeAtItsPicture() {
        const Sequence before = animated();
        const auto was = shown(before);
        const Uuid clip = clipOn(before, V1, 20);
        const Sequence later =
            *doUndoRedo(before, trimEdge(before, {clip, Edge::Head, TrimMode::Normal, false}, 13, angles()));
        QVERIFY(cutOut(shown(later), 33, 60) == cutOut(was, 33, 60));
        // What was trimmed away comes back as it was.
        const Sequence back =
            *doUndoRedo(later, trimEdge(later, {clip, Edge::Head, TrimMode::Normal, false}, -13, angles()));
        QVERIFY(shown(back) == was);
        const Sequence rippled =
            *doUndoRedo(before, trimEdge(before, {clip, Edge::Head, TrimMode::Ripple, true}, 13, angles()));
        QVERIFY(cutOut(shown(rippled), 20, 47) == cutOut(was, 33, 60));
        const Sequence rolled =
            *doUndoRedo(before, trimEdge(before, {clip, Edge::Tail, TrimMode::Roll, true}, -5, angles()));
        QVERIFY(cutOut(shown(rolled), 20, 55) == cutOut(was, 20, 55));
        const Sequence lifted = *doUndoRedo(before, lift(before, 30, 40));
        QVERIFY(cutOut(shown(lifted), 40, 60) == cutOut(was, 40, 60));
        const Sequence slid = *doUndoRedo(before, slide(before, clipOn(before, V1, 60), 5, true, angles()));
        QVERIFY(cutOut(shown(slid), 20, 60) == cutOut(was, 20, 60));
        const Sequence moved = *doUndoRedo(before, moveClips(before, withLinked(before, {clip}), -7, 0));
        QVERIFY(cutOut(shown(moved), 13, 53) == cutOut(was, 20, 60));
    }

    void slippingTakesTheKeyframesAlong() {
        const Sequence before = animated();
        const auto was = bySource(before);
        const Sequence slipped = *doUndoRedo(before, slip(before, clipOn(before, V1, 20), 4, true, angles()));
        int same = 0;
        for (const auto& [source, placement] : bySource(slipped))
            if (const auto found = was.find(source); found != was.end()) {
                QVERIFY(found->second == placement);
                ++same;
            }
        QVERIFY(same >= 36 + 40);
    }

    void speedKeepsEachKeyframeAtItsPicture_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("50 %") << 1 << 2;
        QTest::newRow("200 %") << 2 << 1;
        QTest::newRow("-100 %") << -1 << 1;
        QTest::newRow("-50 %") << -1 << 2;
    }
    void speedKeepsEachKeyframeAtItsPicture() {
        QFETCH(int, num);
        QFETCH(int, den);
        const Sequence before = animated();
        const auto was = bySource(before);
        const Uuid clip = clipOn(before, V1, 20);
        const Sequence changed =
            *doUndoRedo(before, setSpeed(before, withLinked(before, {clip}), *ClipSpeed::make(num, den),
                                         SpeedLength::Ripple, angles()));
        // The keyframes of the position and the scale are at the pictures that they were at.
        const auto now = bySource(changed);
        for (const std::int64_t k : {5, 30}) {
            const auto source = 180000 * 10 + 100 + k; // 10:00:00:00 at 50
            const auto found = now.find(source);
            if (found == now.end())
                continue; // not every picture is shown at twice the speed
            const auto off = found->second.of(P::Scale) - was.at(source).of(P::Scale);
            QVERIFY2(std::abs(off) <= 4200, qPrintable(QString::number(off))); // a frame's worth of the way
        }
        const Sequence back = *doUndoRedo(
            changed, setSpeed(changed, withLinked(changed, {clip}), {}, SpeedLength::Ripple, angles()));
        if (num * den != 2) // twice as fast, odd units are rounded
            return;
        QVERIFY(back.tracks[V1]->items[1].clip->picture);
    }

    void halfSpeedAndBackIsExact() {
        const Sequence before = animated();
        const std::set<Uuid> clip = withLinked(before, {clipOn(before, V1, 20)});
        const Sequence slow = *doUndoRedo(
            before, setSpeed(before, clip, *ClipSpeed::make(1, 2), SpeedLength::Ripple, angles()));
        QCOMPARE(valueAt(slow, P::Rotation, 20 + 23), 0);
        QCOMPARE(valueAt(slow, P::Rotation, 20 + 24), 45'000);
        QCOMPARE(*doUndoRedo(slow, setSpeed(slow, clip, {}, SpeedLength::Ripple, angles())), before);
    }

    void keyframesGoOnOverAFreezeFrame() {
        const Sequence before = animated();
        const Sequence frozen = *doUndoRedo(before, freezeFrame(before, {clipOn(before, V1, 20)}, 30));
        const auto was = shown(before);
        const auto is = shown(frozen);
        for (std::size_t k = 20; k < 60; ++k)
            QVERIFY(is[k].placement == was[k].placement);
        QCOMPARE(is[59].source, was[30].source);
    }

    void anInsertedFreezeFrameHoldsItsPlaceToo() {
        const Sequence before = animated();
        const auto was = shown(before);
        const auto is = shown(*doUndoRedo(before, insertFreeze(before, {clipOn(before, V1, 20)}, 32, 10)));
        for (std::size_t k = 20; k < 32; ++k)
            QVERIFY(is[k] == was[k]);
        for (std::size_t k = 32; k < 42; ++k)
            QVERIFY(is[k] == was[32]);
        for (std::size_t k = 32; k < 60; ++k)
            QVERIFY(is[k + 10] == was[k]);
    }

    void anotherAngleLiesAsTheFirstOneDid() {
        const Sequence before = animated();
        const std::set<Uuid> clip = withLinked(before, {clipOn(before, V1, 20)});
        const Sequence swapped = *doUndoRedo(before, swapAngle(before, clip, angle(3), angles()));
        const auto was = shown(before);
        const auto is = shown(swapped);
        for (std::size_t k = 20; k < 60; ++k)
            QVERIFY(is[k].placement == was[k].placement);
    }

    void theFormatOfASequenceIsAStep() {
        const Sequence before = animated();
        SequenceFormat format = formatOf(before);
        format.framing = Framing::Fill;
        format.width = 1080;
        format.height = 1920;
        const Sequence after = *doUndoRedo(before, setFormat(before, format));
        QCOMPARE(formatOf(after), format);
        QVERIFY(doUndoRedo(after, setFormat(after, formatOf(before)))->framing == Framing::Fit);
        const auto again = parseChange(changeText(difference(before, after, "Sequence settings")));
        QVERIFY(again.ok());
        const auto applied = apply(before, *again);
        QVERIFY(applied.ok() && **applied == after);
    }

    void isWrittenAndReadBack() {
        Sequence sequence = animated();
        sequence.framing = Framing::Fill;
        const auto reread = parseSequence(sequenceText(sequence));
        QVERIFY2(reread.ok(), reread.ok() ? "" : reread.error().detail.c_str());
        QCOMPARE(**reread, sequence);
        const auto change = setFraming(sequence, {clipOn(sequence, V1, 60)}, Framing::Fit);
        QVERIFY(change.ok());
        const auto again = parseChange(changeText(*change));
        QVERIFY(again.ok());
        QCOMPARE(*again, *change);
    }

    void whatCannotBeIsNotRead() {
        std::string text = sequenceText(animated());
        const std::string written = "\"opacity\":500";
        const auto at = text.find(written);
        QVERIFY(at != std::string::npos);
        QVERIFY(!parseSequence(std::string(text).replace(at, written.size(), "\"opacity\":1001")).ok());
        QVERIFY(!parseSequence(std::string(text).replace(at, written.size(), "\"opacity\":\"half\"")).ok());
    }

    void isComparedInWords() {
        const Sequence before = twoClips();
        const auto words = [](const Sequence& a, const Sequence& b) {
            std::string all;
            for (const Difference& difference : compare(a, b))
                all += difference.what + ": " + difference.how + "\n";
            return all;
        };
        Sequence after = *doUndoRedo(
            before, setPictureParameters(
                        before, {clipOn(before, V1, 60)},
                        std::vector{ParameterValue{P::Opacity, 505}, ParameterValue{P::Scale, 120'000},
                                    ParameterValue{P::PositionX, 10}, ParameterValue{P::PositionY, 10}},
                        60));
        QCOMPARE(words(before, after), std::string("B: another position, scale 120 %, opacity 50.5 %\n"));
        const Sequence moving = animated();
        const Sequence still = *doUndoRedo(moving, resetPicture(moving, {clipOn(moving, V1, 20)}, {}));
        QVERIFY(words(still, moving).find("other keyframes of the scale") != std::string::npos);
        QVERIFY(words(still, moving).find("filling the frame") != std::string::npos);
        // A trim takes keyframes along, which is no difference of its own.
        const Sequence trimmed = *doUndoRedo(
            moving,
            trimEdge(moving, {clipOn(moving, V1, 20), Edge::Head, TrimMode::Normal, false}, 3, angles()));
        QVERIFY(words(moving, trimmed).find("keyframes") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestPicture)
#include "test_picture.moc"
