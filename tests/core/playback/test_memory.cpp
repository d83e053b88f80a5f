#include "core/playback/picture_loader.h"
#include "core/playback/player.h"
#include "tests/core/playback/hand_player.h"
#include "tests/core/playback/made_media.h"
#include "tests/core/playback/seek_session.h"
#include "tests/support/media_fixtures.h"
#include "tests/support/quiet_threads.h"
#include "tests/support/resident_memory.h"

#include <QTest>

#include <random>

using namespace cutaway;
using namespace cutaway::playback;

namespace {

constexpr std::size_t mebibyte = std::size_t{1} << 20;

media::ByteBuffer clip(int width, int height, media::PixelFormat format, int bFrames) {
    test::ClipSpec spec = test::smallClip(50);
    spec.audio.clear();
    spec.video.width = width;
    spec.video.height = height;
    spec.video.format = format;
    spec.video.bFrames = bFrames;
    spec.video.preset = "ultrafast";
    spec.video.maxRate = 0;
    spec.video.crf = 32;
    return test::makeClip(spec);
}

} // namespace

/// How much memory the pictures really take, beside what is promised.
class TestMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Thousands of decoded pictures of several sizes, with the decoders that they come from left open.
    void theFrameStoreHonoursItsBound() {
        constexpr std::size_t bound = 96 * mebibyte;
        const auto pool = std::make_shared<media::PicturePool>(8 * mebibyte);
        std::vector<media::ByteBuffer> clips{clip(480, 270, media::PixelFormat::Yuv420p10, 0),
                                             clip(960, 540, media::PixelFormat::Yuv420p10, 0),
                                             clip(960, 540, media::PixelFormat::Yuv420p8, 2),
                                             clip(640, 360, media::PixelFormat::Yuv422p10, 0),
                                             clip(1280, 720, media::PixelFormat::Yuv420p8, 0)};
        media::DecodeOptions options;
        options.pool = pool;
        std::vector<media::VideoDecoder> decoders;
        const std::vector<Uuid> sources{Uuid::random(), Uuid::random(), Uuid::random(), Uuid::random(),
                                        Uuid::random()};
        for (const media::ByteBuffer& bytes : clips)
            decoders.push_back(media::VideoDecoder::open(media::memorySource(bytes), options).value());
        FrameStore store(bound);
        store.countWith(pool);
        for (media::VideoDecoder& decoder : decoders) // with its own tables
            QVERIFY(decoder.frameAt(49).ok() && decoder.frameAt(0).ok());
        const std::size_t before = test::residentBytes() - pool->bytes();
        std::mt19937 random(7);
        std::size_t mostCounted = 0, mostResident = 0, mostStored = 0;
        for (int run = 0, put = 0; put < 4000; ++run) {
            const std::size_t which = random() % decoders.size();
            const auto first = static_cast<std::int64_t>(random() % 40);
            const auto count = static_cast<std::int64_t>(1 + random() % 10);
            const auto decoded = decoders[which].decodeRange(
                first, count, [&](std::int64_t index, media::VideoFramePtr picture) {
                    // Every run is of other moments: the clips stand for hours.
                    store.put({sources[which], run * 50 + index}, {std::move(picture), 540, true});
                    mostCounted = std::max(mostCounted, pool->bytes());
                    mostStored = std::max(mostStored, store.bytes());
                    if (++put % 20 == 0)
                        mostResident = std::max(mostResident, test::residentBytes());
                    return true;
                });
            QVERIFY(decoded.ok());
        }
        const std::size_t grown = mostResident > before ? mostResident - before : 0;
        qInfo("bound %zu MiB: %.1f stored, %.1f with decoders and spare memory, resident %.1f MiB more",
              bound / mebibyte, double(mostStored) / mebibyte, double(mostCounted) / mebibyte,
              double(grown) / mebibyte);
        QVERIFY2(mostCounted <= bound + bound / 20, qPrintable(QString::number(mostCounted)));
        QVERIFY2(!test::residentMemoryIsOurs || grown <= bound + bound / 20,
                 qPrintable(QString::number(grown)));
        QVERIFY2(mostStored >= bound * 3 / 4, "the bound is also used");
    }

    /// What a picture is counted as is what it takes.
    void picturesAreCountedAsWhatTheyTake() {
        const auto pool = std::make_shared<media::PicturePool>(0);
        for (const int height : {270, 360, 540}) {
            media::DecodeOptions options;
            options.pool = pool;
            auto decoder = media::VideoDecoder::open(
                media::memorySource(clip(height * 16 / 9, height, media::PixelFormat::Yuv420p10, 0)),
                options);
            QVERIFY(decoder.ok());
            const media::VideoFramePtr picture = decoder->frameAt(0).value();
            decoder = Error{}; // and with it what it holds
            QCOMPARE(pool->bytes(), picture->bytes());
        }
        QCOMPARE(pool->bytes(), std::size_t{0});
    }

    /// Large pictures in a small store: what is asked for ahead must not push itself out, over and over.
    void whatDoesNotFitIsNotDecodedInCircles_data() {
        QTest::addColumn<int>("pictures");
        QTest::newRow("nine") << 9;
        QTest::newRow("twenty") << 20;
        QTest::newRow("eighty") << 80;
    }
    void whatDoesNotFitIsNotDecodedInCircles() {
        QFETCH(int, pictures);
        const auto made = std::make_shared<MadeMedia>();
        const Uuid id = made->add(1, {50, 1}, {36000, 0}, 4);
        HandClock clock;
        Screen screen;
        std::atomic<std::int64_t> shown{-1};
        Player::Callbacks callbacks{[&](const PresentedPicture& p) {
                                        if (p.exact)
                                            shown = p.frame;
                                    },
                                    screen.callbacks().onState};
        Player::Options options;
        options.frameBytes = static_cast<std::size_t>(pictures) * 480 * 270 * 3;
        Player player(made, nullptr, callbacks, options, &clock);
        player.setSequence(sequenceOf({50, 1}, {timeline::Item::of(clipOf(made->made(id), 0, 200))}));
        player.seek(60);
        QVERIFY(test::letOthersFinish());
        QCOMPARE(shown.load(), std::int64_t(60));
        clock.advance(std::chrono::seconds(1)); // the hand rests
        QVERIFY2(test::letOthersFinish(), "at rest");
        QVERIFY(screen.waitRunning(player.play({1, 1})));
        QVERIFY(test::letOthersFinish());
        for (std::int64_t frame = 61; frame < 180; ++frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(test::letOthersFinish(), qPrintable(QString::number(frame)));
            QCOMPARE(shown.load(), frame);
        }
        QCOMPARE(player.state().dropped, std::int64_t(0));
        QVERIFY(screen.waitRunning(player.play({-1, 1})));
        QVERIFY2(test::letOthersFinish(), "backwards");
    }

    /// The first third of what test_long_session.cpp does.
    void aSessionOfSeeksIsFlat() {
        test::SeekSession session(64 * mebibyte);
        const test::SeekSession::Growth growth = session.run(2400);
        qInfo("%s", growth.text().c_str());
        QVERIFY2(growth.exact == 2400, qPrintable(QString::number(growth.exact)));
        QVERIFY2(!test::residentMemoryIsOurs || growth.bytes() <= 12 * mebibyte, growth.text().c_str());
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
