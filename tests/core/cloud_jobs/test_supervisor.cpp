#include "core/cloud/auth/auth.h"
#include "core/cloud/jobs/job_outputs.h"
#include "core/cloud/jobs/job_store.h"
#include "core/cloud/jobs/supervisor.h"
#include "core/cloud/objects/object_store.h"
#include "core/cloud/store/database.h"
#include "core/cloud/store/media_schema.h"
#include "core/cloud/stream/event_bus.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace cutaway;
using namespace cutaway::cloud;

/// The supervisor over a real store with a script in place of the worker: "PROGRAM work JOB" writes a line to
/// a file and then does what the job's title says.
class TestSupervisor : public QObject {
    Q_OBJECT

    struct Server {
        explicit Server(const std::filesystem::path& folder, int maxAttempts = 3,
                        std::chrono::milliseconds playingHolds = std::chrono::seconds(15))
            : database(
                  std::move(*Database::open((folder / "store.db").string(), {jobSchema(), mediaSchema()})))
            , objects(*ObjectStore::open(folder.string()))
            , authority(Uuid::named({}, "workspace"), "0123456789abcdef", "secret")
            , services{*database, authority, events, objects, folder.string()}
            , jobs(services, {folder / "worker.sh",
                              folder / "scratch",
                              1,
                              maxAttempts,
                              1,
                              playingHolds,
                              std::chrono::milliseconds(500),
                              {}}) {
            jobs.setKinds({{"ingest", {}}});
        }
        std::unique_ptr<Database> database;
        ObjectStore objects;
        Authority authority;
        EventBus events;
        Services services;
        JobSupervisor jobs;

        JobRecord job(const Uuid& id) {
            return database->read([&](Connection& store) -> Result<JobRecord> { return *findJob(store, id); })
                .value();
        }
        void script(const std::string& sql) {
            const auto done = database->write([&](Connection& store) -> Result<void> {
                store.script(sql);
                return {};
            });
            QVERIFY2(done.ok(), done.ok() ? "" : done.error().detail.c_str());
        }
        /// The store takes no job to this state until takesAgain(): as with a full disk.
        void refuses(const std::string& state) {
            script("CREATE TRIGGER full BEFORE UPDATE OF state ON jobs WHEN NEW.state = '" + state +
                   "' BEGIN SELECT RAISE(ABORT, 'full'); END");
        }
        void takesAgain() { script("DROP TRIGGER full"); }
        void add(const Uuid& id, int priority = 5) {
            JobRecord record;
            record.id = id;
            record.workspace = authority.workspace();
            record.createdBy = "ada";
            record.type = "ingest";
            record.priority = priority;
            record.work = nlohmann::json::object();
            QVERIFY(database->write([&](Connection& store) -> Result<bool> { return addJob(store, record); })
                        .ok());
            jobs.jobsChanged();
        }
    };

    std::unique_ptr<QTemporaryDir> m_folder;
    const Uuid m_a = Uuid::named({}, "a");
    const Uuid m_b = Uuid::named({}, "b");
    const Uuid m_ada = Uuid::named({}, "ada's window");
    const Uuid m_ben = Uuid::named({}, "ben's window");

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }
    void workerDoes(const std::string& script) {
        std::ofstream(folder() / "worker.sh") << "#!/bin/sh\necho $2 >> " << folder().string() << "/started\n"
                                              << script << "\n";
        std::filesystem::permissions(folder() / "worker.sh", std::filesystem::perms::owner_all);
    }
    QList<QByteArray> started() const {
        QFile file(m_folder->filePath(QStringLiteral("started")));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        auto lines = file.readAll().split('\n');
        lines.removeLast();
        return lines;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aLostWorkerIsStartedAgainAndThenTheJobFails() {
        workerDoes("echo broken; exit 9");
        Server server(folder());
        server.add(m_a);
        QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
        QTRY_COMPARE(server.job(m_a).state, JobState::Failed);
        QCOMPARE(server.job(m_a).attempt, 3);
        QCOMPARE(started().size(), 3);
        QCOMPARE(server.job(m_a).error["detail"], "broken\n");
        QTRY_VERIFY(!server.jobs.busy());
    }

    void cancelEndsTheWorkerAndFreesItsFolder() {
        workerDoes("echo x > $TMPDIR/half; exec sleep 60");
        Server server(folder());
        server.add(m_a);
        server.add(m_b);
        QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
        QTRY_VERIFY(std::filesystem::exists(folder() / "scratch" / m_a.toString() / "half"));
        QCOMPARE(server.jobs.end(m_a, JobState::Cancelled, {}, {}).value(), true);
        QTRY_VERIFY(!std::filesystem::exists(folder() / "scratch" / m_a.toString()));
        QCOMPARE(server.jobs.end(m_a, JobState::Delivered, {}, {}).value(), false);
        QCOMPARE(server.job(m_a).state, JobState::Cancelled);
        QVERIFY(!server.jobs.reportProgress(m_a, "x", 1, {}));
        QTRY_COMPARE(server.job(m_b).state, JobState::Running);
    }

    void whatRanBeforeTheServerEndedRunsAgain() {
        workerDoes("exec sleep 60");
        {
            Server server(folder());
            server.add(m_a);
            QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
            QTRY_COMPARE(started().size(), 1);
        }
        Server server(folder());
        QCOMPARE(server.job(m_a).state, JobState::Running);
        QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
        QTRY_COMPARE(started().size(), 2);
        QTRY_COMPARE(server.job(m_a).attempt, 2);
    }

    void aJobThatCouldNotBeStartedIsTriedAgain() {
        workerDoes("exec sleep 60");
        Server server(folder());
        server.refuses("running");
        QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
        server.add(m_a);
        QTest::qWait(500);
        QCOMPARE(started().size(), 0);
        QVERIFY(server.jobs.busy());
        server.takesAgain();
        QTRY_COMPARE_WITH_TIMEOUT(started().size(), 1, 20'000);
    }

    void aLostWorkerIsReplacedOnceTheStoreTakesIt() {
        workerDoes("exit 9");
        Server server(folder());
        server.refuses("queued");
        server.add(m_a);
        server.add(m_b);
        QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
        QTRY_COMPARE(started().size(), 2);
        QTest::qWait(500);
        QCOMPARE(started().size(), 2); // one attempt each, and what became of it could not be written
        QCOMPARE(server.job(m_a).state, JobState::Running);
        server.takesAgain();
        QTRY_COMPARE_WITH_TIMEOUT(server.job(m_a).state, JobState::Failed, 40'000);
        QTRY_COMPARE_WITH_TIMEOUT(server.job(m_b).state, JobState::Failed, 40'000);
        QCOMPARE(started().size(), 6);
    }

    void aJobThatIsNotDeliveredLeavesNoFiles() {
        workerDoes("exec sleep 60");
        Server server(folder());
        server.add(m_a);
        const JobOutput output{"half.mp4", Uuid::random(), 3};
        const auto done = server.database->write([&](Connection& store) -> Result<void> {
            putOutput(store, *findJob(store, m_a), output);
            return {};
        });
        QVERIFY(done.ok());
        QVERIFY(server.jobs.end(m_a, JobState::Cancelled, {}, {}).value());
        const auto left = server.database->read([&](Connection& store) -> Result<std::string> {
            if (findOutput(store, m_a, output.name))
                return std::string("the row");
            auto doomed = store.query("SELECT file_key FROM doomed_files");
            return doomed.next() ? doomed.text(0) : std::string("the file");
        });
        QCOMPARE(left.value(), output.fileKey.toString());
    }

    void urgentWorkPausesTheBackground() {
        workerDoes("exec sleep 60");
        Server server(folder());
        QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
        server.add(m_a, 0);
        QTRY_COMPARE(started().size(), 1);
        server.add(m_b, 7);
        QTRY_COMPARE(started().size(), 2);
        QVERIFY(server.jobs.progressOf(m_a).paused);
        QVERIFY(server.jobs.end(m_b, JobState::Delivered, {}, {}).value());
        QTRY_VERIFY(!server.jobs.progressOf(m_a).paused);
    }

    void backgroundWorkWaitsUntilTheLastPlayerHasStopped() {
        workerDoes("exec sleep 60");
        Server server(folder());
        QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
        server.add(m_a, 0);
        QTRY_COMPARE(started().size(), 1);
        server.jobs.setPlaying(m_ada, true);
        server.jobs.setPlaying(m_ben, true);
        QTRY_VERIFY(server.jobs.progressOf(m_a).paused);
        server.jobs.setPlaying(m_ada, false);
        QVERIFY(server.jobs.playing());
        server.add(m_b, 5); // somebody waits for this one
        QTRY_COMPARE(started().size(), 2);
        QVERIFY(server.jobs.progressOf(m_a).paused);
        QVERIFY(!server.jobs.progressOf(m_b).paused);
        QVERIFY(server.jobs.end(m_b, JobState::Delivered, {}, {}).value());
        QVERIFY(server.jobs.progressOf(m_a).paused);
        server.jobs.setPlaying(m_ben, false);
        QTRY_VERIFY(!server.jobs.progressOf(m_a).paused);
    }

    void aPlayerThatDiedIsForgotten() {
        workerDoes("exec sleep 60");
        Server server(folder(), 3, std::chrono::milliseconds(700));
        std::mutex mutex;
        std::string told;
        const auto listener =
            server.events.subscribe(std::nullopt, [&](const std::shared_ptr<const Event>& event) {
                const std::lock_guard lock(mutex);
                if (event->type == "playing")
                    told += event->data;
            });
        const auto toldSoFar = [&] {
            const std::lock_guard lock(mutex);
            return told;
        };
        QVERIFY(server.jobs.start("http://127.0.0.1:1").ok());
        server.add(m_a, 0);
        QTRY_COMPARE(started().size(), 1);
        server.jobs.setPlaying(m_ada, true);
        QTRY_COMPARE(toldSoFar(), std::string(R"({"playing":true})"));
        QTRY_VERIFY(!server.jobs.playing());
        QTRY_VERIFY(!server.jobs.progressOf(m_a).paused);
        QTRY_COMPARE(toldSoFar(), std::string(R"({"playing":true}{"playing":false})"));
        server.events.unsubscribe(listener.id);
    }
};

QTEST_APPLESS_MAIN(TestSupervisor)
#include "test_supervisor.moc"
