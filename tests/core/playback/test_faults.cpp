#include "core/media/frame_id.h"
#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"
#include "core/tams/client.h"
#include "core/tams/rest.h"
#include "tests/core/playback/made_media.h"
#include "tests/core/tams/scripted_server.h"

#include <QTest>

#include <charconv>

using namespace cutaway;
using namespace cutaway::playback;
using cutaway::test::ScriptedReply;
using cutaway::test::ScriptedServer;
using cutaway::test::SeenRequest;
using tams::Json;

namespace {

constexpr int seconds = 4;
constexpr std::int64_t start = 36'000;

std::int64_t numberAt(const std::string& text, std::size_t at) {
    std::int64_t value = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), value);
    return value;
}

/// Our cloud's listing and media of one made angle, with faults as the test says.
class FaultyCloud {
public:
    using Fault = std::function<void(ScriptedReply&, int nth)>; ///< the nth request of media, from 1

    FaultyCloud()
        : m_server([this](const SeenRequest& request) { return answer(request); }) {
        m_id = m_made.add(1, {50, 1}, {start, 0}, seconds);
        const PlayableSource& source = m_made.made(m_id);
        for (int s = 0; s < seconds; ++s) {
            const auto span =
                m_made.pictureSpan(source, source.rungs[0].flowId, source.firstFrame + s * 50, {});
            m_objects.push_back(*m_made.object(*span, {}).value());
            m_layouts.push_back(*media::readPictureLayout(media::memorySource(m_objects.back())));
        }
        m_access = std::make_shared<TamsMediaAccess>(std::make_shared<tams::TamsClient>(
            std::make_shared<tams::HttpClient>(tams::Connection{m_server.url(), "token", false})));
    }

    void setFault(Fault fault) {
        const std::lock_guard lock(m_mutex);
        m_fault = std::move(fault);
        m_mediaRequests = 0;
    }
    void setListed(int count) {
        const std::lock_guard lock(m_mutex);
        m_listed = count;
    }
    const Uuid& id() const { return m_id; }
    const PlayableSource& source() const { return m_made.made(m_id); }
    const std::shared_ptr<TamsMediaAccess>& access() const { return m_access; }
    const media::PictureLayout& layout(int second) const {
        return m_layouts[static_cast<std::size_t>(second)];
    }
    /// "first-last" of every request for this Object, in the order of arrival.
    std::vector<std::string> ranges(int second) const {
        std::vector<std::string> found;
        for (const SeenRequest& request : m_server.seen())
            if (request.target == "/media/" + std::to_string(second))
                found.push_back(request.header("range").substr(6));
        return found;
    }

private:
    Json flow(const Uuid& id, int generation) const {
        return {{"id", id.toString()},
                {"source_id", Uuid::random().toString()},
                {"format", tams::format::video},
                {"codec", "video/h264"},
                {"container", "video/mp4"},
                {"generation", generation},
                {"timerange", generation == 0 ? "()" : "[36000:0_36004:0)"},
                {"essence_parameters",
                 {{"frame_width", 480}, {"frame_height", 270}, {"frame_rate", {{"numerator", 50}}}}}};
    }

    ScriptedReply listing(const SeenRequest& request) {
        Json rows = Json::array();
        for (int s = 0; s < m_listed; ++s)
            rows.push_back({"object-" + std::to_string(s),
                            "[" + std::to_string(start + s) + ":0_" + std::to_string(start + s + 1) + ":0)",
                            std::to_string(start + s) + ":0", "/media/" + std::to_string(s),
                            m_layouts[static_cast<std::size_t>(s)].bytes,
                            m_layouts[static_cast<std::size_t>(s)].headerBytes,
                            media::packLayout(m_layouts[static_cast<std::size_t>(s)])});
        Json body;
        body["segments"][m_flow.toString()] = {{"timerange", "[35000:0_37000:0)"}, {"rows", rows}};
        if (request.target.find("timerange=") == std::string::npos) {
            body["source"] = {{"id", m_id.toString()}, {"format", tams::format::multi}, {"label", "CAM 1"}};
            body["flows"] = {{{"role", "video"}, {"flow", flow(m_master, 0)}},
                             {{"role", "video"}, {"flow", flow(m_flow, 1)}}};
        }
        return {200, {}, body.dump(), {}};
    }

    ScriptedReply answer(const SeenRequest& request) {
        const std::lock_guard lock(m_mutex);
        if (request.target.starts_with("/cutaway/v1/playback/"))
            return listing(request);
        if (!request.target.starts_with("/media/"))
            return {200, {}, "{}", {}};
        const media::ByteBuffer& bytes = m_objects[static_cast<std::size_t>(numberAt(request.target, 7))];
        const std::string range = request.header("range");
        const auto first = static_cast<std::size_t>(numberAt(range, 6));
        const auto last =
            std::min(static_cast<std::size_t>(numberAt(range, range.find('-') + 1)), bytes.size() - 1);
        ScriptedReply reply{206, {}, {}, {}};
        reply.body.assign(reinterpret_cast<const char*>(bytes.data()) + first, last - first + 1);
        reply.headers.emplace_back("Content-Range", "bytes " + std::to_string(first) + "-" +
                                                        std::to_string(last) + "/" +
                                                        std::to_string(bytes.size()));
        if (m_fault)
            m_fault(reply, ++m_mediaRequests);
        return reply;
    }

    MadeMedia m_made;
    Uuid m_id;
    const Uuid m_master = Uuid::random();
    const Uuid m_flow = Uuid::random();
    std::vector<media::ByteBuffer> m_objects;
    std::vector<media::PictureLayout> m_layouts;
    std::mutex m_mutex; ///< guards what follows
    Fault m_fault;
    int m_mediaRequests = 0;
    int m_listed = seconds;
    ScriptedServer m_server;
    std::shared_ptr<TamsMediaAccess> m_access;
};

/// A player at rest, without prefetch, so that requests can be counted.
class Viewer {
public:
    explicit Viewer(FaultyCloud& cloud)
        : m_cloud(cloud)
        , m_player(cloud.access(), nullptr,
                   {[this](const PresentedPicture& p) {
                        const std::lock_guard lock(m_mutex);
                        m_shown.push_back(p);
                        m_changed.notify_all();
                    },
                    nullptr},
                   options()) {
        timeline::Sequence sequence = timeline::emptySequence("s", {50, 1}, false);
        timeline::Clip clip;
        clip.id = Uuid::random();
        clip.media.sourceId = cloud.id();
        clip.mediaRate = {50, 1};
        clip.in = cloud.source().firstFrame;
        clip.duration = seconds * 50;
        timeline::Track track = *sequence.tracks[0];
        track.items = {timeline::Item::of(clip)};
        sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
        m_player.setSequence(std::make_shared<const timeline::Sequence>(sequence));
    }

    void seek(std::int64_t frame) { m_player.seek(frame); }
    /// Waits for the exact picture of `frame` and says whether its pixels are that picture's.
    bool shows(std::int64_t frame) {
        return waitFor([&](const PresentedPicture& p) {
            if (p.frame != frame || !p.exact || !p.picture)
                return false;
            const auto id = media::readFrameId(*p.picture);
            return id && id->frame == static_cast<std::uint32_t>(m_cloud.source().firstFrame + frame);
        });
    }
    bool complains(std::int64_t frame, ErrorCategory category) {
        return waitFor([&](const PresentedPicture& p) {
            return p.frame == frame && p.error && p.error->category == category && !p.exact;
        });
    }
    /// No picture that was called exact was another one.
    bool neverWrong() {
        const std::lock_guard lock(m_mutex);
        return std::none_of(m_shown.begin(), m_shown.end(), [&](const PresentedPicture& p) {
            if (!p.exact || !p.picture)
                return false;
            const auto id = media::readFrameId(*p.picture);
            return !id || id->frame != static_cast<std::uint32_t>(m_cloud.source().firstFrame + p.frame);
        });
    }

private:
    static Player::Options options() {
        Player::Options options;
        options.prefetch = false;
        return options;
    }
    template <class Predicate>
    bool waitFor(Predicate predicate) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(60),
                                  [&] { return std::any_of(m_shown.rbegin(), m_shown.rend(), predicate); });
    }

    FaultyCloud& m_cloud;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<PresentedPicture> m_shown;
    Player m_player; ///< last
};

std::string range(std::int64_t first, std::int64_t end) {
    return std::to_string(first) + "-" + std::to_string(end - 1);
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSeekAsksForItsGopAndNoMore() {
        FaultyCloud cloud;
        Viewer viewer(cloud);
        viewer.seek(10);
        QVERIFY(viewer.shows(10));
        const auto& layout = cloud.layout(0);
        // The picture at rest on opening, and the one that was sought: each byte once.
        std::int64_t asked = 0;
        for (const std::string& r : cloud.ranges(0))
            asked += numberAt(r, r.find('-') + 1) - numberAt(r, 0) + 1;
        QCOMPARE(asked, layout.end(10));
        viewer.seek(50 + 40);
        QVERIFY(viewer.shows(90));
        auto ranges = cloud.ranges(1);
        std::sort(ranges.begin(), ranges.end());
        const auto& second = cloud.layout(1);
        QCOMPARE(ranges,
                 (std::vector{range(0, second.headerBytes), range(second.begin(25), second.end(40))}));
        viewer.seek(50 + 30); // decoded on the way
        QVERIFY(viewer.shows(80));
        QCOMPARE(cloud.ranges(1).size(), std::size_t{2});
        viewer.seek(50 + 44); // only what is missing
        QVERIFY(viewer.shows(94));
        QCOMPARE(cloud.ranges(1).back(), range(second.end(40), second.end(44)));
        QCOMPARE(cloud.ranges(1).size(), std::size_t{3});
    }

    void aLinkCutInTheMiddleGoesOnWhereItBroke() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int nth) {
            if (nth == 1)
                reply.breakAfter = reply.body.size() / 2;
        });
        Viewer viewer(cloud);
        viewer.seek(20);
        QVERIFY(viewer.shows(20));
        QVERIFY(viewer.neverWrong());
        std::int64_t asked = 0;
        for (const std::string& r : cloud.ranges(0))
            asked += numberAt(r, r.find('-') + 1) - numberAt(r, 0) + 1;
        // What broke off was asked for to its end once, and again from where it broke: less than twice.
        QVERIFY(asked < 2 * cloud.layout(0).end(20));
        const auto all = cloud.ranges(0);
        QVERIFY(std::any_of(all.begin(), all.end(), [](const std::string& r) { return r[0] != '0'; }));
    }

    void aBurstOfServerErrorsPasses() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int nth) {
            if (nth <= 2)
                reply = {503, {}, "", {}};
        });
        Viewer viewer(cloud);
        viewer.seek(70);
        QVERIFY(viewer.shows(70));
        QVERIFY(viewer.neverWrong());
    }

    void aWrongRangeIsNeverTakenForTheRightOne() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int nth) {
            if (nth <= 2)
                reply.headers[0].second = "bytes 1-" + std::to_string(reply.body.size()) + "/999999";
        });
        Viewer viewer(cloud);
        viewer.seek(60);
        QVERIFY(viewer.complains(60, ErrorCategory::Corrupt));
        QVERIFY(viewer.shows(60)); // by itself, a little later
        QVERIFY(viewer.neverWrong());
    }

    void damagedBytesAreFetchedAgain() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int nth) {
            if (nth <= 2)
                for (std::size_t i = reply.body.size() / 2; i < reply.body.size(); ++i)
                    reply.body[i] = static_cast<char>(i * 31);
        });
        Viewer viewer(cloud);
        viewer.seek(65);
        QVERIFY(viewer.shows(65));
        QVERIFY(viewer.neverWrong());
    }

    void aTruncatedObjectIsAnErrorOfItsFrames() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int) {
            const std::string whole = reply.headers[0].second;
            if (whole.find("bytes 0-") == std::string::npos) {
                reply.body.resize(reply.body.size() / 2);
                const std::int64_t first = numberAt(whole, 6);
                reply.headers[0].second =
                    "bytes " + range(first, first + static_cast<std::int64_t>(reply.body.size())) + "/*";
            }
        });
        Viewer viewer(cloud);
        viewer.seek(45);
        QVERIFY(viewer.complains(45, ErrorCategory::Corrupt));
        viewer.seek(110); // the first GOP of another Object is whole
        QVERIFY(viewer.shows(110));
        QVERIFY(viewer.neverWrong());
    }

    void anAddressThatHasRunOutIsAskedForAgain() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int nth) {
            if (nth <= 2)
                reply = {403, {}, "", {}};
        });
        Viewer viewer(cloud);
        viewer.seek(30);
        QVERIFY(viewer.complains(30, ErrorCategory::Forbidden));
        QVERIFY(viewer.shows(30));
        QVERIFY(viewer.neverWrong());
    }

    void aListThatShrinksTakesItsFramesAway() {
        FaultyCloud cloud;
        Viewer viewer(cloud);
        viewer.seek(10);
        QVERIFY(viewer.shows(10));
        cloud.setListed(2);
        cloud.access()->refresh();
        viewer.seek(160);
        QVERIFY(viewer.complains(160, ErrorCategory::NotFound));
        viewer.seek(90);
        QVERIFY(viewer.shows(90));
        cloud.setListed(seconds);
        cloud.access()->refresh();
        viewer.seek(160);
        QVERIFY(viewer.shows(160));
        QVERIFY(viewer.neverWrong());
    }

    void aStallLetsGoOfWhatNobodyWantsAnyMore() {
        FaultyCloud cloud;
        cloud.setFault([](ScriptedReply& reply, int) {
            if (reply.headers[0].second.find("/") != std::string::npos && reply.body.size() > 3000)
                reply.stallAfterHeaders = reply.headers[0].second.starts_with("bytes 0-");
        });
        Viewer viewer(cloud);
        viewer.seek(10);
        cloud.setFault(nullptr);
        viewer.seek(130);
        QVERIFY(viewer.shows(130));
        QVERIFY(viewer.neverWrong());
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
