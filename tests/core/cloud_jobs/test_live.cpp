#include "core/catalogue/growth.h"
#include "core/catalogue/stream.h"
#include "core/media/frame_id.h"
#include "core/playback/player.h"
#include "core/playback/tams_media_access.h"
#include "tests/support/cloud_process.h"
#include "tests/support/media_fixtures.h"

#include <QTemporaryDir>
#include <QtTest>
#include <chrono>
#include <condition_variable>

using namespace cutaway;
using namespace playback;
using Steady = std::chrono::steady_clock;

namespace {

constexpr std::int64_t frames = 400; // eight seconds
constexpr std::uint32_t number = 11;

timeline::SequencePtr sequenceOf(const tams::SourceView& view) {
    timeline::Sequence sequence = timeline::emptySequence("live", view.clock.rate, false);
    timeline::Clip clip;
    clip.id = Uuid::random();
    clip.media.sourceId = view.sourceId;
    clip.mediaRate = view.clock.rate;
    clip.in = view.firstFrame();
    clip.duration = view.frameCount();
    timeline::Track track = *sequence.tracks[0];
    track.items = {timeline::Item::of(clip)};
    sequence.tracks[0] = std::make_shared<const timeline::Track>(track);
    return std::make_shared<const timeline::Sequence>(sequence);
}

} // namespace

/// A file that comes in at its own speed, by the real programs, and a player that follows it.
class TestLive : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::CloudProcess> m_cloud;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    struct Grown {
        Uuid flow;
        std::optional<TimeRange> added;
        Steady::time_point when;
    };
    std::vector<Grown> m_grown;            // under m_mutex
    std::vector<PresentedPicture> m_shown; // under m_mutex
    PlayerState m_state;                   // under m_mutex

    std::string clipFile() const {
        const auto path = std::filesystem::path(m_folder->path().toStdString()) / "live.mp4";
        test::ClipSpec spec = test::smallClip(frames, number);
        spec.startTimecode = 10 * 3600 * 50;
        test::makeClipFile(spec, path);
        return path.string();
    }
    template <class Predicate>
    bool wait(Predicate predicate) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::minutes(2), predicate);
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cloud = std::make_unique<test::CloudProcess>(m_folder->path().toStdString());
        m_cloud->start();
        m_grown.clear();
        m_shown.clear();
        m_state = {};
    }
    void cleanup() { m_cloud.reset(); }

    /// Nothing is there before it has happened, every frame is shown once and in order while the angle grows,
    /// and playing ends where the angle ends.
    void aLiveAngleGrowsAtItsOwnSpeedAndPlaysOn() {
        const std::string file = clipFile();
        auto http = std::make_shared<tams::HttpClient>(m_cloud->connection());
        auto client = std::make_shared<tams::TamsClient>(http);
        tams::SourceCache sources(client);
        auto access = std::make_shared<TamsMediaAccess>(client);
        const catalogue::EventStream stream(
            http,
            [&](const catalogue::StreamEvent& event) {
                if (event.type != "flow")
                    return;
                const auto growth = catalogue::flowGrowthFromJson(event.data);
                if (!growth)
                    return;
                access->grew(growth->flowId, growth->added);
                const std::lock_guard lock(m_mutex);
                m_grown.push_back({growth->flowId, growth->added, Steady::now()});
                m_changed.notify_all();
            },
            [](catalogue::LinkState, const std::string&) {});

        const Uuid job = Uuid::random();
        const auto began = Steady::now();
        const auto output =
            m_cloud->ctl({"ingest", file, "--label", "CAM 1", "--realtime", "--id", job.toString()});
        QVERIFY2(output.code == 0, output.text.c_str());
        const Uuid source = Uuid::named(job, "source");
        const Uuid proxy = Uuid::named(job, "proxy");
        QVERIFY(wait([&] {
            return std::any_of(m_grown.begin(), m_grown.end(),
                               [&](const Grown& one) { return one.flow == proxy && one.added; });
        }));

        const auto viewNow = [&] {
            sources.clear();
            return sources.get(source);
        };
        auto view = viewNow();
        QVERIFY2(view.ok(), view.ok() ? "" : view.error().message.c_str());
        QVERIFY(view->growing());
        QVERIFY(view->frameCount() < frames);
        QCOMPARE(view->clock.origin, (Timestamp{36000, 0}));

        Player player(access, nullptr,
                      {[this](const PresentedPicture& picture) {
                           const std::lock_guard lock(m_mutex);
                           m_shown.push_back(picture);
                           m_changed.notify_all();
                       },
                       [this](const PlayerState& state) {
                           const std::lock_guard lock(m_mutex);
                           m_state = state;
                           m_changed.notify_all();
                       }},
                      {});
        player.setSequence(sequenceOf(*view), SequenceEnd::Growing);
        const std::uint64_t order = player.play({1, 1}, 0);
        for (std::size_t seen = 0; view->growing();) {
            QVERIFY(wait([&] { return m_grown.size() > seen; }));
            {
                const std::lock_guard lock(m_mutex);
                seen = m_grown.size();
            }
            view = viewNow();
            QVERIFY(view.ok());
            player.extend(sequenceOf(*view), view->growing() ? SequenceEnd::Growing : SequenceEnd::Final);
        }
        QCOMPARE(view->frameCount(), frames);
        QVERIFY(wait([&] { return m_state.order >= order && m_state.speed.paused(); }));
        QCOMPARE(player.state().position, frames - 1);

        const std::lock_guard lock(m_mutex);
        std::int64_t last = -1;
        for (const PresentedPicture& picture : m_shown) {
            if (!picture.exact || picture.order < order)
                continue;
            QVERIFY(picture.picture);
            const auto id = media::readFrameId(*picture.picture);
            QVERIFY(id.has_value());
            QCOMPARE(*id, (media::FrameId{number, static_cast<std::uint32_t>(picture.frame)}));
            QVERIFY2(picture.frame >= last, "a frame was shown twice out of order");
            last = picture.frame;
        }
        QCOMPARE(last, frames - 1);
        for (const Grown& one : m_grown) {
            if (!one.added || !one.added->end())
                continue;
            const auto happened = std::chrono::nanoseconds(
                static_cast<std::int64_t>((one.added->end()->at - view->clock.origin).totalNanoseconds()));
            QVERIFY2(one.when - began >= happened, "a piece was there before it had happened");
        }
    }

    void cancelledItLeavesNothing() {
        const Uuid job = Uuid::random();
        QCOMPARE(
            m_cloud->ctl({"ingest", clipFile(), "--label", "CAM 1", "--realtime", "--id", job.toString()})
                .code,
            0);
        const auto client = m_cloud->client();
        QTRY_VERIFY_WITH_TIMEOUT(client.job(job)->percent > 0, 60'000);
        QVERIFY(client.cancelJob(job).ok());
        QTRY_VERIFY_WITH_TIMEOUT(client.job(job)->isOver(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_cloud->media().source(Uuid::named(job, "source")).ok(), 60'000);
    }
};

QTEST_GUILESS_MAIN(TestLive)
#include "test_live.moc"
