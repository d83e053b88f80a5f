#include "core/media/decoder.h"
#include "core/media/frame_id.h"
#include "tests/support/media_fixtures.h"

#include <QTest>

#include <cstring>
#include <random>

using namespace cutaway;
using namespace cutaway::media;

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
