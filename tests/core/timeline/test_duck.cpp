#include "core/timeline/sound_effects.h"
#include "timeline_fixture.h"

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

enum { V1, A1, A2 };

constexpr std::int64_t window = 2'400;

/// Loud in these windows.
LoudnessTrace heardIn(std::int64_t first, std::size_t windows, const std::vector<std::pair<int, int>>& loud) {
    LoudnessTrace trace{first, window, std::vector<int>(windows, -7'000)};
    for (const auto& [from, to] : loud)
        for (int i = from; i < to; ++i)
            trace.levels[static_cast<std::size_t>(i)] = -2'300;
    return trace;
}

constexpr DuckSettings settings{1'500, -4'000, 4'800, 9'600, 19'200};

/// Speech on A1 in 100..150, music on A2 from 20 to 400.
Sequence bed() {
    Sequence s = emptySequence("Test", {50, 1}, false);
    const std::vector<Patch> speech{{s.tracks[A1]->id, 1}}, music{{s.tracks[A2]->id, 1}};
    s = *doUndoRedo(s, overwrite(s, 100, part(angle(1), 0, 50), speech));
    return *doUndoRedo(s, overwrite(s, 20, part(angle(2), 0, 380), music));
}

} // namespace

class TestDuck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBedIsDownWhereTheOtherIsHeard() {
        const Curve gain = duckedGain(heardIn(0, 200, {{40, 60}, {120, 130}}), settings);
        const std::vector<Keyframe> expected{{40 * window - 4'800, 0},       {40 * window, -1'500},
                                             {60 * window + 9'600, -1'500},  {60 * window + 28'800, 0},
                                             {120 * window - 4'800, 0},      {120 * window, -1'500},
                                             {130 * window + 9'600, -1'500}, {130 * window + 28'800, 0}};
        QCOMPARE(gain.keys, expected);
        for (std::int64_t sample = 0; sample < 200 * window; sample += 100) {
            const bool heard = (sample >= 40 * window && sample < 60 * window) ||
                               (sample >= 120 * window && sample < 130 * window);
            if (heard)
                QCOMPARE(gain.at(sample), -1'500);
        }
        QCOMPARE(gain.at(100 * window), 0);
    }
    void itDoesNotComeUpForAMoment() {
        // 13 windows of quiet are 31,200 samples, less than hold, release and attack together.
        const auto dips = [](int quiet) {
            return duckedGain(heardIn(0, 100, {{10, 20}, {20 + quiet, 40 + quiet}}), settings).keys.size() /
                   4;
        };
        QCOMPARE(dips(13), std::size_t(1));
        QCOMPARE(dips(14), std::size_t(1)); // 33,600 is exactly what they take
        QCOMPARE(dips(15), std::size_t(2));
        QVERIFY(duckedGain(heardIn(0, 100, {}), settings).isConstant());
        // Noise under the threshold is not given way to.
        LoudnessTrace noise = heardIn(0, 100, {});
        std::fill(noise.levels.begin(), noise.levels.end(), -4'001);
        QVERIFY(duckedGain(noise, settings).isConstant());
    }
    void keyframesAreWrittenDoneAgainAndCleared() {
        const Sequence s = bed();
        const std::set<Uuid> music{clipOn(s, A2, 30)};
        const UnitRange range = bedRange(s, music);
        QCOMPARE(range, (UnitRange{20 * 960, 400 * 960}));
        QCOMPARE(tracksBeside(s, music), (std::set<Uuid>{s.tracks[A1]->id}));
        const Sequence only = onlySounds(s, tracksBeside(s, music));
        QVERIFY(only.tracks[A2]->muted && !only.tracks[A1]->muted);
        // The speech is in windows 32 to 52 behind the beginning of the music.
        const auto trace = heardIn(range.first, 152, {{32, 52}});
        auto now = doUndoRedo(s, duck(s, music, trace, settings));
        const Clip& ducked = *clipAt(*now, A2, 30)->clip;
        QCOMPARE(ducked.sound->gain.keys.size(), std::size_t(4));
        for (std::int64_t frame = 100; frame < 150; ++frame)
            QCOMPARE(gainAt(ducked, (frame - 20) * 960), -1'500);
        QCOMPARE(gainAt(ducked, 0), 0);
        // Under a gain of its own, done again with another depth, and cleared.
        now = doUndoRedo(*now, makeLouder(*now, music, -300));
        DuckSettings less = settings;
        less.depth = 600;
        now = doUndoRedo(*now, duck(*now, music, trace, less));
        QCOMPARE(gainAt(*clipAt(*now, A2, 30)->clip, 90 * 960), -900);
        now = doUndoRedo(*now, removeGainKeyframes(*now, music));
        QVERIFY(!clipAt(*now, A2, 30)->clip->sound);
        QCOMPARE(clipAt(*now, A2, 30)->clip->gain, -300);
        QVERIFY(!duck(*now, {}, trace, settings).ok());
    }
    void aBedInPiecesGivesWayAsOne() {
        const Sequence whole = bed();
        const auto trace = heardIn(20 * 960, 152, {{32, 52}});
        const auto ducked = doUndoRedo(whole, duck(whole, {clipOn(whole, A2, 30)}, trace, settings));
        const auto cut = doUndoRedo(whole, razor(whole, 104, {}));
        const std::set<Uuid> pieces{clipOn(*cut, A2, 30), clipOn(*cut, A2, 110)};
        const auto together = doUndoRedo(*cut, duck(*cut, pieces, trace, settings));
        for (std::int64_t sample = 20 * 960; sample < 400 * 960; sample += 311) {
            const auto gain = [&](const Sequence& s) {
                const auto place = *clipAt(s, A2, frameAtSample(sample, s.rate));
                return gainAt(*place.clip, sample - place.units.first);
            };
            QCOMPARE(gain(*together), gain(*ducked));
        }
    }
};

QTEST_APPLESS_MAIN(TestDuck)
#include "test_duck.moc"
