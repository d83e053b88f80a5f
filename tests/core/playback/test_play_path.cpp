#include "core/playback/play_path.h"

#include <QTest>

#include <random>

using namespace cutaway;
using namespace cutaway::playback;

namespace {

const std::vector<FrameRate> rates{{24000, 1001}, {24, 1}, {25, 1},       {30000, 1001},
                                   {30, 1},       {50, 1}, {60000, 1001}, {60, 1}};
const std::vector<Speed> speeds{{1, 1},  {-1, 1}, {2, 1},   {-2, 1}, {4, 1},
                                {-8, 1}, {16, 1}, {-16, 1}, {1, 4},  {-1, 4}};

} // namespace

class TestPlayPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStepBeginsWhenItIsDueAndNotOneUnitBefore() {
        std::mt19937_64 random(3);
        for (const FrameRate rate : rates)
            for (const Speed speed : speeds)
                for (const bool loop : {false, true}) {
                    const PlayPath path(rate, speed, 150'000, {140'003, 160'018, loop, {}});
                    QCOMPARE(path.samplesTo(0), 0);
                    for (int i = 0; i < 500; ++i) {
                        // Two hours and more of steps.
                        const auto step = static_cast<std::int64_t>(random() % 500'000) + 1;
                        QCOMPARE(path.stepAfter(path.nanosecondsTo(step)), step);
                        QCOMPARE(path.stepAfter(path.nanosecondsTo(step) - 1), step - 1);
                        if (!loop && !path.reaches(step))
                            continue;
                        QCOMPARE(path.stepHeard(path.samplesTo(step)), step);
                        QCOMPARE(path.stepHeard(path.samplesTo(step) - 1), step - 1);
                    }
                }
    }

    void theFramesAreThoseOfTheSpeed() {
        const PlayPath fast({50, 1}, {16, 1}, 100, {0, 200, false, {}});
        QCOMPARE(fast.frameAt(3), 148);
        QVERIFY(fast.reaches(6) && !fast.reaches(7));
        QCOMPARE(fast.lastFrame(), 199);
        QCOMPARE(fast.nanosecondsTo(1), 20'000'000);
        const PlayPath back({50, 1}, {-2, 1}, 100, {0, 200, false, {}});
        QCOMPARE(back.frameAt(50), 0);
        QVERIFY(back.reaches(50) && !back.reaches(51));
        QCOMPARE(back.lastFrame(), 0);
        const PlayPath slow({50, 1}, {1, 4}, 100, {0, 200, false, {}});
        QCOMPARE(slow.frameAt(3), 103);
        QCOMPARE(slow.nanosecondsTo(1), 80'000'000);
    }

    void aLoopGoesRoundAndItsSoundIsAsLongAsItsFrames() {
        // 59.94: a frame has 800.8 samples; a loop of 7 of them from 3 on has 5606 or one less, each time.
        const FrameRate rate{60000, 1001};
        const PlayPath path(rate, {1, 1}, 5, {3, 10, true, {}});
        std::vector<std::int64_t> frames;
        for (std::int64_t step = 0; step < 9; ++step)
            frames.push_back(path.frameAt(step));
        QCOMPARE(frames, (std::vector<std::int64_t>{5, 6, 7, 8, 9, 3, 4, 5, 6}));
        const std::int64_t round = samplesAtFrame(10, rate) - samplesAtFrame(3, rate);
        for (std::int64_t times = 1; times < 1000; ++times)
            QCOMPARE(path.samplesTo(7 * times), round * times);
        const PlayPath back(rate, {-1, 1}, 4, {3, 10, true, {}});
        QCOMPARE(back.frameAt(1), 3);
        QCOMPARE(back.frameAt(2), 9);
        QCOMPARE(back.samplesTo(7), round);
    }
};

QTEST_APPLESS_MAIN(TestPlayPath)
#include "test_play_path.moc"
