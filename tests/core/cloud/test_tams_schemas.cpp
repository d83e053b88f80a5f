#include "cloud_fixture.h"
#include "json_schema.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <fstream>

using namespace cutaway;
using namespace cutaway::test;

/// Answers checked against the schemas of the TAMS specification, and its examples given to the server. The
/// specification is not part of this repository: $CUTAWAY_TAMS_SPEC names a copy's api folder; otherwise one
/// in a folder beside the checkout is taken.
class TestTamsSchemas : public QObject {
    Q_OBJECT

    std::string m_spec;
    std::unique_ptr<JsonSchemas> m_schemas;
    std::unique_ptr<CloudFixture> m_cloud;

    static std::string specificationFolder() {
        if (const QByteArray named = qgetenv("CUTAWAY_TAMS_SPEC"); !named.isEmpty())
            return named.toStdString();
        const QDir around(QStringLiteral(CUTAWAY_SOURCE_DIR "/.."));
        for (const QString& folder : around.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QString api = around.filePath(folder) + QStringLiteral("/tams-spec/api");
            if (QFileInfo::exists(api))
                return api.toStdString();
        }
        return {};
    }

    json example(const std::string& name) const {
        return json::parse(std::ifstream(m_spec + "/examples/" + name));
    }

    void fits(const std::string& target, const std::string& schema, bool list = false) {
        const auto answer = m_cloud->call("GET", target);
        QVERIFY2(answer.status == 200, (target + ": " + answer.text).c_str());
        for (const json& value : list ? answer.body : json::array({answer.body})) {
            const std::string wrong = m_schemas->check(value, schema);
            QVERIFY2(wrong.empty(), (target + ": " + wrong).c_str());
        }
    }

private Q_SLOTS:
    void initTestCase() {
        m_spec = specificationFolder();
        if (!QFileInfo::exists(QString::fromStdString(m_spec + "/schemas/flow-get.json")))
            QSKIP("The TAMS specification is not here; set CUTAWAY_TAMS_SPEC to its api folder.");
        m_schemas = std::make_unique<JsonSchemas>(m_spec + "/schemas");
    }

    void init() { m_cloud = std::make_unique<CloudFixture>(); }

    void theValidatorTellsGoodFromBad() {
        QCOMPARE(m_schemas->check(example("flow-put.json"), "flow-put.json"), std::string());
        json bad = CloudFixture::videoFlow(testId(1), testId(2));
        QCOMPARE(m_schemas->check(bad, "flow-put.json"), std::string());
        bad["essence_parameters"].erase("frame_width");
        QVERIFY(!m_schemas->check(bad, "flow-put.json").empty());
        QVERIFY(!m_schemas->check("01:0", "timestamp.json").empty());
        QVERIFY(!m_schemas->check({{"object_id", "x"}}, "flow-segment-post.json").empty());
    }

    void answersFitTheSchemas() {
        json flow = example("flow-put.json");
        const std::string id = flow["id"];
        flow["container"] = "video/mp4";
        m_cloud->putFlow(flow);
        const json multi{{"id", testId(9)},
                         {"source_id", testId(1009)},
                         {"format", "urn:x-nmos:format:multi"},
                         {"flow_collection", {{{"id", id}, {"role", "video"}}}}};
        m_cloud->putFlow(multi);
        const auto allocated = m_cloud->call("POST", "/flows/" + id + "/storage", {{"limit", 3}});
        QCOMPARE(m_schemas->check(allocated.body, "flow-storage.json"), std::string());
        const std::string object = m_cloud->upload(id);
        const auto partial =
            m_cloud->call("POST", "/flows/" + id + "/segments",
                          {{{"object_id", object}, {"timerange", "[0:0_1:0)"}, {"key_frame_count", 1}},
                           {{"object_id", "none"}, {"timerange", "[1:0_2:0)"}}});
        QCOMPARE(partial.status, 200);
        QCOMPARE(m_schemas->check(partial.body, "flow-segment-bulk-failure.json"), std::string());
        fits("/service", "service.json");
        fits("/service/storage-backends", "storage-backends-list.json");
        fits("/sources", "source.json", true);
        fits("/flows", "flow-get.json", true);
        fits("/flows/" + id + "?include_timerange=true", "flow-get.json");
        fits("/flows/" + id + "/tags", "tags.json");
        fits("/flows/" + testId(9) + "/flow_collection", "flow-collection.json");
        fits("/flows/" + id + "/segments?include_object_timerange=true", "flow-segment.json", true);
        fits("/flows/" + id + "/segments?verbose_storage=true", "flow-segment.json", true);
        fits("/objects/" + object, "object.json");
        const auto missing = m_cloud->call("GET", "/flows/" + testId(5));
        QCOMPARE(m_schemas->check(missing.body, "error.json"), std::string());
    }

    void theExamplesAreAccepted_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"flow-put.json", "flow-get-200-audio-aac.json", "flow-get-200-audio-wav.json",
              "flow-get-200-data-ttml.json", "flow-get-200-image-jpeg.json", "flow-get-200-video-h264.json",
              "flow-get-200-video-h264-mxf.json", "flow-get-200-video-h264-vfr.json",
              "flow-get-200-video-h264-fmp4.json", "flow-get-200-video-jpeg-jp2.json",
              "flow-get-200-video-raw.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void theExamplesAreAccepted() {
        QFETCH(QString, name);
        json flow = example(name.toStdString());
        flow.erase("flow_collection"); // of flows that are not here
        flow.erase("profile_id");
        const std::string path = "/flows/" + flow["id"].get<std::string>();
        const auto answer = m_cloud->call("PUT", path, flow);
        if (flow.value("read_only", false))
            QCOMPARE(m_cloud->call("PUT", path + "/read_only", false).status, 204);
        QVERIFY2(answer.status == 201, answer.text.c_str());
        const json got = m_cloud->call("GET", path).body;
        QCOMPARE(m_schemas->check(got, "flow-get.json"), std::string());
        for (const char* kept : {"essence_parameters", "codec", "container", "label", "tags", "generation"}) {
            if (flow.contains(kept))
                QCOMPARE(got[kept], flow[kept]);
        }
    }

    void profileExamplesAreAccepted() {
        for (const char* name : {"profile-get-200-image.json", "profile-get-200-video-h264.json",
                                 "profile-get-200-video-h264-mxf.json"}) {
            const json profile = example(name);
            const std::string path = "/service/profiles/" + profile["id"].get<std::string>();
            const auto made = m_cloud->call("POST", path, profile);
            QVERIFY2(made.status == 201, made.text.c_str());
            fits(path, "profile.json");
        }
    }
};

QTEST_GUILESS_MAIN(TestTamsSchemas)
#include "test_tams_schemas.moc"
