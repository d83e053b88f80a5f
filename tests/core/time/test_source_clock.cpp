#include "core/time/source_clock.h"

#include <QTest>

using namespace cutaway;

class TestSourceClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundTripsAtEveryRate() {
        for (FrameRate rate : {FrameRate{24000, 1001}, FrameRate{25, 1}, FrameRate{30000, 1001},
                               FrameRate{50, 1}, FrameRate{60000, 1001}, FrameRate{60, 1}})
            for (Timestamp origin :
                 {Timestamp{0, 0}, Timestamp{36000, 0}, Timestamp{1794000000, 123456789}}) {
                const SourceClock clock{origin, rate};
                for (std::int64_t n = 0; n < 100000; n += 7) {
                    const std::int64_t unit = clock.originUnit() + n;
                    QCOMPARE(clock.unitAt(clock.timeOf(unit)), unit);
                    QCOMPARE(clock.frameAtAbsoluteSample(clock.sampleAtFrame(unit)), unit);
                }
            }
    }
    void samplesAreCumulative() {
        // 8008 samples for every 10 frames at 59.94; never 10 times a rounded 800.8.
        const FrameRate rate{60000, 1001};
        QCOMPARE(samplesAtFrame(1, rate), std::int64_t(800));
        QCOMPARE(samplesAtFrame(10, rate), std::int64_t(8008));
        QCOMPARE(samplesAtFrame(60000, rate), std::int64_t(48048000));
        QCOMPARE(frameAtSample(799, rate), std::int64_t(0));
        QCOMPARE(frameAtSample(800, rate), std::int64_t(1));
    }
    void ratesSnapToTheStandard() {
        QVERIFY(FrameRate::fromDouble(59.94).value() == (FrameRate{60000, 1001}));
        QVERIFY(FrameRate::fromDouble(23.976023976).value() == (FrameRate{24000, 1001}));
        QVERIFY(FrameRate::make(2997, 100).value() == (FrameRate{30000, 1001}));
        QVERIFY(FrameRate::make(100, 2).value() == (FrameRate{50, 1}));
        QVERIFY(FrameRate::fromDouble(1e9).value() == (FrameRate{1000000000, 1}));
        QVERIFY(!FrameRate::fromDouble(0).ok());
        QVERIFY(!FrameRate::fromDouble(std::nan("")).ok());
    }
    void rescaleRoundsToNearest() {
        QCOMPARE(rescale(1, {50, 1}, {25, 1}), std::int64_t(1));
        QCOMPARE(rescale(1001, {60000, 1001}, {1000000000, 1}), std::int64_t(16700016667));
    }
};

QTEST_APPLESS_MAIN(TestSourceClock)
#include "test_source_clock.moc"
