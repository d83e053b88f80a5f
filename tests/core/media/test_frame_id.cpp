#include "core/media/decoder.h"
#include "core/media/frame_id.h"
#include "tests/support/media_fixtures.h"

#include <QTest>

#include <cstring>
#include <random>

using namespace cutaway;
using namespace cutaway::media;

namespace {

/// Patches of random light and dark, six pixels wide. Panning: they move sideways, three pixels a frame, as
/// when a camera follows a runner past a crowd. Restless: new in every frame, which no camera gives.
VideoFramePtr patches(int width, int height, bool restless, FrameId id) {
    WritableFrame frame = allocateFrame(width, height, PixelFormat::Yuv420p10, Colour::hlg());
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int columns = plane ? width / 2 : width, rows = plane ? height / 2 : height;
        const int shift = restless ? 0 : static_cast<int>(id.frame) * (plane ? 3 : 6) / 2;
        for (int y = 0; y < rows; ++y) {
            auto* row =
                reinterpret_cast<std::uint16_t*>(frame.planes[plane] + frame.frame.strides[plane] * y);
            for (int x = 0; x < columns; ++x) {
                const int patch =
                    (plane ? 2 * (y / 3 * 5000 + (x + shift) / 3) : y / 6 * 5000 + (x + shift) / 6);
                std::minstd_rand random(static_cast<std::uint32_t>(patch) * 31 + (restless ? id.frame : 0) +
                                        1);
                random.discard(2);
                const auto level = static_cast<int>(random());
                row[x] = static_cast<std::uint16_t>(plane ? 450 + level % 120 : 150 + level % 400);
            }
        }
    }
    drawFrameId(frame, id);
    return frame.share();
}

} // namespace

class TestFrameId : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unencoded_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("format");
        for (const auto format :
             {PixelFormat::Yuv420p8, PixelFormat::Yuv420p10, PixelFormat::Yuv422p8, PixelFormat::Yuv422p10})
            for (const auto& [width, height] : {std::pair{3840, 2160}, {1920, 1080}, {960, 540}, {480, 270}})
                QTest::addRow("%dx%d format %d", width, height, static_cast<int>(format))
                    << width << height << static_cast<int>(format);
    }

    void unencoded() {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, format);
        for (const FrameId id :
             {FrameId{1, 0}, FrameId{0xffffff, 0xffffffff}, FrameId{0, 0}, FrameId{7, 180000}}) {
            const auto picture =
                test::testPicture(width, height, static_cast<PixelFormat>(format), Colour::hlg(), id);
            const auto read = readFrameId(*picture);
            QVERIFY(read.has_value());
            QVERIFY(*read == id);
        }
    }

    void throughTheRungs_data() {
        QTest::addColumn<bool>("slow");
        QTest::newRow("480x270 at 0.6 Mb/s") << true;
        QTest::newRow("960x540 at 2 Mb/s") << false;
    }

    void throughTheRungs() {
        QFETCH(bool, slow);
        test::ClipSpec spec = test::smallClip(100, 42);
        spec.audio.clear();
        spec.video = slow ? slowLinkRung({50, 1}, Colour::hlg()) : editProxy({50, 1}, Colour::hlg());
        spec.firstFrame = 1'800'000;
        const auto bytes = test::makeClip(spec);
        const double megabits = static_cast<double>(bytes.size()) * 8 / 2 / 1e6;
        qInfo("%.3f Mb/s", megabits);
        QVERIFY(megabits < (slow ? 0.6 : 2.0) * 1.15);
        auto decoder = VideoDecoder::open(memorySource(bytes));
        QVERIFY(decoder.ok());
        int wrong = 0;
        QVERIFY(decoder
                    ->decodeRange(0, -1,
                                  [&](std::int64_t index, VideoFramePtr frame) {
                                      const auto id = readFrameId(*frame);
                                      if (!id || id->source != 42 || id->frame != 1'800'000 + index)
                                          ++wrong;
                                      return true;
                                  })
                    .ok());
        QCOMPARE(wrong, 0);
    }

    void hardPictures_data() {
        QTest::addColumn<bool>("slow");
        QTest::addColumn<bool>("restless");
        QTest::newRow("480x270, a crowd panned") << true << false;
        QTest::newRow("960x540, a crowd panned") << false << false;
        QTest::newRow("480x270, beyond the encoder's means") << true << true;
        QTest::newRow("960x540, beyond the encoder's means") << false << true;
    }

    /// The rate holds whatever comes; ids survive what cameras give, and are unknown rather than wrong
    /// beyond.
    void hardPictures() {
        QFETCH(bool, slow);
        QFETCH(bool, restless);
        WriterSettings settings;
        settings.video = slow ? slowLinkRung({50, 1}, Colour::hlg()) : editProxy({50, 1}, Colour::hlg());
        auto writer = MediaWriter::toMemory(settings);
        QVERIFY(writer.ok());
        constexpr std::uint32_t frames = 100;
        for (std::uint32_t n = 0; n < frames; ++n)
            QVERIFY(writer->write(*patches(settings.video->width, settings.video->height, restless, {5, n})));
        QVERIFY(writer->finish().ok());
        const ByteBuffer bytes = writer->takeBytes();
        const double megabits = static_cast<double>(bytes.size()) * 8 / (frames / 50.0) / 1e6;
        auto decoder = VideoDecoder::open(memorySource(bytes));
        QVERIFY(decoder.ok());
        int wrong = 0, unknown = 0;
        QVERIFY(decoder
                    ->decodeRange(0, -1,
                                  [&](std::int64_t index, VideoFramePtr frame) {
                                      const auto id = readFrameId(*frame);
                                      unknown += id ? 0 : 1;
                                      wrong += !id || (id->source == 5 && id->frame == index) ? 0 : 1;
                                      return true;
                                  })
                    .ok());
        qInfo("%.3f Mb/s, %d unknown, %d wrong", megabits, unknown, wrong);
        QVERIFY(megabits < (slow ? 0.6 : 2.0));
        QCOMPARE(wrong, 0);
        if (!restless)
            QCOMPARE(unknown, 0);
    }

    void damagedIsUnknown() {
        std::mt19937 random(11);
        int unknown = 0;
        for (int round = 0; round < 200; ++round) {
            WritableFrame frame = allocateFrame(960, 540, PixelFormat::Yuv420p10, Colour::hlg());
            for (std::size_t plane = 0; plane < 3; ++plane)
                for (int y = 0; y < (plane ? 270 : 540); ++y)
                    for (int x = 0; x < (plane ? 480 : 960); ++x) {
                        const auto sample = static_cast<std::uint16_t>(64 + random() % 64);
                        std::memcpy(frame.planes[plane] + frame.frame.strides[plane] * y + 2 * x, &sample, 2);
                    }
            drawFrameId(frame, {9, static_cast<std::uint32_t>(round)});
            // A scratch: some columns of the strip get another level.
            const int from = 100 + static_cast<int>(random() % 700);
            const auto level = static_cast<std::uint16_t>(64 + random() % 700);
            for (int y = 500; y < 540; ++y)
                for (int x = from; x < from + 30; ++x)
                    std::memcpy(frame.planes[0] + frame.frame.strides[0] * y + 2 * x, &level, 2);
            const auto id = readFrameId(*frame.share());
            QVERIFY(!id || (id->source == 9 && id->frame == static_cast<std::uint32_t>(round)));
            unknown += id ? 0 : 1;
        }
        QVERIFY(unknown > 150);
    }

    void noStripNoId() {
        std::mt19937 random(12);
        WritableFrame frame = allocateFrame(480, 270, PixelFormat::Yuv420p8, Colour::sdr());
        for (int round = 0; round < 50; ++round) {
            for (std::size_t plane = 0; plane < 3; ++plane)
                for (int y = 0; y < (plane ? 135 : 270); ++y)
                    for (int x = 0; x < (plane ? 240 : 480); ++x)
                        frame.planes[plane][frame.frame.strides[plane] * y + x] =
                            static_cast<std::uint8_t>(random());
            QVERIFY(!readFrameId(*frame.share()));
        }
    }
};

QTEST_APPLESS_MAIN(TestFrameId)
#include "test_frame_id.moc"
