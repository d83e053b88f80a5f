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

    void onlyTheGopIsFetched() {
        const tams::SourceView view = m_cloud.angle({});
        QVERIFY(m_cloud.pieceSize() > 1'200'000); // else the first request brings it all
        MasterReader reader(m_cloud.client());
        std::atomic<std::int64_t> told = 0; // on the network's thread
        const auto early =
            reader.read(view, first + 3, {}, [&](std::int64_t done, std::int64_t) { told = done; });
        QCOMPARE(numberOf(early), first + 3);
        QVERIFY2(early->fetched < static_cast<std::int64_t>(m_cloud.pieceSize() / 2),
                 qPrintable(QString::number(early->fetched)));
        QVERIFY(told > 0 && told <= early->fetched);
        const auto again = reader.read(view, first + 3, {}, nullptr);
        QCOMPARE(again->fetched, early->fetched); // the piece is kept
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
