#include "core/cloud/server.h"
#include "core/tams/source_view.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace cutaway;
using namespace cutaway::tams;

namespace {

std::vector<std::byte> bytesOf(const std::string& text) {
    const auto view = std::as_bytes(std::span(text));
    return {view.begin(), view.end()};
}

const char* why(const auto& result) {
    return result ? "" : result.error().message.c_str();
}

} // namespace

/// Flow, storage, bytes, Segments and back, against the real server.
class TestRealStore : public QObject {
    Q_OBJECT

    static constexpr const char* token = "0123456789abcdef0123456789abcdef";
    QTemporaryDir m_folder;
    std::unique_ptr<cloud::CloudServer> m_server;
    std::unique_ptr<TamsClient> m_client;
    Flow m_flow;

    static Flow pictureFlow() {
        Flow flow;
        flow.id = Uuid::random();
        flow.sourceId = Uuid::random();
        flow.label = "CAM 1";
        flow.format = format::video;
        flow.codec = "video/h264";
        flow.container = "video/mp4";
        flow.generation = 1;
        flow.averageBitRate = 1900;
        flow.essence.width = 960;
        flow.essence.height = 540;
        flow.essence.frameRate = FrameRate{50, 1};
        flow.essence.colourSpace = "BT2100";
        flow.essence.transfer = "HLG";
        flow.tags = {{"_cutaway_start_timecode", "10:00:00:00"}, {"_cutaway_timecode_rate", "50/1"}};
        return flow;
    }

private Q_SLOTS:
    void initTestCase() {
        cloud::CloudServer::Options options;
        options.dataFolder = m_folder.path().toStdString();
        options.token = token;
        auto server = cloud::CloudServer::start(options);
        QVERIFY2(server.ok(), why(server));
        m_server = std::move(server).value();
        m_client = std::make_unique<TamsClient>(
            std::make_shared<HttpClient>(Connection{m_server->url(), token, false}));
        m_flow = pictureFlow();
    }

    void theServiceIsTams() {
        const auto service = m_client->service();
        QVERIFY2(service.ok(), why(service));
        QVERIFY(service->type.starts_with("urn:x-tams:service"));
        QVERIFY(!service->minObjectTimeout.empty());
    }

    void flowsComeBackAsTheyWereWritten() {
        const auto put = m_client->putFlow(m_flow);
        QVERIFY2(put.ok(), why(put));
        const auto flow = m_client->flow(m_flow.id);
        QVERIFY2(flow.ok(), why(flow));
        QVERIFY(flow->essence == m_flow.essence);
        QVERIFY(flow->tags == m_flow.tags);
        QCOMPARE(flow->averageBitRate, m_flow.averageBitRate);
        QVERIFY(m_client->source(m_flow.sourceId).ok());
        QVERIFY(m_client->setFlowTag(m_flow.id, "note", "x y").ok());
        QCOMPARE(tagText(m_client->flow(m_flow.id)->tags, "note"), "x y");
        QVERIFY(m_client->flow(Uuid::random()).error().category == ErrorCategory::NotFound);
    }

    void objectsGoUpAreRegisteredAndComeBack() {
        constexpr int count = 130; // more than a page
        std::vector<Segment> segments;
        std::vector<std::string> bodies;
        StorageRequest request;
        for (int i = 0; i < count; ++i)
            request.objectIds.push_back(m_flow.id.toString() + "/" + std::to_string(i));
        const auto storage = m_client->allocate(m_flow.id, request);
        QVERIFY2(storage.ok(), why(storage));
        QCOMPARE(storage->objects.size(), std::size_t{count});
        for (int i = 0; i < count; ++i) {
            bodies.push_back("picture " + std::to_string(i));
            const ObjectAllocation& where = storage->objects[static_cast<std::size_t>(i)];
            const auto put = m_client->putObject(where, bytesOf(bodies.back()));
            QVERIFY2(put.ok(), why(put));
            Segment segment;
            segment.objectId = where.objectId;
            segment.timerange = TimeRange::halfOpen({36000 + i, 0}, {36001 + i, 0});
            segment.tsOffset = {36000 + i, 0};
            segment.keyFrameCount = 2;
            segments.push_back(segment);
        }
        const auto failed = m_client->addSegments(m_flow.id, segments);
        QVERIFY2(failed.ok(), why(failed));
        QVERIFY(failed->empty());

        SegmentQuery query;
        query.objectTimeranges = true;
        const auto listed = m_client->segments(m_flow.id, query);
        QVERIFY2(listed.ok(), why(listed));
        QCOMPARE(listed->size(), std::size_t{count});
        for (int i = 0; i < count; i += 43) {
            const Segment& segment = (*listed)[static_cast<std::size_t>(i)];
            QVERIFY(segment.timerange == segments[static_cast<std::size_t>(i)].timerange);
            QVERIFY(segment.objectTimerange == TimeRange::halfOpen({0, 0}, {1, 0}));
            for (const GetUrl& url : segment.getUrls) { // each address works by itself
                const auto bytes = m_client->readObject({url});
                QVERIFY2(bytes.ok(), why(bytes));
                QVERIFY(*bytes == bytesOf(bodies[static_cast<std::size_t>(i)]));
            }
            const auto part = m_client->readObject(segment.getUrls, {}, ByteRange{8, 1});
            QVERIFY(part.ok() && part->size() == 1);
        }
        query.urls = false;
        query.timerange = TimeRange::halfOpen({36010, 0}, {36012, 0});
        const auto two = m_client->segments(m_flow.id, query);
        QVERIFY(two.ok() && two->size() == 2 && two->front().getUrls.empty());

        const auto again = m_client->addSegments(m_flow.id, {segments.front()});
        QVERIFY(!again.ok() || again->size() == 1); // it overlaps what is there
        const auto object = m_client->object(segments.front().objectId);
        QVERIFY2(object.ok(), why(object));
        QVERIFY(object->referencedByFlows == std::vector<Uuid>{m_flow.id});
    }

    void aViewOfTheSource() {
        Flow multi;
        multi.id = Uuid::random();
        multi.sourceId = Uuid::random();
        multi.label = "CAM 1";
        multi.format = format::multi;
        multi.collection = {{m_flow.id, "video", {}, Json::object()}};
        const auto put = m_client->putFlow(multi);
        QVERIFY2(put.ok(), why(put));
        for (const Uuid& id : {multi.sourceId, multi.id, m_flow.id, m_flow.sourceId}) {
            const auto view = resolveSource(*m_client, id);
            QVERIFY2(view.ok(), why(view));
            QVERIFY(view->sourceId == multi.sourceId);
            QCOMPARE(view->frameCount(), 130 * 50);
            QCOMPARE(view->timecodeAt(view->firstFrame()), "10:00:00:00");
        }
    }

    void aFileGoesUpAndComesDown() {
        Flow flow = pictureFlow();
        QVERIFY(m_client->putFlow(flow).ok());
        const std::filesystem::path up = m_folder.filePath(QStringLiteral("up")).toStdString();
        const std::filesystem::path down = m_folder.filePath(QStringLiteral("down")).toStdString();
        std::string body(5'000'000, 'x');
        for (std::size_t i = 0; i < body.size(); i += 7)
            body[i] = static_cast<char>(i % 251);
        std::ofstream(up, std::ios::binary) << body;
        const auto storage = m_client->allocate(flow.id);
        QVERIFY2(storage.ok() && !storage->objects.empty(), why(storage));
        const auto put = m_client->putObject(storage->objects.front(), up);
        QVERIFY2(put.ok(), why(put));
        Segment segment;
        segment.objectId = storage->objects.front().objectId;
        segment.timerange = TimeRange::halfOpen({0, 0}, {1, 0});
        QVERIFY(m_client->addSegments(flow.id, {segment})->empty());
        const auto listed = m_client->segments(flow.id);
        QVERIFY(listed.ok() && listed->size() == 1);
        const auto saved = m_client->downloadObject(listed->front().getUrls, down);
        QVERIFY2(saved.ok(), why(saved));
        std::ifstream file(down, std::ios::binary);
        QVERIFY(body == std::string(std::istreambuf_iterator<char>(file), {}));

        QVERIFY(m_client->deleteFlow(flow.id).ok());
        QVERIFY(m_client->flow(flow.id).error().category == ErrorCategory::NotFound);
    }

    void aWrongTokenIsUnauthorised() {
        const TamsClient nobody(std::make_shared<HttpClient>(Connection{m_server->url(), "wrong", false}));
        QVERIFY(nobody.sources({}).error().category == ErrorCategory::Unauthorised);
    }
};

QTEST_GUILESS_MAIN(TestRealStore)
#include "test_real_store.moc"
