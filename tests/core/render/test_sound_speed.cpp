#include "core/render/sound.h"
#include "core/render/sound_speed.h"
#include "core/timeline/clip_map.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace cutaway;
using namespace cutaway::timeline;
using render::samplesNeeded;
using render::soundAtSpeed;

namespace {

constexpr std::int64_t first = 1'000'000; ///< of what there is of the Source

std::vector<std::int32_t> noise(std::int64_t count, int channels) {
    std::mt19937 random(7);
    std::vector<std::int32_t> samples(static_cast<std::size_t>(count * channels));
    for (auto& sample : samples)
        sample = static_cast<std::int32_t>(random());
    return samples;
}

std::vector<std::int32_t> tone(double hertz, std::int64_t count) {
    std::vector<std::int32_t> samples;
    for (std::int64_t i = 0; i < count; ++i)
        samples.push_back(
            static_cast<std::int32_t>(std::lround(1e9 * std::sin(2 * M_PI * hertz * double(i) / 48000))));
    return samples;
}

/// The largest difference from a tone of this pitch, in dB below it, away from both ends.
double errorAgainst(const std::vector<std::int32_t>& heard, double hertz, double phase) {
    double most = 0;
    for (std::size_t i = 300; i + 300 < heard.size(); ++i)
        most =
            std::max(most, std::abs(heard[i] - 1e9 * std::sin(2 * M_PI * hertz * double(i) / 48000 + phase)));
    return 20 * std::log10(std::max(most, 1.0) / 1e9);
}

ClipSpeed speed(std::int64_t num, std::int64_t den = 1) {
    return ClipSpeed::make(num, den).value();
}

} // namespace

class TestSoundSpeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatFallsOnASamplePassesBitForBit() {
        const auto held = noise(20'000, 2);
        for (const auto& at : {speed(-1), speed(1, 2), speed(-1, 3), speed(3, 4)}) {
            const std::int64_t from = first + (at.isReverse() ? 15'000 : 3'000);
            const auto heard = soundAtSpeed(held, first, 2, from, at, 5000);
            int whole = 0;
            for (std::int64_t k = 0; k < 5000; ++k) {
                if (at.after(k).phase != 0)
                    continue;
                ++whole;
                const auto source = static_cast<std::size_t>(from + at.stepsIn(k) - first);
                for (std::size_t channel : {0u, 1u})
                    QCOMPARE(heard[static_cast<std::size_t>(k) * 2 + channel], held[source * 2 + channel]);
            }
            QVERIFY(whole >= 5000 / at.den);
        }
    }

    /// The viewer asks 40 ms at a time, from anywhere; the delivery from the beginning.
    void everySampleIsTheSameWhoeverAsks() {
        const auto held = noise(400'000, 2);
        std::mt19937 random(3);
        for (const auto& at : {speed(1, 2), speed(1, 3), speed(2), speed(-5, 3), speed(237, 500), speed(8),
                               speed(1, 100), speed(-7, 2)}) {
            const std::int64_t from = first + 200'000;
            const std::int64_t whole = 20'000;
            const auto needed = samplesNeeded(from, at, whole);
            const auto all = soundAtSpeed(held, first, 2, from, at, whole);
            QVERIFY(needed.first >= first && needed.end <= first + 400'000);
            for (int i = 0; i < 50; ++i) {
                const auto offset = static_cast<std::int64_t>(random() % (whole - 2000));
                const auto count = static_cast<std::int64_t>(1 + random() % 2000);
                const std::int64_t start = from + at.stepsIn(offset);
                const auto units = samplesNeeded(start, at.after(offset), count);
                const std::span<const std::int32_t> part(held.data() + (units.first - first) * 2,
                                                         static_cast<std::size_t>(units.count()) * 2);
                const auto heard = soundAtSpeed(part, units.first, 2, start, at.after(offset), count);
                QVERIFY(std::equal(heard.begin(), heard.end(), all.begin() + offset * 2));
            }
        }
    }

    void thePitchGoesWithTheSpeed_data() {
        QTest::addColumn<qint64>("num");
        QTest::addColumn<qint64>("den");
        for (const auto& [num, den] :
             {std::pair<qint64, qint64>{1, 2}, {1, 3}, {2, 1}, {3, 2}, {237, 500}, {4, 1}})
            QTest::addRow("%lld/%lld", num, den) << num << den;
    }
    void thePitchGoesWithTheSpeed() {
        QFETCH(qint64, num);
        QFETCH(qint64, den);
        const auto held = tone(1000, 200'000);
        const auto heard = soundAtSpeed(held, first, 1, first + 1000, speed(num, den), 20'000);
        const double error =
            errorAgainst(heard, 1000.0 * double(num) / double(den), 2 * M_PI * 1000 * 1000 / 48000);
        QVERIFY2(error < -90, qPrintable(QString::number(error)));
    }

    void whatWouldFoldBackIsTakenOff() {
        // 20 kHz at twice the speed would be 40 kHz, and be heard as 8.
        const auto heard = soundAtSpeed(tone(20'000, 100'000), first, 1, first + 1000, speed(2), 20'000);
        double most = 0;
        for (const std::int32_t sample : heard)
            most = std::max(most, std::abs(double(sample)));
        QVERIFY2(20 * std::log10(most / 1e9) < -80, qPrintable(QString::number(most)));
    }

    void outsideOfTheSourceIsSilence() {
        const auto held = noise(1000, 1);
        const auto heard = soundAtSpeed(held, first, 1, first - 4000, speed(1, 2), 4000);
        QVERIFY(std::all_of(heard.begin(), heard.end(), [](auto sample) { return sample == 0; }));
        QCOMPARE(soundAtSpeed({}, first, 2, first, speed(2), 100), std::vector<std::int32_t>(200, 0));
    }

    void fullScaleSaturates() {
        // Held at its end of the scale a sound stays there, however many samples go into one.
        for (const std::int32_t level : {INT32_MAX, INT32_MIN}) {
            const std::vector<std::int32_t> held(20'000, level);
            for (const auto& at : {speed(1, 2), speed(1, 3), speed(8), speed(-3, 2)})
                for (const std::int32_t sample : soundAtSpeed(held, first, 1, first + 10'000, at, 1000))
                    QVERIFY(std::abs(double(sample) / level - 1) < 1e-4);
        }
        // The worst there is for one sample: each of the Source with the sign of its weight.
        std::vector<std::int32_t> worst;
        for (int i = 0; i < 400; ++i)
            worst.push_back((std::abs(i - 200) / 8) % 2 == 0 ? INT32_MAX : INT32_MIN);
        QCOMPARE(soundAtSpeed(worst, first, 1, first + 200, speed(8), 1).at(0), INT32_MAX);
    }

    void aPieceOfAClipGoesOnWhereItIs() {
        Clip clip;
        clip.id = Uuid::random();
        clip.mediaRate = sampleRate48k;
        clip.in = first;
        clip.duration = 9600;
        clip.speed = speed(-2, 3);
        clip.speed.phase = 2;
        Sequence sequence = emptySequence("s", {50, 1}, false);
        Track track = *sequence.tracks[1];
        track.items = {Item::gap(960), Item::of(clip)};
        sequence.tracks[1] = std::make_shared<const Track>(track);
        const auto whole = render::planSound(sequence, 0, 20'000);
        QCOMPARE(whole.size(), std::size_t{1});
        QCOMPARE(whole[0].speed, clip.speed);
        const auto later = render::planSound(sequence, 5000, 1000);
        QCOMPARE(later.at(0).sourceSample, sourceUnitAt(clip, 4040, sampleRate48k));
        QCOMPARE(later.at(0).speed, clip.speed.after(4040));
        // Faster than can be heard: nothing to fetch.
        clip.speed = speed(9);
        track.items = {Item::of(clip)};
        sequence.tracks[1] = std::make_shared<const Track>(track);
        QVERIFY(render::planSound(sequence, 0, 20'000).empty());
    }
};

QTEST_APPLESS_MAIN(TestSoundSpeed)
#include "test_sound_speed.moc"
