#include "core/catalogue/client.h"
#include "core/catalogue/stream.h"
#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <fstream>
#include <mutex>

using namespace cutaway;

/// What nobody waits for stands still while somebody plays, by the real programs.
class TestPlaying : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;
    const Uuid m_window = Uuid::random();

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    struct ProcessState {
        char state = '?'; ///< as in /proc/PID/stat: 'T' is stopped
        long ticks = 0;   ///< of processor time
    };
    static ProcessState stateOf(pid_t process) {
        std::ifstream file("/proc/" + std::to_string(process) + "/stat");
        std::string text;
        std::getline(file, text);
        std::istringstream fields(text.substr(std::min(text.size(), text.rfind(')') + 1)));
        ProcessState now;
        fields >> now.state;
        std::string skipped;
        for (int i = 0; i < 10; ++i)
            fields >> skipped;
        long user = 0, system = 0;
        fields >> user >> system;
        now.ticks = user + system;
        return now;
    }

    /// An ingest that takes a while, at this priority.
    Uuid ingest(int priority, std::int64_t frames) {
        const std::filesystem::path path = folder() / ("clip" + std::to_string(frames) + ".mp4");
        test::makeClipFile(test::smallClip(frames, 4), path);
        const auto cloud = m_cloud->client();
        catalogue::IngestRequest request;
        request.id = Uuid::random();
        request.uploadId = Uuid::random();
        request.label = "clip";
        request.priority = priority;
        const auto sent = cloud.upload(request.uploadId, path);
        if (!sent)
            qFatal("%s", sent.error().message.c_str());
        if (const auto accepted = cloud.ingest(request); !accepted)
            qFatal("%s", accepted.error().message.c_str());
        return request.id;
    }

    ChildProcess startDemo() {
        ProcessOptions options;
        options.program = std::filesystem::path(CUTAWAY_BIN_DIR) / "cutaway-demo";
        options.arguments = {"populate", "--out", (folder() / "demo").string(), "--width", "320",
                             "--frames", "3"};
        std::ifstream tokenFile(m_cloud->tokenFile());
        std::string token;
        std::getline(tokenFile, token);
        // No ready-made media: everything is painted.
        options.environment = {{"CUTAWAY_URL", m_cloud->url()},
                               {"CUTAWAY_TOKEN", token},
                               {"CUTAWAY_RESOURCES", (folder() / "nothing").string()}};
        auto demo = ChildProcess::start(options);
        if (!demo)
            qFatal("%s", demo.error().message.c_str());
        return std::move(*demo);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<test::CloudProcess>(folder());
        m_cloud->start();
    }
    void cleanup() { m_cloud.reset(); }

    void backgroundIngestStandsStillAndGoesOn() {
        const auto cloud = m_cloud->client();
        const Uuid background = ingest(0, 1500);
        QTRY_VERIFY_WITH_TIMEOUT(cloud.job(background)->percent >= 12, 120'000);
        const auto workers = test::workersOf(m_cloud->id());
        QCOMPARE(workers.size(), std::size_t(1));

        QVERIFY(cloud.sayPlaying(m_window, true).ok());
        QTRY_COMPARE(cloud.job(background)->state, catalogue::JobState::Paused);
        QTRY_COMPARE(stateOf(workers[0]).state, 'T');
        const long before = stateOf(workers[0]).ticks;

        const Uuid wanted = ingest(5, 50); // somebody waits for this one
        QTRY_COMPARE_WITH_TIMEOUT(cloud.job(wanted)->state, catalogue::JobState::Delivered, 120'000);
        QVERIFY(cloud.sayPlaying(m_window, true).ok());
        QCOMPARE(stateOf(workers[0]).state, 'T');
        QCOMPARE(stateOf(workers[0]).ticks, before);

        QVERIFY(cloud.sayPlaying(m_window, false).ok());
        QTRY_COMPARE_WITH_TIMEOUT(cloud.job(background)->state, catalogue::JobState::Delivered, 240'000);
        QCOMPARE(cloud.job(background)->attempt, 1); // the same worker, not a new one
    }

    void theDemoMakerWaitsWithoutAsking() {
        const auto cloud = m_cloud->client();
        QVERIFY(cloud.sayPlaying(m_window, true).ok());
        ChildProcess demo = startDemo();
        for (;;) {
            const auto line = demo.readLine({}, std::chrono::minutes(1));
            QVERIFY2(line.ok(), demo.log().c_str());
            if (line->find("Making the pictures") != std::string::npos)
                break;
        }
        QVERIFY(cloud.sayPlaying(m_window, true).ok());
        QVERIFY(!demo.wait({}, std::chrono::seconds(2)).ok());
        QVERIFY(cloud.jobs()->empty());
        demo.terminate();
        const auto ended = demo.wait({}, std::chrono::seconds(20));
        QVERIFY(ended.ok());
        QCOMPARE(ended->code, 7);

        QVERIFY(cloud.sayPlaying(m_window, true).ok());
        ChildProcess again = startDemo();
        for (int spoken = 0; spoken < 2; ++spoken)
            QVERIFY(again.readLine({}, std::chrono::minutes(1)).ok());
        QVERIFY(cloud.sayPlaying(m_window, false).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!cloud.jobs()->empty(), 120'000); // it has gone on
    }
};

QTEST_GUILESS_MAIN(TestPlaying)
#include "test_playing.moc"
