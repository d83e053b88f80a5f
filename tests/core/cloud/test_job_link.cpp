#include "cloud_fixture.h"
#include "core/cloud/store/database.h"
#include "core/cloud/worker/job_link.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::test;

/// What goes wrong between a job and its cloud, on a whole server.
class TestJobLink : public QObject {
    Q_OBJECT

    CloudFixture m_cloud;

private Q_SLOTS:
    void aFullDiskOfTheWorkerIsSaid() {
        const std::string path = "/cutaway/v1/uploads/" + testId(1);
        QCOMPARE(m_cloud.send("PUT", path, std::string(100'000, 'x'), "video/mp4").status, 201);
        const cloud::JobLink link(
            std::make_shared<tams::HttpClient>(tams::Connection{m_cloud.url(), ownerToken, false}),
            Uuid::random());
        const auto taken = link.download(path, "/dev/full", {});
        QVERIFY(!taken.ok());
        QCOMPARE(taken.error().category, ErrorCategory::OutOfSpace);
    }

    void aStoreThatTakesNoJobRefusesTheIngest() {
        const auto store = cloud::Connection::open(m_cloud.folder() + "/cloud.sqlite", false);
        QVERIFY(store.ok());
        (*store)->script("CREATE TRIGGER full BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'full'); END");
        QVERIFY(!(*store)->failed());
        const json order{{"id", testId(2)}, {"label", "clip"}, {"object_url", "/cutaway/v1/media/x"}};
        const auto refused = m_cloud.call("POST", "/cutaway/v1/ingests", order);
        QCOMPARE(refused.status, 409);
        (*store)->script("DROP TRIGGER full");
        QCOMPARE(m_cloud.call("POST", "/cutaway/v1/ingests", order).status, 201);
    }
};

QTEST_GUILESS_MAIN(TestJobLink)
#include "test_job_link.moc"
