#include "core/media/decoder.h"
#include "core/media/media_writer.h"
#include "core/media/picture_layout.h"
#include "core/playback/partial_object.h"
#include "core/playback/span_table.h"

#include <QTest>

#include <numeric>
#include <thread>

using namespace cutaway;
using namespace cutaway::playback;

namespace {

media::ByteBuffer counting(std::size_t size) {
    media::ByteBuffer bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::byte>(i * 7 % 251);
    return bytes;
}

std::span<const std::byte> part(const media::ByteBuffer& bytes, std::int64_t first, std::int64_t end) {
    return std::span(bytes).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(end - first));
}

using Stretches = std::vector<Stretch>;

media::ByteBuffer madeObject() {
    media::WriterSettings settings;
    settings.video = media::slowLinkRung({50, 1}, media::Colour::hlg());
    auto writer = media::MediaWriter::toMemory(settings);
    for (int n = 0; n < 50; ++n) {
        const auto frame =
            media::allocateFrame(480, 270, media::PixelFormat::Yuv420p10, media::Colour::hlg());
        for (std::size_t plane = 0; plane < 3; ++plane)
            for (int y = 0; y < (plane == 0 ? 270 : 135); ++y)
                for (int x = 0; x < (plane == 0 ? 480 : 240); ++x) {
                    frame.planes[plane][y * frame.frame.strides[plane] + 2 * x] =
                        static_cast<std::uint8_t>(x * y + n * 3);
                    frame.planes[plane][y * frame.frame.strides[plane] + 2 * x + 1] = 1;
                }
        if (!writer->write(*frame.share()))
            qFatal("write");
    }
    if (!writer->finish())
        qFatal("finish");
    return writer->takeBytes();
}

} // namespace

class TestPartialObject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyByteIsAskedForOnce() {
        const media::ByteBuffer bytes = counting(1000);
        PartialObject object(1000);
        QCOMPARE(object.claim(100, 200), (Stretches{{100, 200}}));
        QCOMPARE(object.claim(50, 300), (Stretches{{50, 100}, {200, 300}})); // what nobody fetches yet
        QVERIFY(object.claim(120, 180).empty());
        object.write(100, part(bytes, 100, 160));
        object.settle({100, 200}, Error{ErrorCategory::Unavailable, "Cut.", {}});
        QCOMPARE(object.claim(100, 200), (Stretches{{160, 200}})); // resumed: only what is missing
        object.write(160, part(bytes, 160, 200));
        object.settle({160, 200}, {});
        QVERIFY(object.holds(100, 200));
        QVERIFY(!object.holds(50, 200));
        QVERIFY(object.claim(-5, 2000).size() == 2); // [0, 50) and [300, 1000)
    }

    void readingWaitsAndGivesWhatIsThere() {
        const media::ByteBuffer bytes = counting(1000);
        PartialObject object(1000);
        (void)object.claim(0, 600);
        std::jthread network([&] {
            for (std::int64_t at = 0; at < 600; at += 100)
                object.write(at, part(bytes, at, at + 100));
            object.settle({0, 600}, {});
        });
        media::ByteBuffer got(600);
        std::int64_t at = 0;
        while (at < 600) {
            const auto read = object.read(at, std::span(got).subspan(static_cast<std::size_t>(at)), {});
            QVERIFY(read.ok() && *read > 0);
            at += static_cast<std::int64_t>(*read);
        }
        QVERIFY(std::equal(got.begin(), got.end(), bytes.begin()));
        QVERIFY(object.read(700, got, {}).error().category == ErrorCategory::NotFound);
        QCOMPARE(*object.read(1000, got, {}), std::size_t{0});
    }

    void whatFailedIsSaidWhereItFailed() {
        PartialObject object(1000);
        media::ByteBuffer got(10);
        (void)object.claim(0, 100);
        (void)object.claim(200, 300);
        object.settle({0, 100}, Error{ErrorCategory::Corrupt, "Too short.", {}});
        object.settle({200, 300}, {}); // another one that ends well changes nothing
        QVERIFY(object.read(50, got, {}).error().category == ErrorCategory::Corrupt);
        QVERIFY(object.read(150, got, {}).error().category == ErrorCategory::NotFound);
        (void)object.claim(0, 60); // tried again
        object.write(0, counting(60));
        object.settle({0, 60}, {});
        QVERIFY(object.read(50, got, {}).ok());
        QVERIFY(object.read(70, got, {}).error().category == ErrorCategory::NotFound);
    }

    void readingEndsWithTheFetchOrTheStop() {
        PartialObject object(1000);
        media::ByteBuffer got(10);
        (void)object.claim(0, 100);
        std::jthread network([&] { object.settle({0, 100}, Error{ErrorCategory::Timeout, "Stalled.", {}}); });
        QVERIFY(object.read(0, got, {}).error().category == ErrorCategory::Timeout);
        (void)object.claim(0, 100);
        std::stop_source stop;
        std::jthread user([&] { stop.request_stop(); });
        QVERIFY(object.read(0, got, stop.get_token()).error().category == ErrorCategory::Cancelled);
    }

    void aLayoutSurvivesItsText() {
        const media::ByteBuffer bytes = madeObject();
        const auto layout = media::readPictureLayout(media::memorySource(bytes));
        QVERIFY2(layout.ok(), layout ? "" : layout.error().detail.c_str());
        QCOMPARE(layout->frames(), std::int64_t{50});
        QCOMPARE(layout->keyFrames, (std::vector<std::int64_t>{0, 13, 26, 39}));
        QCOMPARE(layout->keyFrameBefore(12), std::int64_t{0});
        QCOMPARE(layout->keyFrameBefore(13), std::int64_t{13});
        const std::string text = media::packLayout(*layout);
        const auto back = media::unpackLayout(text, layout->bytes, layout->headerBytes);
        QVERIFY(back.ok() && *back == *layout);
        QVERIFY(!media::unpackLayout(text, layout->bytes / 2, layout->headerBytes).ok());
        QVERIFY(!media::unpackLayout(text.substr(0, 20), layout->bytes, layout->headerBytes).ok());
        QVERIFY(!media::unpackLayout(text, std::int64_t{1} << 50, layout->headerBytes).ok()); // no room
        QVERIFY(!media::unpackLayout("!" + text, layout->bytes, layout->headerBytes).ok());
        QVERIFY(!media::unpackLayout("", 10, 5).ok());
    }

    void aGopIsDecodedFromItsBytesAlone() {
        const media::ByteBuffer bytes = madeObject();
        const auto layout = media::readPictureLayout(media::memorySource(bytes));
        auto whole = media::VideoDecoder::open(media::memorySource(bytes));
        QVERIFY(layout.ok() && whole.ok());
        for (const std::int64_t wanted : {0, 7, 24, 25, 40, 49}) {
            auto object = std::make_shared<PartialObject>(layout->bytes);
            object->write(0, part(bytes, 0, layout->headerBytes));
            for (const Stretch& stretch : layout->needed(wanted, wanted))
                object->write(stretch.first, part(bytes, stretch.first, stretch.end));
            int beyond = 0;
            const auto source = std::make_shared<PartialSource>(object);
            source->use({}, [&](std::int64_t) { ++beyond; });
            media::DecodeOptions options;
            options.headerOnly = true;
            auto decoder = media::VideoDecoder::open(source, options);
            QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
            const auto frame = decoder->onlyFrameAt(wanted);
            QVERIFY2(frame.ok(), frame ? "" : frame.error().message.c_str());
            QCOMPARE(beyond, 0);
            const auto expected = whole->frameAt(wanted);
            QVERIFY(expected.ok());
            for (std::size_t plane = 0; plane < 3; ++plane)
                for (int y = 0; y < (plane == 0 ? 270 : 135); ++y)
                    QVERIFY(std::equal((*frame)->planes[plane] + y * (*frame)->strides[plane],
                                       (*frame)->planes[plane] + y * (*frame)->strides[plane] +
                                           (plane == 0 ? 960 : 480),
                                       (*expected)->planes[plane] + y * (*expected)->strides[plane]));
        }
    }

    void spansAreKnownByStretches() {
        SpanTable table;
        QVERIFY(!table.covers(0) && !table.find(0));
        ObjectSpan span;
        span.objectId = "a";
        span.firstUnit = 90;
        span.count = 20;
        table.add(95, 150, {span});
        QVERIFY(table.find(92) && table.find(109) && !table.find(110));
        QVERIFY(table.covers(95) && table.covers(149) && !table.covers(150) && !table.covers(94));
        table.add(150, 200, {});
        QCOMPARE(table.firstUncovered(100, 500), std::int64_t{200});
        QCOMPARE(table.firstUncovered(300, 500), std::int64_t{300});
        QCOMPARE(table.firstUncovered(100, 180), std::int64_t{180});
        table.add(80, 200, {}); // a listing that has shrunk
        QVERIFY(!table.find(92) && table.covers(92));
    }
};

QTEST_APPLESS_MAIN(TestPartialObject)
#include "test_partial_object.moc"
