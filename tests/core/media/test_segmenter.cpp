#include "core/media/segmenter.h"
#include "tests/support/media_fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>

using namespace cutaway;
using namespace cutaway::media;

namespace {

test::ClipSpec picture(int bFrames, std::int64_t frames) {
    test::ClipSpec spec = test::smallClip(frames);
    spec.audio.clear();
    spec.video.bFrames = bFrames;
    spec.video.gop = 25;
    spec.video.preset = "ultrafast";
    spec.video.maxRate = 0;
    return spec;
}

std::size_t boxAt(const ByteBuffer& bytes, const char* name) {
    const auto* first = reinterpret_cast<const char*>(bytes.data());
    const auto* last = first + bytes.size();
    return static_cast<std::size_t>(std::search(first, last, name, name + 4) - first);
}

bool samePixels(const VideoFrame& a, const VideoFrame& b) {
    if (a.width != b.width || a.height != b.height || a.format != b.format)
        return false;
    const std::size_t sample = bitDepth(a.format) > 8 ? 2 : 1;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int rows = plane == 0 ? a.height : a.height >> chromaShiftY(a.format);
        const std::size_t row = static_cast<std::size_t>(plane == 0 ? a.width : a.width / 2) * sample;
        for (int y = 0; y < rows; ++y)
            if (std::memcmp(a.planes[plane] + a.strides[plane] * y, b.planes[plane] + b.strides[plane] * y,
                            row))
                return false;
    }
    return true;
}

/// The same file without its edit list: 'elst' renamed to a box that nobody knows.
ByteBuffer withoutEditList(ByteBuffer bytes) {
    const std::size_t at = boxAt(bytes, "elst");
    if (at < bytes.size())
        std::memcpy(bytes.data() + at, "free", 4);
    return bytes;
}

} // namespace

class TestSegmenter : public QObject {
    Q_OBJECT

    /// An MXF Object says by itself what it is and which time its first picture has.
    static void compareMxf(const PictureObject& object, const MediaInfo& file) {
        const auto info = probe(memorySource(object.bytes));
        QVERIFY2(info.ok(), info ? "" : info.error().message.c_str());
        QCOMPARE(QString::fromStdString(info->container), QStringLiteral("mxf"));
        QVERIFY(info->audio.empty());
        QCOMPARE(QString::fromStdString(info->video->codec), QString::fromStdString(file.video->codec));
        QCOMPARE(QString::fromStdString(info->video->profile), QString::fromStdString(file.video->profile));
        const TimecodeFormat format{file.video->rate, file.video->dropFrame};
        const auto start = parseTimecode(file.video->timecode, format);
        QVERIFY(start.ok());
        QCOMPARE(QString::fromStdString(info->video->timecode),
                 QString::fromStdString(timecodeText(*start + object.firstFrame, format)));
    }

    /// Cuts and compares every frame of every Object with the file's own.
    static void compareAll(const ByteBuffer& file, std::int64_t frames, std::int64_t perObject,
                           std::int64_t target) {
        const auto source = memorySource(file);
        const auto info = probe(source);
        QVERIFY2(info.ok(), info ? "" : info.error().message.c_str());
        const bool mxf = objectContainer(*info) == Container::MxfOp1a;
        auto whole = VideoDecoder::open(source);
        QVERIFY2(whole.ok(), whole ? "" : whole.error().message.c_str());
        QCOMPARE(whole->frameCount(), frames);
        std::int64_t next = 0;
        const auto result = cutPicture(source, target, [&](PictureObject object) -> Result<void> {
            [&] {
                QCOMPARE(object.firstFrame, next);
                QCOMPARE(object.frames, std::min(perObject, frames - next));
                QVERIFY(object.keyFrames > 0);
                if (mxf)
                    compareMxf(object, *info);
                else
                    QVERIFY(boxAt(object.bytes, "moov") < boxAt(object.bytes, "mdat"));
                auto alone = VideoDecoder::open(memorySource(object.bytes));
                QVERIFY2(alone.ok(), alone ? "" : alone.error().message.c_str());
                QCOMPARE(alone->frameCount(), object.frames);
                QCOMPARE(alone->rate(), whole->rate());
                QCOMPARE(alone->colour(), whole->colour());
                for (std::int64_t k = 0; k < object.frames; ++k) {
                    const auto a = alone->frameAt(k), b = whole->frameAt(next + k);
                    QVERIFY2(a.ok(), a ? "" : a.error().detail.c_str());
                    QVERIFY2(b.ok(), b ? "" : (b.error().message + b.error().detail).c_str());
                    QVERIFY(samePixels(**a, **b));
                    const auto id = readFrameId(**a);
                    QVERIFY(id && id->frame == next + k);
                }
            }();
            next += object.frames;
            return QTest::currentTestFailed() ? Result<void>(Error{}) : Result<void>();
        });
        QVERIFY2(result.ok(), result ? "" : result.error().message.c_str());
        QCOMPARE(next, frames);
    }

private Q_SLOTS:
    void everyFrame_data() {
        QTest::addColumn<int>("bFrames");
        QTest::addColumn<bool>("editList");
        QTest::newRow("no B-frames") << 0 << true;
        QTest::newRow("B-frames, edit list") << 3 << true;
        QTest::newRow("B-frames, no edit list") << 3 << false;
    }

    void everyFrame() {
        QFETCH(int, bFrames);
        QFETCH(bool, editList);
        ByteBuffer file = test::makeClip(picture(bFrames, 120));
        QCOMPARE(boxAt(file, "elst") < file.size(), true);
        if (!editList)
            file = withoutEditList(std::move(file));
        compareAll(file, 120, 50, 50);
    }

    void hevcAtNtscRate() {
        test::ClipSpec spec;
        spec.video = hevcMaster(480, 270, {60000, 1001});
        spec.frames = 100;
        spec.audio = {{AudioCodec::Aac, 2, 128'000}};
        compareAll(test::makeClip(spec), 100, 60, 60);
    }

    void nearestNumberOfGops() {
        test::ClipSpec spec = picture(0, 60);
        spec.video.gop = 12;
        compareAll(test::makeClip(spec), 60, 24, 25);
    }

    void intraFromMxf() {
        test::ClipSpec spec;
        spec.container = Container::MxfOp1a;
        spec.video = avcIntra(100, {25, 1}, Colour::sdr());
        spec.video.threads = 2;
        spec.audio = {{AudioCodec::Pcm24, 1, 0}, {AudioCodec::Pcm24, 1, 0}};
        spec.frames = 8;
        spec.startTimecode = 90000;
        const ByteBuffer file = test::makeClip(spec);
        const auto info = probe(memorySource(file));
        QVERIFY(info.ok());
        QCOMPARE(QString::fromStdString(info->container), QStringLiteral("mxf"));
        QCOMPARE(QString::fromStdString(info->video->timecode), QStringLiteral("01:00:00:00"));
        QCOMPARE(info->audio.size(), 2U);
        QCOMPARE(info->audio[0].samples, 8 * 1920);
        QCOMPARE(objectContainer(*info), Container::MxfOp1a);
        compareAll(file, 8, 5, 5);
    }

    void intraFromMxfInDropFrame() {
        test::ClipSpec spec;
        spec.container = Container::MxfOp1a;
        spec.video = avcIntra(100, {30000, 1001}, Colour::sdr());
        spec.video.threads = 2;
        spec.frames = 6;
        spec.startTimecode = 1797; // 00:00:59;27: the cut after three frames is at 00:01:00;02
        spec.dropFrame = true;
        compareAll(test::makeClip(spec), 6, 3, 3);
    }

    void isoMastersStayIso() {
        const auto info = probe(memorySource(test::makeClip(picture(0, 4))));
        QVERIFY(info.ok());
        QCOMPARE(objectContainer(*info), Container::Mp4);
    }

    void refusesOpenGops() {
        test::ClipSpec spec = picture(3, 100);
        spec.video.gop = 27; // not a multiple of four and one: B-frames stand before the key frames
        spec.video.extra = "open-gop=1";
        const auto result = cutPicture(memorySource(test::makeClip(spec)), 50,
                                       [](PictureObject) -> Result<void> { return {}; });
        QVERIFY(!result.ok());
        QCOMPARE(result.error().category, ErrorCategory::Unsupported);
        QVERIFY(result.error().message.find("open GOP") != std::string::npos);
    }

    void refusesFields() {
        test::ClipSpec spec = picture(0, 50);
        spec.video.height = 288;
        spec.video.extra = "tff=1";
        const auto result = cutPicture(memorySource(test::makeClip(spec)), 50,
                                       [](PictureObject) -> Result<void> { return {}; });
        QVERIFY(!result.ok());
        QCOMPARE(result.error().category, ErrorCategory::Unsupported);
        QVERIFY(result.error().message.find("interlaced") != std::string::npos);
    }

    void errorsOfTheSinkComeBack() {
        int calls = 0;
        const auto result =
            cutPicture(memorySource(test::makeClip(picture(0, 100))), 25, [&](PictureObject) -> Result<void> {
                ++calls;
                return Error{ErrorCategory::OutOfSpace, "full", {}};
            });
        QCOMPARE(result.error().category, ErrorCategory::OutOfSpace);
        QCOMPARE(calls, 1);
    }

    void soundObjects_data() {
        QTest::addColumn<bool>("aac");
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::newRow("WAV at 50") << false << 50 << 1;
        QTest::newRow("WAV at 59.94") << false << 60000 << 1001;
        QTest::newRow("AAC at 50") << true << 50 << 1;
        QTest::newRow("AAC at 59.94") << true << 60000 << 1001;
    }

    void soundObjects() {
        QFETCH(bool, aac);
        QFETCH(int, num);
        QFETCH(int, den);
        const FrameRate rate{num, den};
        test::ClipSpec spec = test::smallClip(150);
        spec.container = Container::Wav;
        spec.withPicture = false;
        spec.audio = {{AudioCodec::Pcm24, 2, 0}};
        auto decoder = AudioDecoder::open(memorySource(test::makeClip(spec)));
        QVERIFY(decoder.ok());
        AudioBlock joined{2, {}};
        const AudioEncodeSettings settings{aac ? AudioCodec::Aac : AudioCodec::Pcm24, 2, 256'000};
        const std::int64_t end = 140'000;
        std::vector<std::int64_t> joins;
        const auto result = cutSound(
            *decoder, settings, {rate, rate.timecodeBase(), end}, [&](SoundObject object) -> Result<void> {
                [&] {
                    QCOMPARE(object.firstSample, joined.frames());
                    QCOMPARE(
                        object.firstSample,
                        samplesAtFrame(static_cast<std::int64_t>(joins.size()) * rate.timecodeBase(), rate));
                    auto alone = AudioDecoder::open(memorySource(object.bytes));
                    QVERIFY2(alone.ok(), alone ? "" : alone.error().message.c_str());
                    QCOMPARE(alone->sampleCount(), object.samples);
                    const auto block = alone->read(0, object.samples);
                    QVERIFY(block.ok());
                    joined.samples.insert(joined.samples.end(), block->samples.begin(), block->samples.end());
                    joins.push_back(object.firstSample);
                }();
                return QTest::currentTestFailed() ? Result<void>(Error{}) : Result<void>();
            });
        QVERIFY2(result.ok(), result ? "" : result.error().message.c_str());
        QCOMPARE(joined.frames(), end);
        const AudioBlock wanted = test::testSound(2, 0, end);
        if (!aac) {
            QVERIFY(joined == wanted);
            return;
        }
        // The coding noise near a join is that of anywhere else: no click, no gap, no shift by a sample.
        const auto noise = [&](std::int64_t from, std::int64_t to) {
            double signal = 0, error = 0;
            for (auto i = static_cast<std::size_t>(from * 2); i < static_cast<std::size_t>(to * 2); ++i) {
                const double w = wanted.samples[i], e = w - joined.samples[i];
                signal += w * w;
                error += e * e;
            }
            return 10 * std::log10(error / signal);
        };
        const double overall = noise(0, end);
        QVERIFY2(overall < -25, qPrintable(QString::number(overall)));
        for (const std::int64_t join : joins) {
            const double here = noise(std::max<std::int64_t>(0, join - 256), join + 256);
            QVERIFY2(here < -20, qPrintable(QString::number(here)));
        }
    }
};

QTEST_APPLESS_MAIN(TestSegmenter)
#include "test_segmenter.moc"
