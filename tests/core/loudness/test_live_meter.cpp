#include "core/loudness/live_meter.h"
#include "tests/core/loudness/tones.h"

#include <QTest>

#include <algorithm>

using namespace cutaway::loudness;

namespace {

/// Hands it in as a device would, never faster than it is measured, so that all of it counts.
void play(LiveMeter& meter, const Tones& tones, std::size_t block = 1024) {
    std::span<const std::int32_t> rest = tones.samples();
    while (!rest.empty()) {
        const std::size_t count = std::min(rest.size(), block * 2);
        meter.hear(rest.first(count));
        meter.settle();
        rest = rest.subspan(count);
    }
}

} // namespace

class TestLiveMeter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measuresWhatIsHeard() {
        LiveMeter meter;
        play(meter, Tones().sine(5, {-20, -26}));
        const auto state = meter.take();
        QCOMPARE(state.heard, 240'000U);
        QVERIFY(std::abs(decibels(state.truePeak[0]) + 20) < 0.2);
        QVERIFY(std::abs(decibels(state.truePeak[1]) + 26) < 0.2);
        QVERIFY(state.reading.integrated && state.reading.momentary);
        // Two channels of unequal power: that of the one is a quarter of the other's.
        QVERIFY(std::abs(*state.reading.integrated - (-23 + 10 * std::log10((2 + 0.5) / 2) - 0)) < 0.2);
        QCOMPARE(meter.take().truePeak, (std::array<double, 2>{0, 0}));
        QCOMPARE(meter.take().reading.integrated, state.reading.integrated);
    }
    void aRestartForgets() {
        LiveMeter meter;
        play(meter, Tones().sine(3, -10));
        meter.restart();
        play(meter, Tones().sine(3, -30));
        const auto state = meter.take();
        QVERIFY(std::abs(*state.reading.integrated + 30) < 0.1);
        QVERIFY(std::abs(*state.reading.truePeak + 30) < 0.2);
        QCOMPARE(state.measured, 144'000U);
        QCOMPARE(state.heard, 288'000U);
    }
    void theDeviceNeverWaits() {
        LiveMeter meter;
        const Tones minute = Tones().sine(60, -23);
        meter.hear(minute.samples()); // far more than it keeps: the rest is left out, and nothing breaks
        meter.settle();
        const auto state = meter.take();
        QVERIFY(state.heard > 0 && state.heard < 60U * sampleRate);
        QVERIFY(std::abs(*state.reading.momentary + 23) < 0.1);
    }
    void itEndsWhileItMeasures() {
        for (int i = 0; i < 20; ++i) {
            LiveMeter meter;
            meter.hear(Tones().sine(0.5, -23).samples());
        }
    }
};

QTEST_APPLESS_MAIN(TestLiveMeter)
#include "test_live_meter.moc"
