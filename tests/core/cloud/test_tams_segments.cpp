#include "cloud_fixture.h"
#include "core/time/source_clock.h"

#include <QTest>
#include <random>

using namespace cutaway;
using namespace cutaway::test;

/// Segments: registration rules, ranges and their bounds, reuse of Objects, paging, over HTTP.
class TestTamsSegments : public QObject {
    Q_OBJECT

    std::unique_ptr<CloudFixture> m_cloud;
    const std::string m_flow = testId(1);
    const std::string m_path = "/flows/" + m_flow + "/segments";

    CloudFixture::Answer call(const std::string& method, const std::string& target,
                              const json& body = nullptr) {
        return m_cloud->call(method, target, body);
    }
    int post(const json& segment, const std::string& path = {}) {
        return call("POST", path.empty() ? m_path : path, segment).status;
    }
    std::vector<std::string> ranges(const std::string& query) {
        std::vector<std::string> found;
        for (const json& segment : call("GET", m_path + "?accept_get_urls=&" + query).body)
            found.push_back(segment.at("timerange"));
        return found;
    }
    using Ranges = std::vector<std::string>;

private Q_SLOTS:
    void init() {
        m_cloud = std::make_unique<CloudFixture>();
        m_cloud->putFlow(CloudFixture::videoFlow(m_flow, testId(1001)));
        m_cloud->putFlow(CloudFixture::videoFlow(testId(2), testId(1002)));
    }

    void theRangeFilterRespectsBounds() {
        for (const char* range : {"[10:0_11:0)", "[11:0_12:0)", "[12:0]", "[13:0_14:0]"})
            QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", range}}), 201);
        QCOMPARE(ranges(""), (Ranges{"[10:0_11:0)", "[11:0_12:0)", "[12:0]", "[13:0_14:0]"}));
        QCOMPARE(ranges("timerange=[11:0_12:0)"), (Ranges{"[11:0_12:0)"}));
        QCOMPARE(ranges("timerange=[11:0_12:0]"), (Ranges{"[11:0_12:0)", "[12:0]"}));
        QCOMPARE(ranges("timerange=(12:0_13:0)"), (Ranges{}));
        QCOMPARE(ranges("timerange=(12:0_13:0]"), (Ranges{"[13:0_14:0]"}));
        QCOMPARE(ranges("timerange=[14:0_"), (Ranges{"[13:0_14:0]"}));
        QCOMPARE(ranges("timerange=(14:0_"), (Ranges{}));
        QCOMPARE(ranges("timerange=_10:0)"), (Ranges{}));
        QCOMPARE(ranges("timerange=_10:0]"), (Ranges{"[10:0_11:0)"}));
        QCOMPARE(ranges("timerange=[10:500000000]"), (Ranges{"[10:0_11:0)"}));
        QCOMPARE(ranges("timerange=()"), (Ranges{}));
        QCOMPARE(ranges("timerange=_&reverse_order=true&limit=2"), (Ranges{"[13:0_14:0]", "[12:0]"}));
        QCOMPARE(call("GET", m_path + "?timerange=01:0").status, 400);
        QCOMPARE(call("GET", m_path + "?timerange=(1:0)").status, 400);
        QCOMPARE(call("GET", "/flows/" + testId(99) + "/segments").body, json::array());
        QCOMPARE(call("GET", "/flows/99/segments").status, 404);
        const auto flow = [&](const std::string& query) {
            return call("GET", "/flows/" + m_flow + "?include_timerange=true" + query).body["timerange"];
        };
        QCOMPARE(flow(""), json("[10:0_14:0]"));
        QCOMPARE(flow("&timerange=[11:500000000_12:0]"), json("[11:0_12:0]"));
        QCOMPARE(call("GET", "/flows?timerange=(14:0_").body.size(), std::size_t(0));
        QCOMPARE(call("GET", "/flows?timerange=[14:0_").body.size(), std::size_t(1));
        QCOMPARE(call("GET", "/flows?timerange=()").body[0]["id"], json(testId(2)));
    }

    void randomRangesAgreeWithTheDefinition() {
        std::mt19937 random(11);
        std::vector<TimeRange> stored;
        json segments = json::array();
        std::int64_t at = -20;
        for (int n = 0; n < 60; ++n) {
            at += static_cast<std::int64_t>(random() % 3);
            const std::int64_t end = at + 1 + static_cast<std::int64_t>(random() % 3);
            stored.push_back(TimeRange::halfOpen({at, 5}, {end, 5}));
            segments.push_back(
                {{"object_id", m_cloud->upload(m_flow)}, {"timerange", stored.back().toString()}});
            at = end;
        }
        std::shuffle(segments.begin(), segments.end(), random);
        QCOMPARE(post(segments), 201);
        for (int round = 0; round < 150; ++round) {
            const auto bound = [&]() -> std::optional<TimeRange::Bound> {
                if (random() % 10 == 0)
                    return std::nullopt;
                return TimeRange::Bound{
                    {static_cast<std::int64_t>(random() % 120) - 25, random() % 2 ? 5u : 4u},
                    random() % 2 == 0};
            };
            const TimeRange query = TimeRange::make(bound(), bound());
            Ranges expected;
            for (const TimeRange& range : stored) {
                if (range.overlaps(query))
                    expected.push_back(range.toString());
            }
            QCOMPARE(ranges("timerange=" + tams::escapeUrl(query.toString())), expected);
        }
    }

    void pagesCoverEverySegmentOnce() {
        json segments = json::array();
        const std::string object = m_cloud->upload(m_flow);
        for (int n = 0; n < 25; ++n)
            segments.push_back(
                {{"object_id", object},
                 {"timerange", "[" + std::to_string(n) + ":0_" + std::to_string(n + 1) + ":0)"},
                 {"ts_offset", std::to_string(n) + ":0"}});
        QCOMPARE(post(segments), 201);
        for (const bool reverse : {false, true}) {
            Ranges seen;
            std::string next =
                m_path + "?limit=4&timerange=[3:0_20:0)&reverse_order=" + (reverse ? "true" : "false");
            while (!next.empty()) {
                const auto page = call("GET", next);
                for (const json& segment : page.body)
                    seen.push_back(segment["timerange"]);
                QVERIFY(!page.http.header("x-paging-timerange").empty());
                const std::string link = page.http.header("link");
                next = link.empty() ? "" : link.substr(1, link.find('>') - 1);
            }
            QCOMPARE(seen.size(), std::size_t(17));
            if (reverse)
                std::reverse(seen.begin(), seen.end());
            for (int n = 0; n < 17; ++n)
                QCOMPARE(seen[static_cast<std::size_t>(n)],
                         "[" + std::to_string(n + 3) + ":0_" + std::to_string(n + 4) + ":0)");
        }
    }

    void overlapsAreRefused() {
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[10:0_20:0)"}}), 201);
        for (const char* range : {"[10:0_20:0)", "[9:0_11:0)", "[19:999999998_21:0)", "[12:0_13:0)",
                                  "[0:0_100:0)", "[9:0_10:0]", "[19:0]"})
            QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", range}}), 400);
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[9:0_10:0)"}}), 201);
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[20:0]"}}), 201);
        QCOMPARE(ranges("").size(), std::size_t(3));
    }

    void partialFailureIsTold() {
        const auto answer = call("POST", m_path,
                                 {{{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[0:0_1:0)"}},
                                  {{"object_id", "nowhere"}, {"timerange", "[1:0_2:0)"}},
                                  {{"object_id", m_cloud->upload(m_flow)}, {"timerange", "nonsense"}},
                                  {{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[2:0_3:0)"}}});
        QCOMPARE(answer.status, 200);
        const json& failed = answer.body.at("failed_segments");
        QCOMPARE(failed.size(), std::size_t(2));
        QCOMPARE(failed[0]["object_id"], json("nowhere"));
        QCOMPARE(failed[0]["timerange"], json("[1:0_2:0)"));
        QVERIFY(failed[0]["error"]["summary"].get<std::string>().find("nowhere") != std::string::npos);
        QCOMPARE(ranges(""), (Ranges{"[0:0_1:0)", "[2:0_3:0)"}));
    }

    void wrongSegmentsAreRefused_data() {
        QTest::addColumn<QByteArray>("patch");
        const auto row = [](const char* name, const char* patch) {
            QTest::newRow(name) << QByteArray(patch).replace('\'', '"');
        };
        row("open end", "{'timerange': '[0:0_'}");
        row("open start", "{'timerange': '_1:0)'}");
        row("empty", "{'timerange': '()'}");
        row("backwards", "{'timerange': '[2:0_1:0)'}");
        row("start not included", "{'timerange': '(0:0_1:0)'}");
        row("no range", "{'timerange': null}");
        row("huge seconds", "{'timerange': '[0:0_999999999999999999999999999999:0)'}");
        row("offset", "{'ts_offset': '1.5'}");
        row("negative last duration", "{'last_duration': '-0:1'}");
        row("key frames", "{'key_frame_count': 'two'}");
        row("outside its object", "{'object_timerange': '[5:0_6:0)'}");
        row("unknown init object", "{'init_object_id': 'nothing'}");
        row("urls of an object of ours", "{'get_urls': [{'url': 'http://x', 'label': 'x'}]}");
    }

    void wrongSegmentsAreRefused() {
        QFETCH(QByteArray, patch);
        const std::string object = m_cloud->upload(m_flow);
        const json good{{"object_id", object}, {"timerange", "[0:0_1:0)"}};
        json bad = good;
        bad.merge_patch(json::parse(patch.toStdString()));
        QCOMPARE(post(bad), 400);
        QCOMPARE(ranges(""), (Ranges{}));
        QCOMPARE(call("GET", "/objects/" + object).status, 404); // nothing was settled
        QCOMPARE(post(good), 201);
    }

    void objectsBelongToTheFlowThatAllocatedThem() {
        const std::string object = m_cloud->upload(m_flow);
        const std::string other = "/flows/" + testId(2) + "/segments";
        QCOMPARE(post({{"object_id", object}, {"timerange", "[0:0_1:0)"}}, other), 400);
        QCOMPARE(post({{"object_id", object}, {"timerange", "[0:0_1:0)"}}), 201);
        QCOMPARE(post({{"object_id", object}, {"timerange", "[0:0_1:0)"}}, other), 201);
        QCOMPARE(call("GET", "/objects/" + object).body["referenced_by_flows"].size(), std::size_t(2));
        const auto allocated = call("POST", "/flows/" + m_flow + "/storage", {{"limit", 1}});
        QCOMPARE(post({{"object_id", allocated.body["media_objects"][0]["object_id"]},
                       {"timerange", "[5:0_6:0)"}}),
                 400);
    }

    void reuseStaysInsideTheObject() {
        const std::string object = m_cloud->upload(m_flow);
        QCOMPARE(post({{"object_id", object},
                       {"timerange", "[1000:0_1010:0)"},
                       {"ts_offset", "990:0"},
                       {"key_frame_count", 20}}),
                 201);
        const std::string other = "/flows/" + testId(2) + "/segments";
        // The worked example of an edit: 1003.04 s to 1008 s of the source, at 0.
        QCOMPARE(
            post({{"object_id", object}, {"timerange", "[0:0_4:960000000)"}, {"ts_offset", "-13:40000000"}},
                 other),
            201);
        const json segment = call("GET", other + "?include_object_timerange=true").body[0];
        QCOMPARE(segment["ts_offset"], json("-13:40000000"));
        QCOMPARE(segment["object_timerange"], json("[10:0_20:0)"));
        QCOMPARE(segment["key_frame_count"], json(20));
        QCOMPARE(post({{"object_id", object}, {"timerange", "[10:0_12:0)"}, {"ts_offset", "-9:0"}}, other),
                 400);
        QCOMPARE(post({{"object_id", object}, {"timerange", "[10:0_12:0)"}, {"ts_offset", "0:1"}}, other),
                 400);
        const json conflict{{"object_id", object}, {"timerange", "[10:0_12:0)"}};
        json counts = conflict;
        counts["key_frame_count"] = 3;
        QCOMPARE(post(counts, other), 400);
        json range = conflict;
        range["object_timerange"] = "[0:0_20:0)";
        QCOMPARE(post(range, other), 400);
        QCOMPARE(post(conflict, other), 201);
    }

    void oneNanosecondOfRoundingIsCutBack() {
        // 59.94: source frame 0 used at record frame 14 maps back one nanosecond beyond its object.
        const std::string object = m_cloud->upload(m_flow);
        QCOMPARE(post({{"object_id", object}, {"timerange", "[0:0_0:16683333)"}}), 201);
        const std::string other = "/flows/" + testId(2) + "/segments";
        QCOMPARE(post({{"object_id", object},
                       {"timerange", "[0:233566666_0:250250000)"},
                       {"ts_offset", "0:233566666"}},
                      other),
                 201);
        QCOMPARE(call("GET", other).body[0]["timerange"], json("[0:233566666_0:250249999)"));
        // Two nanoseconds are no rounding.
        QCOMPARE(
            post({{"object_id", object}, {"timerange", "[1:0_1:16683335)"}, {"ts_offset", "1:0"}}, other),
            400);
        // Neighbours that overshoot by one give way.
        const std::string wide = m_cloud->upload(m_flow);
        QCOMPARE(post({{"object_id", wide}, {"timerange", "[100:0_101:1)"}}), 201);
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[101:0_102:0)"}}), 201);
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[99:0_100:1)"}}), 201);
        QCOMPARE(ranges("timerange=[99:0_"), (Ranges{"[99:0_100:0)", "[100:0_101:0)", "[101:0_102:0)"}));
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[98:0_99:2)"}}), 400);
    }

    void everyFrameOfEveryRateCanBeReused() {
        for (const FrameRate rate :
             {FrameRate{60000, 1001}, FrameRate{30000, 1001}, FrameRate{24000, 1001}, FrameRate{50, 1}}) {
            const std::string flow = testId(rate.num);
            const std::string cut = testId(rate.num + 1);
            m_cloud->putFlow(CloudFixture::videoFlow(flow, testId(5000)));
            m_cloud->putFlow(CloudFixture::videoFlow(cut, testId(5001)));
            const std::string object = m_cloud->upload(flow);
            const auto range = [&](std::int64_t first, std::int64_t end) {
                return TimeRange::halfOpen(durationOfUnits(first, rate), durationOfUnits(end, rate));
            };
            QCOMPARE(post({{"object_id", object}, {"timerange", range(0, 30).toString()}},
                          "/flows/" + flow + "/segments"),
                     201);
            // Cut the thirty frames into single ones, in another order, at the record frames of the cut.
            json segments = json::array();
            for (std::int64_t record = 0; record < 30; ++record) {
                const std::int64_t source = record * 7 % 30;
                segments.push_back(
                    {{"object_id", object},
                     {"timerange", range(record, record + 1).toString()},
                     {"ts_offset",
                      (durationOfUnits(record, rate) - durationOfUnits(source, rate)).toString()}});
            }
            const auto answer = call("POST", "/flows/" + cut + "/segments", segments);
            QVERIFY2(answer.status == 201, answer.text.c_str());
        }
    }

    void initObjectsAreKeptApart() {
        json fragmented = CloudFixture::videoFlow(testId(3), testId(1003));
        fragmented["essence_parameters"]["init_segments"] = true;
        fragmented["container"] = "video/iso.segment";
        m_cloud->putFlow(fragmented);
        const std::string path = "/flows/" + testId(3) + "/segments";
        const auto allocated =
            call("POST", "/flows/" + testId(3) + "/storage", {{"limit", 1}, {"content_type", "video/mp4"}});
        const json init = allocated.body["media_objects"][0];
        QCOMPARE(m_cloud->send("PUT", init["put_url"]["url"], "init", "video/mp4").status, 200);
        const std::string media = m_cloud->upload(testId(3));
        QCOMPARE(post({{"object_id", media}, {"timerange", "[0:0_1:0)"}}, path), 400);
        QCOMPARE(post({{"object_id", media}, {"timerange", "[0:0_1:0)"}, {"init_object_id", media}}, path),
                 400);
        QCOMPARE(
            post({{"object_id", media}, {"timerange", "[0:0_1:0)"}, {"init_object_id", init["object_id"]}},
                 path),
            201);
        QCOMPARE(post({{"object_id", init["object_id"]}, {"timerange", "[1:0_2:0)"}}, path), 400);
        const json segment = call("GET", path).body[0];
        QCOMPARE(segment["init_object"]["object_id"], init["object_id"]);
        QCOMPARE(segment["init_object"]["get_urls"].size(), std::size_t(2));
        const json object = call("GET", "/objects/" + init["object_id"].get<std::string>()).body;
        QVERIFY(!object.contains("timerange"));
        QCOMPARE(object["referenced_by_flows"], json::array({testId(3)}));
    }

    void deletionTakesWhatIsWhollyCovered() {
        for (const char* range : {"[0:0_1:0)", "[1:0_2:0)", "[2:0_3:0)"})
            QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", range}}), 201);
        QCOMPARE(call("DELETE", m_path + "?timerange=[0:500000000_2:0)").status, 204);
        QCOMPARE(ranges(""), (Ranges{"[0:0_1:0)", "[2:0_3:0)"}));
        QCOMPARE(call("DELETE", m_path + "?object_id=another").status, 204);
        QCOMPARE(ranges("").size(), std::size_t(2));
        QCOMPARE(call("DELETE", m_path + "?timerange=nonsense").status, 400);
        QCOMPARE(call("DELETE", m_path).status, 204);
        QCOMPARE(ranges(""), (Ranges{}));
        QCOMPARE(call("DELETE", "/flows/" + testId(99) + "/segments").status, 404);
    }

    void urlsAreChosenByTheClient() {
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[0:0_1:0)"}}), 201);
        QCOMPARE(post({{"object_id", "outside"},
                       {"timerange", "[1:0_2:0)"},
                       {"get_urls", {{{"url", "https://elsewhere.example/x.mp4"}, {"label", "far"}}}}}),
                 201);
        const auto count = [&](const std::string& query) {
            std::string text;
            for (const json& segment : call("GET", m_path + "?" + query).body)
                text += std::to_string(segment["get_urls"].size());
            return text;
        };
        QCOMPARE(count(""), std::string("21"));
        QCOMPARE(count("accept_get_urls="), std::string("00"));
        QCOMPARE(count("accept_get_urls=far,cutaway"), std::string("11"));
        QCOMPARE(count("presigned=true"), std::string("10"));
        QCOMPARE(count("presigned=false"), std::string("11"));
        QCOMPARE(count("storage_backend_tag.a=b"), std::string("00"));
        const json backend = call("GET", "/service/storage-backends").body[0]["id"];
        QCOMPARE(count("accept_storage_ids=" + backend.get<std::string>()), std::string("20"));
        QCOMPARE(count("accept_storage_ids=" + testId(5)), std::string("00"));
        const json verbose = call("GET", m_path + "?verbose_storage=true").body;
        QCOMPARE(verbose[0]["get_urls"][0]["storage_id"], backend);
        QCOMPARE(verbose[1]["get_urls"][0]["controlled"], json(false));
    }

    void growthIsTold() {
        RawClient stream(m_cloud->port());
        stream.send(std::string("GET /cutaway/v1/stream?access_token=") + ownerToken +
                    " HTTP/1.1\r\nHost: h\r\n\r\n");
        (void)stream.readUntil("connected\n\n");
        QTRY_COMPARE(m_cloud->server().clients(), std::size_t(1));
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[5:0_6:0)"}}), 201);
        const std::string event = stream.readUntil("}\n\n");
        QVERIFY(event.find("event: flow\n") != std::string::npos);
        QVERIFY(event.find("\"timerange\":\"[5:0_6:0)\"") != std::string::npos);
        const std::size_t id = event.find("id: ") + 4;
        const std::string sequence = event.substr(id, event.find('\n', id) - id);
        QCOMPARE(post({{"object_id", m_cloud->upload(m_flow)}, {"timerange", "[6:0_7:0)"}}), 201);
        RawClient resumed(m_cloud->port());
        resumed.send(std::string("GET /cutaway/v1/stream?access_token=") + ownerToken +
                     " HTTP/1.1\r\nHost: h\r\nLast-Event-ID: " + sequence + "\r\n\r\n");
        const std::string missed = resumed.readUntil("}\n\n");
        QVERIFY(missed.find("[6:0_7:0)") != std::string::npos);
        QVERIFY(missed.find("[5:0_6:0)") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestTamsSegments)
#include "test_tams_segments.moc"
