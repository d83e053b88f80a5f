#include "tests/core/loudness/tones.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace cutaway;
using namespace cutaway::loudness;

namespace {

constexpr double tolerance = 0.1; ///< LU, EBU Tech 3341 table 1

std::unique_ptr<Meter> meterOf(int channels = 2) {
    return std::move(Meter::make(channels)).value();
}

Reading measure(const Tones& tones, int channels = 2) {
    const auto meter = meterOf(channels);
    [&] { QVERIFY(meter->add(tones.samples())); }();
    return meter->reading();
}

bool isNear(const std::optional<double>& lufs, double expected) {
    return lufs && std::abs(*lufs - expected) <= tolerance;
}

QByteArray text(const std::optional<double>& value) {
    return value ? QByteArray::number(*value, 'f', 3) : QByteArray("none");
}

#define VERIFY_LUFS(value, expected) QVERIFY2(isNear(value, expected), text(value).constData())

/// One channel twice, with 10 ms to come and go so that the tone itself has the highest peak.
double truePeakOf(std::vector<double> channel) {
    const std::size_t ramp = sampleRate / 100;
    Tones tones;
    for (std::size_t i = 0; i < channel.size(); ++i) {
        const double gain = std::min(
            {1.0, static_cast<double>(i) / ramp, static_cast<double>(channel.size() - 1 - i) / ramp});
        tones.put(channel[i] * gain);
        tones.put(channel[i] * gain);
    }
    return *measure(tones).truePeak;
}

/// A tone of fs/6 with one period of fs/4 at full scale in its middle, made at four times the rate, cut off
/// below the Nyquist frequency of the rate, then every fourth value from `offset` on.
std::vector<double> periodBetweenSamples(std::size_t offset) {
    constexpr int oversampling = 4;
    constexpr std::size_t length = std::size_t{sampleRate} * oversampling / 2;
    std::vector<double> dense(length);
    const std::size_t begin = length / 2, end = begin + 4 * oversampling;
    for (std::size_t i = 0; i < length; ++i) {
        const bool middle = i >= begin && i < end;
        const double period = (middle ? 4.0 : 6.0) * oversampling;
        const double phase = static_cast<double>(middle ? i - begin : i) / period;
        dense[i] = (middle ? 1.0 : 0.5) * std::sin(2 * std::numbers::pi * phase);
    }
    constexpr int reach = 96;
    constexpr std::size_t around = 8000; // room for the ramps at both ends
    std::vector<double> low(length);
    for (std::size_t i = begin - around; i < end + around; ++i)
        for (int k = -reach; k <= reach; ++k) {
            const double x = 0.98 * k / oversampling;
            const double sinc = k == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
            const double window = 0.5 + 0.5 * std::cos(std::numbers::pi * k / (reach + 1));
            low[i] += 0.98 / oversampling * sinc * window * dense[i + static_cast<std::size_t>(k)];
        }
    const double peak = std::abs(*std::max_element(
        low.begin(), low.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
    std::vector<double> sparse;
    for (std::size_t i = begin - around + offset; i < end + around; i += oversampling)
        sparse.push_back(low[i] / peak);
    return sparse;
}

} // namespace

/// The minimum cases of EBU Tech 3341 (table 1) that are made of tones; 7 and 8 are recorded programmes.
class TestTech3341 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void case1_and_2() {
        for (const double level : {-23.0, -33.0}) {
            const Reading reading = measure(Tones().sine(20, level));
            VERIFY_LUFS(reading.momentary, level);
            VERIFY_LUFS(reading.shortTerm, level);
            VERIFY_LUFS(reading.integrated, level);
        }
    }
    void case3_relativeGate() {
        VERIFY_LUFS(measure(Tones().sine(10, -36).sine(60, -23).sine(10, -36)).integrated, -23);
    }
    void case4_absoluteGate() {
        VERIFY_LUFS(
            measure(Tones().sine(10, -72).sine(10, -36).sine(60, -23).sine(10, -36).sine(10, -72)).integrated,
            -23);
    }
    void case5() {
        VERIFY_LUFS(measure(Tones().sine(20, -26).sine(20.1, -20).sine(20, -26)).integrated, -23);
    }
    void case6_fiveChannels() {
        VERIFY_LUFS(measure(Tones(5).sine(20, {-28, -28, -24, -30, -30}), 5).integrated, -23);
    }
    void case9_shortTermIsSteady() {
        Tones tones;
        for (int i = 0; i < 5; ++i)
            tones.sine(1.34, -20).sine(1.66, -30);
        const auto meter = meterOf();
        const std::span<const std::int32_t> all = tones.samples();
        constexpr std::size_t step = 2 * sampleRate / 10;
        for (std::size_t at = 0; at < all.size(); at += step) {
            QVERIFY(meter->add(all.subspan(at, step)));
            if (at + step >= 3 * 2 * sampleRate)
                VERIFY_LUFS(meter->reading().shortTerm, -23);
        }
    }
    void case10_maxShortTerm() {
        for (int i = 0; i < 20; ++i)
            VERIFY_LUFS(measure(Tones().silence(i * 0.15).sine(3, -23).silence(1)).maxShortTerm, -23);
    }
    void case11_maxShortTermLive() {
        for (int i = 0; i < 20; ++i)
            VERIFY_LUFS(
                measure(Tones().silence(i * 0.15).sine(3, -38 + i).silence(3 - i * 0.15)).maxShortTerm,
                -38 + i);
    }
    void case12_momentaryIsSteady() {
        Tones tones;
        for (int i = 0; i < 25; ++i)
            tones.sine(0.18, -20).sine(0.22, -30);
        const auto meter = meterOf();
        const std::span<const std::int32_t> all = tones.samples();
        constexpr std::size_t step = 2 * sampleRate / 100;
        for (std::size_t at = 0; at < all.size(); at += step) {
            QVERIFY(meter->add(all.subspan(at, step)));
            if (at + step >= 2 * sampleRate)
                VERIFY_LUFS(meter->reading().momentary, -23);
        }
    }
    void case13_maxMomentary() {
        for (int i = 0; i < 20; ++i)
            VERIFY_LUFS(measure(Tones().silence(i * 0.02).sine(0.4, -23).silence(1)).maxMomentary, -23);
    }
    void case14_maxMomentaryLive() {
        for (int i = 0; i < 20; ++i)
            VERIFY_LUFS(
                measure(Tones().silence(i * 0.02).sine(0.4, -38 + i).silence(0.4 - i * 0.02)).maxMomentary,
                -38 + i);
    }
    void case15_to_19_truePeak() {
        struct Case {
            double period; ///< samples
            double amplitude;
            double degrees;
            double expected; ///< dBTP
        };
        for (const Case& each : {Case{4, 0.5, 0, -6}, Case{4, 0.5, 45, -6}, Case{6, 0.5, 60, -6},
                                 Case{8, 0.5, 67.5, -6}, Case{4, 1.41, 45, 3}}) {
            std::vector<double> channel(sampleRate);
            for (std::size_t i = 0; i < channel.size(); ++i)
                channel[i] =
                    each.amplitude * std::sin(2 * std::numbers::pi *
                                              (static_cast<double>(i) / each.period + each.degrees / 360));
            const double peak = truePeakOf(channel);
            QVERIFY2(peak >= each.expected - 0.4 && peak <= each.expected + 0.2, text(peak).constData());
        }
    }
    void case20_to_23_peakBetweenSamples() {
        double lowestSample = 1;
        for (std::size_t offset = 0; offset < 4; ++offset) {
            const auto channel = periodBetweenSamples(offset);
            double sample = 0;
            for (const double value : channel)
                sample = std::max(sample, std::abs(value));
            lowestSample = std::min(lowestSample, sample);
            const double peak = truePeakOf(channel);
            QVERIFY2(peak >= -0.4 && peak <= 0.2, text(peak).constData());
        }
        QVERIFY(lowestSample < 0.8); // a meter of samples would have missed it by 2 dB
    }

    void pieceSizesDoNotMatter() {
        const Tones tones = Tones().sine(1.3, -20).silence(0.21).sine(2.5, -14);
        const Reading whole = measure(tones);
        const auto meter = meterOf();
        std::span<const std::int32_t> rest = tones.samples();
        std::size_t piece = 2;
        while (!rest.empty()) {
            const std::size_t count = std::min(rest.size(), piece);
            QVERIFY(meter->add(rest.first(count)));
            rest = rest.subspan(count);
            piece = piece * 7 % 4094 / 2 * 2 + 2;
        }
        const Reading pieces = meter->reading();
        QCOMPARE(pieces.momentary, whole.momentary);
        QCOMPARE(pieces.shortTerm, whole.shortTerm);
        QCOMPARE(pieces.integrated, whole.integrated);
        QCOMPARE(pieces.maxMomentary, whole.maxMomentary);
        QCOMPARE(pieces.truePeak, whole.truePeak);
    }
    void silenceHasNoLoudness() {
        const Reading nothing = meterOf()->reading();
        QVERIFY(!nothing.momentary && !nothing.shortTerm && !nothing.integrated && !nothing.truePeak);
        const Reading silent = measure(Tones().silence(5));
        QVERIFY(!silent.momentary && !silent.shortTerm && !silent.integrated && !silent.maxMomentary);
        QVERIFY(!silent.truePeak);
    }
    void whatIsNoSoundIsRefused() {
        QVERIFY(!Meter::make(0));
        QVERIFY(!Meter::make(6));
        const std::array<std::int32_t, 3> torn{1, 2, 3};
        QVERIFY(!meterOf()->add(torn));
    }
};

QTEST_APPLESS_MAIN(TestTech3341)
#include "test_tech_3341.moc"
