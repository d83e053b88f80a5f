#include "core/playback/offline_store.h"
#include "tests/core/playback/small_cloud.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::test;

/// What was fetched once, while the cloud is there no more.
class TestOffline : public QObject {
    Q_OBJECT

    MadeMedia m_made;
    Uuid m_madeId;

    static std::shared_ptr<DiskCache> openDisk(const QTemporaryDir& folder, const std::string& user = "anna",
                                               std::byte key = std::byte{42},
                                               std::int64_t maxBytes = std::int64_t{1} << 30) {
        DiskCache::Options options;
        options.folder = folder.path().toStdString();
        options.store = "store";
        options.user = user;
        options.maxBytes = maxBytes;
        options.key.emplace();
        options.key->fill(key);
        return std::move(DiskCache::open(std::move(options))).value();
    }
    /// Looks at every second until all of it is on disk.
    static bool watch(const SmallCloud& cloud, const std::shared_ptr<DiskCache>& disk) {
        const auto access = std::make_shared<TamsMediaAccess>(cloud.client(), disk);
        Viewer viewer(access, cloud.source());
        for (std::size_t s = 0; s < seconds; ++s) {
            // At rest the whole Object is fetched.
            const auto kept = [&] { return disk->holds(cloud.objects()[s]); };
            if (!viewer.shows(static_cast<std::int64_t>(s) * 50) || !QTest::qWaitFor(kept, patience))
                return false;
        }
        return true;
    }

private Q_SLOTS:
    void initTestCase() { m_madeId = m_made.add(1, {50, 1}, {start, 0}, seconds); }

    void aUnitThatWasFetchedPlaysWithTheCloudGone() {
        const QTemporaryDir folder;
        SmallCloud cloud(m_made, m_madeId);
        QVERIFY(watch(cloud, openDisk(folder)));
        const auto said = tams::resolveSource(*cloud.client(), cloud.source());
        cloud.goAway();
        {
            const auto access = std::make_shared<TamsMediaAccess>(cloud.client(), openDisk(folder));
            QVERIFY(said && access->keptView(cloud.source()) == *said);
            Viewer viewer(access, cloud.source());
            for (const std::int64_t frame : {0, 149, 70, 199})
                QVERIFY(viewer.shows(frame));
        }
        {
            // Without what was listed, what is on disk is of no use to anyone.
            const auto access = std::make_shared<TamsMediaAccess>(cloud.client(), openDisk(folder, "ben"));
            QVERIFY(!access->keptView(cloud.source()));
            Viewer viewer(access, cloud.source());
            QVERIFY(viewer.complains(70));
        }
        const auto access =
            std::make_shared<TamsMediaAccess>(cloud.client(), openDisk(folder, "anna", std::byte{43}));
        QVERIFY(!access->keptView(cloud.source()));
    }

    void aPieceThatIsNotThereIsSaidAndTheRestPlays() {
        const QTemporaryDir folder;
        SmallCloud cloud(m_made, m_madeId);
        QVERIFY(watch(cloud, openDisk(folder)));
        cloud.goAway();
        const auto disk = openDisk(folder);
        disk->drop(cloud.objects()[1]);
        Viewer viewer(std::make_shared<TamsMediaAccess>(cloud.client(), disk), cloud.source());
        QVERIFY(viewer.shows(20));
        QVERIFY(viewer.complains(70));
        QVERIFY(viewer.shows(120));
    }

    void aDiskThatComesLaterIsUsed() {
        const QTemporaryDir folder;
        SmallCloud cloud(m_made, m_madeId);
        const auto access = std::make_shared<TamsMediaAccess>(cloud.client());
        const auto disk = openDisk(folder);
        access->useDisk(disk);
        Viewer viewer(access, cloud.source());
        QVERIFY(viewer.shows(10));
        QTRY_VERIFY_WITH_TIMEOUT(disk->holds(cloud.objects()[0]), patience);
    }

    void whatIsNoLongerListedGoesFromTheDisk() {
        const QTemporaryDir folder;
        SmallCloud cloud(m_made, m_madeId);
        QVERIFY(watch(cloud, openDisk(folder)));
        QVERIFY(cloud.client()
                    ->deleteSegments(cloud.proxy().id, TimeRange::halfOpen({start + 1, 0}, {start + 2, 0}))
                    .ok());
        const auto disk = openDisk(folder);
        {
            const auto access = std::make_shared<TamsMediaAccess>(cloud.client(), disk);
            QVERIFY(access->source(cloud.source(), {}).ok());
        } // ends when all that was said is kept
        QVERIFY(!disk->holds(cloud.objects()[1]));
        for (const std::size_t s : {0U, 2U, 3U})
            QVERIFY(disk->holds(cloud.objects()[s]));
    }

    void ofASourceThatIsGoneNothingStays() {
        const QTemporaryDir folder;
        SmallCloud cloud(m_made, m_madeId);
        const auto disk = openDisk(folder);
        QVERIFY(watch(cloud, disk));
        SmallCloud other(m_made, m_madeId); // the same identity to the disk, and it knows no such Source
        const auto access = std::make_shared<TamsMediaAccess>(other.client(), disk);
        QVERIFY(!access->source(cloud.source(), {}));
        for (const std::string& id : cloud.objects())
            QVERIFY(!disk->holds(id));
        QVERIFY(!access->keptView(cloud.source()));
    }

    void aPartMadeOfflineStaysAndPlaysWithTheCloudGone() {
        const QTemporaryDir folder;
        SmallCloud cloud(m_made, m_madeId);
        const FrameStretch part{start * 50 + 60, start * 50 + 140}; // of seconds 1 and 2
        {
            const auto disk = openDisk(folder);
            OfflineStore offline(std::make_shared<TamsMediaAccess>(cloud.client(), disk), disk);
            std::vector<std::int64_t> said;
            const auto done = offline.fetch(cloud.source(), part,
                                            [&](std::int64_t now, std::int64_t total) {
                                                said.push_back(now);
                                                QCOMPARE(total, std::int64_t{2});
                                            },
                                            {});
            QVERIFY2(done.ok(), done ? "" : done.error().message.c_str());
            QCOMPARE(said, (std::vector<std::int64_t>{0, 1, 2}));
            QVERIFY(offline.here(cloud.source()) == std::vector{part});
        }
        cloud.goAway();
        // The next run, whose cache has room for hardly more: other media passes through and it stays.
        std::int64_t size = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path().toStdString()))
            size += static_cast<std::int64_t>(entry.file_size());
        const auto disk = openDisk(folder, "anna", std::byte{42}, size + 30'000);
        const auto access = std::make_shared<TamsMediaAccess>(cloud.client(), disk);
        OfflineStore offline(access, disk);
        for (int i = 0; i < 50; ++i)
            disk->put("other " + std::to_string(i), media::ByteBuffer(10'000));
        QVERIFY(disk->bytes() <= size + 30'000);
        QVERIFY(offline.here(cloud.source()) == std::vector{part});
        Viewer viewer(access, cloud.source());
        for (const std::int64_t frame : {60, 139, 100})
            QVERIFY(viewer.shows(frame));
        offline.remove(cloud.source());
        QVERIFY(offline.here(cloud.source()).empty());
        QVERIFY(!disk->holds(cloud.objects()[1]) && !disk->holds(cloud.objects()[2]));
    }

    void aFetchThatWasStoppedGoesOnWhereItWas() {
        const QTemporaryDir folder;
        SmallCloud cloud(m_made, m_madeId);
        const auto disk = openDisk(folder);
        OfflineStore offline(std::make_shared<TamsMediaAccess>(cloud.client(), disk), disk);
        const FrameStretch whole{start * 50, (start + seconds) * 50};
        std::stop_source stop;
        const auto stopped = offline.fetch(
            cloud.source(), whole,
            [&](std::int64_t now, std::int64_t) {
                if (now == 2)
                    stop.request_stop();
            },
            stop.get_token());
        QVERIFY(!stopped && stopped.error().category == ErrorCategory::Cancelled);
        QVERIFY(offline.here(cloud.source()).empty());
        QVERIFY(disk->holds(cloud.objects()[1]) && !disk->holds(cloud.objects()[2]));
        QCOMPARE(disk->pinnedBytes(), std::int64_t{0});
        // What is here is not asked for again: the cloud has lost those Objects, and the fetch comes to its
        // end.
        for (const std::size_t s : {0U, 1U})
            QVERIFY(cloud.lose(s));
        QVERIFY(offline.fetch(cloud.source(), whole, [](std::int64_t, std::int64_t) {}, {}).ok());
        QVERIFY(offline.here(cloud.source()) == std::vector{whole});
        QVERIFY(disk->pinnedBytes() > 0 && disk->pinnedBytes() <= disk->bytes());
    }

    void whatDoesNotFitIsSaidBeforeAnythingIsFetched() {
        const QTemporaryDir folder;
        SmallCloud cloud(m_made, m_madeId);
        const auto disk = openDisk(folder, "anna", std::byte{42}, 40'000);
        OfflineStore offline(std::make_shared<TamsMediaAccess>(cloud.client(), disk), disk);
        const auto done = offline.fetch(cloud.source(), {start * 50, (start + seconds) * 50},
                                        [](std::int64_t, std::int64_t) {}, {});
        QVERIFY(!done && done.error().category == ErrorCategory::OutOfSpace);
        QVERIFY(QString::fromStdString(done.error().message).contains(QStringLiteral("Mark a shorter part")));
        for (const std::string& id : cloud.objects())
            QVERIFY(!disk->holds(id));
        QCOMPARE(disk->pinnedBytes(), std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestOffline)
#include "test_offline.moc"
