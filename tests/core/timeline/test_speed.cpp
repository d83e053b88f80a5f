#include "core/timeline/clip_map.h"
#include "core/timeline/comparison.h"
#include "core/timeline/editor_session.h"
#include "core/timeline/serialise.h"
#include "core/timeline/source_position.h"
#include "core/timeline/transitions.h"
#include "timeline_fixture.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

enum { V1, A1, A2 };

constexpr FrameRate fifty{50, 1};
const ClipSpeed half{1, 2, 0};
const ClipSpeed third{1, 3, 0};
const ClipSpeed twice{2, 1, 0};
const ClipSpeed backwards{-1, 1, 0};

ClipSpeed speed(std::int64_t num, std::int64_t den = 1) {
    return ClipSpeed::make(num, den).value();
}

/// V1 and A1: A 100..140, B 200..240, C 300..340, linked.
Sequence threeClips(FrameRate rate = fifty) {
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

/// A clip of 40 frames of A from its frame 100, alone on V1.
Sequence oneClip(const ClipSpeed& at = {}, std::int64_t phase = 0) {
    Sequence sequence = emptySequence("Test", fifty, false);
    sequence = *doUndoRedo(
        sequence, append(sequence, part(angle(1), 100, 140), targetPatches(sequence, angle(1), true, false)));
    Track track = *sequence.tracks[V1];
    Clip clip = *track.items[0].clip;
    clip.speed = at;
    clip.speed.phase = phase;
    track.items[0] = Item::of(clip);
    sequence.tracks[V1] = std::make_shared<const Track>(track);
    return sequence;
}

/// What each unit of a track shows, found unit by unit: "A100", or nothing in a gap.
std::vector<std::string> shown(const Sequence& sequence, std::size_t index) {
    const Track& track = *sequence.tracks[index];
    std::vector<std::string> units;
    for (const Item& item : track.items)
        for (std::int64_t k = 0; k < item.duration; ++k)
            units.push_back(item.clip
                                ? item.clip->name +
                                      std::to_string(sourceUnitAt(*item.clip, k, track.rate) - angle(1).first)
                                : std::string());
    return units;
}

template <class T>
std::vector<T> part(const std::vector<T>& all, std::size_t from, std::size_t to) {
    return {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to)};
}

EditorSession sessionOf(const Sequence& sequence) {
    EditorSession session(History(std::make_shared<const Sequence>(sequence)));
    for (int number = 1; number <= 4; ++number)
        session.know(angle(number));
    return session;
}

} // namespace

class TestSpeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSpeedIsAnExactFraction() {
        QCOMPARE(speed(50, 100), half);
        QCOMPARE(speed(100, 300), third);
        QCOMPARE(speed(-200, 100), speed(-2));
        QVERIFY(speed(0, 7).isFreeze());
        QVERIFY(!ClipSpeed::make(1, 101).ok());
        QVERIFY(ClipSpeed::make(1, 100).ok());
        QVERIFY(ClipSpeed::make(-100, 1).ok());
        QVERIFY(!ClipSpeed::make(101, 1).ok());
        QVERIFY(!ClipSpeed::make(1, 0).ok());
        QCOMPARE(half.percent(), std::string("50 %"));
        QCOMPARE(third.percent(), std::string("33.33 %"));
        QCOMPARE(speed(-5, 2).percent(), std::string("-250 %"));
        QCOMPARE(speed(1, 16).percent(), std::string("6.25 %"));
        QCOMPARE(speed(201, 200).percent(), std::string("100.5 %"));
        QCOMPARE(speed(10005, 10000).percent(), std::string("100.05 %"));
    }

    void whatPeopleTypeIsExact() {
        for (const auto& [text, wanted] : {std::pair<const char*, ClipSpeed>{"50", half},
                                           {"33 1/3", third},
                                           {" 200 % ", twice},
                                           {"-100%", backwards},
                                           {"12.5", speed(1, 8)},
                                           {"12,5 %", speed(1, 8)},
                                           {"+83 1/3", speed(5, 6)},
                                           {"0", ClipSpeed::freeze()},
                                           {"10000", speed(100)},
                                           {"1", speed(1, 100)}})
            QCOMPARE(ClipSpeed::fromPercent(text).value(), wanted);
        for (const char* wrong : {"", " ", "%", "-", ".", "fast", "50 50", "50%%", "1/0", "33 1/0", "33 1/",
                                  "5 0.", "10001", "0.99", "99999999999999999999", "1e2", "50 x"})
            QVERIFY2(!ClipSpeed::fromPercent(wrong).ok(), wrong);
        const Clip plain = *oneClip().tracks[V1]->items[0].clip;
        QCOMPARE(speedToFill(plain, 40, 80).value(), half);
        QCOMPARE(speedToFill(withSpeed(plain, backwards), 40, 60).value(), speed(-2, 3));
        QVERIFY(!speedToFill(plain, 40, 0).ok());
        QVERIFY(!speedToFill(plain, 40, 4001).ok());
        QVERIFY(!speedToFill(withSpeed(plain, ClipSpeed::freeze()), 40, 80).ok());
    }

    void theSessionFillsFromMarkToMark() {
        EditorSession session = sessionOf(threeClips());
        SourceSide side{angle(4), angle(4).first + 500, {}, angle(4).first + 500};
        QVERIFY(!session.fitToFill(side).ok());
        side.out = angle(4).first + 520;
        QVERIFY(!session.fitToFill(side).ok());
        session.setMarks(20, 60);
        QVERIFY(session.fitToFill(side).ok());
        COMPARE_TRACK(*session.sequence(), V1, "A100+20 D500+40@1/2 B220+20 C300+40");
        QCOMPARE(session.playhead(), std::int64_t(60));
        QVERIFY(!session.markIn());
        session.setPlayhead(10);
        QVERIFY(session.setSpeed(twice, SpeedLength::Ripple).ok()); // nothing selected: what is under it
        COMPARE_TRACK(*session.sequence(), V1, "A100+10@2/1 D500+40@1/2 B220+20 C300+40");
        COMPARE_TRACK(*session.sequence(), A1, "A100+10@2/1 D500+40@1/2 B220+20 C300+40");
    }

    void aDoubleBecomesTheFractionThatItMeans() {
        QCOMPARE(ClipSpeed::fromDouble(0.5).value(), half);
        QCOMPARE(ClipSpeed::fromDouble(1.0 / 3.0).value(), third);
        QCOMPARE(ClipSpeed::fromDouble(-2.0).value(), speed(-2));
        QCOMPARE(ClipSpeed::fromDouble(0.0).value(), ClipSpeed::freeze());
        QCOMPARE(ClipSpeed::fromDouble(24000.0 / 25025.0).value(), speed(960, 1001));
        QCOMPARE(ClipSpeed::fromDouble(0.3333).value(), speed(3333, 10000));
        QCOMPARE(ClipSpeed::fromDouble(1.0).value(), ClipSpeed{});
        for (const double bad : {std::nan(""), 1e300, -1.0 / 0.0, 3.14159265358979, 0.001, 1e-300})
            QVERIFY2(!ClipSpeed::fromDouble(bad).ok(), qPrintable(QString::number(bad)));
    }

    /// Against the definition, reckoned otherwise: the k for which n <= k * speed + phase < n + 1.
    void theMapIsTheDefinition() {
        std::mt19937 random(seedOr(20261124U));
        const auto number = [&](std::int64_t from, std::int64_t to) {
            return std::uniform_int_distribution<std::int64_t>(from, to)(random);
        };
        for (int round = 0; round < 2000; ++round) {
            Clip clip;
            clip.mediaRate = fifty;
            clip.in = number(-500, 500);
            clip.duration = number(1, 60);
            clip.speed = speed(number(-9, 9), number(1, 9));
            clip.speed.phase = number(0, clip.speed.den - 1);
            for (std::int64_t k = -20; k < 80; ++k) {
                const std::int64_t unit = sourceUnitAt(clip, k, fifty) - clip.in;
                const std::int64_t exact = k * clip.speed.num + clip.speed.phase;
                QVERIFY(unit * clip.speed.den <= exact && exact < (unit + 1) * clip.speed.den);
            }
            const std::int64_t cut = number(-20, 60);
            const Clip later = clipFrom(clip, cut, 10, fifty);
            for (std::int64_t k = -30; k < 30; ++k)
                QCOMPARE(sourceUnitAt(later, k, fifty), sourceUnitAt(clip, cut + k, fifty));
            const Clip turned = mirrored(clip, fifty);
            for (std::int64_t k = 0; k < clip.duration; ++k)
                QCOMPARE(sourceUnitAt(turned, k, fifty), sourceUnitAt(clip, clip.duration - 1 - k, fifty));
            QCOMPARE(mirrored(turned, fifty), clip);
            checkRoom(clip, number(0, 60), number(0, 60));
            checkOffsets(clip);
        }
    }

    void atNormalSpeedNothingIsDifferent() {
        Clip clip;
        clip.mediaRate = {25, 1};
        clip.in = 1000;
        clip.duration = 10;
        for (std::int64_t k = -20; k < 20; ++k)
            QCOMPARE(sourceUnitAt(clip, k, fifty), clip.in + rescale(k, fifty, clip.mediaRate));
        QCOMPARE(sourceUnits(clip, fifty), (UnitRange{1000, 1005}));
        QCOMPARE(clipFrom(clip, 3, 7, fifty).in, std::int64_t(1002));
        // Nor is a word of it written.
        QVERIFY(sequenceText(oneClip()).find("speed") == std::string::npos);
    }

    void rippleShowsTheSamePartInAnotherTime() {
        const Sequence s = threeClips();
        const auto b = withLinked(s, {clipOn(s, V1, 50)});
        const auto slow = doUndoRedo(s, setSpeed(s, b, half, SpeedLength::Ripple, angles()));
        COMPARE_TRACK(*slow, V1, "A100+40 B200+80@1/2 C300+40");
        COMPARE_TRACK(*slow, A1, "A100+40 B200+80@1/2 C300+40");
        const auto fast = doUndoRedo(s, setSpeed(s, b, twice, SpeedLength::Ripple, angles()));
        COMPARE_TRACK(*fast, V1, "A100+40 B200+20@2/1 C300+40");
        COMPARE_TRACK(*fast, A1, "A100+40 B200+20@2/1 C300+40");
        const auto thirds = doUndoRedo(s, setSpeed(s, b, third, SpeedLength::Ripple, angles()));
        COMPARE_TRACK(*thirds, V1, "A100+40 B200+120@1/3 C300+40");
        // And back.
        for (const auto& changed : {slow, fast, thirds}) {
            const auto again = withLinked(*changed, {clipOn(*changed, V1, 45)});
            const auto back =
                doUndoRedo(*changed, setSpeed(*changed, again, {}, SpeedLength::Ripple, angles()));
            QCOMPARE(*back, s);
        }
        // Rounded to the nearest frame: 40 at three times the speed are 13.
        COMPARE_TRACK(*doUndoRedo(s, setSpeed(s, b, speed(3), SpeedLength::Ripple, angles())), V1,
                      "A100+40 B200+13@3/1 C300+40");
        // One clip of a linked pair: the sound track opens up, for it is sync locked.
        const auto alone =
            doUndoRedo(s, setSpeed(s, {clipOn(s, V1, 50)}, half, SpeedLength::Ripple, angles()));
        COMPARE_TRACK(*alone, V1, "A100+40 B200+80@1/2 C300+40");
        COMPARE_TRACK(*alone, A1, "A100+40 B200+40 gap40 C300+40");
    }

    void severalAtOnceKeepTheirOrder() {
        const Sequence s = threeClips();
        std::set<Uuid> all;
        for (const std::int64_t frame : {10, 50})
            all.insert(clipOn(s, V1, frame));
        const auto slow = doUndoRedo(s, setSpeed(s, withLinked(s, all), half, SpeedLength::Ripple, angles()));
        COMPARE_TRACK(*slow, V1, "A100+80@1/2 B200+80@1/2 C300+40");
        COMPARE_TRACK(*slow, A1, "A100+80@1/2 B200+80@1/2 C300+40");
        // A sound that lies under both pictures.
        const auto joined =
            doUndoRedo(s, trimEdge(s, {clipOn(s, A1, 10), Edge::Tail, TrimMode::Roll, false}, 20, angles()));
        const auto split = doUndoRedo(
            *joined, setSpeed(*joined, withLinked(*joined, all), half, SpeedLength::Ripple, angles()));
        COMPARE_TRACK(*split, V1, "A100+80@1/2 B200+80@1/2 C300+40");
        COMPARE_TRACK(*split, A1, "A100+120@1/2 B220+40@1/2 C300+40");
        // One between them that is not meant cannot give way.
        const std::vector<Patch> sound{{s.tracks[A1]->id, 1}};
        const auto music = doUndoRedo(s, overwrite(s, 0, part(angle(4), 0, 120), sound));
        const auto refused =
            setSpeed(*music, {clipOn(*music, V1, 10), clipOn(*music, V1, 90), clipOn(*music, A1, 10)}, half,
                     SpeedLength::Ripple, angles());
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.find("Other clips on V1") == 0);
    }

    void keepingTheLengthShowsAnotherPart() {
        const Sequence s = threeClips();
        const auto b = withLinked(s, {clipOn(s, V1, 50)});
        COMPARE_TRACK(*doUndoRedo(s, setSpeed(s, b, half, SpeedLength::Keep, angles())), V1,
                      "A100+40 B200+40@1/2 C300+40");
        COMPARE_TRACK(*doUndoRedo(s, setSpeed(s, b, twice, SpeedLength::Keep, angles())), A1,
                      "A100+40 B200+40@2/1 C300+40");
        // There are 1000 frames of it, and 40 at 25 times the speed from 200 on would be 1000 more.
        const auto refused = setSpeed(s, b, speed(25), SpeedLength::Keep, angles());
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.find("too little of “B”") != std::string::npos);
        QVERIFY(setSpeed(s, b, speed(20), SpeedLength::Keep, angles()).ok());
        QVERIFY(!setSpeed(s, b, ClipSpeed::freeze(), SpeedLength::Keep, angles()).ok());
    }

    void turningRoundShowsTheSamePicturesFromTheEnd() {
        const Sequence s = threeClips();
        const auto b = withLinked(s, {clipOn(s, V1, 50)});
        for (const SpeedLength length : {SpeedLength::Ripple, SpeedLength::Keep}) {
            const auto turned = doUndoRedo(s, setSpeed(s, b, backwards, length, angles()));
            for (const std::size_t track : {V1, A1}) {
                auto expected = shown(s, track);
                const std::size_t frame = track == V1 ? 1 : 960;
                std::reverse(expected.begin() + std::ptrdiff_t(40 * frame),
                             expected.begin() + std::ptrdiff_t(80 * frame));
                QCOMPARE(shown(*turned, track), expected);
            }
            QCOMPARE(*doUndoRedo(*turned, setSpeed(*turned, b, {}, length, angles())), s);
        }
        // At another speed at once: from the last one, as long each as forwards.
        const auto slow = doUndoRedo(s, setSpeed(s, b, speed(-1, 2), SpeedLength::Ripple, angles()));
        const auto pictures = shown(*slow, V1);
        QCOMPARE(part(pictures, 40, 44), (std::vector<std::string>{"B239", "B239", "B238", "B238"}));
        QCOMPARE(part(pictures, 118, 121), (std::vector<std::string>{"B200", "B200", "C300"}));
        const auto sounds = shown(*slow, A1);
        const std::int64_t last = angle(1).clock.sampleAtFrame(angle(1).first + 240) - 1 - angle(1).first;
        QCOMPARE(sounds[std::size_t(40) * 960], "B" + std::to_string(last));
    }

    void whatRemainsOfAClipShowsWhatItShowed_data() {
        QTest::addColumn<qint64>("num");
        QTest::addColumn<qint64>("den");
        for (const auto& [num, den] : {std::pair<qint64, qint64>{1, 2},
                                       {1, 3},
                                       {2, 1},
                                       {3, 2},
                                       {-1, 1},
                                       {-1, 3},
                                       {-5, 3},
                                       {7, 5},
                                       {1, 1},
                                       {0, 1}})
            QTest::addRow("%lld/%lld", num, den) << num << den;
    }
    void whatRemainsOfAClipShowsWhatItShowed() {
        QFETCH(qint64, num);
        QFETCH(qint64, den);
        const ClipSpeed at{num, den, 0};
        const Sequence s = oneClip(at, den - 1);
        const auto before = shown(s, V1);
        for (std::int64_t frame = 1; frame < 40; ++frame) {
            const auto cut = doUndoRedo(s, razor(s, frame, {}));
            QCOMPARE(shown(*cut, V1), before);
            QVERIFY(goesOn(cut->tracks[V1]->items[0], cut->tracks[V1]->items[1], fifty));
            std::set<Uuid> parts{clipOn(*cut, V1, 0), clipOn(*cut, V1, 39)};
            QCOMPARE(*doUndoRedo(*cut, joinThroughEdits(*cut, parts)), s);
            const auto n = static_cast<std::size_t>(frame);
            const Uuid id = clipOn(s, V1, 0);
            QCOMPARE(
                shown(*doUndoRedo(s, trimEdge(s, {id, Edge::Head, TrimMode::Ripple, true}, frame, angles())),
                      V1),
                part(before, n, 40));
            QCOMPARE(
                shown(*doUndoRedo(s, trimEdge(s, {id, Edge::Tail, TrimMode::Ripple, true}, -frame, angles())),
                      V1),
                part(before, 0, 40 - n));
            // There and back.
            const auto shorter =
                doUndoRedo(s, trimEdge(s, {id, Edge::Head, TrimMode::Normal, true}, frame, angles()));
            QCOMPARE(*doUndoRedo(*shorter, trimEdge(*shorter, {id, Edge::Head, TrimMode::Normal, true},
                                                    -frame, angles())),
                     s);
            const auto lifted = doUndoRedo(s, lift(s, frame, frame + 3));
            for (std::size_t k = 0; k < shown(*lifted, V1).size(); ++k)
                if (k < n || k >= n + 3)
                    QCOMPARE(shown(*lifted, V1)[k], before[k]);
        }
    }

    void trimsEndWhereTheMediaEnds() {
        // 100 frames ahead of it and 860 behind; at half the speed each lasts two.
        const Sequence slow = oneClip(half);
        const Uuid id = clipOn(slow, V1, 0);
        const auto tail = trimRange(slow, {id, Edge::Tail, TrimMode::Ripple, true}, angles());
        QCOMPARE(tail.value().latest, std::int64_t(2 * 900 - 40));
        QVERIFY(tail->atLatest == TrimLimit::Media);
        const auto longest =
            doUndoRedo(slow, trimEdge(slow, {id, Edge::Tail, TrimMode::Ripple, true}, 100'000, angles()));
        QCOMPARE(shown(*longest, V1).back(), std::string("A999"));
        const Sequence reversed = oneClip(backwards);
        const auto ends = doUndoRedo(
            reversed, trimEdge(reversed, {clipOn(reversed, V1, 0), Edge::Tail, TrimMode::Ripple, true},
                               100'000, angles()));
        QCOMPARE(shown(*ends, V1).front(), std::string("A100"));
        QCOMPARE(shown(*ends, V1).back(), std::string("A0"));
        const auto head = doUndoRedo(
            reversed, trimEdge(reversed, {clipOn(reversed, V1, 0), Edge::Head, TrimMode::Ripple, true},
                               -100'000, angles()));
        QCOMPARE(shown(*head, V1).front(), std::string("A999"));
        const Sequence frozen = oneClip(ClipSpeed::freeze());
        QCOMPARE(trimRange(frozen, {clipOn(frozen, V1, 0), Edge::Tail, TrimMode::Ripple, true}, angles())
                     .value()
                     .atLatest,
                 TrimLimit::None);
        QVERIFY(!spareAfter(*frozen.tracks[V1]->items[0].clip, fifty, angles()));
        QCOMPARE(*spareBefore(*slow.tracks[V1]->items[0].clip, fifty, angles()), std::int64_t(200));
        QCOMPARE(*spareAfter(*reversed.tracks[V1]->items[0].clip, fifty, angles()), std::int64_t(61));
    }

    void freezeHoldsThePictureUnderThePlayhead() {
        const Sequence s = threeClips();
        const auto b = withLinked(s, {clipOn(s, V1, 50)});
        const auto held = doUndoRedo(s, freezeFrame(s, b, 55));
        COMPARE_TRACK(*held, V1, "A100+40 B200+15 B215+25@0/1 C300+40");
        COMPARE_TRACK(*held, A1, "A100+40 B200+40 C300+40");
        auto expected = shown(s, V1);
        std::fill(expected.begin() + 55, expected.begin() + 80, "B215");
        QCOMPARE(shown(*held, V1), expected);
        QVERIFY(clipAt(*held, V1, 60)->clip->linkGroup.isNil());
        QVERIFY(!clipAt(*held, V1, 50)->clip->linkGroup.isNil());
        COMPARE_TRACK(*doUndoRedo(s, freezeFrame(s, b, 40)), V1, "A100+40 B200+40@0/1 C300+40");
        QVERIFY(!freezeFrame(s, b, 20).ok());
        // And it runs again from that picture.
        const auto runs =
            doUndoRedo(*held, setSpeed(*held, {clipOn(*held, V1, 60)}, {}, SpeedLength::Ripple, angles()));
        QCOMPARE(shown(*runs, V1), shown(s, V1));
    }

    void aFreezeFrameIsInsertedBetweenTwoHalves() {
        const Sequence s = threeClips();
        const auto b = withLinked(s, {clipOn(s, V1, 50)});
        const auto held = doUndoRedo(s, insertFreeze(s, b, 55, 30));
        COMPARE_TRACK(*held, V1, "A100+40 B200+15 B215+30@0/1 B215+25 C300+40");
        COMPARE_TRACK(*held, A1, "A100+40 B200+15 gap30 B215+25 C300+40");
        auto expected = shown(s, V1);
        expected.insert(expected.begin() + 55, 30, "B215");
        QCOMPARE(shown(*held, V1), expected);
        QVERIFY(clipAt(*held, V1, 60)->clip->linkGroup.isNil());
        // Both halves stay linked to their own sound.
        QCOMPARE(withLinked(*held, {clipOn(*held, V1, 90)}).size(), std::size_t(2));
        QVERIFY(!withLinked(*held, {clipOn(*held, V1, 90)}).contains(clipOn(*held, A1, 45)));
        COMPARE_TRACK(*doUndoRedo(s, insertFreeze(s, b, 40, 2)), V1, "A100+40 B200+2@0/1 B200+40 C300+40");
        QVERIFY(!insertFreeze(s, b, 20, 10).ok());
        QVERIFY(!insertFreeze(s, b, 55, 0).ok());
    }

    void fourPointsFillTheMarkedTime() {
        const Sequence s = threeClips();
        SourceTiming source = angle(4);
        source.sounds = 1;
        const auto patches = targetPatches(s, source, true, true);
        const auto slow = doUndoRedo(s, fitToFill(s, 20, 60, part(source, 500, 520), patches));
        COMPARE_TRACK(*slow, V1, "A100+20 D500+40@1/2 B220+20 C300+40");
        COMPARE_TRACK(*slow, A1, "A100+20 D500+40@1/2 B220+20 C300+40");
        const auto odd = doUndoRedo(s, fitToFill(s, 20, 57, part(source, 500, 600), patches));
        COMPARE_TRACK(*odd, V1, "A100+20 D500+37@100/37 B217+23 C300+40");
        QCOMPARE(shown(*odd, V1)[56], std::string("D597"));
        COMPARE_TRACK(*doUndoRedo(s, fitToFill(s, 20, 40, part(source, 500, 520), patches)), V1,
                      "A100+20 D500+20 B200+40 C300+40");
        QVERIFY(!fitToFill(s, 20, 20, part(source, 500, 520), patches).ok());
        QVERIFY(!fitToFill(s, 20, 21, part(source, 500, 700), patches).ok());
        QVERIFY(!fitToFill(s, 20, 521, part(source, 500, 501), patches).ok());
    }

    void replaceAndSwapKeepTheSpeed() {
        const Sequence s = threeClips();
        const auto b = withLinked(s, {clipOn(s, V1, 50)});
        const auto slow = doUndoRedo(s, setSpeed(s, b, half, SpeedLength::Keep, angles()));
        const auto replaced = doUndoRedo(*slow, replaceMedia(*slow, b, 60, angle(4), angle(4).first + 700));
        COMPARE_TRACK(*replaced, V1, "A100+40 D690+40@1/2 C300+40");
        QCOMPARE(shown(*replaced, V1)[60], std::string("D700"));
        const auto swapped = doUndoRedo(*slow, swapAngle(*slow, b, angle(3), angles()));
        COMPARE_TRACK(*swapped, V1, "A100+40 C200+40@1/2 C300+40");
        const auto slipped = doUndoRedo(*slow, slip(*slow, clipOn(*slow, V1, 50), 7, true, angles()));
        COMPARE_TRACK(*slipped, V1, "A100+40 B207+40@1/2 C300+40");
        COMPARE_TRACK(*slipped, A1, "A100+40 B207+40@1/2 C300+40");
        const auto most = doUndoRedo(*slow, slip(*slow, clipOn(*slow, V1, 50), 5000, false, angles()));
        COMPARE_TRACK(*most, V1, "A100+40 B980+40@1/2 C300+40");
    }

    void positionsOfTheSourceFollowTheSpeed() {
        EditorSession session = sessionOf(oneClip(half));
        QCOMPARE(sourceAt(*session.sequence(), 31, angles())->frame, angle(1).first + 115);
        QCOMPARE(session.whereShown(angle(1).multiSource, angle(1).first + 115),
                 std::optional<std::int64_t>(30));
        QVERIFY(!session.whereShown(angle(1).multiSource, angle(1).first + 120));
        EditorSession reversed = sessionOf(oneClip(backwards));
        QCOMPARE(reversed.whereShown(angle(1).multiSource, angle(1).first + 90),
                 std::optional<std::int64_t>(10));
        QVERIFY(!reversed.whereShown(angle(1).multiSource, angle(1).first + 101));
    }

    void linkedClipsOfOneSpeedAreInStep_data() { addRates(); }
    void linkedClipsOfOneSpeedAreInStep() {
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        const Sequence s = threeClips(rate);
        const auto b = withLinked(s, {clipOn(s, V1, 50)});
        for (const ClipSpeed& at : {half, third, twice, backwards, speed(-3, 2), speed(7, 5)}) {
            const auto changed = doUndoRedo(s, setSpeed(s, b, at, SpeedLength::Ripple, angles(rate)));
            checkInStep(*changed, rate, 0);
            const auto cut = doUndoRedo(*changed, razor(*changed, 53, {}));
            checkInStep(*cut, rate, 0);
            const auto trimmed =
                doUndoRedo(*cut, trimEdge(*cut, {clipOn(*cut, V1, 60), Edge::Head, TrimMode::Normal, false},
                                          3, angles(rate)));
            checkInStep(*trimmed, rate, 0);
        }
        const auto slow = doUndoRedo(s, setSpeed(s, b, half, SpeedLength::Ripple, angles(rate)));
        const auto slipped = doUndoRedo(*slow, slip(*slow, clipOn(*slow, V1, 60), 5, false, angles(rate)));
        checkInStep(*slipped, rate, 10);
    }

    void versionsSayTheSpeed() {
        const Sequence s = threeClips();
        const auto slow = doUndoRedo(s, setSpeed(s, {clipOn(s, V1, 50)}, half, SpeedLength::Keep, angles()));
        const auto said = compare(s, *slow);
        QCOMPARE(said.size(), std::size_t(1));
        QCOMPARE(said[0].how, std::string("speed 50 %"));
    }

    void damagedSpeedsAreRefused() {
        const Sequence s = oneClip(third, 2);
        QCOMPARE(**parseSequence(sequenceText(s)), s);
        for (const ClipSpeed& bad :
             {ClipSpeed{1, 0, 0}, ClipSpeed{2, 4, 0}, ClipSpeed{1, 3, 3}, ClipSpeed{1, 3, -1},
              ClipSpeed{1, -3, 0}, ClipSpeed{1, 1000, 0}, ClipSpeed{0, 3, 0}, ClipSpeed{INT64_MIN, 1, 0},
              ClipSpeed{INT64_MAX, INT64_MAX - 1, 0}})
            QVERIFY(!checkInvariants(oneClip(bad, bad.phase)).ok());
        QVERIFY(checkInvariants(s).ok());
    }

private:
    /// Room found by going there frame by frame.
    static void checkRoom(const Clip& clip, std::int64_t ahead, std::int64_t beyond) {
        const UnitRange shownUnits = sourceUnits(clip, fifty);
        const UnitRange have{shownUnits.first - ahead, shownUnits.end + beyond};
        if (clip.speed.isFreeze()) {
            QVERIFY(!roomBefore(clip, have, fifty) && !roomAfter(clip, have, fifty));
            return;
        }
        std::int64_t before = 0;
        while (have.contains(sourceUnitAt(clip, -before - 1, fifty)))
            ++before;
        std::int64_t after = 0;
        while (have.contains(sourceUnitAt(clip, clip.duration + after, fifty)))
            ++after;
        QCOMPARE(roomBefore(clip, have, fifty), std::optional(before));
        QCOMPARE(roomAfter(clip, have, fifty), std::optional(after));
    }
    static void checkOffsets(const Clip& clip) {
        const UnitRange units = sourceUnits(clip, fifty);
        for (std::int64_t unit = units.first - 2; unit < units.end + 2; ++unit) {
            std::optional<std::int64_t> first;
            for (std::int64_t k = 0; k < clip.duration && !first; ++k)
                if (sourceUnitAt(clip, k, fifty) == unit)
                    first = k;
            QCOMPARE(offsetShowing(clip, unit, fifty), first);
        }
    }
    static void checkInStep(const Sequence& sequence, FrameRate rate, std::int64_t expected) {
        const LinkedClips linked(sequence);
        for (const std::size_t t : {V1, A1}) {
            const TrackIndex index(*sequence.tracks[t]);
            for (std::size_t i = 0; i < index.size(); ++i) {
                const Item& item = sequence.tracks[t]->items[i];
                if (!item.clip || item.clip->name != "B")
                    continue;
                const auto frames =
                    framesOf(*sequence.tracks[t], {index.start(i), index.end(i)}, sequence.rate);
                QCOMPARE(std::abs(linked.framesOutOfStep(*item.clip, frames.first, angles(rate))), expected);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestSpeed)
#include "test_speed.moc"
