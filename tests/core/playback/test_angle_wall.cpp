#include "core/playback/angle_wall.h"
#include "hand_player.h"
#include "made_media.h"
#include "passing_media.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

namespace {

/// Made media of which one angle can be held back: whoever asks for it waits until he gives up.
class SlowMedia final : public PassingMedia {
public:
    using PassingMedia::PassingMedia;

    void holdBack(std::optional<Uuid> source) {
        const std::lock_guard lock(m_mutex);
        m_held = source;
        m_changed.notify_all();
    }
    Result<ObjectSpan> pictureSpan(const PlayableSource& source, const Uuid& flow, std::int64_t unit,
                                   std::stop_token stop) override {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [&] { return m_held != source.sourceId; });
        }
        if (stop.stop_requested())
            return Error{ErrorCategory::Cancelled, "Given up.", {}};
        return PassingMedia::pictureSpan(source, flow, unit, stop);
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Uuid> m_held;
};

/// A wall, and a way to wait for its pictures.
class Watched {
public:
    explicit Watched(std::shared_ptr<MediaAccess> access, const AngleWall::Options& options = {})
        : wall(
              std::move(access),
              [this] {
                  const std::lock_guard lock(m_mutex);
                  ++m_arrivals;
                  m_arrived.notify_all();
              },
              options) {}

    /// The tiles once `enough` holds of them, or as they are after ten seconds.
    template <class Enough>
    std::vector<WallTile> followUntil(const WallLead& lead, Enough enough) {
        const auto giveUp = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        for (;;) {
            std::uint64_t seen = 0;
            {
                const std::lock_guard lock(m_mutex);
                seen = m_arrivals;
            }
            auto tiles = wall.follow(lead);
            if (enough(tiles) || std::chrono::steady_clock::now() >= giveUp)
                return tiles;
            std::unique_lock lock(m_mutex);
            m_arrived.wait_until(lock, giveUp, [&] { return m_arrivals != seen; });
        }
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::uint64_t m_arrivals = 0;

public:
    AngleWall wall; ///< last: its threads count arrivals
};

bool allExact(const std::vector<WallTile>& tiles) {
    return std::all_of(tiles.begin(), tiles.end(), [](const WallTile& tile) { return tile.exact; });
}

media::FrameId idOf(const WallTile& tile) {
    return tile.picture ? media::readFrameId(*tile.picture).value_or(media::FrameId{0, 0})
                        : media::FrameId{0, 0};
}

} // namespace

class TestAngleWall : public QObject {
    Q_OBJECT
    static constexpr int seconds = 4;
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    std::shared_ptr<SlowMedia> m_slow;
    std::vector<Uuid> m_four;
    Uuid m_late, m_ntsc;

    WallAngle angleOf(const Uuid& id) const {
        const PlayableSource& source = m_made->made(id);
        return {id, source.clock, source.firstFrame, source.firstFrame + source.frameCount};
    }
    std::vector<WallAngle> four() const {
        std::vector<WallAngle> angles;
        for (const Uuid& id : m_four)
            angles.push_back(angleOf(id));
        return angles;
    }
    WallLead leadAt(std::int64_t frame, Speed speed = {}) const {
        const PlayableSource& first = m_made->made(m_four[0]);
        return {first.clock, first.firstFrame + frame, speed};
    }

private Q_SLOTS:
    void initTestCase() {
        for (std::uint32_t number = 1; number <= 4; ++number)
            m_four.push_back(m_made->add(number, {50, 1}, {36000, 0}, seconds));
        m_late = m_made->add(5, {50, 1}, {36001, 0}, 2); // begins a second later and ends a second earlier
        m_ntsc = m_made->add(6, {60000, 1001}, {36000, 0}, 3);
        m_slow = std::make_shared<SlowMedia>(*m_made);
    }

    void atRestEveryTileIsExact() {
        Watched watched(m_made);
        watched.wall.setAngles(four());
        std::mt19937 random(5);
        for (int i = 0; i < 25; ++i) {
            const auto at = static_cast<std::int64_t>(random() % (seconds * 50));
            const auto tiles = watched.followUntil(leadAt(at), allExact);
            QCOMPARE(tiles.size(), std::size_t(4));
            for (std::uint32_t n = 0; n < 4; ++n) {
                QVERIFY2(tiles[n].exact, qPrintable(QStringLiteral("angle %1 at %2").arg(n).arg(at)));
                QCOMPARE(idOf(tiles[n]).source, n + 1);
                QCOMPARE(std::int64_t(idOf(tiles[n]).frame), leadAt(at).frame);
            }
        }
    }

    /// A real player leads; at each picture that it shows, all four are there and of the same instant.
    void playingTheTilesFollowTheLead_data() {
        QTest::addColumn<int>("speed");
        QTest::newRow("forwards") << 1;
        QTest::newRow("twice") << 2;
        QTest::newRow("backwards") << -1;
    }
    void playingTheTilesFollowTheLead() {
        QFETCH(int, speed);
        const PlayableSource& source = m_made->made(m_four[0]);
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(sequenceOf({50, 1}, {Item::of(clipOf(source, 0, source.frameCount))}));
        const std::int64_t from = speed > 0 ? 0 : source.frameCount - 1;
        player.seek(from);
        QVERIFY(screen.wait(from));
        Watched watched(m_made);
        watched.wall.setAngles(four());
        QVERIFY(screen.waitRunning(player.play({speed, 1})));
        for (std::int64_t step = 1; step < 90; ++step) {
            clock.advance(std::chrono::milliseconds(20));
            const std::int64_t at = from + step * speed;
            QVERIFY(screen.wait(at));
            const auto tiles = watched.followUntil(leadAt(at, {speed, 1}), allExact);
            for (std::uint32_t n = 0; n < 4; ++n) {
                QVERIFY2(tiles[n].exact, qPrintable(QStringLiteral("angle %1 at %2").arg(n).arg(at)));
                QCOMPARE(idOf(tiles[n]),
                         (media::FrameId{n + 1, static_cast<std::uint32_t>(source.firstFrame + at)}));
            }
        }
    }

    void whatIsAheadIsThereBeforeTheLead() {
        Watched watched(m_made);
        watched.wall.setAngles(four());
        watched.followUntil(leadAt(0, {1, 1}), allExact);
        // The lead stands; what it comes to next arrives meanwhile, without being asked for by name.
        AngleWall& wall = watched.wall;
        const std::size_t one = wall.follow(leadAt(0, {1, 1}))[0].picture->bytes();
        constexpr std::size_t ahead = 48; // of each angle: what has room
        watched.followUntil(leadAt(0, {1, 1}), [&](const auto&) { return wall.bytes() >= 4 * ahead * one; });
        QVERIFY(wall.bytes() >= 4 * ahead * one);
        for (std::int64_t at = 1; at < 20; ++at)
            QVERIFY(allExact(wall.follow(leadAt(at, {1, 1}))));
    }

    void aLateAngleHoldsNobodyUpAndIsMarked() {
        Watched watched(m_slow);
        watched.wall.setAngles(four());
        QVERIFY(allExact(watched.followUntil(leadAt(10), allExact)));
        m_slow->holdBack(m_four[2]);
        const auto othersExact = [](const std::vector<WallTile>& tiles) {
            return tiles[0].exact && tiles[1].exact && tiles[3].exact;
        };
        const auto tiles = watched.followUntil(leadAt(150), othersExact);
        QVERIFY(othersExact(tiles));
        QVERIFY(tiles[2].picture && !tiles[2].exact); // an earlier picture of the same angle
        QCOMPARE(idOf(tiles[2]).source, 3u);
        QCOMPARE(tiles[2].frame, leadAt(150).frame);
        m_slow->holdBack(std::nullopt);
        const auto after = watched.followUntil(leadAt(150), allExact);
        QVERIFY(allExact(after));
        QCOMPARE(std::int64_t(idOf(after[2]).frame), leadAt(150).frame);
    }

    void otherClocksAreWithinHalfAFrameOfTheInstant() {
        Watched watched(m_made);
        const WallAngle ntsc = angleOf(m_ntsc);
        watched.wall.setAngles({angleOf(m_four[0]), angleOf(m_late), ntsc});
        for (const std::int64_t at : {60, 77, 101, 149}) {
            const WallLead lead = leadAt(at);
            const auto tiles = watched.followUntil(lead, allExact);
            QVERIFY(allExact(tiles));
            QCOMPARE(idOf(tiles[1]), (media::FrameId{5, static_cast<std::uint32_t>(lead.frame)}));
            QCOMPARE(idOf(tiles[2]).source, 6u);
            const auto shown = static_cast<std::int64_t>(idOf(tiles[2]).frame);
            QVERIFY(lead.clock.timeOf(lead.frame) < ntsc.clock.timeOf(shown + 1));
            QVERIFY(ntsc.clock.timeOf(shown - 1) < lead.clock.timeOf(lead.frame));
        }
        const auto tiles = watched.wall.follow(leadAt(20));
        QVERIFY(tiles[1].outside && !tiles[1].picture);
        QVERIFY(!tiles[0].outside && !tiles[2].outside);
    }

    void memoryStaysWithinItsShare() {
        AngleWall::Options options;
        options.frameBytes = std::size_t{16} << 20;
        Watched watched(m_made, options);
        watched.wall.setAngles(four());
        for (std::int64_t at = 0; at < seconds * 50; at += 3) {
            watched.followUntil(leadAt(at, {1, 1}), allExact);
            QVERIFY(watched.wall.bytes() <= options.frameBytes + options.frameBytes / 20);
        }
    }

    void fastEachAngleShowsAPictureNearby() {
        Watched watched(m_made);
        watched.wall.setAngles(four());
        const auto there = [](const std::vector<WallTile>& tiles) {
            return std::all_of(tiles.begin(), tiles.end(), [](const auto& tile) { return tile.picture; });
        };
        const auto tiles = watched.followUntil(leadAt(20, {8, 1}), there);
        QVERIFY(there(tiles));
        for (std::uint32_t n = 0; n < 4; ++n) {
            QCOMPARE(idOf(tiles[n]).source, n + 1);
            QVERIFY(!tiles[n].exact || std::int64_t(idOf(tiles[n]).frame) == tiles[n].frame);
        }
    }
};

QTEST_APPLESS_MAIN(TestAngleWall)
#include "test_angle_wall.moc"
