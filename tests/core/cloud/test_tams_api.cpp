#include "cloud_fixture.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::test;

/// Sources, Flows, their properties, listings, Profiles, storage, Objects and deletion, over HTTP.
class TestTamsApi : public QObject {
    Q_OBJECT

    std::unique_ptr<CloudFixture> m_cloud;

    CloudFixture::Answer call(const std::string& method, const std::string& target,
                              const json& body = nullptr) {
        return m_cloud->call(method, target, body);
    }
    static json flow(int n) { return CloudFixture::videoFlow(testId(n), testId(1000 + n)); }
    static std::string at(int n) { return "/flows/" + testId(n); }
    static std::vector<std::string> ids(const json& list) {
        std::vector<std::string> found;
        for (const json& item : list)
            found.push_back(item.at("id"));
        return found;
    }

private Q_SLOTS:
    void init() { m_cloud = std::make_unique<CloudFixture>(); }

    void theServiceSaysWhatItIs() {
        const auto service = call("GET", "/service");
        QCOMPARE(service.body["api_version"], json("8.2"));
        QVERIFY(service.body["type"].get<std::string>().starts_with("urn:x-tams:service"));
        QCOMPARE(call("POST", "/service", {{"name", "OB 3"}, {"description", "Stadium"}}).status, 200);
        QCOMPARE(call("GET", "/service").body["name"], json("OB 3"));
        QCOMPARE(call("POST", "/service", {{"name", 3}}).status, 400);
        QCOMPARE(call("GET", "/service/storage-backends").body[0]["default_storage"], json(true));
        QCOMPARE(call("GET", "/service/storage-backends?tag.a=b").body, json::array());
        QCOMPARE(call("GET", "/service/webhooks").status, 404);
    }

    void aFlowIsCreatedReplacedAndKept() {
        json sent = flow(1);
        sent["label"] = "Camera 1";
        sent["vendor_field"] = {{"deep", {1, 2, 3}}};
        sent["tags"] = {{"_cutaway_start_timecode", "10:00:00:00"}, {"many", {"a", "b"}}};
        sent["created"] = "1999-01-01T00:00:00Z";
        sent["timerange"] = "[0:0_1:0)";
        sent["collected_by"] = {testId(77)};
        QCOMPARE(call("PUT", at(1), sent).status, 201);
        json got = call("GET", at(1)).body;
        QCOMPARE(got["vendor_field"], sent["vendor_field"]);
        QCOMPARE(got["tags"], sent["tags"]);
        QVERIFY(got["created"] != sent["created"]);
        QVERIFY(!got.contains("timerange") && !got.contains("collected_by"));
        QCOMPARE(call("GET", at(1) + "?include_timerange=true").body["timerange"], json("()"));
        sent.erase("tags");
        QCOMPARE(call("PUT", at(1), sent).status, 204);
        const json replaced = call("GET", at(1)).body;
        QVERIFY(!replaced.contains("tags"));
        QCOMPARE(replaced["created"], got["created"]);
        QVERIFY(replaced["metadata_version"] != got["metadata_version"]);
    }

    void wrongFlowsAreRefused_data() {
        QTest::addColumn<QByteArray>("patch");
        const auto row = [](const char* name, const char* patch) {
            QTest::newRow(name) << QByteArray(patch);
        };
        row("another id", R"j({"id": "11111111-2222-4333-8444-000000000009"})j");
        row("no source", R"j({"source_id": null})j");
        row("upper case", R"j({"source_id": "AAAAAAAA-2222-4333-8444-000000000001"})j");
        row("format", R"j({"format": "urn:x-nmos:format:smell"})j");
        row("codec", R"j({"codec": "h265"})j");
        row("no codec", R"j({"codec": null})j");
        row("container", R"j({"container": 5})j");
        row("no essence", R"j({"essence_parameters": null})j");
        row("width", R"j({"essence_parameters": {"frame_width": 0}})j");
        row("rate missing", R"j({"essence_parameters": {"frame_rate": null}})j");
        row("rate and vfr", R"j({"essence_parameters": {"vfr": true}})j");
        row("unknown essence parameter", R"j({"essence_parameters": {"sample_rate": 48000}})j");
        row("interlace", R"j({"essence_parameters": {"interlace_mode": "maybe"}})j");
        row("tags", R"j({"tags": {"a": 1}})j");
        row("generation", R"j({"generation": -1})j");
        row("status", R"j({"status": "finished"})j");
        row("read only", R"j({"read_only": "yes"})j");
        row("profile that is not there", R"j({"profile_id": "11111111-2222-4333-8444-000000000009"})j");
        row("collects what is not there",
            R"j({"flow_collection": [{"id": "11111111-2222-4333-8444-000000000009"}]})j");
        row("collects itself", R"j({"flow_collection": [{"id": "11111111-2222-4333-8444-000000000001"}]})j");
        row("collection", R"j({"flow_collection": {"id": 1}})j");
    }

    void wrongFlowsAreRefused() {
        QFETCH(QByteArray, patch);
        json sent = flow(1);
        sent.merge_patch(json::parse(patch.toStdString()));
        const auto answer = call("PUT", at(1), sent);
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body["summary"].get<std::string>().size() > 10);
        QCOMPARE(call("GET", at(1)).status, 404);
        QCOMPARE(call("GET", "/sources").body, json::array());
    }

    void junkIsRefused() {
        for (const char* body : {"", "{", "[]", "nonsense", "\"text\"", "{\"id\": \"\\ud800\"}"})
            QCOMPARE(m_cloud->send("PUT", at(1), body, "application/json").status, 400);
        const std::string deep = std::string(100'000, '[');
        QCOMPARE(m_cloud->send("PUT", at(1), deep, "application/json").status, 400);
        QCOMPARE(call("PUT", "/flows/not-an-id", flow(1)).status, 404);
        QCOMPARE(m_cloud->send("PUT", at(1), std::string(5u << 20, ' '), "application/json").status, 413);
    }

    void sourcesFollowFromFlows() {
        for (int n : {1, 2})
            m_cloud->putFlow(flow(n));
        json other = flow(3);
        other["source_id"] = testId(1001);
        m_cloud->putFlow(other);
        const json multi{
            {"id", testId(9)},
            {"source_id", testId(1009)},
            {"format", "urn:x-nmos:format:multi"},
            {"label", "Angle 1"},
            {"flow_collection",
             {{{"id", testId(2)}, {"role", "video"}}, {{"id", testId(1)}, {"role", "audio-1"}}}}};
        m_cloud->putFlow(multi);
        const json source = call("GET", "/sources/" + testId(1009)).body;
        QCOMPARE(source["label"], json("Angle 1"));
        QCOMPARE(source["source_collection"],
                 json::parse(R"([{"id": ")" + testId(1002) + R"(", "role": "video"},
                                                              {"id": ")" +
                             testId(1001) + R"(", "role": "audio-1"}])"));
        QCOMPARE(call("GET", "/sources/" + testId(1001)).body["collected_by"], json::array({testId(1009)}));
        QCOMPARE(call("GET", at(2)).body["collected_by"], json::array({testId(9)}));
        QCOMPARE(ids(call("GET", "/flows?collected_by_ids=" + testId(9) + "&sort_by=label").body),
                 (std::vector<std::string>{testId(1), testId(2)}));
        QCOMPARE(ids(call("GET", "/flows?collected_by_ids=&source_id=" + testId(1001)).body),
                 std::vector<std::string>{testId(3)});
        QCOMPARE(ids(call("GET", "/sources?collected_by_ids=").body), std::vector<std::string>{testId(1009)});
        QCOMPARE(
            ids(call("GET", "/sources?collected_by_ids=" + testId(1009) + "&reverse_order=true").body).size(),
            std::size_t(2));
        // Another format on the same Source contradicts it.
        json wrong = multi;
        wrong["id"] = testId(10);
        wrong["source_id"] = testId(1001);
        QCOMPARE(call("PUT", at(10), wrong).status, 400);
        // Its last Flow takes the Source along; places in collections go with their Flow.
        QCOMPARE(call("DELETE", at(2)).status, 204);
        QCOMPARE(call("GET", "/sources/" + testId(1002)).status, 404);
        QCOMPARE(call("GET", at(9) + "/flow_collection").body.size(), std::size_t(1));
    }

    void propertiesAreReadWrittenAndRemoved() {
        m_cloud->putFlow(flow(1));
        const std::string source = "/sources/" + testId(1001);
        for (const std::string& base : {at(1), source}) {
            for (const char* name : {"/label", "/description"}) {
                QCOMPARE(call("GET", base + name).status, 404);
                QCOMPARE(call("PUT", base + name, "a text").status, 204);
                QCOMPARE(call("GET", base + name).body, json("a text"));
                QCOMPARE(call("PUT", base + name, 5).status, 400);
                QCOMPARE(call("DELETE", base + name).status, 204);
                QCOMPARE(call("GET", base + name).status, 404);
            }
            QCOMPARE(call("GET", base + "/tags").body, json::object());
            QCOMPARE(call("PUT", base + "/tags/a%2Fb", {"x", "y"}).status, 204);
            QCOMPARE(call("GET", base + "/tags/a%2Fb").body, json({"x", "y"}));
            QCOMPARE(call("GET", base + "/tags").body, json({{"a/b", {"x", "y"}}}));
            QCOMPARE(call("PUT", base + "/tags/bad", {1, 2}).status, 400);
            QCOMPARE(call("DELETE", base + "/tags/a%2Fb").status, 204);
            QCOMPARE(call("DELETE", base + "/tags/a%2Fb").status, 404);
        }
        QCOMPARE(call("PUT", at(1) + "/max_bit_rate", 5000).status, 204);
        QCOMPARE(call("GET", at(1)).body["max_bit_rate"], json(5000));
        QCOMPARE(call("PUT", at(1) + "/avg_bit_rate", -1).status, 400);
        QCOMPARE(call("PUT", at(2) + "/label", "x").status, 404);
    }

    void readOnlyFlowsStayAsTheyAre() {
        m_cloud->putFlow(flow(1));
        QCOMPARE(call("GET", at(1) + "/read_only").body, json(false));
        QCOMPARE(call("PUT", at(1) + "/read_only", true).status, 204);
        QCOMPARE(call("PUT", at(1), flow(1)).status, 403);
        QCOMPARE(call("PUT", at(1) + "/label", "x").status, 403);
        QCOMPARE(call("PUT", at(1) + "/tags/x", "x").status, 403);
        QCOMPARE(call("POST", at(1) + "/storage", {{"limit", 1}}).status, 403);
        QCOMPARE(call("POST", at(1) + "/segments", {{"object_id", "x"}, {"timerange", "[0:0_1:0)"}}).status,
                 403);
        QCOMPARE(call("DELETE", at(1) + "/segments").status, 403);
        QCOMPARE(call("DELETE", at(1)).status, 403);
        QCOMPARE(call("PUT", at(1) + "/read_only", false).status, 204);
        QCOMPARE(call("DELETE", at(1)).status, 204);
    }

    void listingsFilter() {
        for (int n = 1; n <= 4; ++n) {
            json one = flow(n);
            if (n != 4)
                one["label"] = n == 3 ? "c,d" : "label " + std::to_string(n);
            if (n == 1)
                one["tags"] = {{"sport", "athletics"}, {"empty", json::array()}};
            if (n == 2)
                one["tags"] = {{"sport", {"swimming", "athletics"}}};
            if (n == 3)
                one["essence_parameters"]["frame_width"] = 960;
            m_cloud->putFlow(one);
        }
        const auto list = [&](const std::string& query) {
            return ids(call("GET", "/flows?sort_by=label&" + query).body);
        };
        const auto named = [](std::initializer_list<int> numbers) {
            std::vector<std::string> names;
            for (int n : numbers)
                names.push_back(testId(n));
            return names;
        };
        QCOMPARE(list(""), named({3, 1, 2, 4}));
        QCOMPARE(list("reverse_order=true"), named({4, 2, 1, 3}));
        QCOMPARE(list("label=label%201"), named({1}));
        QCOMPARE(list("label=label"), named({}));
        QCOMPARE(list("tag.sport=athletics"), named({1, 2}));
        QCOMPARE(list("tag.sport=swimming,judo"), named({2}));
        QCOMPARE(list("tag.sport=swim"), named({}));
        QCOMPARE(list("tag_exists.sport=false"), named({3, 4}));
        QCOMPARE(list("tag_exists.empty=true"), named({1}));
        QCOMPARE(list("frame_width=960&frame_height=2160"), named({3}));
        QCOMPARE(list("codec=video/h264"), named({}));
        QCOMPARE(list("format=urn:x-nmos:format:video&source_id=" + testId(1002)), named({2}));
        for (const char* bad : {"sort_by=size", "limit=x", "limit=0", "limit=-1", "page=zz", "page=5b5d",
                                "timerange=1.5", "tag_exists.a=maybe", "frame_width=wide", "source_id=x",
                                "reverse_order=1", "collected_by_ids=a,b", "init_segments=2"})
            QCOMPARE(call("GET", std::string("/flows?") + bad).status, 400);
        QCOMPARE(call("GET", "/flows?limit=99999999999999999999").http.header("x-paging-limit"),
                 std::string("1000"));
    }

    void pagesStayInStepWhileFlowsAreAdded() {
        for (int n = 1; n <= 7; ++n)
            m_cloud->putFlow(flow(n));
        std::vector<std::string> seen;
        std::string next = "/flows?limit=2&tag_exists.x=false";
        int added = 100;
        while (!next.empty()) {
            const auto page = call("GET", next);
            QCOMPARE(page.status, 200);
            QCOMPARE(page.http.header("x-paging-count"), std::to_string(page.body.size()));
            for (const std::string& id : ids(page.body))
                seen.push_back(id);
            m_cloud->putFlow(flow(added++)); // newer ones come first, and must move nothing
            const std::string link = page.http.header("link");
            next = link.empty() ? "" : link.substr(1, link.find('>') - 1);
            QCOMPARE(link.empty(), page.http.header("x-paging-nextkey").empty());
        }
        std::vector<std::string> expected;
        for (int n = 7; n >= 1; --n)
            expected.push_back(testId(n));
        QCOMPARE(seen, expected);
    }

    void headAnswersLikeGet() {
        m_cloud->putFlow(flow(1));
        m_cloud->putFlow(flow(2));
        for (const std::string& path :
             {std::string("/flows?limit=1"), at(1), at(1) + "/tags", at(1) + "/segments",
              std::string("/service"), "/sources/" + testId(1001)}) {
            const auto get = call("GET", path);
            const auto head = call("HEAD", path);
            QCOMPARE(head.status, 200);
            QVERIFY(head.text.empty());
            for (const char* name :
                 {"content-length", "content-type", "link", "x-paging-limit", "x-paging-count"})
                QCOMPARE(head.http.header(name), get.http.header(name));
        }
        QCOMPARE(call("HEAD", at(3)).status, 404);
    }

    void profilesNeverChange() {
        json technical = flow(1);
        technical.erase("id");
        technical.erase("source_id");
        const std::string path = "/service/profiles/" + testId(50);
        const json profile{{"id", testId(50)}, {"label", "UHD"}, {"flow_metadata", technical}};
        QCOMPARE(call("POST", path, profile).status, 201);
        QCOMPARE(call("POST", path, profile).status, 400);
        QCOMPARE(call("GET", path).body["flow_metadata"], technical);
        QCOMPARE(call("GET", "/service/profiles?label=UHD").body.size(), std::size_t(1));
        QCOMPARE(call("GET", "/service/profiles?codec=video/h264").body.size(), std::size_t(0));
        json made{{"id", testId(1)}, {"source_id", testId(1001)}, {"profile_id", testId(50)}};
        QCOMPARE(call("PUT", at(1), made).status, 201);
        QCOMPARE(call("GET", at(1)).body["codec"], json("video/h265"));
        QCOMPARE(ids(call("GET", "/flows?profile_id=" + testId(50)).body),
                 std::vector<std::string>{testId(1)});
        made["codec"] = "video/h264";
        QCOMPARE(call("PUT", at(1), made).status, 400);
        json unlinked = flow(1);
        unlinked["profile_id"] = "";
        QCOMPARE(call("PUT", at(1), unlinked).status, 204);
        QVERIFY(!call("GET", at(1)).body.contains("profile_id"));
    }

    void storageIsAllocatedAndFilled() {
        m_cloud->putFlow(flow(1));
        const auto allocated = call("POST", at(1) + "/storage", {{"object_ids", {"a/b c", "other"}}});
        QCOMPARE(allocated.status, 201);
        const json first = allocated.body["media_objects"][0];
        QCOMPARE(first["object_id"], json("a/b c"));
        QCOMPARE(first["put_url"]["content-type"], json("video/mp4"));
        QCOMPARE(call("POST", at(1) + "/storage", {{"object_ids", {"new", "other"}}}).status, 400);
        QCOMPARE(call("POST", at(1) + "/storage", {{"object_ids", {"x"}}, {"limit", 1}}).status, 400);
        QCOMPARE(call("POST", at(1) + "/storage", {{"storage_id", testId(1)}}).status, 400);
        QCOMPARE(call("POST", at(1) + "/storage").body["media_objects"].size(), std::size_t(10));
        QCOMPARE(call("POST", at(2) + "/storage").status, 404);
        const std::string url = first["put_url"]["url"];
        QCOMPARE(m_cloud->anonymous("PUT", url, "bytes").status, 200); // presigned: no token
        QCOMPARE(m_cloud->anonymous("PUT", url.substr(0, url.size() - 1), "bytes").status, 403);
        QCOMPARE(m_cloud->anonymous("GET", url).status, 403); // signed for PUT alone
        QCOMPARE(call("GET", "/objects/a%2Fb%20c").status, 404);
        QCOMPARE(
            call("POST", at(1) + "/segments", {{"object_id", "a/b c"}, {"timerange", "[0:0_1:0)"}}).status,
            201);
        const json object = call("GET", "/objects/a%2Fb%20c").body;
        QCOMPARE(object["referenced_by_flows"], json::array({testId(1)}));
        QCOMPARE(object["timerange"], json("[0:0_1:0)"));
        for (const json& get : object["get_urls"]) {
            const bool presigned = get["presigned"];
            QCOMPARE(m_cloud->anonymous("GET", get["url"]).status, presigned ? 200 : 401);
            QCOMPARE(call("GET", get["url"]).text, std::string("bytes"));
        }
        QCOMPARE(m_cloud->anonymous("PUT", url, "other").status, 403); // in use: it never changes
    }

    void withoutAContainerThereIsNoMedia() {
        json bare = flow(1);
        bare.erase("container");
        m_cloud->putFlow(bare);
        QCOMPARE(call("POST", at(1) + "/storage").status, 400);
        QCOMPARE(call("POST", at(1) + "/segments", {{"object_id", "x"}, {"timerange", "[0:0_1:0)"}}).status,
                 400);
    }

    void instancesAreAddedAndRemoved() {
        m_cloud->putFlow(flow(1));
        const std::string id = m_cloud->upload(testId(1));
        const std::string path = "/objects/" + id + "/instances";
        QCOMPARE(call("POST", path, {{"url", "https://elsewhere.example/x"}, {"label", "far"}}).status, 404);
        QCOMPARE(call("POST", at(1) + "/segments", {{"object_id", id}, {"timerange", "[0:0_1:0)"}}).status,
                 201);
        QCOMPARE(call("POST", path, {{"url", "https://elsewhere.example/x"}, {"label", "far"}}).status, 201);
        QCOMPARE(call("POST", path, {{"url", "https://elsewhere.example/y"}, {"label", "far"}}).status, 400);
        QCOMPARE(call("POST", path, {{"url", "https://elsewhere.example/y"}, {"label", "cutaway"}}).status,
                 400);
        QCOMPARE(call("GET", "/objects/" + id).body["get_urls"].size(), std::size_t(3));
        QCOMPARE(call("GET", "/objects/" + id + "?accept_get_urls=far").body["get_urls"].size(),
                 std::size_t(1));
        QCOMPARE(call("DELETE", path).status, 400);
        QCOMPARE(call("DELETE", path + "?label=cutaway").status, 400);
        QCOMPARE(call("DELETE", path + "?label=far").status, 204);
        QCOMPARE(call("GET", "/objects/" + id).body["get_urls"].size(), std::size_t(2));
    }

    void longDeletionsGoOnByThemselves() {
        m_cloud->putFlow(flow(1));
        const std::string id = m_cloud->upload(testId(1));
        json segments = json::array();
        for (int n = 0; n < 2500; ++n)
            segments.push_back(
                {{"object_id", id},
                 {"timerange", "[" + std::to_string(n) + ":0_" + std::to_string(n + 1) + ":0)"},
                 {"ts_offset", std::to_string(n) + ":0"}});
        QCOMPARE(call("POST", at(1) + "/segments", segments).status, 201);
        const auto deleted = call("DELETE", at(1));
        QCOMPARE(deleted.status, 202);
        const std::string location = deleted.http.header("location");
        QTRY_COMPARE(call("GET", location).body["status"], json("done"));
        QCOMPARE(call("GET", at(1)).status, 404);
        QCOMPARE(call("GET", at(1) + "/segments").body, json::array());
        const auto requests = call("GET", "/flow-delete-requests?sort_by=expiry");
        QCOMPARE(requests.body.size(), std::size_t(1));
        QCOMPARE(requests.body[0]["delete_flow"], json(true));
    }
};

QTEST_GUILESS_MAIN(TestTamsApi)
#include "test_tams_api.moc"
