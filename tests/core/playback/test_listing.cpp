#include "core/cloud/server.h"
#include "core/playback/object_cache.h"
#include "core/playback/tams_media_access.h"
#include "core/tams/client.h"
#include "tests/core/playback/made_media.h"
#include "tests/core/playback/small_cloud.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cutaway;
using namespace cutaway::playback;
using cutaway::test::pictureFlow;
using cutaway::test::token;

namespace {

constexpr int seconds = 3;

} // namespace

/// What our cloud lists for a player in one answer, against what TAMS says of the same media.
class TestListing : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<cloud::CloudServer> m_server;
    std::shared_ptr<tams::TamsClient> m_client;
    MadeMedia m_made;
    Uuid m_source = Uuid::random();
    tams::Flow m_proxy;
    std::vector<media::ByteBuffer> m_objects;

private Q_SLOTS:
    void initTestCase() {
        cloud::CloudServer::Options options;
        options.dataFolder = m_folder.path().toStdString();
        options.token = token;
        auto server = cloud::CloudServer::start(options);
        QVERIFY(server.ok());
        m_server = std::move(server).value();
        m_client = std::make_shared<tams::TamsClient>(
            std::make_shared<tams::HttpClient>(tams::Connection{m_server->url(), token, false}));

        const Uuid member = Uuid::random();
        const tams::Flow master = pictureFlow(member, 0);
        m_proxy = pictureFlow(member, 1);
        QVERIFY(m_client->putFlow(master).ok() && m_client->putFlow(m_proxy).ok());
        const PlayableSource& made = m_made.made(m_made.add(1, {50, 1}, {36000, 0}, seconds));
        tams::StorageRequest request;
        request.limit = seconds;
        const auto storage = m_client->allocate(m_proxy.id, request);
        QVERIFY(storage.ok());
        std::vector<tams::Segment> segments;
        for (int s = 0; s < seconds; ++s) {
            const auto span = m_made.pictureSpan(made, made.rungs[0].flowId, made.firstFrame + s * 50, {});
            m_objects.push_back(*m_made.object(*span, {}).value());
            const auto& where = storage->objects[static_cast<std::size_t>(s)];
            QVERIFY(m_client->putObject(where, m_objects.back()).ok());
            tams::Segment segment;
            segment.objectId = where.objectId;
            segment.timerange = TimeRange::halfOpen({36000 + s, 0}, {36001 + s, 0});
            segment.tsOffset = {36000 + s, 0};
            segments.push_back(segment);
        }
        QVERIFY(m_client->addSegments(m_proxy.id, segments).ok());
        tams::Flow multi;
        multi.id = Uuid::random();
        multi.sourceId = m_source;
        multi.label = "CAM 1";
        multi.format = tams::format::multi;
        for (const tams::Flow* flow : {&master, static_cast<const tams::Flow*>(&m_proxy)})
            multi.collection.push_back({flow->id, "video", {}, tams::Json::object()});
        QVERIFY(m_client->putFlow(multi).ok());
    }

    void theFirstPictureComesWithTheListing() {
        for (const std::int64_t frame : {std::int64_t{0}, std::int64_t{12}, std::int64_t{89}}) {
            auto access = std::make_shared<TamsMediaAccess>(m_client);
            const std::int64_t wanted = 36000 * 50 + frame;
            const auto source = access->sourceNear(m_source, wanted, {});
            QVERIFY(source.ok());
            const auto span = access->pictureSpan(*source, m_proxy.id, wanted, {});
            QVERIFY(span.ok() && span->layout);
            const media::PictureLayout& layout = *span->layout;
            const std::int64_t inObject = wanted - span->firstUnit + span->objectUnit;
            ObjectCache cache(*access, 1 << 20);
            const auto part = cache.part(*span);
            QVERIFY(part->holds(0, layout.headerBytes));
            const auto needed = layout.needed(inObject, inObject);
            for (const Stretch& stretch : needed) {
                QVERIFY(part->holds(stretch.first, stretch.end));
                media::ByteBuffer bytes(static_cast<std::size_t>(stretch.end - stretch.first));
                QCOMPARE(part->read(stretch.first, bytes, {}).value(), bytes.size());
                const media::ByteBuffer& stored = m_objects[static_cast<std::size_t>(frame / 50)];
                QVERIFY(std::equal(bytes.begin(), bytes.end(), stored.begin() + stretch.first));
            }
            QVERIFY(!part->holds(needed.front().first, layout.bytes)); // and no more than that
        }
    }

    void anAnswerIsPackedForWhoTakesIt() {
        const auto bytesFor = [&](const char* accepted) {
            tams::HttpRequest request;
            request.url = "/cutaway/v1/playback/" + m_source.toString();
            request.headers = {{"Accept-Encoding", accepted}};
            auto packed = std::make_shared<std::string>(); // as they come over the line
            request.sink = [packed](std::span<const std::byte> bytes) {
                packed->append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
                return true;
            };
            const auto response = m_client->http().expect(std::move(request), {});
            return response &&
                           (response->header("content-encoding") == "gzip") == packed->starts_with("\x1f\x8b")
                       ? *packed
                       : std::string();
        };
        const std::string plain = bytesFor("identity");
        QVERIFY(readListing(plain).ok());
        QCOMPARE(bytesFor("gzip;q=0"), plain);
        const std::string packed = bytesFor("br, gzip");
        QVERIFY(!packed.empty() && packed.size() < plain.size());
        const auto listing = listSource(m_client->http(), m_source, std::nullopt, {});
        QVERIFY(listing.ok());
        QCOMPARE(listing->flows.size(), readListing(plain)->flows.size());
        QVERIFY(listing->source == readListing(plain)->source);
    }

    void oneAnswerSaysWhatTamsSays() {
        const auto listing = listSource(m_client->http(), m_source, std::nullopt, {});
        QVERIFY2(listing.ok(), listing ? "" : listing.error().message.c_str());
        const auto resolved = tams::resolveSource(*m_client, m_source);
        QVERIFY(resolved.ok());
        QVERIFY(listing->source == *resolved);
        QCOMPARE(listing->flows.size(), std::size_t{1}); // masters are not played
        const ListedFlow& flow = listing->flows.at(m_proxy.id);
        const auto segments = m_client->segments(m_proxy.id);
        QVERIFY(segments.ok());
        QCOMPARE(flow.segments.size(), segments->size());
        for (std::size_t s = 0; s < segments->size(); ++s) {
            const ListedSegment& listed = flow.segments[s];
            QVERIFY(listed.segment.objectId == (*segments)[s].objectId);
            QVERIFY(listed.segment.timerange == (*segments)[s].timerange);
            QVERIFY(listed.segment.tsOffset == (*segments)[s].tsOffset);
            const auto layout = media::readPictureLayout(media::memorySource(m_objects[s]));
            QVERIFY(layout.ok() && listed.layout && *listed.layout == *layout);
        }
        // Any id of the angle leads there; a stretch of time brings only its own.
        QVERIFY(listSource(m_client->http(), m_proxy.id, 36001 * 50, {})->source == *resolved);
        const auto part = listRange(m_client->http(), m_source,
                                    TimeRange::halfOpen({36001, 0}, {36001, 500000000}), true, {});
        QVERIFY(part.ok() && !part->source);
        QCOMPARE(part->flows.at(m_proxy.id).segments.size(), std::size_t{1});
        QVERIFY(listSource(m_client->http(), Uuid::random(), {}, {}).error().category ==
                ErrorCategory::NotFound);
    }

    void partsAreTheBytesOfTheObject() {
        const auto access = std::make_shared<TamsMediaAccess>(m_client);
        const auto source = access->sourceNear(m_source, 36001 * 50 + 10, {});
        QVERIFY(source.ok());
        QCOMPARE(source->frameCount, std::int64_t{seconds * 50});
        const auto span = access->pictureSpan(*source, m_proxy.id, 36001 * 50 + 10, {});
        QVERIFY(span.ok() && span->layout);
        QCOMPARE(span->firstUnit, std::int64_t{36001 * 50});
        ObjectCache objects(*access, static_cast<std::size_t>(span->layout->bytes) * 2);
        const auto object = objects.part(*span);
        const std::int64_t end = span->layout->pictures[20].bytes.end;
        for (const Stretch& stretch : object->claim(100, end)) {
            PartCallbacks callbacks;
            callbacks.arrived = [object, at = stretch.first](std::span<const std::byte> bytes) mutable {
                object->write(at, bytes);
                at += static_cast<std::int64_t>(bytes.size());
            };
            callbacks.ended = [object, stretch](std::optional<Error> error) {
                object->settle(stretch, std::move(error));
            };
            access->startPart(*span, stretch, true, {}, std::move(callbacks));
        }
        media::ByteBuffer got(static_cast<std::size_t>(end - 100));
        for (std::size_t at = 0; at < got.size();) {
            const auto read =
                object->read(100 + static_cast<std::int64_t>(at), std::span(got).subspan(at), {});
            QVERIFY(read.ok());
            at += *read;
        }
        QVERIFY(std::equal(got.begin(), got.end(), m_objects[1].begin() + 100));
        // The cache holds no more than it may, however many Objects pass through it.
        for (int pass = 0; pass < 50; ++pass)
            for (std::int64_t second = 0; second < seconds; ++second) {
                const auto other = access->pictureSpan(*source, m_proxy.id, (36000 + second) * 50, {});
                QVERIFY(other.ok());
                (void)objects.part(*other);
                QVERIFY(objects.bytes() <= static_cast<std::size_t>(span->layout->bytes) * 2);
            }
        QVERIFY(access->pictureSpan(*source, m_proxy.id, 36010 * 50, {}).error().category ==
                ErrorCategory::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "test_listing.moc"
