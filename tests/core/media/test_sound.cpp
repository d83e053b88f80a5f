#include "core/media/decoder.h"
#include "core/media/probe.h"
#include "core/media/segmenter.h"
#include "tests/support/media_fixtures.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
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

/// What each channel of the test of rates plays: another tone.
double tone(int channel, double seconds) {
    return 0.5 * std::sin(2 * std::numbers::pi * (440.0 + 1700.0 * channel) * seconds + 0.3 * channel);
}

/// A WAV of those tones, 32 bits a sample.
ByteBuffer toneFile(int rate, int channels, std::int64_t samples) {
    ByteBuffer out;
    const auto put = [&](std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            out.push_back(static_cast<std::byte>(value >> (8 * i)));
    };
    const auto name = [&](const char* four) {
        std::transform(four, four + 4, std::back_inserter(out),
                       [](char c) { return static_cast<std::byte>(c); });
    };
    const auto number = [](std::int64_t value) { return static_cast<std::uint32_t>(value); };
    name("RIFF");
    put(number(36 + samples * channels * 4), 4);
    name("WAVE");
    name("fmt ");
    put(16, 4);
    put(1, 2);
    put(number(channels), 2);
    put(number(rate), 4);
    put(number(std::int64_t{rate} * channels * 4), 4);
    put(number(channels * 4), 2);
    put(32, 2);
    name("data");
    put(number(samples * channels * 4), 4);
    for (std::int64_t s = 0; s < samples; ++s)
        for (int c = 0; c < channels; ++c)
            put(number(std::llround(tone(c, static_cast<double>(s) / rate) * 0x1p31)), 4);
    return out;
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

    void otherRates_data() {
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("channels");
        QTest::newRow("44.1 kHz") << 44100 << 2;
        QTest::newRow("44.1 kHz, six channels") << 44100 << 6;
        QTest::newRow("96 kHz, three channels") << 96000 << 3;
        QTest::newRow("32 kHz, mono") << 32000 << 1;
        QTest::newRow("44.056 kHz") << 44056 << 2;
    }

    /// The same tones come out, each in its channel and in phase, from the second of silence before to the
    /// last.
    void otherRates() {
        QFETCH(int, rate);
        QFETCH(int, channels);
        const std::int64_t stored = rate + 7777;
        auto decoder = AudioDecoder::open(memorySource(toneFile(rate, channels, stored)));
        QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
        QCOMPARE(decoder->info().rate, rate);
        QCOMPARE(decoder->channels(), channels);
        QCOMPARE(decoder->sampleCount(), stored * 48000 / rate);
        const auto all = decoder->read(0, decoder->sampleCount());
        QVERIFY(all.ok());
        QCOMPARE(all->frames(), decoder->sampleCount());
        double worst = 0;
        constexpr std::int64_t edge = 400; // where silence begins and ends, the filter rings
        for (std::int64_t s = edge; s < all->frames() - edge; ++s)
            for (int c = 0; c < channels; ++c) {
                const double heard = all->samples[static_cast<std::size_t>(s * channels + c)] * 0x1p-31;
                worst = std::max(worst, std::abs(heard - tone(c, static_cast<double>(s) / 48000)));
            }
        QVERIFY2(20 * std::log10(worst) < -100, qPrintable(QString::number(20 * std::log10(worst))));
        std::mt19937 random(6);
        for (int i = 0; i < 12; ++i) {
            const auto first = static_cast<std::int64_t>(random()) % (all->frames() - 1500);
            const auto part = decoder->read(first, 1500);
            QVERIFY(part.ok());
            QVERIFY(std::equal(part->samples.begin(), part->samples.end(),
                               all->samples.begin() + first * channels));
        }
        QVERIFY(decoder->read(decoder->sampleCount() - 10, 10).ok());
        QCOMPARE(decoder->read(decoder->sampleCount() - 10, 11).error().category,
                 ErrorCategory::InvalidInput);
    }

    void startsApartFromPicture_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("codec");
        QTest::addColumn<int>("soundMilliseconds");
        QTest::addColumn<int>("pictureMilliseconds");
        for (const char* name : {"later.mov", "later.mp4", "later.mkv"}) {
            const QString codec = QString::fromLatin1(name).endsWith(QLatin1String("mp4"))
                                      ? QStringLiteral("aac")
                                      : QStringLiteral("pcm_s24le");
            QTest::addRow("%s, together", name) << QString::fromLatin1(name) << codec << 0 << 0;
            QTest::addRow("%s, sound later", name) << QString::fromLatin1(name) << codec << 500 << 0;
            QTest::addRow("%s, sound earlier", name) << QString::fromLatin1(name) << codec << 0 << 300;
        }
    }

    /// What was heard with a picture is cut into the Object of that picture.
    void startsApartFromPicture() {
        QFETCH(QString, name);
        QFETCH(QString, codec);
        QFETCH(int, soundMilliseconds);
        QFETCH(int, pictureMilliseconds);
        const bool aac = codec == QLatin1String("aac");
        const QTemporaryDir folder;
        const auto path = [&](const QString& file) { return folder.filePath(file); };
        test::ClipSpec picture = test::smallClip(100);
        picture.audio.clear();
        test::makeClipFile(picture, path(QStringLiteral("picture.mp4")).toStdString());
        test::makeClipFile(soundOnly(Container::Wav, AudioCodec::Pcm24, 100),
                           path(QStringLiteral("sound.wav")).toStdString());
        const auto seconds = [](int milliseconds) { return QString::number(milliseconds / 1000.0); };
        QProcess ffmpeg;
        ffmpeg.setProcessChannelMode(QProcess::ForwardedChannels);
        QStringList command{QStringLiteral("-v"),         QStringLiteral("error"),
                            QStringLiteral("-itsoffset"), seconds(soundMilliseconds),
                            QStringLiteral("-i"),         path(QStringLiteral("sound.wav")),
                            QStringLiteral("-itsoffset"), seconds(pictureMilliseconds),
                            QStringLiteral("-i"),         path(QStringLiteral("picture.mp4")),
                            QStringLiteral("-map"),       QStringLiteral("1:v"),
                            QStringLiteral("-map"),       QStringLiteral("0:a"),
                            QStringLiteral("-c:v"),       QStringLiteral("copy"),
                            QStringLiteral("-c:a"),       codec};
        if (aac) // or the edit list says when only to a millisecond
            command << QStringLiteral("-movie_timescale") << QStringLiteral("48000");
        ffmpeg.start(QStringLiteral("ffmpeg"), command << path(name));
        QVERIFY(ffmpeg.waitForFinished(60000) && ffmpeg.exitCode() == 0);
        const auto file = fileSource(path(name).toStdString());
        const auto info = probe(*file);
        QVERIFY2(info.ok(), info ? "" : info.error().message.c_str());
        QCOMPARE(info->video->frames, 100);
        const std::int64_t start = 48 * (soundMilliseconds - pictureMilliseconds);
        QCOMPARE(info->audio.size(), std::size_t{1});
        if (!aac) // ffmpeg leaves priming unhidden in some of those
            QCOMPARE(info->audio[0].start, start);

        auto decoder = AudioDecoder::open(*file);
        QVERIFY(decoder.ok());
        AudioBlock joined{2, {}};
        constexpr std::int64_t end = 96000;
        const auto cut = cutSound(
            *decoder, {AudioCodec::Pcm24, 2, 0}, {{50, 1}, 50, end, info->audio[0].start},
            [&](SoundObject object) -> Result<void> {
                CUTAWAY_TRY(auto alone, AudioDecoder::open(memorySource(object.bytes)));
                CUTAWAY_TRY(const auto block, alone.read(0, alone.sampleCount()));
                joined.samples.insert(joined.samples.end(), block.samples.begin(), block.samples.end());
                return {};
            });
        QVERIFY(cut.ok());
        QCOMPARE(joined.frames(), end);
        AudioBlock wanted = AudioBlock::silence(2, end);
        const AudioBlock played = test::testSound(2, 0, 96000);
        for (std::int64_t s = 0; s < end; ++s)
            for (std::int64_t c = 0; c < 2; ++c)
                if (s - start >= 0 && s - start < 96000)
                    wanted.samples[static_cast<std::size_t>(2 * s + c)] =
                        played.samples[static_cast<std::size_t>(2 * (s - start) + c)];
        if (aac)
            QCOMPARE(bestLag(joined, wanted), 0);
        else
            QVERIFY(joined == wanted);
    }
};

QTEST_APPLESS_MAIN(TestSound)
#include "test_sound.moc"
