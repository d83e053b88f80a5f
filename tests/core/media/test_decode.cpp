#include "core/media/decoder.h"
#include "core/media/jpeg.h"
#include "core/media/picture_layout.h"
#include "tests/support/media_fixtures.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>
#include <utility>

using namespace cutaway;
using namespace cutaway::media;

namespace {

ByteSourcePtr source(const test::ClipSpec& spec) {
    return memorySource(test::makeClip(spec));
}

test::ClipSpec pictureOnly(int bFrames, std::int64_t frames, int slices = 1) {
    test::ClipSpec spec = test::smallClip(frames);
    spec.audio.clear();
    spec.video.bFrames = bFrames;
    spec.video.gop = 25;
    spec.video.referencesFirst = false;
    spec.video.slices = slices;
    spec.video.preset = "ultrafast";
    spec.video.maxRate = 0;
    spec.video.crf = 26;
    return spec;
}

/// Of these bytes only [0, header) and one more stretch are there; what reads any other is told so.
class Window final : public ByteSource {
public:
    Window(ByteBuffer bytes, std::int64_t header)
        : m_bytes(std::move(bytes))
        , m_header(header) {}
    void open(ByteStretch stretch) { m_stretch = stretch; }
    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
        const std::int64_t end = offset < m_header                                     ? m_header
                                 : offset >= m_stretch.first && offset < m_stretch.end ? m_stretch.end
                                                                                       : offset;
        if (end == offset)
            return Error{ErrorCategory::Internal, "Read beyond its GOP.", std::to_string(offset)};
        const std::size_t count = std::min(into.size(), static_cast<std::size_t>(end - offset));
        std::copy_n(m_bytes.begin() + offset, count, into.begin());
        return count;
    }

private:
    ByteBuffer m_bytes;
    std::int64_t m_header;
    ByteStretch m_stretch;
};

std::int64_t idOf(const Result<VideoFramePtr>& frame) {
    if (!frame)
        return -2;
    const auto id = readFrameId(**frame);
    return id ? static_cast<std::int64_t>(id->frame) : -1;
}

bool samePicture(const VideoFrame& a, const VideoFrame& b) {
    const int bytes = bitDepth(a.format) > 8 ? 2 : 1;
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int rows = plane == 0 ? a.height : a.height >> chromaShiftY(a.format);
        const int width = (plane == 0 ? a.width : a.width / 2) * bytes;
        for (int y = 0; y < rows; ++y) {
            const auto* row = a.planes[plane] + y * a.strides[plane];
            if (!std::equal(row, row + width, b.planes[plane] + y * b.strides[plane]))
                return false;
        }
    }
    return true;
}

/// Bytes of which single reads are given up, as a player does that no longer wants what it asked for.
class InterruptedSource : public ByteSource {
public:
    explicit InterruptedSource(ByteBuffer bytes)
        : m_bytes(memorySource(std::move(bytes))) {}

    std::int64_t size() const override { return m_bytes->size(); }
    Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
        if (std::exchange(interruptNext, false))
            return Error{ErrorCategory::Cancelled, "Stopped.", {}};
        return m_bytes->readAt(offset, into);
    }

    bool interruptNext = false;

private:
    ByteSourcePtr m_bytes;
};

/// The NAL units of an MP4 that holds nothing but one H.264 track, each behind a start code.
ByteBuffer elementaryStream(const ByteBuffer& mp4) {
    const auto find = [&](const char* name) {
        const auto* first = reinterpret_cast<const char*>(mp4.data());
        return static_cast<std::size_t>(std::search(first, first + mp4.size(), name, name + 4) - first);
    };
    const auto number = [&](std::size_t at, int bytes) {
        std::size_t value = 0;
        for (int i = 0; i < bytes; ++i)
            value = value << 8 | std::to_integer<std::size_t>(mp4[at + static_cast<std::size_t>(i)]);
        return value;
    };
    ByteBuffer out;
    const auto put = [&](std::size_t at, std::size_t size) {
        const std::array startCode{std::byte{0}, std::byte{0}, std::byte{0}, std::byte{1}};
        out.insert(out.end(), startCode.begin(), startCode.end());
        const auto from = mp4.begin() + static_cast<std::ptrdiff_t>(at);
        out.insert(out.end(), from, from + static_cast<std::ptrdiff_t>(size));
    };
    const std::size_t sps = find("avcC") + 4 + 6; // after version, profile, level, sizes and a count of one
    put(sps + 2, number(sps, 2));
    const std::size_t pps = sps + 2 + number(sps, 2) + 1;
    put(pps + 2, number(pps, 2));
    const std::size_t mdat = find("mdat");
    const std::size_t end = mdat - 4 + number(mdat - 4, 4);
    for (std::size_t at = mdat + 4; at + 4 < end; at += 4 + number(at, 4))
        put(at + 4, number(at, 4));
    return out;
}

} // namespace

class TestDecode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFrameInOrder_data() {
        QTest::addColumn<int>("bFrames");
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("slices");
        QTest::newRow("no B-frames") << 0 << 1 << 1;
        QTest::newRow("three B-frames") << 3 << 1 << 1;
        QTest::newRow("three B-frames, two threads") << 3 << 2 << 1;
        QTest::newRow("two slices, one thread") << 0 << 1 << 2;
        QTest::newRow("two slices, two threads") << 0 << 2 << 2;
    }

    void everyFrameInOrder() {
        QFETCH(int, bFrames);
        QFETCH(int, threads);
        QFETCH(int, slices);
        auto decoder = VideoDecoder::open(source(pictureOnly(bFrames, 60, slices)), {threads});
        QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
        QCOMPARE(decoder->frameCount(), 60);
        QCOMPARE(decoder->rate(), (FrameRate{50, 1}));
        QCOMPARE(decoder->colour(), Colour::hlg());
        QCOMPARE(decoder->info().bFrames, bFrames > 0);
        QVERIFY(decoder->info().format == PixelFormat::Yuv420p10);
        QCOMPARE(decoder->info().bits, 10);
        QVERIFY(decoder->info().closedGops);
        std::int64_t expected = 0;
        const auto result = decoder->decodeRange(0, -1, [&](std::int64_t index, VideoFramePtr frame) {
            const auto id = readFrameId(*frame);
            const bool right = index == expected && id && id->frame == expected && id->source == 1;
            ++expected;
            return right;
        });
        QVERIFY(result.ok());
        QCOMPARE(expected, 60);
    }

    void anyOrder_data() { everyFrameInOrder_data(); }

    void anyOrder() {
        QFETCH(int, bFrames);
        QFETCH(int, threads);
        QFETCH(int, slices);
        auto decoder = VideoDecoder::open(source(pictureOnly(bFrames, 60, slices)), {threads});
        QVERIFY(decoder.ok());
        std::mt19937 random(7);
        for (int i = 0; i < 40; ++i) {
            const auto index = static_cast<std::int64_t>(random() % 60);
            QCOMPARE(idOf(decoder->frameAt(index)), index);
            QVERIFY(decoder->keyFrameBefore(index) <= index);
            QCOMPARE(decoder->keyFrameBefore(index) % 25, 0);
        }
    }

    void gopsAreDecodedFromTheirBytesAlone_data() {
        QTest::addColumn<bool>("hevc");
        QTest::addColumn<int>("bFrames");
        QTest::addColumn<int>("threads");
        for (const bool hevc : {false, true})
            for (const int bFrames : {0, 1, 3})
                for (const int threads : {1, 2})
                    QTest::addRow("%s, %d B frames, %d threads", hevc ? "HEVC" : "H.264", bFrames, threads)
                        << hevc << bFrames << threads;
    }
    void gopsAreDecodedFromTheirBytesAlone() {
        QFETCH(bool, hevc);
        QFETCH(int, bFrames);
        QFETCH(int, threads);
        test::ClipSpec spec = pictureOnly(bFrames, 60);
        if (hevc)
            spec.video.codec = VideoCodec::Hevc;
        spec.video.gop = 20;
        const ByteBuffer bytes = test::makeClip(spec);
        DecodeOptions options;
        options.threads = threads;
        options.headerOnly = true;
        const auto whole = VideoDecoder::open(memorySource(bytes), options);
        QVERIFY2(whole.ok(), whole ? "" : whole.error().message.c_str());
        const std::int64_t header = whole->gopBytes(0).first;
        QCOMPARE(whole->gopBytes(59).end, static_cast<std::int64_t>(bytes.size()));
        const auto window = std::make_shared<Window>(bytes, header);
        auto decoder = VideoDecoder::open(window, options);
        QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
        QCOMPARE(decoder->frameCount(), std::int64_t{60});
        for (const int n : {39, 20, 21, 0, 19, 59, 58, 40, 41, 42, 19, 20}) {
            window->open(decoder->gopBytes(n));
            const auto frame = decoder->frameAt(n);
            QVERIFY2(frame.ok(), frame ? "" : (frame.error().message + frame.error().detail).c_str());
            QCOMPARE(idOf(frame), n);
        }
    }

    void picturesInSlicesNeedNothingBeyondThem_data() {
        QTest::addColumn<int>("slices");
        QTest::newRow("two slices") << 2;
        QTest::newRow("one slice, which two threads cannot share") << 1;
    }

    /// What a seek over a link has asked for: the index, and a GOP up to the wanted picture.
    void picturesInSlicesNeedNothingBeyondThem() {
        QFETCH(int, slices);
        test::ClipSpec spec = pictureOnly(0, 60, slices);
        spec.video.gop = 20;
        spec.video.checksums = true;
        const ByteBuffer bytes = test::makeClip(spec);
        const auto layout = readPictureLayout(memorySource(bytes));
        QVERIFY(layout.ok());
        for (const std::int64_t wanted : {33, 20, 39, 5, 59}) {
            const auto window = std::make_shared<Window>(bytes, layout->headerBytes);
            window->open(layout->needed(wanted, wanted).front());
            DecodeOptions options{2};
            options.headerOnly = options.slicesOnly = true;
            options.firstFrame = wanted;
            auto decoder = VideoDecoder::open(window, options);
            QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
            const auto frame = decoder->frameAt(wanted);
            QVERIFY2(frame.ok(), frame ? "" : (frame.error().message + frame.error().detail).c_str());
            QCOMPARE(idOf(frame), wanted);
        }
    }

    void containers_data() {
        QTest::addColumn<int>("container");
        QTest::newRow("mp4") << static_cast<int>(Container::Mp4);
        QTest::newRow("mov") << static_cast<int>(Container::Mov);
    }

    void containers() {
        QFETCH(int, container);
        test::ClipSpec spec = pictureOnly(2, 40);
        spec.container = static_cast<Container>(container);
        spec.audio = {{AudioCodec::Pcm24, 2, 0}, {AudioCodec::Pcm24, 1, 0}};
        if (spec.container == Container::Mp4)
            spec.audio = {{AudioCodec::Aac, 2, 128'000}};
        spec.startTimecode = 50 * 36000;
        const auto bytes = source(spec);
        const auto info = probe(bytes);
        QVERIFY2(info.ok(), info ? "" : info.error().message.c_str());
        QCOMPARE(QString::fromStdString(info->container),
                 spec.container == Container::Mov ? QStringLiteral("mov") : QStringLiteral("mp4"));
        QCOMPARE(info->audio.size(), spec.audio.size());
        QCOMPARE(info->audio[0].samples, 40 * 960);
        QCOMPARE(info->video->frames, 40);
        QCOMPARE(QString::fromStdString(info->video->timecode), QStringLiteral("10:00:00:00"));
        auto decoder = VideoDecoder::open(bytes);
        QVERIFY(decoder.ok());
        for (const std::int64_t index : {39, 0, 25, 24, 26, 3})
            QCOMPARE(idOf(decoder->frameAt(index)), index);
    }

    void masterHevc() {
        test::ClipSpec spec;
        spec.video = hevcMaster(640, 360, {60000, 1001});
        spec.frames = 70;
        spec.startTimecode = 215784;
        spec.dropFrame = true;
        const auto bytes = source(spec);
        const auto info = probe(bytes);
        QVERIFY2(info.ok(), info ? "" : info.error().message.c_str());
        QCOMPARE(QString::fromStdString(info->video->codec), QStringLiteral("hevc"));
        QCOMPARE(QString::fromStdString(info->video->timecode), QStringLiteral("01:00:00;00"));
        QVERIFY(info->video->dropFrame);
        QCOMPARE(info->video->rate, (FrameRate{60000, 1001}));
        QCOMPARE(info->video->colour, Colour::hlg());
        QCOMPARE(info->video->bits, 10);
        QCOMPARE(info->video->longestGop, 30);
        QVERIFY(info->video->closedGops);
        QVERIFY(!info->video->variableRate);
        auto decoder = VideoDecoder::open(bytes, {2});
        QVERIFY(decoder.ok());
        for (const std::int64_t index : {0, 1, 69, 30, 29, 31, 59, 60})
            QCOMPARE(idOf(decoder->frameAt(index)), index);
    }

    void outsideAndCancelled() {
        auto decoder = VideoDecoder::open(source(pictureOnly(0, 30)));
        QVERIFY(decoder.ok());
        QCOMPARE(decoder->frameAt(30).error().category, ErrorCategory::InvalidInput);
        QCOMPARE(decoder->frameAt(-1).error().category, ErrorCategory::InvalidInput);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(decoder->frameAt(20, stop.get_token()).error().category, ErrorCategory::Cancelled);
        QCOMPARE(idOf(decoder->frameAt(20)), 20);
    }

    void withoutTimestamps() {
        // A bare elementary stream: frames count as they come out, and going back starts again.
        const ByteBuffer bare = elementaryStream(test::makeClip(pictureOnly(3, 40)));
        auto decoder = VideoDecoder::open(memorySource(bare));
        QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
        QCOMPARE(decoder->frameCount(), 40);
        for (const std::int64_t index : {0, 1, 2, 10, 39, 5, 6})
            QCOMPARE(idOf(decoder->frameAt(index)), index);
    }

    void damageIsSeenNotShown() {
        // Whatever happens to the bytes: no crash, and a frame that comes is the right one or an error.
        test::ClipSpec spec = test::smallClip(25);
        spec.video.preset = "ultrafast";
        const ByteBuffer clean = test::makeClip(spec);
        std::mt19937 random(21);
        int errors = 0, wrong = 0;
        for (int round = 0; round < 120; ++round) {
            ByteBuffer bytes = clean;
            for (auto hits = 1 + random() % 8; hits > 0; --hits) {
                // Half of the hits fall on the index, which is what a parser trips over.
                const std::size_t at =
                    random() % (hits % 2 == 0 ? std::min<std::size_t>(bytes.size(), 3000) : bytes.size());
                bytes[at] = static_cast<std::byte>(random());
            }
            if (round % 10 == 0)
                bytes.resize(random() % bytes.size());
            const auto damaged = memorySource(bytes);
            (void)probe(damaged);
            if (auto sound = AudioDecoder::open(damaged))
                (void)sound->read(0, std::min<std::int64_t>(sound->sampleCount(), 48000));
            auto decoder = VideoDecoder::open(damaged);
            for (std::int64_t n = 0; decoder && n < std::min<std::int64_t>(decoder->frameCount(), 30);
                 n += 4) {
                const auto frame = decoder->frameAt(n);
                errors += frame ? 0 : 1;
                if (!frame)
                    QVERIFY(!frame.error().message.empty());
                else if (const auto id = readFrameId(**frame))
                    wrong += id->source == 1 && id->frame < 25 ? 0 : 1;
            }
            errors += decoder ? 0 : 1;
        }
        QCOMPARE(wrong, 0);
        QVERIFY(errors > 20);
    }

    void noWrongPictureWhereThereAreChecksums_data() { everyFrameInOrder_data(); }

    /// Any damage to the bytes of pictures: each picture that still comes is the right one to the last
    /// sample, and those before the damage come all.
    void noWrongPictureWhereThereAreChecksums() {
        QFETCH(int, bFrames);
        QFETCH(int, threads);
        QFETCH(int, slices);
        test::ClipSpec spec = pictureOnly(bFrames, 25, slices);
        spec.video.gop = 5;
        spec.video.checksums = true;
        const ByteBuffer clean = test::makeClip(spec);
        std::vector<VideoFramePtr> right;
        auto reference = VideoDecoder::open(memorySource(clean));
        for (std::int64_t n = 0; n < 25; ++n)
            right.push_back(*reference->frameAt(n));
        std::mt19937 random(33);
        for (int round = 0; round < 60; ++round) {
            ByteBuffer bytes = clean;
            const std::size_t at = clean.size() / 4 + random() % (clean.size() / 2); // clear of the index
            bytes[at] ^= static_cast<std::byte>(1 + random() % 255);
            auto decoder = VideoDecoder::open(memorySource(bytes), {threads});
            QVERIFY(decoder.ok());
            int refused = 0;
            for (std::int64_t n = 0; n < 25; ++n) {
                const auto frame = decoder->frameAt(n);
                if (frame)
                    QVERIFY(samePicture(**frame, *right[static_cast<std::size_t>(n)]));
                else
                    QCOMPARE(frame.error().category, ErrorCategory::Corrupt);
                refused += frame ? 0 : 1;
            }
            QVERIFY2(refused >= 1 && refused <= 5, qPrintable(QString::number(refused)));
        }
    }

    /// What cannot be read of the first picture is no reason to refuse the others.
    void anUnreadableFirstPictureIsOnlyItsOwnLoss() {
        test::ClipSpec spec = pictureOnly(0, 25, 2);
        spec.video.gop = 5;
        spec.video.checksums = true;
        class Hole final : public ByteSource {
        public:
            explicit Hole(ByteBuffer bytes)
                : m_bytes(std::move(bytes)) {}
            std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }
            Result<std::size_t> readAt(std::int64_t offset, std::span<std::byte> into) override {
                const auto count = std::min(into.size(), m_bytes.size() - static_cast<std::size_t>(offset));
                std::copy_n(m_bytes.begin() + offset, count, into.begin());
                // The codec's look at the first picture is the one read that begins with a length of SEI.
                const bool first = !seen && count > 5 && into[4] == std::byte{6} && into[5] == std::byte{5};
                seen = seen || first;
                if (first)
                    return Error{ErrorCategory::Io, "The disk does not answer.", {}};
                return count;
            }
            bool seen = false;

        private:
            ByteBuffer m_bytes;
        };
        const auto hole = std::make_shared<Hole>(test::makeClip(spec));
        DecodeOptions options{2};
        options.headerOnly = true;
        auto decoder = VideoDecoder::open(hole, options);
        QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
        QVERIFY(hole->seen);
        QCOMPARE(idOf(decoder->frameAt(12)), 12);
    }

    void checksumsOutliveContainers() {
        test::ClipSpec spec = pictureOnly(3, 40, 2);
        spec.video.checksums = true;
        ByteBuffer bare = elementaryStream(test::makeClip(spec));
        bare[bare.size() / 2] ^= std::byte{1};
        auto decoder = VideoDecoder::open(memorySource(bare), {2});
        QVERIFY(decoder.ok());
        QCOMPARE(idOf(decoder->frameAt(2)), 2);
        const auto last = decoder->frameAt(39);
        QVERIFY(!last.ok());
        QVERIFY2(last.error().detail.find("checksum") != std::string::npos, last.error().detail.c_str());
    }

    void interruptedReadsNeverShiftFrames_data() { everyFrameInOrder_data(); }

    void interruptedReadsNeverShiftFrames() {
        QFETCH(int, bFrames);
        QFETCH(int, threads);
        QFETCH(int, slices);
        test::ClipSpec spec = pictureOnly(bFrames, 50, slices);
        spec.video.crf = 4; // more bytes than the demuxer holds at a time
        const auto bytes = std::make_shared<InterruptedSource>(test::makeClip(spec));
        auto decoder = VideoDecoder::open(bytes, {threads});
        QVERIFY(decoder.ok());
        int interrupted = 0;
        for (std::int64_t n = 0; n < 50; ++n) {
            bytes->interruptNext = n % 3 == 1;
            auto frame = decoder->frameAt(n);
            if (!frame) {
                QVERIFY2(frame.error().category == ErrorCategory::Cancelled, frame.error().detail.c_str());
                ++interrupted;
                frame = decoder->frameAt(n);
            }
            QCOMPARE(idOf(frame), n);
        }
        QVERIFY(interrupted > 2);
    }

    void damageNamesThePlace() {
        ByteBuffer bytes = test::makeClip(pictureOnly(0, 50));
        std::fill(bytes.end() - static_cast<std::ptrdiff_t>(bytes.size() / 4), bytes.end(), std::byte{0x5a});
        auto decoder = VideoDecoder::open(memorySource(bytes));
        QVERIFY(decoder.ok());
        QCOMPARE(idOf(decoder->frameAt(3)), 3);
        const auto frame = decoder->frameAt(49);
        QVERIFY(!frame.ok());
        QCOMPARE(frame.error().category, ErrorCategory::Corrupt);
        QVERIFY(frame.error().message.find("frame ") != std::string::npos);
        QVERIFY(frame.error().message.find("byte ") != std::string::npos);
        QCOMPARE(idOf(decoder->frameAt(4)), 4);
    }

    /// The size in a picture's own header is changed on the way.
    void aPictureThatClaimsToBeHugeTakesNoMemory() {
        RgbImage small;
        small.width = small.height = 64;
        small.rgba.assign(std::size_t{64} * 64 * 4, 128);
        const ByteBuffer picture = *encodeJpeg(small, 90);
        ByteBuffer huge = picture;
        const std::array start{std::byte{0xff}, std::byte{0xc0}}; // marker, length, depth; height, width
        const auto sizes = std::search(huge.begin(), huge.end(), start.begin(), start.end()) + 5;
        sizes[0] = sizes[2] = std::byte{0x2e}; // 12000 pixels each way: 216 MB in 8 bit
        sizes[1] = sizes[3] = std::byte{0xe0};
        ByteBuffer stream;
        for (int n = 0; n < 8; ++n)
            stream.insert(stream.end(), picture.begin(), picture.end());
        stream.insert(stream.end(), huge.begin(), huge.end());
        const auto pool = std::make_shared<PicturePool>(std::size_t{1} << 31);
        DecodeOptions options;
        options.pool = pool;
        {
            auto decoder = VideoDecoder::open(memorySource(stream), options);
            QVERIFY2(decoder.ok(), decoder ? "" : decoder.error().message.c_str());
            QCOMPARE(decoder->frameCount(), std::int64_t{9});
            QVERIFY(decoder->frameAt(7).ok());
            const auto last = decoder->frameAt(8);
            QVERIFY(!last.ok());
            QCOMPARE(last.error().category, ErrorCategory::Corrupt);
        }
        QVERIFY(pool->idleBytes() > 0); // what went through it has come back
        QVERIFY2(pool->idleBytes() < std::size_t{1} << 20, qPrintable(QString::number(pool->idleBytes())));
        QVERIFY(!VideoDecoder::open(memorySource(huge), options).ok());
        QVERIFY(pool->idleBytes() < std::size_t{1} << 20);
    }

    void notMedia() {
        ByteBuffer noise(10000);
        std::mt19937 random(3);
        for (std::byte& b : noise)
            b = static_cast<std::byte>(random());
        QVERIFY(!probe(memorySource(noise)).ok());
        QVERIFY(!VideoDecoder::open(memorySource(ByteBuffer{})).ok());
        QVERIFY(!AudioDecoder::open(memorySource(noise)).ok());
    }
};

QTEST_APPLESS_MAIN(TestDecode)
#include "test_decode.moc"
