#include "core/media/decoder.h"
#include "core/media/segmenter.h"
#include "tests/support/media_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cutaway;
using namespace cutaway::media;

/// What is delivered, at its real size: a handful of frames, since UHD encoding is slow.
class TestUhd : public QObject {
    Q_OBJECT

    static ByteSourcePtr write(const test::ClipSpec& spec, const QTemporaryDir& folder) {
        const std::filesystem::path path = folder.filePath(QStringLiteral("clip")).toStdString();
        test::makeClipFile(spec, path);
        return *fileSource(path);
    }

    static void checkIds(const ByteSourcePtr& file, std::int64_t frames) {
        auto decoder = VideoDecoder::open(file, {2});
        QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
        QCOMPARE(decoder->frameCount(), frames);
        QCOMPARE(decoder->colour(), Colour::hlg());
        for (std::int64_t n = 0; n < frames; ++n) {
            const auto frame = decoder->frameAt(n);
            QVERIFY2(frame.ok(), frame ? "" : frame.error().message.c_str());
            QCOMPARE((*frame)->colour, Colour::hlg());
            const auto id = readFrameId(**frame);
            QVERIFY(id && id->frame == n);
        }
    }

private Q_SLOTS:
    void xavcIntra300InMxf() {
        const QTemporaryDir folder;
        test::ClipSpec spec;
        spec.container = Container::MxfOp1a;
        spec.video = avcIntra(300, {60000, 1001}, Colour::hlg());
        spec.video.threads = 2;
        spec.audio.assign(8, {AudioCodec::Pcm24, 1, 0});
        spec.frames = 7;
        spec.startTimecode = 215784;
        spec.dropFrame = true;
        const auto file = write(spec, folder);
        const auto info = probe(file);
        QVERIFY2(info.ok(), info ? "" : info.error().message.c_str());
        QCOMPARE(QString::fromStdString(info->container), QStringLiteral("mxf"));
        QCOMPARE(info->video->width, 3840);
        QCOMPARE(info->video->height, 2160);
        QCOMPARE(QString::fromStdString(info->video->profile), QStringLiteral("High 4:2:2 Intra"));
        QCOMPARE(info->video->rate, (FrameRate{60000, 1001}));
        QCOMPARE(info->video->colour, Colour::hlg());
        QVERIFY(info->video->format == PixelFormat::Yuv422p10);
        QCOMPARE(QString::fromStdString(info->video->timecode), QStringLiteral("01:00:00;00"));
        QVERIFY(info->video->dropFrame);
        QCOMPARE(info->audio.size(), 8U);
        const std::int64_t samples = samplesAtFrame(7, {60000, 1001});
        for (const int track : {0, 7}) {
            auto sound = AudioDecoder::open(file, track);
            QVERIFY2(sound.ok(), sound ? "" : sound.error().message.c_str());
            QCOMPARE(sound->info().bits, 24);
            // 7 frames take 801 801 801 801 800 801 801 samples in MXF, one more than S(7): silence.
            QCOMPARE(sound->sampleCount(), samples + 1);
            const auto block = sound->read(0, samples);
            QVERIFY(block.ok());
            QVERIFY(*block == test::testSound(1, 0, samples));
            const auto last = sound->read(samples, 1);
            QVERIFY(last.ok());
            QVERIFY(*last == AudioBlock::silence(1, 1));
        }
        checkIds(file, 7);
    }

    void hevcMasterInMp4() {
        const QTemporaryDir folder;
        test::ClipSpec spec;
        spec.video = hevcMaster(3840, 2160, {50, 1});
        spec.video.threads = 2;
        spec.video.gop = 3;
        spec.audio = {{AudioCodec::Aac, 2, 192'000}};
        spec.frames = 6;
        spec.startTimecode = 1'800'000;
        const auto file = write(spec, folder);
        const auto info = probe(file);
        QVERIFY(info.ok());
        QCOMPARE(QString::fromStdString(info->container), QStringLiteral("mp4"));
        QCOMPARE(QString::fromStdString(info->video->codec), QStringLiteral("hevc"));
        QCOMPARE(QString::fromStdString(info->video->profile), QStringLiteral("Main 10"));
        QCOMPARE(info->video->colour, Colour::hlg());
        QCOMPARE(info->video->bits, 10);
        QCOMPARE(info->audio[0].samples, 6 * 960);
        checkIds(file, 6);
        std::int64_t next = 0;
        const auto cut = cutPicture(file, 3, [&](PictureObject object) -> Result<void> {
            next += object.frames;
            auto alone = VideoDecoder::open(memorySource(std::move(object.bytes)));
            if (!alone)
                return alone.error();
            const auto frame = alone->frameAt(0);
            const auto id = frame ? readFrameId(**frame) : std::nullopt;
            return id && id->frame == object.firstFrame ? Result<void>() : Result<void>(Error{});
        });
        QVERIFY(cut.ok());
        QCOMPARE(next, 6);
    }
};

QTEST_APPLESS_MAIN(TestUhd)
#include "test_uhd.moc"
