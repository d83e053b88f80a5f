#include "core/catalogue/client.h"
#include "core/media/decoder.h"
#include "core/media/frame_id.h"
#include "core/tams/source_view.h"
#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace cutaway;
using nlohmann::json;

/// Submissions by the real programs, in small pictures: the delivery formats of the program at 480x270.
class TestDeliver : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;
    std::string m_source; ///< 300 frames, ids 9:0.., from 10:00:00:00

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    void makeSmallFormat() const {
        const std::filesystem::path from =
            std::filesystem::path(CUTAWAY_SOURCE_DIR) / "resources" / "profiles";
        std::filesystem::create_directories(folder() / "resources" / "profiles");
        std::ifstream file(from / "hevc-hlg-mp4.json");
        json profile = json::parse(file);
        profile["video"]["width"] = 480;
        profile["video"]["height"] = 270;
        std::ofstream(folder() / "resources" / "profiles" / "hevc-hlg-mp4.json") << profile.dump();
    }

    struct Cut {
        std::int64_t in;
        std::int64_t frames;
    };
    /// OTIO in the style of AppNote 0015: a MissingReference that names the Source.
    std::string otioOf(const std::string& source, const std::vector<Cut>& cuts, double rate = 50) const {
        const auto time = [&](std::int64_t frames) {
            return json{{"OTIO_SCHEMA", "RationalTime.1"},
                        {"rate", rate},
                        {"value", static_cast<double>(frames) * rate / 50}};
        };
        json clips = json::array();
        for (const Cut& cut : cuts)
            clips.push_back({{"OTIO_SCHEMA", "Clip.2"},
                             {"name", "shot"},
                             {"active_media_reference_key", "DEFAULT_MEDIA"},
                             {"media_references",
                              {{"DEFAULT_MEDIA",
                                {{"OTIO_SCHEMA", "MissingReference.1"},
                                 {"metadata", {{"bbc.github.io/tams", {{"source_id", source}}}}}}}}},
                             {"source_range",
                              {{"OTIO_SCHEMA", "TimeRange.1"},
                               {"start_time", time(36000 * 50 + cut.in)},
                               {"duration", time(cut.frames)}}}});
        const json track = {
            {"OTIO_SCHEMA", "Track.1"}, {"name", "V1"}, {"kind", "Video"}, {"children", clips}};
        return json{{"OTIO_SCHEMA", "Timeline.1"},
                    {"name", "Highlight"},
                    {"tracks", {{"OTIO_SCHEMA", "Stack.1"}, {"name", "tracks"}, {"children", {track}}}}}
            .dump();
    }
    std::string otioFile(const std::string& otio) const {
        const std::filesystem::path path = folder() / "cut.otio";
        std::ofstream(path) << otio;
        return path.string();
    }
    std::vector<std::int64_t> idsOf(const std::filesystem::path& path) const {
        std::vector<std::int64_t> ids;
        auto decoder = media::VideoDecoder::open(media::fileSource(path).value());
        if (!decoder)
            qFatal("%s", decoder.error().message.c_str());
        for (std::int64_t i = 0; i < decoder->frameCount(); ++i) {
            const auto id = media::readFrameId(*decoder->frameAt(i).value());
            ids.push_back(id && id->source == 9 ? id->frame : -1);
        }
        return ids;
    }
    catalogue::SubmissionRequest requestOf(const Uuid& id, const std::string& otio) const {
        catalogue::SubmissionRequest request;
        request.id = id;
        request.title = "Highlight";
        request.otio = otio;
        request.profiles = {"hevc-hlg-mp4"};
        return request;
    }

    /// A job long enough to be met in the middle: the whole master, and its file only.
    static constexpr std::int64_t longJob = 300;
    catalogue::SubmissionRequest longRequest(const Uuid& id) const {
        auto request = requestOf(id, otioOf(m_source, {{0, longJob}}));
        request.ingestResult = false;
        return request;
    }
    bool allJobsAreOver() const {
        const auto jobs = m_cloud->client().jobs({});
        return jobs.ok() && std::all_of(jobs->begin(), jobs->end(),
                                        [](const catalogue::Job& job) { return job.isOver(); });
    }
    /// A delivery without its file's ingest is not the end of it.
    void waitForEarlierJobs() const {
        QTRY_VERIFY_WITH_TIMEOUT(allJobsAreOver() && test::workersOf(m_cloud->id()).empty(), 120'000);
    }
    void startLongJob(const Uuid& id) const {
        const auto cloud = m_cloud->client();
        QVERIFY(cloud.submit(longRequest(id))->submission.has_value());
        QTRY_VERIFY_WITH_TIMEOUT(cloud.job(id)->percent >= 5 || cloud.job(id)->isOver(), 120'000);
        QVERIFY(!cloud.job(id)->isOver());
    }
    /// Files in a folder of the data folder, at any depth.
    std::ptrdiff_t filesIn(const char* name) const {
        std::error_code none;
        const std::filesystem::recursive_directory_iterator all(folder() / "data" / name, none), end;
        return std::count_if(all, end, [](const auto& entry) { return entry.is_regular_file(); });
    }
    /// Delivered in its second attempt, every frame right, and nothing left but the one file.
    void verifyDeliveredOnce(const Uuid& id, std::ptrdiff_t filesBefore) const {
        const auto cloud = m_cloud->client();
        QTRY_VERIFY_WITH_TIMEOUT(cloud.job(id).ok() && cloud.job(id)->isOver(), 240'000);
        const auto submission = cloud.submission(id);
        QVERIFY(submission.ok());
        QVERIFY2(submission->job.state == catalogue::JobState::Delivered,
                 submission->job.error ? submission->job.error->summary.c_str() : "");
        QCOMPARE(submission->job.attempt, 2);
        QCOMPARE(submission->deliveries.size(), std::size_t(1));
        const std::filesystem::path saved = folder() / (id.toString() + ".mp4");
        QVERIFY(cloud.download(submission->deliveries[0], saved).ok());
        std::vector<std::int64_t> expected;
        for (std::int64_t i = 0; i < longJob; ++i)
            expected.push_back(i);
        QCOMPARE(idsOf(saved), expected);
        QTRY_VERIFY(test::workersOf(m_cloud->id()).empty());
        QCOMPARE(filesIn("objects") - filesBefore, std::ptrdiff_t(1));
        QTRY_COMPARE(filesIn("scratch"), std::ptrdiff_t(0));
        QCOMPARE(filesIn("incoming"), std::ptrdiff_t(0));
    }

private Q_SLOTS:
    void initTestCase() {
        m_folder = std::make_unique<QTemporaryDir>();
        makeSmallFormat();
        m_cloud = std::make_unique<test::CloudProcess>(folder(), folder() / "resources");
        m_cloud->start();
        test::ClipSpec spec = test::smallClip(300, 9);
        spec.startTimecode = 10 * 3600 * 50;
        test::makeClipFile(spec, folder() / "master.mp4");
        const auto output = m_cloud->ctl(
            {"ingest", (folder() / "master.mp4").string(), "--label", "CAM 1", "--wait", "--json"});
        QVERIFY2(output.code == 0, output.text.c_str());
        m_source = output.json()["source_id"].get<std::string>();
    }
    void cleanupTestCase() { m_cloud.reset(); }

    void estimatesFollowTheCut() {
        const auto cloud = m_cloud->client();
        const auto estimate = [&](std::int64_t frames) {
            return cloud.estimate(otioOf(m_source, {{0, frames}}), {"hevc-hlg-mp4"});
        };
        const auto tenth = estimate(30);
        const auto whole = estimate(300);
        QVERIFY(tenth.ok() && whole.ok());
        QCOMPARE(whole->size(), std::size_t{1});
        QCOMPARE(whole->front().profile, std::string("hevc-hlg-mp4"));
        QVERIFY(tenth->front().seconds > 0);
        QVERIFY(whole->front().seconds > tenth->front().seconds * 8);
        QVERIFY(std::llabs(whole->front().bytes - 10 * tenth->front().bytes) <= 10);
        QVERIFY(cloud.estimate(otioOf(m_source, {{0, 30}}), {"no-such-format"})->empty());
        QVERIFY(!cloud.estimate("{\"OTIO_SCHEMA\": \"Nonsense.1\"}", {"hevc-hlg-mp4"}).ok());
    }

    void deliversEveryFrameAndTheResultPlays() {
        const std::filesystem::path delivered = folder() / "out.mp4";
        const auto output =
            m_cloud->ctl({"submit", otioFile(otioOf(m_source, {{37, 41}, {210, 30}})), "--profile",
                          "hevc-hlg-mp4", "--wait", "--output", delivered.string(), "--json"});
        QVERIFY2(output.code == 0, output.text.c_str());
        std::vector<std::int64_t> expected;
        for (std::int64_t i = 0; i < 41; ++i)
            expected.push_back(37 + i);
        for (std::int64_t i = 0; i < 30; ++i)
            expected.push_back(210 + i);
        QCOMPARE(idsOf(delivered), expected);

        const Uuid id = Uuid::parse(output.json()["id"].get<std::string>()).value();
        const auto cloud = m_cloud->client();
        QTRY_VERIFY_WITH_TIMEOUT(!cloud.submission(id)->deliveries[0].sourceId.isNil(), 120'000);
        const auto view = tams::resolveSource(m_cloud->media(), cloud.submission(id)->deliveries[0].sourceId);
        QVERIFY(view.ok());
        QCOMPARE(view->frameCount(), std::int64_t(71));
        QVERIFY(view->bestProxy());
    }

    void readsOtherRates() {
        const std::filesystem::path delivered = folder() / "rate.mp4";
        const auto output = m_cloud->ctl({"submit", otioFile(otioOf(m_source, {{100, 10}}, 1e9)), "--profile",
                                          "hevc-hlg-mp4", "--output", delivered.string(), "--no-ingest"});
        QVERIFY2(output.code == 0, output.text.c_str());
        QCOMPARE(idsOf(delivered).size(), std::size_t(10));
        QCOMPARE(idsOf(delivered).front(), std::int64_t(100));
    }

    void theSameIdTwiceIsOneJob() {
        const auto cloud = m_cloud->client();
        const Uuid id = Uuid::random();
        const auto request = requestOf(id, otioOf(m_source, {{0, 10}}));
        const std::size_t before = cloud.jobs({})->size();
        QVERIFY(cloud.submit(request)->submission.has_value());
        QVERIFY(cloud.submit(request)->submission.has_value());
        auto other = request;
        other.otio = otioOf(m_source, {{0, 11}});
        const auto refused = cloud.submit(other);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().category, ErrorCategory::Conflict);
        QTRY_VERIFY_WITH_TIMEOUT(cloud.job(id)->isOver(), 120'000);
        std::size_t conforms = 0;
        const auto after = cloud.jobs({});
        QVERIFY(after.ok());
        for (const catalogue::Job& job : *after)
            conforms += job.id == id ? 1 : 0;
        QCOMPARE(conforms, std::size_t(1));
        QVERIFY(after->size() <= before + 2); // the conform, and the ingest of its result
    }

    void whatCannotBeDeliveredIsSaidPerClip() {
        const auto cloud = m_cloud->client();
        const auto outside = cloud.submit(requestOf(Uuid::random(), otioOf(m_source, {{290, 50}})));
        QVERIFY2(outside.ok(), outside.ok() ? "" : outside.error().message.c_str());
        QVERIFY(!outside->submission);
        QCOMPARE(outside->problems.size(), std::size_t(1));
        QCOMPARE(outside->problems[0].clipName, std::string("shot"));
        const auto unknown =
            cloud.submit(requestOf(Uuid::random(), otioOf(Uuid::random().toString(), {{0, 5}})));
        QVERIFY(unknown.ok() && !unknown->submission && unknown->problems.size() == 1);
        const auto nonsense = cloud.submit(requestOf(Uuid::random(), R"({"OTIO_SCHEMA": "Clip.2"})"));
        QVERIFY(!nonsense.ok());
        QCOMPARE(m_cloud->ctl({"submit", otioFile("no otio"), "--profile", "hevc-hlg-mp4"}).code, 5);
        auto twice = requestOf(Uuid::random(), otioOf(m_source, {{0, 5}}));
        twice.profiles.push_back(twice.profiles.front());
        const auto refused = cloud.submit(twice);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().category, ErrorCategory::InvalidInput);
    }

    void killedServerDeliversOnce() {
        const Uuid id = Uuid::random();
        waitForEarlierJobs();
        const std::ptrdiff_t files = filesIn("objects");
        startLongJob(id);
        const auto workers = test::workersOf(m_cloud->id());
        QCOMPARE(workers.size(), std::size_t(1));
        m_cloud->kill();
        QTRY_VERIFY(::kill(workers[0], 0) != 0); // it goes with its server
        m_cloud->start();
        verifyDeliveredOnce(id, files);
    }

    void killedWorkerDeliversOnce() {
        const Uuid id = Uuid::random();
        waitForEarlierJobs();
        const std::ptrdiff_t files = filesIn("objects");
        startLongJob(id);
        const pid_t server = m_cloud->id();
        const auto workers = test::workersOf(server);
        QCOMPARE(workers.size(), std::size_t(1));
        ::kill(workers[0], SIGKILL);
        QTRY_VERIFY(::kill(workers[0], 0) != 0); // reaped, no zombie
        verifyDeliveredOnce(id, files);
        QVERIFY(m_cloud->isAlive());
        QCOMPARE(m_cloud->id(), server);
    }

    void aStaleRevisionIsRefused() {
        const auto cloud = m_cloud->client();
        const Uuid project = Uuid::random();
        const Uuid first = Uuid::random();
        const Uuid second = Uuid::random();
        const std::string otio = otioOf(m_source, {{0, 10}});
        QVERIFY(cloud.putProject(project, "Night 1").ok());
        QVERIFY(cloud.addRevision(project, first, {}, "", otio)->stored);
        QVERIFY(cloud.addRevision(project, first, {}, "", otio)->stored); // sent again: known
        QVERIFY(cloud.addRevision(project, second, first, "trim", otio)->stored);
        const auto stale = cloud.addRevision(project, Uuid::random(), first, "", otio);
        QVERIFY(stale.ok());
        QVERIFY(!stale->stored);
        QCOMPARE(stale->head, second);
        QCOMPARE(cloud.project(project)->revisions.size(), std::size_t(2));
        QCOMPARE(json::parse(*cloud.revision(project, first)), json::parse(otio));
    }
};

QTEST_GUILESS_MAIN(TestDeliver)
#include "test_deliver.moc"
