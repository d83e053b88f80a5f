#include "core/tams/source_view.h"
#include "tests/core/tams/scripted_server.h"

#include <QTest>

#include <thread>

using namespace cutaway;
using namespace cutaway::tams;
using cutaway::test::ScriptedReply;
using cutaway::test::ScriptedServer;
using cutaway::test::SeenRequest;

namespace {

/// A TAMS store of a few resources, answering from memory.
class MemoryStore {
public:
    std::map<std::string, Json> sources;
    std::map<std::string, Json> flows;

    ScriptedReply answer(const SeenRequest& request) const {
        const std::string path = request.target.substr(0, request.target.find('?'));
        const std::string id = path.substr(path.rfind('/') + 1);
        if (path == "/flows") {
            Json found = Json::array();
            for (const auto& [flowId, flow] : flows)
                if (request.target == "/flows?source_id=" + flow.at("source_id").get<std::string>())
                    found.push_back(flow);
            return {200, {}, found.dump(), {}};
        }
        const auto& table = path.starts_with("/sources/") ? sources : flows;
        const auto it = table.find(id);
        return it == table.end() ? ScriptedReply{404, {}, "", {}}
                                 : ScriptedReply{200, {}, it->second.dump(), {}};
    }

    Uuid addSource(std::string_view format, const std::string& label, const Uuid& collectedBy = {}) {
        const Uuid id = Uuid::random();
        Json source = {{"id", id.toString()}, {"format", format}, {"label", label}};
        if (!collectedBy.isNil())
            source["collected_by"] = {collectedBy.toString()};
        sources[id.toString()] = source;
        return id;
    }

    Uuid addFlow(const Uuid& source, Json fields) {
        const Uuid id = Uuid::random();
        fields["id"] = id.toString();
        fields["source_id"] = source.toString();
        flows[id.toString()] = fields;
        return id;
    }
};

Json video(int width, int height, int generation, int kilobits, const char* timerange) {
    return {{"format", format::video},
            {"codec", "video/h264"},
            {"container", "video/mp4"},
            {"generation", generation},
            {"avg_bit_rate", kilobits},
            {"timerange", timerange},
            {"essence_parameters",
             {{"frame_width", width},
              {"frame_height", height},
              {"frame_rate", {{"numerator", 60000}, {"denominator", 1001}}},
              {"colorspace", "BT2100"},
              {"transfer_characteristic", "HLG"}}}};
}

Json audio(const char* codec, int generation) {
    return {{"format", format::audio},
            {"codec", codec},
            {"generation", generation},
            {"timerange", "[36000:0_36010:0)"},
            {"essence_parameters", {{"sample_rate", 48000}, {"channels", 2}}}};
}

Json waveformOf(const char* codec, const char* samplesPerPeak) {
    return {{"format", format::data},
            {"codec", codec},
            {"essence_parameters", {{"data_type", waveform::dataType}}},
            {"tags", {{std::string(waveform::samplesPerPeakTag), samplesPerPeak}}}};
}

} // namespace

class TestSourceView : public QObject {
    Q_OBJECT

    MemoryStore m_store;
    Uuid m_multi, m_picture, m_master, m_proxy, m_rung, m_wav, m_fine;
    std::unique_ptr<ScriptedServer> m_server;

    std::shared_ptr<TamsClient> client() const {
        return std::make_shared<TamsClient>(
            std::make_shared<HttpClient>(Connection{m_server->url(), "secret", false}));
    }

private Q_SLOTS:
    void initTestCase() {
        m_multi = m_store.addSource(format::multi, "CAM 2");
        m_picture = m_store.addSource(format::video, "picture", m_multi);
        const Uuid sound = m_store.addSource(format::audio, "sound", m_multi);
        const Uuid stills = m_store.addSource(format::image, "stills", m_multi);
        Json master = video(3840, 2160, 0, 40000, "[36000:0_36010:10000000)");
        master["tags"] = {{"_cutaway_start_timecode", "10:00:00;00"},
                          {"_cutaway_timecode_rate", "60000/1001"},
                          {"_cutaway_timecode_drop", "true"}};
        master["status"] = "ingesting";
        m_master = m_store.addFlow(m_picture, master);
        m_proxy = m_store.addFlow(m_picture, video(960, 540, 1, 1900, "[36000:0_36010:10000000)"));
        m_rung = m_store.addFlow(m_picture, video(480, 270, 1, 400, "[36000:0_36010:10000000)"));
        m_wav = m_store.addFlow(sound, audio("audio/x-raw-int", 0));
        const Uuid aac = m_store.addFlow(sound, audio("audio/aac", 1));
        const Uuid jpeg =
            m_store.addFlow(stills, {{"format", format::image},
                                     {"codec", "image/jpeg"},
                                     {"essence_parameters", {{"frame_width", 320}, {"frame_height", 180}}}});
        const Uuid shape = m_store.addSource(format::data, "shape", m_multi);
        const std::string codec(waveform::codec);
        m_fine = m_store.addFlow(shape, waveformOf(codec.c_str(), "240"));
        const std::vector<Uuid> shapes{m_store.addFlow(shape, waveformOf(codec.c_str(), "12000")), m_fine,
                                       m_store.addFlow(shape, waveformOf("application/x-other", "240")),
                                       m_store.addFlow(shape, waveformOf(codec.c_str(), "24o"))};
        Json members = Json::array();
        for (const Uuid& id : shapes)
            members.push_back({{"id", id.toString()}, {"role", "waveform-1"}});
        for (const Uuid& id : {m_proxy, m_master, m_rung})
            members.push_back({{"id", id.toString()}, {"role", "video"}});
        members.push_back({{"id", m_wav.toString()}, {"role", "audio-1"}});
        members.push_back({{"id", aac.toString()}, {"role", "audio-1"}});
        members.push_back({{"id", jpeg.toString()}, {"role", "thumbnails"}});
        members.push_back({{"id", Uuid::random().toString()}, {"role", "video"}}); // deleted meanwhile
        m_store.addFlow(m_multi, {{"format", format::multi}, {"flow_collection", members}});
        m_server =
            std::make_unique<ScriptedServer>([this](const SeenRequest& r) { return m_store.answer(r); });
    }

    void everyIdLeadsToTheMultiSource() {
        const auto tams = client();
        for (const Uuid& id : {m_multi, m_picture, m_master, m_wav}) {
            const auto view = resolveSource(*tams, id);
            QVERIFY2(view.ok(), view ? "" : view.error().message.c_str());
            QVERIFY(view->sourceId == m_multi);
            QCOMPARE(view->flows.size(), std::size_t{10});
        }
        QVERIFY(resolveSource(*tams, Uuid::random()).error().category == ErrorCategory::NotFound);
    }

    void membersAreFoundByRoleAndRung() {
        const auto view = resolveSource(*client(), m_multi);
        QVERIFY(view.ok());
        QCOMPARE(view->label, "CAM 2");
        QVERIFY(view->master()->flowId == m_master);
        QVERIFY(view->bestProxy()->flowId == m_proxy);
        QVERIFY(view->bestProxy(300)->flowId == m_rung);
        QVERIFY(view->bestProxy(100)->flowId == m_rung);
        QCOMPARE(view->proxies().size(), std::size_t{2});
        QVERIFY(view->audioMaster(1)->flowId == m_wav);
        QCOMPARE(view->audioProxy(1)->codec, "audio/aac");
        QCOMPARE(view->audioCount(), 1);
        QVERIFY(view->audioMaster(2) == nullptr && view->waveforms(2).empty());
        const auto shapes = view->waveforms(1); // those that we can read
        QCOMPARE(shapes.size(), std::size_t{2});
        QVERIFY(shapes[0]->flowId == m_fine && shapes[1]->samplesPerPeak == 12'000);
        QCOMPARE(view->thumbnails()->width, 320);
        QVERIFY(view->growing());
    }

    void clockAndTimecodeAreExact() {
        const auto view = resolveSource(*client(), m_multi);
        QVERIFY(view.ok());
        QVERIFY(view->clock.origin == (Timestamp{36000, 0}));
        QVERIFY(view->clock.rate == (FrameRate{60000, 1001}));
        QCOMPARE(view->frameCount(), 600); // 10.01 s
        QCOMPARE(view->timecodeAt(view->firstFrame()), "10:00:00;00");
        QCOMPARE(view->timecodeAt(view->firstFrame() + 599), "10:00:09;59");
    }

    void aSourceThatNothingCollectsStandsForItself() {
        const Uuid single = m_store.addSource(format::video, "feed");
        const Uuid flow = m_store.addFlow(single, video(1280, 720, 0, 5000, "[0:0_2:2000000)"));
        const auto view = resolveSource(*client(), flow);
        QVERIFY(view.ok());
        QVERIFY(view->sourceId == single);
        QVERIFY(view->master()->flowId == flow);
        QVERIFY(view->bestProxy()->flowId == flow); // nothing better to play
        QCOMPARE(view->frameCount(), 120);
    }

    void referencesOfManyForms() {
        const std::string id = m_multi.toString();
        using Kind = TamsReference::Kind;
        QVERIFY(parseReference(id).value() == (TamsReference{Kind::Either, m_multi}));
        QVERIFY(parseReference("tams://host/flows/" + id).value() == (TamsReference{Kind::Flow, m_multi}));
        QVERIFY(parseReference("https://h:1/base/sources/" + id + "?timerange=[0:0_1:0)").value() ==
                (TamsReference{Kind::Source, m_multi}));
        QVERIFY(!parseReference("file:///etc/" + id).ok());
        QVERIFY(!parseReference("tams://host/flows/x").ok());
        QVERIFY(!parseReference("").ok());
    }

    void theCacheAsksOnce() {
        SourceCache cache(client());
        QVERIFY(!cache.peek(m_multi));
        QVERIFY(cache.get(m_picture).ok());
        const std::size_t asked = m_server->seen().size();
        QVERIFY(cache.get(m_multi).ok() && cache.get(m_master).ok() && cache.peek(m_wav));
        QCOMPARE(m_server->seen().size(), asked);
        cache.forget(m_proxy);
        QVERIFY(!cache.peek(m_multi));
        QVERIFY(cache.get(m_multi).ok());
        QVERIFY(m_server->seen().size() > asked);
    }

    /// The first piece of a waveform moves no clock: what is known stays.
    void aWaveformBeginsToGrow() {
        SourceCache cache(client());
        QVERIFY(cache.get(m_multi).ok());
        const TimeRange minute = TimeRange::halfOpen({36000, 0}, {36060, 0});
        const auto grown = cache.grew(m_fine, minute);
        QVERIFY(grown && grown->waveforms(1)[0]->available == minute);
        QVERIFY(cache.peek(m_multi) == grown);
    }

    void theCacheMayBeForgottenAtAnyMoment() {
        SourceCache cache(client());
        const std::jthread forgetter([&](const std::stop_token& stop) {
            while (!stop.stop_requested())
                cache.forget(m_multi);
        });
        const std::size_t enough = m_server->seen().size() + 1000;
        while (m_server->seen().size() < enough) {
            const auto view = cache.get(m_picture);
            QVERIFY(view.ok() && view->sourceId == m_multi);
            cache.peek(m_picture);
        }
    }
};

QTEST_GUILESS_MAIN(TestSourceView)
#include "test_source_view.moc"
