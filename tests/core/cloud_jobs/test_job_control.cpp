#include "core/catalogue/client.h"
#include "core/catalogue/stream.h"
#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <mutex>

using namespace cutaway;
using catalogue::JobState;

/// Jobs as a client holds them, over HTTP, and the stream that tells of them, by the real programs.
class TestJobControl : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    Uuid ingest(std::int64_t frames) {
        const std::filesystem::path path = folder() / ("clip" + std::to_string(frames) + ".mp4");
        test::makeClipFile(test::smallClip(frames, 4), path);
        const Uuid job = Uuid::random();
        const auto asked = m_cloud->ctl({"ingest", path.string(), "--label", "clip", "--id", job.toString()});
        if (asked.code != 0)
            qFatal("%s", asked.text.c_str());
        return job;
    }

    /// What a stream has said so far, from its own thread.
    struct Heard {
        std::mutex mutex;
        std::vector<catalogue::StreamEvent> events;
        std::vector<catalogue::LinkState> links;

        std::int64_t count(const std::string& type) {
            const std::lock_guard lock(mutex);
            return std::count_if(events.begin(), events.end(),
                                 [&](const auto& event) { return event.type == type; });
        }
        bool linked(catalogue::LinkState state) {
            const std::lock_guard lock(mutex);
            return !links.empty() && links.back() == state;
        }
    };

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<test::CloudProcess>(folder());
        m_cloud->start();
    }
    void cleanup() { m_cloud.reset(); }

    void aJobIsPausedAndResumedByItsUser() {
        const auto cloud = m_cloud->client();
        const Uuid first = ingest(1500);
        QTRY_VERIFY_WITH_TIMEOUT(cloud.job(first)->percent >= 12, 120'000);
        QVERIFY(cloud.pauseJob(first).ok());
        QTRY_COMPARE(cloud.job(first)->state, JobState::Paused);
        const Uuid second = ingest(50); // the worker that stands still holds up nobody
        QTRY_COMPARE_WITH_TIMEOUT(cloud.job(second)->state, JobState::Delivered, 120'000);
        QCOMPARE(cloud.job(first)->state, JobState::Paused);

        m_cloud->kill();
        m_cloud->start();
        QCOMPARE(cloud.job(first)->state, JobState::Paused); // over a restart too
        QVERIFY(cloud.resumeJob(first).ok());
        QTRY_COMPARE_WITH_TIMEOUT(cloud.job(first)->state, JobState::Delivered, 240'000);
        QCOMPARE(cloud.pauseJob(first).error().category, ErrorCategory::Conflict);
        QCOMPARE(cloud.resumeJob(first).error().category, ErrorCategory::Conflict);
        QCOMPARE(cloud.pauseJob(Uuid::random()).error().category, ErrorCategory::NotFound);
    }

    void theStreamGoesOnAfterARestart() {
        const auto cloud = m_cloud->client();
        const auto write = [&](int number) {
            catalogue::Event event{Uuid::named({}, "games"), "Games", "2031-07-11", "2031-07-12", "UTC"};
            QVERIFY(cloud.putEvent(event).ok());
            catalogue::Unit unit;
            unit.id = Uuid::named({}, std::to_string(number));
            unit.eventId = event.id;
            unit.rsc = "ATHM100M--------------FNL-000100--";
            unit.name = "Final";
            unit.day = "2031-07-11";
            unit.status = "FINISHED";
            QVERIFY(cloud.putUnit(unit).ok());
        };
        Heard heard;
        catalogue::EventStream stream(
            cloud.http(),
            [&](const catalogue::StreamEvent& event) {
                const std::lock_guard lock(heard.mutex);
                heard.events.push_back(event);
            },
            [&](catalogue::LinkState state, const std::string&) {
                const std::lock_guard lock(heard.mutex);
                heard.links.push_back(state);
            });
        QTRY_VERIFY(heard.linked(catalogue::LinkState::Connected));
        write(1);
        QTRY_COMPARE(heard.count("unit"), 1);
        m_cloud->kill();
        QTRY_VERIFY_WITH_TIMEOUT(heard.linked(catalogue::LinkState::Lost), 20'000);
        m_cloud->start();
        write(2); // perhaps before the stream is back: then it hears "reset" and reloads
        stream.retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(heard.linked(catalogue::LinkState::Connected), 30'000);
        QTRY_COMPARE(heard.count("reset"), 1);
        write(3);
        QTRY_VERIFY(heard.count("unit") >= 2);
        const std::lock_guard lock(heard.mutex);
        QVERIFY(std::is_sorted(heard.events.begin(), heard.events.end(),
                               [](const auto& a, const auto& b) { return a.id < b.id; }));
        QCOMPARE(heard.events.back().data.value("id", ""), Uuid::named({}, "3").toString());
    }
};

QTEST_GUILESS_MAIN(TestJobControl)
#include "test_job_control.moc"
