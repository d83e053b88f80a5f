#include "tests/support/breaking_link.h"
#include "tests/support/cloud_process.h"
#include "tests/support/final_unit.h"
#include "tests/support/media_fixtures.h"
#include "ui/session/outbox_courier.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace cutaway;
using namespace cutaway::ui;
using Break = test::BreakingLink::Break;

/// Deliveries handed in while the cloud is away, to a real cloud over a link that breaks where it hurts: each
/// becomes one job.
class TestOutboxCourier : public QObject {
    Q_OBJECT

    static constexpr int wait = 60'000;
    const std::string m_puts = "PUT /cutaway/v1/submissions/";
    QTemporaryDir m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;
    std::unique_ptr<test::BreakingLink> m_link;
    std::string m_otio;
    int m_boxes = 0;
    QString m_box; ///< of this test function

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    /// The real formats, in small pictures.
    void makeSmallFormat() const {
        std::filesystem::create_directories(folder() / "resources" / "profiles");
        std::ifstream file(CUTAWAY_SOURCE_DIR "/resources/profiles/hevc-hlg-mp4.json");
        auto profile = nlohmann::json::parse(file);
        profile["video"]["width"] = 480;
        profile["video"]["height"] = 270;
        std::ofstream(folder() / "resources" / "profiles" / "hevc-hlg-mp4.json") << profile.dump();
    }
    std::string otioOf(const std::string& source) const {
        using nlohmann::json;
        const auto time = [](double frames) {
            return json{{"OTIO_SCHEMA", "RationalTime.1"}, {"rate", 50.0}, {"value", frames}};
        };
        const json reference = {{"OTIO_SCHEMA", "MissingReference.1"},
                                {"metadata", {{"bbc.github.io/tams", {{"source_id", source}}}}}};
        const json clip = {
            {"OTIO_SCHEMA", "Clip.2"},
            {"name", "shot"},
            {"active_media_reference_key", "DEFAULT_MEDIA"},
            {"media_references", {{"DEFAULT_MEDIA", reference}}},
            {"source_range",
             {{"OTIO_SCHEMA", "TimeRange.1"}, {"start_time", time(36000.0 * 50)}, {"duration", time(5)}}}};
        const json track = {{"OTIO_SCHEMA", "Track.1"}, {"kind", "Video"}, {"children", {clip}}};
        return json{{"OTIO_SCHEMA", "Timeline.1"},
                    {"name", "Highlight"},
                    {"tracks", {{"OTIO_SCHEMA", "Stack.1"}, {"children", {track}}}}}
            .dump();
    }
    catalogue::SubmissionRequest delivery(const QString& title) const {
        catalogue::SubmissionRequest request;
        request.id = Uuid::random();
        request.title = title.toStdString();
        request.otio = m_otio;
        request.profiles = {"hevc-hlg-mp4"};
        request.ingestResult = false;
        return request;
    }
    tams::Connection throughTheLink() const {
        auto connection = m_cloud->connection();
        connection.url = m_link->url();
        return connection;
    }
    /// Jobs of this title that the cloud has, by their ids.
    std::vector<std::string> jobsCalled(const QString& title) const {
        std::vector<std::string> ids;
        catalogue::JobQuery query;
        query.type = "conform";
        const auto jobs = m_cloud->client().jobs(query);
        if (!jobs)
            qFatal("%s", jobs.error().message.c_str());
        for (const auto& job : *jobs)
            if (job.title == title.toStdString())
                ids.push_back(job.id.toString());
        return ids;
    }
    int jobs(const QString& title) const { return static_cast<int>(jobsCalled(title).size()); }

private Q_SLOTS:
    void initTestCase() {
        makeSmallFormat();
        m_cloud = std::make_unique<test::CloudProcess>(folder() / "cloud", folder() / "resources");
        m_cloud->start();
        const Uuid unit = test::putFinal(m_cloud->client()).id;
        auto spec = test::smallClip(50, 1);
        spec.startTimecode = 36000 * 50;
        test::makeClipFile(spec, folder() / "master.mp4");
        const auto ingest = m_cloud->ctl({"ingest", (folder() / "master.mp4").string(), "--label", "CAM 1",
                                          "--unit", unit.toString(), "--angle", "1", "--wait"});
        QVERIFY2(ingest.code == 0, ingest.text.c_str());
        const auto ready = m_cloud->client().unit(unit);
        QVERIFY(ready.ok() && !ready->angles.empty());
        m_otio = otioOf(ready->angles.front().sourceId.toString());
        const std::string port = m_cloud->url().substr(m_cloud->url().rfind(':') + 1);
        m_link = std::make_unique<test::BreakingLink>(std::stoi(port));
    }
    void init() {
        m_link->set(Break::Never);
        m_box = m_folder.filePath(QStringLiteral("box%1").arg(++m_boxes));
    }
    void cleanupTestCase() {
        m_link.reset();
        m_cloud.reset();
    }

    void theServerIsKilledAndStartedAgain() {
        CloudSession session;
        OutboxCourier outbox(session, m_box);
        session.connectTo(m_cloud->connection());
        QTRY_VERIFY(session.isConnected());
        m_cloud->kill();
        QTRY_VERIFY(!session.isConnected());
        const auto first = delivery(QStringLiteral("Away 1")), second = delivery(QStringLiteral("Away 2"));
        QVERIFY(outbox.add(first).ok() && outbox.add(second).ok());
        QCOMPARE(outbox.waiting(), 2);
        std::vector<Uuid> order;
        connect(&outbox, &OutboxCourier::submissionSent, this,
                [&order](const catalogue::Submission& sent) { order.push_back(sent.id); });
        m_cloud->start();
        session.retry();
        QTRY_COMPARE_WITH_TIMEOUT(outbox.items().size(), std::size_t(0), wait);
        QCOMPARE(order, (std::vector{first.id, second.id}));
        QCOMPARE(jobs(QStringLiteral("Away 1")), 1);
        QCOMPARE(jobs(QStringLiteral("Away 2")), 1);
    }

    void theConnectionBreaksBeforeOrAfterTheAnswer_data() {
        QTest::addColumn<int>("where");
        QTest::newRow("before the server has it") << static_cast<int>(Break::BeforeServer);
        QTest::newRow("after the server has answered") << static_cast<int>(Break::AfterAnswer);
    }
    void theConnectionBreaksBeforeOrAfterTheAnswer() {
        QFETCH(int, where);
        const QString title = QString::fromLatin1(QTest::currentDataTag());
        CloudSession session;
        OutboxCourier outbox(session, m_box);
        session.connectTo(throughTheLink());
        QTRY_VERIFY(session.isConnected());
        const int before = m_link->broken();
        m_link->set(static_cast<Break>(where), m_puts);
        QVERIFY(outbox.add(delivery(title)).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!outbox.sentence().isEmpty(), wait); // said, and kept
        QVERIFY(m_link->broken() > before);
        QCOMPARE(outbox.waiting(), 1);
        QCOMPARE(jobs(title), where == static_cast<int>(Break::AfterAnswer) ? 1 : 0);
        m_link->set(Break::Never);
        QTRY_COMPARE_WITH_TIMEOUT(outbox.items().size(), std::size_t(0), wait); // by itself
        QCOMPARE(jobs(title), 1);
    }

    /// The program ends without a word between the server's having it and its answer; the next one sends it.
    void theProgramEndsBetween() {
        const QString title = QStringLiteral("Ended between");
        const auto request = delivery(title);
        {
            CloudSession session;
            OutboxCourier outbox(session, m_box);
            session.connectTo(throughTheLink());
            QTRY_VERIFY(session.isConnected());
            m_link->set(Break::AfterAnswer, m_puts);
            QVERIFY(outbox.add(request).ok());
            QTRY_COMPARE_WITH_TIMEOUT(jobs(title), 1, wait);
        }
        m_link->set(Break::Never);
        CloudSession session;
        OutboxCourier outbox(session, m_box);
        QCOMPARE(outbox.items().size(), std::size_t(1));
        session.connectTo(throughTheLink());
        QTRY_COMPARE_WITH_TIMEOUT(outbox.items().size(), std::size_t(0), wait);
        QCOMPARE(jobsCalled(title).size(), std::size_t(1));
        const auto submission = m_cloud->client().submission(request.id);
        QVERIFY(submission.ok());
        QCOMPARE(submission->job.id.toString(), jobsCalled(title).front());
    }

    void twoWindowsShareOneOutbox() {
        CloudSession one, other;
        OutboxCourier first(one, m_box), second(other, m_box);
        one.connectTo(m_cloud->connection());
        other.connectTo(m_cloud->connection());
        QTRY_VERIFY(one.isConnected() && other.isConnected());
        for (int i = 0; i < 6; ++i)
            QVERIFY((i % 2 ? first : second).add(delivery(QStringLiteral("Window %1").arg(i))).ok());
        QTRY_VERIFY_WITH_TIMEOUT(first.items().empty() && second.items().empty(), wait);
        for (int i = 0; i < 6; ++i)
            QCOMPARE(jobs(QStringLiteral("Window %1").arg(i)), 1);
    }

    void whatIsCancelledIsNotMade_data() {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("cancelled before it left") << false;
        QTest::newRow("cancelled though it had arrived") << true;
    }
    void whatIsCancelledIsNotMade() {
        QFETCH(bool, arrived);
        const QString title = QString::fromLatin1(QTest::currentDataTag());
        const auto request = delivery(title);
        CloudSession session;
        OutboxCourier outbox(session, m_box);
        session.connectTo(throughTheLink());
        QTRY_VERIFY(session.isConnected());
        // What is ahead of it stays until it is over.
        m_link->set(arrived ? Break::AfterAnswer : Break::BeforeServer, m_puts);
        QVERIFY(outbox.add(request).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!outbox.sentence().isEmpty(), wait);
        outbox.cancel(request.id);
        QCOMPARE(outbox.waiting(), 0); // as far as the user is concerned
        m_link->set(Break::Never);
        QTRY_COMPARE_WITH_TIMEOUT(outbox.items().size(), std::size_t(0), wait);
        const auto left = m_cloud->client().submission(request.id);
        if (arrived)
            QVERIFY(left.ok() && (left->job.state == catalogue::JobState::Cancelled || left->job.isOver()));
        else
            QVERIFY(!left.ok());
    }

    /// A cut whose pictures are gone is refused in words, stays until it is seen, and holds nothing up.
    void whatIsRefusedLaterSaysWhy() {
        CloudSession session;
        OutboxCourier outbox(session, m_box);
        auto bad = delivery(QStringLiteral("Bad"));
        bad.otio = otioOf(Uuid::random().toString());
        session.connectTo(throughTheLink());
        QTRY_VERIFY(session.isConnected());
        m_link->set(Break::Everything);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isConnected(), wait);
        QVERIFY(outbox.add(bad).ok() && outbox.add(delivery(QStringLiteral("Good"))).ok());
        m_link->set(Break::Never);
        session.retry();
        QTRY_COMPARE_WITH_TIMEOUT(outbox.refused(), 1, wait);
        QTRY_COMPARE_WITH_TIMEOUT(jobs(QStringLiteral("Good")), 1, wait);
        QTRY_COMPARE(outbox.waiting(), 0);
        QVERIFY(outbox.item(bad.id));
        QVERIFY(!outbox.item(bad.id)->refusal->problems.empty());
        QVERIFY(!outbox.item(bad.id)->refusal->problems.front().summary.empty());
        // It is still there after a restart, and goes when it is told to.
        OutboxCourier again(session, m_box);
        QVERIFY(again.item(bad.id) && again.item(bad.id)->refusal);
        again.cancel(bad.id);
        QVERIFY(!again.item(bad.id));
        QCOMPARE(jobs(QStringLiteral("Bad")), 0);
    }

    void theFormatsAreKnownWhileTheCloudIsAway() {
        CloudSession session;
        OutboxCourier outbox(session, m_box);
        session.connectTo(m_cloud->connection());
        QVERIFY(outbox.keptProfiles().empty());
        const auto profiles = m_cloud->client().profiles();
        QVERIFY(profiles.ok());
        outbox.keepProfiles(*profiles);
        QCOMPARE(outbox.keptProfiles(), *profiles);
        session.connectTo({"http://127.0.0.1:1", "token", false});
        QVERIFY(outbox.keptProfiles().empty());
    }
};

QTEST_MAIN(TestOutboxCourier)
#include "test_outbox_courier.moc"
