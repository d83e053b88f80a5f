#include "core/playback/sound_measure.h"
#include "hand_player.h"
#include "made_media.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

namespace {

constexpr std::int64_t burst = 48'000; ///< of a tone, then as much silence

/// 1 kHz at -20 dBFS in every second second.
std::int32_t bursts(std::int64_t sample) {
    if (sample / burst % 2 == 0)
        return 0;
    return static_cast<std::int32_t>(
        0.1 * 2147483647.0 *
        std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(sample % 48'000) / 48'000));
}

} // namespace

/// How loud the sound of a sequence is, from what is decoded of it.
class TestSoundMeasure : public QObject {
    Q_OBJECT
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    Uuid m_id;

    SequencePtr sequence(int gain = 0) const {
        const auto& source = m_made->made(m_id);
        Clip sound = soundOf(source, 0, 300);
        sound.gain = gain;
        return sequenceOf({50, 1}, {Item::of(clipOf(source, 0, 300))}, {Item::of(sound)});
    }

private Q_SLOTS:
    void initTestCase() {
        m_made->recorded = bursts;
        m_id = m_made->add(1, {50, 1}, {36'000, 0}, 6);
    }
    void burstsAreFoundToTheWindow() {
        int told = 0;
        const auto trace =
            measureSound(*m_made, *sequence(), 0, 300 * 960, [&](int done) { told = done; }, {});
        QVERIFY2(trace.ok(), trace.ok() ? "" : trace.error().message.c_str());
        QCOMPARE(told, 1000);
        QCOMPARE(trace->step, 2'400);
        QCOMPARE(trace->levels.size(), std::size_t(120));
        // Both sides at -20 dBFS: the mean square of a sine, twice, is -20 LUFS (-23 + 3).
        for (std::size_t i = 0; i < 120; ++i) {
            const bool heard = (i / 20) % 2 == 1;
            if (heard && i % 20 > 0)
                QVERIFY2(std::abs(trace->levels[i] + 2'000) < 20,
                         qPrintable(QString::number(trace->levels[i])));
            else if (!heard && i % 20 > 2)
                QVERIFY2(trace->levels[i] < -5'500, qPrintable(QString::number(trace->levels[i])));
        }
    }
    void levelsOfTheCutCountAndTheStartDoesNot() {
        const auto quiet = measureSound(*m_made, *sequence(-1'200), 0, 300 * 960, {}, {});
        QVERIFY(std::abs(quiet->levels[30] + 3'200) < 20);
        const auto later = measureSound(*m_made, *sequence(), 48'000, 100'000, {}, {});
        QCOMPARE(later->first, 48'000);
        QCOMPARE(later->levels.size(), std::size_t(42)); // the last one reaches further
        QVERIFY(std::abs(later->levels[10] + 2'000) < 20);
        // The same every time.
        QCOMPARE(*measureSound(*m_made, *sequence(), 48'000, 100'000, {}, {}), *later);
    }
    void aBedDucksUnderWhatWasMeasured() {
        const auto trace = measureSound(*m_made, *sequence(), 0, 300 * 960, {}, {});
        const Curve gain = duckedGain(*trace, {1'200, -4'000, 4'800, 2'400, 9'600});
        QCOMPARE(gain.keys.size(), std::size_t(12)); // three bursts
        for (std::int64_t sample = 0; sample < 300 * 960; sample += 480)
            if (sample / burst % 2 == 1)
                QCOMPARE(gain.at(sample), -1'200);
        QCOMPARE(gain.at(burst / 2), 0);
        QCOMPARE(gain.at(burst * 5 / 2), 0);
    }
    void whatCannotBeHadIsNoSilence() {
        m_made->away = true;
        const auto trace = measureSound(*m_made, *sequence(), 0, 48'000, {}, {});
        m_made->away = false;
        QVERIFY(!trace.ok());
        std::stop_source stopped;
        stopped.request_stop();
        QCOMPARE(measureSound(*m_made, *sequence(), 0, 48'000, {}, stopped.get_token()).error().category,
                 ErrorCategory::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestSoundMeasure)
#include "test_sound_measure.moc"
