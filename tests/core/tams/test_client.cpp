#include "core/tams/client.h"
#include "tests/core/tams/scripted_server.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::tams;
using cutaway::test::ScriptedReply;
using cutaway::test::ScriptedServer;
using cutaway::test::SeenRequest;

namespace {

TamsClient clientOf(const ScriptedServer& server) {
    return TamsClient(std::make_shared<HttpClient>(Connection{server.url(), "secret", false}));
}

std::string text(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

ScriptedReply json(const Json& body, int status = 200) {
    return {status, {{"Content-Type", "application/json"}}, body.dump(), {}};
}

Json sourceNamed(const std::string& label) {
    return {{"id", Uuid::random().toString()}, {"format", format::multi}, {"label", label}};
}

} // namespace

class TestClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsFollowLinksToTheEnd_data() {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("third");
        QTest::newRow("as the specification says")
            << QByteArray("</sources?page=2>; rel=\"next\"") << QByteArray("</sources?page=3>; rel=\"next\"");
        QTest::newRow("unquoted, with more")
            << QByteArray("</sources?page=2>; rel=next; key=1")
            << QByteArray("</x>; rel=\"self\", </sources?page=3>; rel=\"next\"");
    }

    void listsFollowLinksToTheEnd() {
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, third);
        ScriptedServer server([&](const SeenRequest& r) {
            ScriptedReply reply = json(Json::array({sourceNamed(r.target)}));
            if (r.target == "/sources?label=x%20y")
                reply.headers.emplace_back("Link", second.toStdString());
            else if (r.target == "/sources?page=2")
                reply.headers.emplace_back("Link", third.toStdString());
            return reply;
        });
        SourceQuery query;
        query.label = "x y";
        const auto sources = clientOf(server).sources(query);
        QVERIFY(sources.ok());
        QCOMPARE(sources->size(), std::size_t{3});
        QCOMPARE(sources->back().label, "/sources?page=3");
        QCOMPARE(server.seen().back().header("authorization"), "Bearer secret");
    }

    void aPageThatFollowsItselfIsNotFollowed() {
        ScriptedServer server([](const SeenRequest&) {
            ScriptedReply reply = json(Json::array());
            reply.headers.emplace_back("Link", "</sources>; rel=\"next\"");
            return reply;
        });
        QVERIFY(clientOf(server).sources({}).error().category == ErrorCategory::Corrupt);
        QVERIFY(server.seen().size() <= 2);
    }

    void aPageThatCannotBeAskedForIsNoEnd() {
        ScriptedServer server([](const SeenRequest&) {
            ScriptedReply reply = json(Json::array());
            reply.headers.emplace_back("Link", "<http://[half>; rel=\"next\"");
            return reply;
        });
        QVERIFY(clientOf(server).sources({}).error().category == ErrorCategory::InvalidInput);
    }

    void segmentQueriesAreWrittenAsTamsWantsThem() {
        ScriptedServer server([](const SeenRequest&) { return json(Json::array()); });
        const Uuid flow = Uuid::random();
        SegmentQuery query;
        query.timerange = TimeRange::halfOpen({10, 0}, {20, 0});
        query.urls = false;
        query.objectTimeranges = true;
        QVERIFY(clientOf(server).segments(flow, query).ok());
        QCOMPARE(
            server.seen().back().target,
            "/flows/" + flow.toString() +
                "/segments?timerange=%5B10%3A0_20%3A0%29&include_object_timerange=true&accept_get_urls=");
    }

    void partialRegistrationsAreRead() {
        ScriptedServer server([](const SeenRequest& r) {
            if (r.body.find("bad") == std::string::npos)
                return ScriptedReply{201, {}, "", {}};
            return json({{"failed_segments", Json::array({{{"object_id", "bad"},
                                                           {"timerange", "[0:0_1:0)"},
                                                           {"error", {{"summary", "It overlaps."}}}}})}});
        });
        const TamsClient client = clientOf(server);
        Segment segment;
        segment.objectId = "good";
        segment.timerange = TimeRange::halfOpen({0, 0}, {1, 0});
        QVERIFY(client.addSegments(Uuid::random(), {segment})->empty());
        segment.objectId = "bad";
        const auto failed = client.addSegments(Uuid::random(), {segment});
        QVERIFY(failed.ok());
        QCOMPARE(failed->size(), std::size_t{1});
        QCOMPARE(failed->front().summary, "It overlaps.");
    }

    void anObjectIsReadWhereItCanBeHad() {
        ScriptedServer elsewhere([](const SeenRequest&) { return ScriptedReply{200, {}, "bytes", {}}; });
        ScriptedServer server([](const SeenRequest&) { return ScriptedReply{404, {}, "", {}}; });
        const TamsClient client = clientOf(server);
        const std::vector<GetUrl> urls{{elsewhere.url() + "/signed", "", true, Json::object()},
                                       {server.url() + "/own", "", false, Json::object()}};
        const auto bytes = client.readObject(urls);
        QVERIFY(bytes.ok());
        QCOMPARE(text(*bytes), "bytes");
        QCOMPARE(server.seen().size(), std::size_t{1}); // our own came first
        QCOMPARE(server.seen().front().header("authorization"), "Bearer secret");
        QCOMPARE(elsewhere.seen().front().header("authorization"), "");
        QVERIFY(client.readObject({}).error().category == ErrorCategory::NotFound);
    }

    void anExpiredAddressIsAnError() {
        ScriptedServer server([](const SeenRequest&) { return ScriptedReply{403, {}, "expired", {}}; });
        const auto bytes =
            clientOf(server).readObject({{server.url() + "/signed", "", true, Json::object()}});
        QVERIFY(bytes.error().category == ErrorCategory::Forbidden);
    }

    void objectsAreSentAsTheirAllocationSays() {
        ScriptedServer server([](const SeenRequest&) { return ScriptedReply{200, {}, "", {}}; });
        const TamsClient client = clientOf(server);
        ObjectAllocation where{"id", server.url() + "/put", "video/mp4", {{"X-Amz-Meta", "1"}}, true};
        const std::string body = "\0mp4";
        QVERIFY(client.putObject(where, std::as_bytes(std::span(body))).ok());
        const SeenRequest sent = server.seen().back();
        QCOMPARE(sent.method, "PUT");
        QCOMPARE(sent.header("content-type"), "video/mp4");
        QCOMPARE(sent.header("x-amz-meta"), "1");
        QCOMPARE(sent.header("authorization"), "");
        QVERIFY(sent.body == body);
    }

    void answersThatAreNotTamsAreSaidToBe() {
        ScriptedServer server([](const SeenRequest&) { return ScriptedReply{200, {}, "<html>", {}}; });
        QVERIFY(clientOf(server).service().error().category == ErrorCategory::Corrupt);
        QVERIFY(clientOf(server).flow(Uuid::random()).error().category == ErrorCategory::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
