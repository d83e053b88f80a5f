#include "core/tams/types.h"

#include <QTest>

#include <algorithm>

using namespace cutaway;
using namespace cutaway::tams;

namespace {

/// JSON with ' for ", which reads better here.
Json parsed(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return parseJson(text).value();
}

const char* const masterFlow =
    "{"
    "'id':'0b1f6a52-6c1e-4d0b-9b1a-3f1c5a7e0001','source_id':'7abe4d59-7d1c-432d-ba2a-6180e12137cc',"
    "'label':'Cam 1','generation':0,'status':'closed_complete','created':'2026-07-11T10:00:00Z',"
    "'format':'urn:x-nmos:format:video','codec':'video/h265','container':'video/mp4',"
    "'avg_bit_rate':180000,'max_bit_rate':240000,'segment_duration':{'numerator':2,'denominator':1},"
    "'tags':{'_cutaway_start_timecode':'10:00:00:00','many':['a','b']},'x_new':{'kept':[1,2]},"
    "'essence_parameters':{'frame_width':3840,'frame_height':2160,'frame_rate':{'numerator':50,'denominator':"
    "1},"
    "'interlace_mode':'progressive','bit_depth':10,'component_type':'YCbCr','horiz_chroma_subs':2,"
    "'colorspace':'BT2100','transfer_characteristic':'HLG','aspect_ratio':{'numerator':16,'denominator':9}}}";

} // namespace

class TestTamsTypes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flowsKeepWhatTheyDoNotKnow() {
        const Json json = parsed(masterFlow);
        const auto flow = flowFromJson(json);
        QVERIFY(flow.ok());
        QCOMPARE(flow->essence.width, 3840);
        QVERIFY(flow->essence.frameRate == (FrameRate{50, 1}));
        QCOMPARE(tagText(flow->tags, "_cutaway_start_timecode"), "10:00:00:00");
        QCOMPARE(tagText(flow->tags, "many"), "a");
        QVERIFY(toJson(*flow) == json);
    }

    void flowsThatBreakTheSchemaAreRefused_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("id") << QByteArray("id") << QByteArray("'0B1F6A52'");
        QTest::newRow("format") << QByteArray("format") << QByteArray("'urn:x-nmos:format:mux'");
        QTest::newRow("rate") << QByteArray("essence_parameters")
                              << QByteArray(
                                     "{'frame_width':1,'frame_height':1,'frame_rate':{'numerator':0}}");
        QTest::newRow("size") << QByteArray("essence_parameters") << QByteArray("{'frame_width':-1}");
        QTest::newRow("tags") << QByteArray("tags") << QByteArray("{'a':1}");
        QTest::newRow("generation") << QByteArray("generation") << QByteArray("18446744073709551615");
        QTest::newRow("collection") << QByteArray("flow_collection") << QByteArray("{'id':1}");
    }

    void flowsThatBreakTheSchemaAreRefused() {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        Json json = parsed(masterFlow);
        json[field.toStdString()] = parsed(value.constData());
        const auto flow = flowFromJson(json);
        QVERIFY(!flow.ok());
        QVERIFY(flow.error().category == ErrorCategory::InvalidInput);
    }

    void segmentsRoundTrip() {
        const Json json = parsed(
            "{'object_id':'a/b','timerange':'[10:0_11:0)','ts_offset':'10:0',"
            "'object_timerange':'[0:0_1:0)','key_frame_count':2,'last_duration':'0:20000000','new':true,"
            "'get_urls':[{'url':'http://h/a','label':'x','presigned':true,'region':'r'}]}");
        const auto segment = segmentFromJson(json);
        QVERIFY(segment.ok());
        QVERIFY(segment->tsOffset == (Timestamp{10, 0}));
        QVERIFY(segment->getUrls.at(0).presigned);
        QVERIFY(toJson(*segment) == json);
        QVERIFY(!segmentFromJson(parsed("{'object_id':'a'}")).ok());
        QVERIFY(!segmentFromJson(parsed("{'object_id':'a','timerange':'10'}")).ok());
    }

    void sourcesAndObjectsRoundTrip() {
        const Json source =
            parsed("{'id':'7abe4d59-7d1c-432d-ba2a-6180e12137cc','label':'CAM 2',"
                   "'format':'urn:x-nmos:format:multi','tags':{'a':'b'},'later':1,"
                   "'source_collection':[{'id':'0b1f6a52-6c1e-4d0b-9b1a-3f1c5a7e0001','role':'video'}],"
                   "'collected_by':['0b1f6a52-6c1e-4d0b-9b1a-3f1c5a7e0002']}");
        QVERIFY(toJson(sourceFromJson(source).value()) == source);
        const Json object = parsed("{'id':'o','referenced_by_flows':[],'timerange':'[0:0_1:0)',"
                                   "'get_urls':[{'url':'http://h/a','presigned':false}],'later':1"
                                   "}");
        QVERIFY(toJson(objectFromJson(object).value()) == object);
    }

    void storageRequestsExclude() {
        QVERIFY(storageRequestFromJson(parsed("{'limit':3}")).ok());
        QVERIFY(!storageRequestFromJson(parsed("{'limit':3,'object_ids':['a']}")).ok());
        StorageAllocation allocation;
        allocation.objects.push_back({"id", "http://h/put", "video/mp4", {{"x-a", "b"}}, true});
        QVERIFY(storageAllocationFromJson(toJson(allocation)).value() == allocation);
    }

    void hostileTextIsAnError() {
        QVERIFY(!parseJson(std::string(100'000, '[')).ok());
        QVERIFY(!parseJson("{\"a\":").ok());
        QVERIFY(!parseJson("").ok());
        QVERIFY(parseJson("\"" + std::string(100'000, '[') + "\"").ok());
        QVERIFY(!flowFromJson(parsed("[]")).ok());
    }
};

QTEST_APPLESS_MAIN(TestTamsTypes)
#include "test_types.moc"
