#include "core/catalogue/client.h"
#include "core/media/decoder.h"
#include "core/media/frame_id.h"
#include "core/media/jpeg.h"
#include "core/media/probe.h"
#include "core/tams/source_view.h"
#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace cutaway;
using nlohmann::json;

/// Ingest by the real programs: cutaway-cloud, cutaway-ctl and the workers that the server starts.
class TestIngest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;

    std::filesystem::path folder() const { return m_folder->path().toStdString(); }

    std::string clipFile(std::int64_t frames, std::uint32_t source) const {
        const std::filesystem::path path = folder() / ("clip" + std::to_string(source) + ".mp4");
        test::ClipSpec spec = test::smallClip(frames, source);
        spec.startTimecode = 10 * 3600 * 50;
        test::makeClipFile(spec, path);
        return path.string();
    }
    tams::SourceView viewOf(const std::string& sourceId) const {
        auto view = tams::resolveSource(m_cloud->media(), Uuid::parse(sourceId).value());
        if (!view)
            qFatal("%s", view.error().message.c_str());
        return *view;
    }
    std::vector<tams::Segment> segmentsOf(const Uuid& flow) const {
        return m_cloud->media().segments(flow).value();
    }
    std::vector<std::byte> bytesOf(const tams::Segment& segment) const {
        auto bytes = m_cloud->media().readObject(segment.getUrls);
        if (!bytes)
            qFatal("%s", bytes.error().message.c_str());
        return *bytes;
    }

    /// Segments follow each other without gap or overlap from the clock's origin, and every frame of theirs
    /// carries the id that it should.
    void checkPictures(const tams::SourceView& view, const tams::FlowView& flow, std::uint32_t source,
                       std::int64_t frames) {
        std::int64_t next = 0;
        Timestamp at = view.clock.origin;
        for (const tams::Segment& segment : segmentsOf(flow.flowId)) {
            QCOMPARE(segment.timerange.start()->at, at);
            QCOMPARE(segment.tsOffset, at);
            at = segment.timerange.end()->at;
            auto decoder = media::VideoDecoder::open(media::memorySource(bytesOf(segment)));
            QVERIFY2(decoder.ok(), decoder.ok() ? "" : decoder.error().message.c_str());
            for (std::int64_t i = 0; i < decoder->frameCount(); ++i, ++next) {
                const auto frame = decoder->frameAt(i);
                QVERIFY(frame.ok());
                const auto id = media::readFrameId(**frame);
                QVERIFY(id.has_value());
                QCOMPARE(*id, (media::FrameId{source, static_cast<std::uint32_t>(next)}));
            }
            QCOMPARE(view.clock.timeOf(view.firstFrame() + next), at);
        }
        QCOMPARE(next, frames);
    }

    void checkSound(const tams::SourceView& view, const tams::FlowView& flow, std::uint32_t source,
                    std::int64_t samples, bool exact) {
        std::int64_t next = 0;
        for (const tams::Segment& segment : segmentsOf(flow.flowId)) {
            auto decoder = media::AudioDecoder::open(media::memorySource(bytesOf(segment)));
            QVERIFY(decoder.ok());
            const auto block = decoder->read(0, decoder->sampleCount());
            QVERIFY(block.ok());
            if (exact)
                QCOMPARE(*block, test::testSound(2, next, decoder->sampleCount(), source));
            next += decoder->sampleCount();
            QCOMPARE(view.clock.audio().timeOf(view.clock.audio().originUnit() + next),
                     segment.timerange.end()->at);
        }
        QCOMPARE(next, samples);
    }

    json ingest(std::vector<std::string> arguments, int expectedCode = 0) {
        arguments.insert(arguments.begin(), "ingest");
        arguments.insert(arguments.end(), {"--wait", "--json"});
        const auto output = m_cloud->ctl(std::move(arguments));
        if (output.code != expectedCode)
            qWarning("%s", output.text.c_str());
        return output.json();
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<test::CloudProcess>(folder());
        m_cloud->start();
    }
    void cleanup() { m_cloud.reset(); }

    void makesEveryFlowOfAnAngle() {
        const json made = ingest({clipFile(120, 7), "--label", "CAM 1"});
        QVERIFY(made.contains("source_id"));
        const tams::SourceView view = viewOf(made["source_id"].get<std::string>());
        QCOMPARE(view.label, std::string("CAM 1"));
        QCOMPARE(view.clock.origin, (Timestamp{36000, 0}));
        QCOMPARE(view.timecodeAt(view.firstFrame()), std::string("10:00:00:00"));
        QVERIFY(view.master());
        checkPictures(view, *view.master(), 7, 120);
        QVERIFY(view.bestProxy());
        QVERIFY(view.bestProxy()->flowId != view.master()->flowId);
        QCOMPARE(view.bestProxy()->transfer, std::string("HLG"));
        checkPictures(view, *view.bestProxy(), 7, 120);
        QVERIFY(view.audioMaster(1) && view.audioProxy(1));
        checkSound(view, *view.audioMaster(1), 7, 120 * 960, false);
        checkSound(view, *view.audioProxy(1), 7, 120 * 960, false);
        const auto thumbnails = segmentsOf(view.thumbnails()->flowId);
        QCOMPARE(thumbnails.size(), std::size_t(5));
        QVERIFY(media::decodeJpeg(bytesOf(thumbnails.back())).ok());
        QVERIFY(!view.growing());
    }

    void anMxfMasterIsKeptAsMxf() {
        test::ClipSpec spec;
        spec.container = media::Container::MxfOp1a;
        spec.video = media::avcIntra(100, {50, 1}, media::Colour::hlg());
        spec.audio = {{media::AudioCodec::Pcm24, 1, 0}};
        spec.frames = 60;
        spec.source = 9;
        spec.startTimecode = 10 * 3600 * 50;
        test::makeClipFile(spec, folder() / "master.mxf");
        const json made = ingest({(folder() / "master.mxf").string(), "--label", "MXF"});
        QVERIFY(made.contains("source_id"));
        const tams::SourceView view = viewOf(made["source_id"].get<std::string>());
        QVERIFY(view.master() && view.bestProxy());
        QCOMPARE(view.master()->container, std::string("application/mxf"));
        checkPictures(view, *view.master(), 9, 60);
        checkPictures(view, *view.bestProxy(), 9, 60);
        const auto second = bytesOf(segmentsOf(view.master()->flowId).at(1));
        const auto info = media::probe(media::memorySource(second));
        QVERIFY(info.ok());
        QCOMPARE(info->container, std::string("mxf"));
        QCOMPARE(info->video->timecode, std::string("10:00:01:00"));
    }

    void anAngleBelongsToItsUnit() {
        const auto cloud = m_cloud->client();
        catalogue::Event event{Uuid::random(), "Meridian Games", "2031-07-11", "2031-07-12", "UTC"};
        QVERIFY(cloud.putEvent(event).ok());
        catalogue::Unit unit;
        unit.id = Uuid::random();
        unit.eventId = event.id;
        unit.rsc = "ATHM100M--------------FNL-000100--";
        unit.name = "Men's 100 m Final";
        unit.day = "2031-07-11";
        unit.status = "FINISHED";
        const auto put = cloud.putUnit(unit);
        QVERIFY2(put.ok(), put.ok() ? "" : put.error().message.c_str());
        const json made = ingest({clipFile(50, 3), "--label", "Finish", "--unit", unit.id.toString(),
                                  "--angle", "2", "--angle-name", "FINISH"});
        const auto now = cloud.unit(unit.id);
        QVERIFY(now.ok());
        QCOMPARE(now->angles.size(), std::size_t(1));
        QCOMPARE(now->angles[0].number, 2);
        QCOMPARE(now->angles[0].name, std::string("FINISH"));
        QVERIFY(now->angles[0].state == catalogue::AngleState::Ready);
        QCOMPARE(now->angles[0].sourceId.toString(), made["source_id"].get<std::string>());
        QCOMPARE(cloud.search("100 fin", true)->total, 1);
    }

    void damagedFilesFailWithASentence() {
        std::ofstream(folder() / "noise.mp4") << std::string(200'000, 'x');
        const json noise = ingest({(folder() / "noise.mp4").string(), "--label", "noise"}, 6);
        QCOMPARE(noise["state"], "failed");
        QVERIFY(noise["error"]["summary"].get<std::string>().size() > 20);

        const std::string path = clipFile(100, 1);
        std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
        const json cut = ingest({path, "--label", "cut"}, 6);
        QCOMPARE(cut["state"], "failed");
        QVERIFY(m_cloud->isAlive());
        QVERIFY(m_cloud->client().health().ok());
    }

    void killedInTheMiddleItIsFinishedOnce() {
        const auto cloud = m_cloud->client();
        const Uuid job = Uuid::random();
        const std::string path = clipFile(1500, 5);
        QCOMPARE(m_cloud->ctl({"ingest", path, "--label", "long", "--id", job.toString()}).code, 0);
        const auto percentReaches = [&](double percent) {
            const auto now = cloud.job(job);
            return now.ok() && (now->percent >= percent || now->isOver());
        };
        QTRY_VERIFY_WITH_TIMEOUT(percentReaches(15), 120'000);
        const auto workers = test::workersOf(m_cloud->id());
        QCOMPARE(workers.size(), std::size_t(1));
        ::kill(workers[0], SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(cloud.job(job)->attempt == 2, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(percentReaches(35), 120'000);
        const auto orphans = test::workersOf(m_cloud->id());
        m_cloud->kill();
        for (const pid_t orphan : orphans)
            QTRY_VERIFY(::kill(orphan, 0) != 0);
        m_cloud->start();
        QTRY_VERIFY_WITH_TIMEOUT(cloud.job(job).ok() && cloud.job(job)->isOver(), 240'000);
        const auto done = cloud.job(job);
        QVERIFY2(done->state == catalogue::JobState::Delivered,
                 done->error ? done->error->summary.c_str() : "");
        QCOMPARE(done->attempt, 3);
        const tams::SourceView view = viewOf(done->result["source_id"].get<std::string>());
        checkPictures(view, *view.master(), 5, 1500);
        checkPictures(view, *view.bestProxy(), 5, 1500);
        checkSound(view, *view.audioMaster(1), 5, 1500 * 960, false);
        QCOMPARE(segmentsOf(view.thumbnails()->flowId).size(), std::size_t(60));
        QCOMPARE(view.waveforms(1).size(), std::size_t(2));
        for (const tams::FlowView* waveform : view.waveforms(1))
            QCOMPARE(segmentsOf(waveform->flowId).size(), std::size_t(1));
    }

    void cancelFreesTheWorkerAndTheAngle() {
        const auto cloud = m_cloud->client();
        const Uuid job = Uuid::random();
        QCOMPARE(m_cloud->ctl({"ingest", clipFile(3000, 5), "--label", "long", "--id", job.toString()}).code,
                 0);
        QTRY_VERIFY_WITH_TIMEOUT(cloud.job(job)->percent >= 10, 120'000);
        QCOMPARE(m_cloud->ctl({"jobs", "--cancel", job.toString()}).code, 0);
        QTRY_VERIFY(test::workersOf(m_cloud->id()).empty());
        QVERIFY(cloud.job(job)->state == catalogue::JobState::Cancelled);
        QTRY_VERIFY(std::filesystem::is_empty(folder() / "data" / "scratch"));
        QTRY_VERIFY(std::filesystem::is_empty(folder() / "data" / "uploads"));
    }
};

QTEST_GUILESS_MAIN(TestIngest)
#include "test_ingest.moc"
