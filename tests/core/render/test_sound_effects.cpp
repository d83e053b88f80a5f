#include "core/render/sound.h"
#include "core/render/sound_levels.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

std::vector<std::int32_t> noise(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::int32_t> samples(count);
    for (auto& sample : samples)
        sample = static_cast<std::int32_t>(random()) / 4;
    return samples;
}

/// Hundredths of a dB to a factor, by another way than the mixer's.
double factor(double gain) {
    return std::pow(10.0, gain / 2000.0);
}

} // namespace

/// What a clip's own levels and channels make of its samples.
class TestSoundEffects : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keyframesAreExactToTheSample() {
        SoundEffects effects;
        effects.gain = Curve::of({{100, 0, Interpolation::Linear},
                                  {1300, -2400, Interpolation::Hold},
                                  {2000, 600, Interpolation::Linear}});
        const auto samples = noise(2 * 3000, 3);
        render::SoundInput input{5000, 2, samples};
        input.gain = -300;
        input.effects = &effects;
        input.clipUnit = 40; // the input begins with the clip's sample 40
        const auto mixed = render::mixSound(std::vector{input}, 5000, 3000);
        for (std::int64_t k = 0; k < 3000; ++k) {
            const std::int64_t unit = k + 40;
            const double gain = -300 + (unit < 100    ? 0.0
                                        : unit < 1300 ? -2400.0 * static_cast<double>(unit - 100) / 1200
                                        : unit < 2000 ? -2400.0
                                                      : 600.0);
            for (const std::size_t at :
                 {static_cast<std::size_t>(2 * k), static_cast<std::size_t>(2 * k + 1)}) {
                const double expected = samples[at] * factor(gain);
                QVERIFY2(
                    std::abs(mixed[at] - expected) < 2 + std::abs(expected) * 2e-6,
                    qPrintable(QStringLiteral("sample %1: %2, not %3").arg(k).arg(mixed[at]).arg(expected)));
            }
        }
        // However it is asked for, it is the same sound.
        for (std::int64_t first = 5000; first < 8000; first += 171) {
            const std::int64_t count = std::min<std::int64_t>(171, 8000 - first);
            render::SoundInput part = input;
            part.recordSample = first;
            part.clipUnit = 40 + first - 5000;
            part.samples = std::span(samples).subspan(static_cast<std::size_t>(first - 5000) * 2,
                                                      static_cast<std::size_t>(count) * 2);
            const auto heard = render::mixSound(std::vector{part}, first, count);
            QVERIFY(std::equal(heard.begin(), heard.end(), mixed.begin() + (first - 5000) * 2));
        }
    }
    void noStepIsLouderThanTheCurve() {
        // A slow ramp of a steady tone: from one sample to the next nothing jumps.
        SoundEffects effects;
        effects.gain = Curve::of({{0, -1200, Interpolation::Linear}, {48000, 0, Interpolation::Linear}});
        const std::vector<std::int32_t> samples(48000, 1 << 28);
        render::SoundInput input{0, 1, samples};
        input.effects = &effects;
        const auto mixed = render::mixSound(std::vector{input}, 0, 48000);
        for (std::size_t k = 1; k < 48000; ++k) {
            const std::int32_t rise = mixed[2 * k] - mixed[2 * k - 2];
            QVERIFY2(rise >= 0 && rise < 12000, qPrintable(QString::number(rise)));
        }
    }
    void panTurnsTheOtherSideDown() {
        QCOMPARE(render::panFactor(0), std::int64_t{1} << 30);
        QCOMPARE(render::panFactor(-40), std::int64_t{1} << 30);
        QCOMPARE(render::panFactor(100), std::int64_t{0});
        for (int percent = 0; percent <= 100; ++percent)
            QVERIFY(std::abs(static_cast<double>(render::panFactor(percent)) / (1 << 30) -
                             std::cos(M_PI / 2 * percent / 100)) < 1e-7);
        const auto samples = noise(2 * 200, 4);
        SoundEffects effects;
        effects.pan = 50;
        render::SoundInput input{0, 2, samples};
        input.effects = &effects;
        const auto right = render::mixSound(std::vector{input}, 0, 200);
        for (std::size_t k = 0; k < 200; ++k) {
            QVERIFY(std::abs(right[2 * k] - samples[2 * k] * std::cos(M_PI / 4)) < 64);
            QCOMPARE(right[2 * k + 1], samples[2 * k + 1]);
        }
        effects.pan = -100;
        const auto left = render::mixSound(std::vector{input}, 0, 200);
        for (std::size_t k = 0; k < 200; ++k) {
            QCOMPARE(left[2 * k], samples[2 * k]);
            QCOMPARE(left[2 * k + 1], 0);
        }
        effects.pan = 0;
        QCOMPARE(render::mixSound(std::vector{input}, 0, 200), samples);
    }
    void channelsGoWhereTheyAreSent_data() {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("right");
        QTest::addColumn<QList<double>>("expected"); // of samples 1000, 2000, 3000, 4000
        using namespace sound_channel;
        QTest::newRow("as it comes") << 4 << asItComes << asItComes << QList<double>{1000, 2000};
        QTest::newRow("swapped") << 2 << 2 << 1 << QList<double>{2000, 1000};
        QTest::newRow("the third to both") << 4 << 3 << 3 << QList<double>{3000, 3000};
        QTest::newRow("the fourth to the right") << 4 << none << 4 << QList<double>{0, 4000};
        QTest::newRow("one that is not there") << 2 << 3 << 1 << QList<double>{0, 1000};
        QTest::newRow("the mean to both") << 2 << sum << sum << QList<double>{1500, 1500};
        QTest::newRow("mono to the left") << 1 << asItComes << none << QList<double>{1000, 0};
        QTest::newRow("mono has no second") << 1 << asItComes << 2 << QList<double>{1000, 0};
        QTest::newRow("the mean of mono") << 1 << sum << none << QList<double>{1000, 0};
    }
    void channelsGoWhereTheyAreSent() {
        QFETCH(int, channels);
        QFETCH(int, left);
        QFETCH(int, right);
        QFETCH(QList<double>, expected);
        std::vector<std::int32_t> samples;
        for (int k = 0; k < 10; ++k)
            for (int channel = 1; channel <= channels; ++channel)
                samples.push_back(1000 * channel);
        SoundEffects effects;
        effects.left = left;
        effects.right = right;
        render::SoundInput input{0, channels, samples};
        input.effects = &effects;
        const auto mixed = render::mixSound(std::vector{input}, 0, 10);
        for (std::size_t k = 0; k < 10; ++k) {
            QCOMPARE(double(mixed[2 * k]), expected[0]);
            QCOMPARE(double(mixed[2 * k + 1]), expected[1]);
        }
    }
    void loudGainAndPanDoNotOverflow() {
        constexpr auto top = std::numeric_limits<std::int32_t>::max();
        SoundEffects effects;
        effects.gain = Curve::of({{0, highestGain, Interpolation::Hold}});
        effects.pan = 10;
        const std::vector<std::int32_t> samples{top, std::numeric_limits<std::int32_t>::min()};
        render::SoundInput input{0, 1, samples};
        input.gain = highestGain;
        input.effects = &effects;
        const auto mixed = render::mixSound(std::vector{input}, 0, 2);
        QCOMPARE(mixed, (std::vector<std::int32_t>{top, top, std::numeric_limits<std::int32_t>::min(),
                                                   std::numeric_limits<std::int32_t>::min()}));
    }
};

QTEST_APPLESS_MAIN(TestSoundEffects)
#include "test_sound_effects.moc"
