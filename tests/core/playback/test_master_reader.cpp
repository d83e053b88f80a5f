#include "core/playback/master_reader.h"
#include "tests/core/playback/master_cloud.h"

#include <QTest>

#include <atomic>

using namespace cutaway;
using namespace cutaway::playback;
using test::MasterCloud;

namespace {

constexpr std::int64_t first = MasterCloud::first;

std::int64_t numberOf(const Result<MasterPicture>& read) {
    const auto id = read ? media::readFrameId(*read->picture) : std::nullopt;
    return id && id->source == MasterCloud::number ? static_cast<std::int64_t>(id->frame) : -1;
}

} // namespace

/// Single frames of a master out of a real cloud, told by the numbers in their pictures.
class TestMasterReader : public QObject {
    Q_OBJECT

    MasterCloud m_cloud;

private Q_SLOTS:
    void everyFrameIsTheOneAskedFor_data() {
        QTest::addColumn<int>("bFrames");
        QTest::newRow("stored as shown") << 0;
        QTest::newRow("stored in another order") << 3;
    }
    void everyFrameIsTheOneAskedFor() {
        QFETCH(int, bFrames);
        const tams::SourceView view = m_cloud.angle({.bFrames = bFrames});
        MasterReader reader(m_cloud.client());
        for (const int n : {60, 61, 99, 50, 0, 24, 25, 49}) {
            const auto read = reader.read(view, first + n, {}, nullptr);
            QVERIFY2(read.ok(), read ? "" : (read.error().message + read.error().detail).c_str());
            QCOMPARE(numberOf(read), first + n);
            QCOMPARE(read->picture->width, 640);
            QCOMPARE(read->codec, std::string("hevc"));
        }
    }

    void onlyTheGopIsFetched_data() { everyFrameIsTheOneAskedFor_data(); }
    void onlyTheGopIsFetched() {
        QFETCH(int, bFrames);
        const tams::SourceView view = m_cloud.angle({.bFrames = bFrames});
        const auto piece = static_cast<std::int64_t>(m_cloud.pieceSize()); // of two GOPs
        QVERIFY(piece > 1'000'000);
        MasterReader reader(m_cloud.client());
        // Which bytes those are, by the piece itself.
        media::DecodeOptions options;
        options.headerOnly = true;
        const auto layout = media::VideoDecoder::open(media::memorySource(m_cloud.piece()), options);
        QVERIFY(layout.ok());
        const auto gop = layout->gopBytes(3), next = layout->gopBytes(30);
        QCOMPARE(next.first, gop.end);
        QCOMPARE(next.end, piece);
        QVERIFY(gop.first < 16'384 && gop.end < piece * 3 / 5);
        std::atomic<std::int64_t> told = 0; // on the network's thread
        const auto early =
            reader.read(view, first + 3, {}, [&](std::int64_t done, std::int64_t) { told = done; });
        QCOMPARE(numberOf(early), first + 3);
        QCOMPARE(early->fetched, gop.end); // index and GOP, not a byte more
        QVERIFY(told > 0 && told <= early->fetched);
        const auto again = reader.read(view, first + 3, {}, nullptr);
        QCOMPARE(again->fetched, early->fetched); // the piece is kept
        for (const int n : {24, 0, 12}) {
            const auto within = reader.read(view, first + n, {}, nullptr);
            QCOMPARE(numberOf(within), first + n);
            QCOMPARE(within->fetched, gop.end);
        }
        for (const int n : {49, 25, 3, 30}) {
            const auto other = reader.read(view, first + n, {}, nullptr);
            QCOMPARE(numberOf(other), first + n);
            QCOMPARE(other->fetched, piece); // each byte once
        }
        // Cold in the second GOP: the first request's 16 KiB, and that GOP.
        MasterReader cold(m_cloud.client());
        const auto late = cold.read(view, first + 26, {}, nullptr);
        QCOMPARE(numberOf(late), first + 26);
        QCOMPARE(late->fetched, 16'384 + next.end - next.first);
    }

    void whatIsNotThereIsSaid() {
        const tams::SourceView view = m_cloud.angle({});
        MasterReader reader(m_cloud.client());
        const auto beyond = reader.read(view, first + 100, {}, nullptr);
        QVERIFY(!beyond.ok());
        QCOMPARE(beyond.error().category, ErrorCategory::NotFound);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = reader.read(view, first, stop.get_token(), nullptr);
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().category, ErrorCategory::Cancelled);
        QCOMPARE(numberOf(reader.read(view, first, {}, nullptr)), first);
    }
};

QTEST_GUILESS_MAIN(TestMasterReader)
#include "test_master_reader.moc"
