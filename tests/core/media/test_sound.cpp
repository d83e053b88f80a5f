#include "core/media/decoder.h"
#include "tests/support/media_fixtures.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace cutaway;
using namespace cutaway::media;

namespace {

test::ClipSpec soundOnly(Container container, AudioCodec codec, std::int64_t frames) {
    test::ClipSpec spec = test::smallClip(frames);
    spec.container = container;
    spec.withPicture = false;
    spec.audio = {{codec, 2, 192'000}};
    return spec;
}

/// Lag of `heard` against `wanted` (both the same length) with the greatest correlation, within +-2000.
int bestLag(const AudioBlock& heard, const AudioBlock& wanted) {
    const auto count = heard.frames();
    double best = -1e300;
    int bestAt = 99999;
    for (int lag = -2000; lag <= 2000; ++lag) {
        double sum = 0;
        for (std::int64_t i = 2000; i < count - 2000; i += 3) {
            const auto a = static_cast<std::size_t>((i + lag) * heard.channels);
            const auto b = static_cast<std::size_t>(i * wanted.channels);
            sum += 1e-12 * static_cast<double>(heard.samples[a]) * static_cast<double>(wanted.samples[b]);
        }
        if (sum > best) {
            best = sum;
            bestAt = lag;
        }
    }
    return bestAt;
}

} // namespace

class TestSound : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pcmIsExact_data() {
        QTest::addColumn<int>("container");
        QTest::newRow("wav") << static_cast<int>(Container::Wav);
        QTest::newRow("mov") << static_cast<int>(Container::Mov);
    }

    void pcmIsExact() {
        QFETCH(int, container);
        const auto spec = soundOnly(static_cast<Container>(container), AudioCodec::Pcm24, 101);
        auto decoder = AudioDecoder::open(memorySource(test::makeClip(spec)));
        QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
        QCOMPARE(decoder->sampleCount(), 101 * 960);
        const auto all = decoder->read(0, decoder->sampleCount());
        QVERIFY(all.ok());
        QVERIFY(*all == test::testSound(2, 0, 101 * 960));
        std::mt19937 random(5);
        for (int i = 0; i < 30; ++i) {
            const auto first = static_cast<std::int64_t>(random() % (100 * 960));
            const auto part = decoder->read(first, 960);
            QVERIFY(part.ok());
            QVERIFY(*part == test::testSound(2, first, 960));
        }
    }

    void aacHasNoPriming_data() {
        QTest::addColumn<int>("container");
        QTest::addColumn<int>("frames");
        QTest::newRow("mp4") << static_cast<int>(Container::Mp4) << 101;
        QTest::newRow("mov") << static_cast<int>(Container::Mov) << 101;
        QTest::newRow("mp4, a whole number of packets") << static_cast<int>(Container::Mp4) << 128;
    }

    void aacHasNoPriming() {
        QFETCH(int, container);
        QFETCH(int, frames);
        const auto spec = soundOnly(static_cast<Container>(container), AudioCodec::Aac, frames);
        auto decoder = AudioDecoder::open(memorySource(test::makeClip(spec)));
        QVERIFY(decoder.ok());
        QCOMPARE(decoder->sampleCount(), frames * 960);
        const auto all = decoder->read(0, decoder->sampleCount());
        QVERIFY(all.ok());
        QCOMPARE(bestLag(*all, test::testSound(2, 0, frames * 960)), 0);
        // The same samples come whatever was read before.
        std::mt19937 random(6);
        for (int i = 0; i < 20; ++i) {
            const auto first =
                static_cast<std::int64_t>(random() % static_cast<std::uint32_t>((frames - 2) * 960));
            const auto part = decoder->read(first, 1500);
            QVERIFY(part.ok());
            QVERIFY(std::equal(part->samples.begin(), part->samples.end(), all->samples.begin() + first * 2));
        }
        QVERIFY(decoder->read(frames * 960 - 10, 10).ok());
        QCOMPARE(decoder->read(frames * 960 - 10, 11).error().category, ErrorCategory::InvalidInput);
    }
};

QTEST_APPLESS_MAIN(TestSound)
#include "test_sound.moc"
