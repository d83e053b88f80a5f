#include "core/media/decoder.h"
#include "core/media/picture_layout.h"
#include "tests/support/media_fixtures.h"

#include <QTest>

#include <algorithm>

using namespace cutaway;
using namespace cutaway::media;

namespace {

test::ClipSpec proxy(FrameRate rate, std::int64_t frames) {
    test::ClipSpec spec = test::smallClip(frames);
    spec.video = editProxy(rate, Colour::hlg());
    spec.video.width = 480;
    spec.video.height = 270;
    spec.video.preset = "ultrafast";
    spec.audio.clear();
    return spec;
}

/// Only what was put there can be read.
class Holes final : public ByteSource {
public:
    explicit Holes(ByteBuffer bytes)
        : m_bytes(std::move(bytes)) {}
    void open(const ByteStretch& stretch) { m_stretches.push_back(stretch); }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
        for (const ByteStretch& stretch : m_stretches)
            if (offset >= stretch.first && offset < stretch.end) {
                const auto count = std::min(into.size(), static_cast<std::size_t>(stretch.end - offset));
                std::copy_n(m_bytes.begin() + offset, count, into.begin());
                return count;
            }
        return Error{ErrorCategory::Internal, "Nobody fetched this byte.", std::to_string(offset)};
    }

private:
    ByteBuffer m_bytes;
    std::vector<ByteStretch> m_stretches;
};

std::int64_t idOf(const Result<VideoFramePtr>& frame) {
    const auto id = frame ? readFrameId(**frame) : std::nullopt;
    return id ? static_cast<std::int64_t>(id->frame) : -1;
}

} // namespace

class TestPictureLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFrameFromWhatItNeedsAlone_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<int>("frames");
        QTest::newRow("50") << 50 << 1 << 50;
        QTest::newRow("59.94, GOPs of an even number") << 60000 << 1001 << 60;
        QTest::newRow("25") << 25 << 1 << 25;
        QTest::newRow("23.976") << 24000 << 1001 << 24;
        QTest::newRow("a last piece of odd length") << 50 << 1 << 38;
        QTest::newRow("one frame") << 50 << 1 << 1;
        QTest::newRow("two frames") << 50 << 1 << 2;
    }

    /// Nobody refers to every second picture, they lie behind the others, and no byte of them is missed.
    void everyFrameFromWhatItNeedsAlone() {
        QFETCH(int, num);
        QFETCH(int, den);
        QFETCH(int, frames);
        const ByteBuffer bytes = test::makeClip(proxy({num, den}, frames));
        const auto layout = readPictureLayout(memorySource(bytes));
        QVERIFY2(layout.ok(), layout ? "" : layout.error().detail.c_str());
        QCOMPARE(layout->frames(), std::int64_t{frames});
        QVERIFY(unpackLayout(packLayout(*layout), layout->bytes, layout->headerBytes).value() == *layout);
        for (std::int64_t n = 0; n < frames; ++n) {
            const std::int64_t inGop = n - layout->keyFrameBefore(n);
            const bool last = n + 1 == layout->gopEnd(n);
            QCOMPARE(layout->pictures[static_cast<std::size_t>(n)].disposable, inGop % 2 == 1 && !last);
            const auto needed = layout->needed(n, n);
            QCOMPARE(needed.size(),
                     std::size_t{inGop % 2 == 1 && !last && n + 2 < layout->gopEnd(n) ? 2U : needed.size()});
            const auto source = std::make_shared<Holes>(bytes);
            source->open({0, layout->headerBytes});
            for (const ByteStretch& stretch : needed)
                source->open(stretch);
            DecodeOptions options{2};
            options.headerOnly = options.slicesOnly = true;
            options.firstFrame = n;
            auto decoder = VideoDecoder::open(source, options);
            QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
            const auto frame = decoder->onlyFrameAt(n);
            QVERIFY2(frame.ok(), frame ? "" : (frame.error().message + frame.error().detail).c_str());
            QCOMPARE(idOf(frame), n);
        }
    }

    void runsOfFramesFromWhatTheyNeedAlone() {
        const ByteBuffer bytes = test::makeClip(proxy({50, 1}, 50));
        const auto layout = readPictureLayout(memorySource(bytes));
        QVERIFY(layout.ok());
        for (const auto& [first, last] : {std::pair{3, 24}, {10, 40}, {25, 49}, {0, 49}, {7, 7}}) {
            const auto source = std::make_shared<Holes>(bytes);
            source->open({0, layout->headerBytes});
            for (const ByteStretch& stretch : layout->needed(first, last))
                source->open(stretch);
            DecodeOptions options;
            options.headerOnly = true;
            auto decoder = VideoDecoder::open(source, options);
            for (int n = first; n < last; ++n)
                QCOMPARE(idOf(decoder->frameAt(n)), n);
            QCOMPARE(idOf(decoder->onlyFrameAt(last)), last);
        }
        QCOMPARE(layout->needed(0, 49), (std::vector{ByteStretch{layout->headerBytes, layout->bytes}}));
    }

    /// Passed over on the way to one picture, they are there when asked for.
    void anyOrder() {
        const ByteBuffer bytes = test::makeClip(proxy({50, 1}, 50));
        DecodeOptions options;
        options.headerOnly = true;
        for (const int threads : {1, 2}) {
            options.threads = threads;
            auto decoder = VideoDecoder::open(memorySource(bytes), options);
            QVERIFY(decoder.ok());
            for (const int n : {12, 11, 13, 14, 3, 20, 22, 24, 21, 25, 49, 48, 47, 26, 27, 0, 1, 2})
                QCOMPARE(idOf(n % 3 == 0 ? decoder->onlyFrameAt(n) : decoder->frameAt(n)), n);
        }
    }

    /// Any other reader finds each picture at its place: the order of decoding and the times are as ever.
    void otherReadersSeeTheSame() {
        test::ClipSpec spec = proxy({50, 1}, 50);
        spec.video.slices = 1; // several are not coded the same every time
        const ByteBuffer stored = test::makeClip(spec);
        spec.video.referencesFirst = false;
        const ByteBuffer plain = test::makeClip(spec);
        QVERIFY(stored != plain);
        QVERIFY(!readPictureLayout(memorySource(plain)).ok());
        auto a = VideoDecoder::open(memorySource(stored)), b = VideoDecoder::open(memorySource(plain));
        QVERIFY(a.ok() && b.ok());
        QCOMPARE(a->frameCount(), std::int64_t{50});
        for (int n = 0; n < 50; ++n) {
            const auto left = a->frameAt(n), right = b->frameAt(n);
            QCOMPARE(idOf(left), n);
            for (std::size_t plane = 0; plane < 3; ++plane)
                for (int y = 0; y < (plane == 0 ? 270 : 135); ++y)
                    QVERIFY(std::equal((*left)->planes[plane] + y * (*left)->strides[plane],
                                       (*left)->planes[plane] + y * (*left)->strides[plane] +
                                           (plane == 0 ? 960 : 480),
                                       (*right)->planes[plane] + y * (*right)->strides[plane]));
        }
    }

    void damagedTextIsRefused() {
        const ByteBuffer bytes = test::makeClip(proxy({50, 1}, 50));
        const auto layout = readPictureLayout(memorySource(bytes));
        const std::string text = packLayout(*layout);
        for (std::size_t cut = 0; cut + 8 < text.size(); ++cut)
            if (const auto read = unpackLayout(text.substr(0, cut), layout->bytes, layout->headerBytes))
                QVERIFY(read->frames() == 0);
        QVERIFY(!unpackLayout(text, layout->bytes - 1, layout->headerBytes).ok());
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string damaged = text;
            damaged[at] = damaged[at] == 'B' ? 'C' : 'B';
            if (const auto read = unpackLayout(damaged, layout->bytes, layout->headerBytes))
                for (std::int64_t n = 0; n < read->frames(); ++n) // whatever it says, it stays inside
                    for (const ByteStretch& stretch : read->needed(n, n))
                        QVERIFY(stretch.first >= layout->headerBytes && stretch.first < stretch.end &&
                                stretch.end <= layout->bytes);
        }
    }
};

QTEST_APPLESS_MAIN(TestPictureLayout)
#include "test_picture_layout.moc"
