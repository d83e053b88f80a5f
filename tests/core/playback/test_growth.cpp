#include "core/playback/live_edge.h"
#include "core/playback/span_table.h"
#include "hand_player.h"
#include "made_media.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

/// Playing what still grows: the pieces come as the test says.
class TestGrowth : public QObject {
    Q_OBJECT
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    Uuid m_id;

    SequencePtr upTo(std::int64_t frames) const {
        const auto& source = m_made->made(m_id);
        return sequenceOf({50, 1}, {Item::of(clipOf(source, 0, frames))},
                          {Item::of(soundOf(source, 0, frames))});
    }
    std::int32_t rampAt(std::int64_t sample) const {
        const auto& source = m_made->made(m_id);
        return MadeMedia::ramp(source.clock.sampleAtFrame(source.firstFrame) + sample);
    }
    static LiveEdge::TimePoint at(int milliseconds) {
        return LiveEdge::TimePoint(std::chrono::milliseconds(milliseconds));
    }

private Q_SLOTS:
    void initTestCase() { m_id = m_made->add(1, {50, 1}, {36000, 0}, 3); }

    void atTheEdgePlayingWaitsAndGoesOnWithTheNextPiece() {
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(upTo(50), SequenceEnd::Growing);
        player.seek(30);
        QVERIFY(screen.wait(30));
        QVERIFY(screen.waitRunning(player.play({1, 1})));
        for (int frame = 31; frame < 50; ++frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        clock.advance(std::chrono::milliseconds(20));
        QVERIFY(screen.waitState([](const PlayerState& s) { return s.buffering && !s.speed.paused(); }));
        QCOMPARE(player.state().position, std::int64_t(49));

        player.extend(upTo(100), SequenceEnd::Growing);
        const auto next = screen.wait(50); // no frame twice, none left out
        QVERIFY(next);
        QCOMPARE(std::int64_t(idOf(*next).frame), m_made->made(m_id).firstFrame + 50);
        QVERIFY(screen.waitState([](const PlayerState& s) { return !s.buffering; }));
        for (int frame = 51; frame < 100; ++frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        player.extend(upTo(100), SequenceEnd::Final);
        clock.advance(std::chrono::milliseconds(20));
        QVERIFY(screen.waitState([](const PlayerState& s) { return s.speed.paused(); }));
        QCOMPARE(player.state().position, std::int64_t(99));
        QCOMPARE(player.state().dropped, std::int64_t(0));
    }

    void soundAndPictureAreNotDisturbedByANewPiece() {
        HandClock clock;
        Screen screen;
        HandOutput output;
        Player player(m_made, &output, screen.callbacks(), {}, &clock);
        player.setSequence(upTo(50), SequenceEnd::Growing);
        QVERIFY(screen.wait(0));
        QVERIFY(screen.waitRunning(player.play({1, 1})));
        std::int64_t sample = 0;
        for (int frame = 1; frame < 140; ++frame) {
            if (frame == 40)
                player.extend(upTo(100), SequenceEnd::Growing);
            if (frame == 90)
                player.extend(upTo(150), SequenceEnd::Final);
            for (const std::int32_t heard : output.pull(960))
                QCOMPARE(heard, rampAt(sample++));
            QCOMPARE(sample, std::int64_t(frame) * 960);
            clock.advance(std::chrono::milliseconds(21));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        QCOMPARE(output.starts(), 1);
        QCOMPARE(player.state().dropped, std::int64_t(0));
    }

    void whatGrowsIsNotPaddedWithSilence() {
        HandClock clock;
        Screen screen;
        HandOutput output;
        Player player(m_made, &output, screen.callbacks(), {}, &clock);
        player.setSequence(upTo(50), SequenceEnd::Growing);
        QVERIFY(screen.wait(0));
        QVERIFY(screen.waitRunning(player.play({1, 1})));
        // All but the last frame, so that the player does not stand at the edge yet.
        std::int64_t sample = 0;
        for (const std::int32_t heard : output.pull(49 * 960))
            QCOMPARE(heard, rampAt(sample++));
        player.extend(upTo(100), SequenceEnd::Growing);
        for (const std::int32_t heard : output.pull(20 * 960))
            QCOMPARE(heard, rampAt(sample++));
        QCOMPARE(sample, std::int64_t(69) * 960);
    }

    void aPieceThatComesWhileStandingStillLeavesThePictureAlone() {
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {});
        player.setSequence(upTo(50), SequenceEnd::Growing);
        player.seek(20);
        QVERIFY(screen.wait(20));
        const auto order = player.extend(upTo(150), SequenceEnd::Growing);
        QVERIFY(screen.waitState([order](const PlayerState& s) { return s.order >= order; }));
        QCOMPARE(player.state().position, std::int64_t(20));
        player.seek(140);
        const auto shown = screen.wait(140);
        QVERIFY(shown);
        QCOMPARE(std::int64_t(idOf(*shown).frame), m_made->made(m_id).firstFrame + 140);
    }

    void theEdgeMovesOnWithTimeUpToOnePiece() {
        LiveEdge edge({50, 1}, 500, at(1000));
        QCOMPARE(edge.edge(at(1000)), std::int64_t(500));
        QCOMPARE(edge.edge(at(1400)), std::int64_t(520));
        QCOMPARE(edge.edge(at(9000)), std::int64_t(550)); // what is late has not happened for us
        edge.grewTo(550, at(2000));
        QCOMPARE(edge.edge(at(2000)), std::int64_t(550));
        QCOMPARE(edge.tenthsBehind(390, at(2000)), std::int64_t(32));
        edge.grewTo(540, at(2100)); // never back
        QCOMPARE(edge.frames(), std::int64_t(550));
    }

    void whoJoinsReachesEachPieceShortlyAfterItCame() {
        LiveEdge edge({50, 1}, 500, at(0));
        for (int piece = 1; piece <= 5; ++piece)
            edge.grewTo(500 + piece * 50, at(piece * 1000));
        for (int ms = 5000; ms < 6000; ms += 100) {
            const std::int64_t joined = edge.joinFrame(at(ms));
            const std::int64_t untilNext = 750 - joined; // frames until those that come at 6000
            QVERIFY(5000 + (ms - 5000) + untilNext * 20 >= 6000 + 280);
            QVERIFY(5000 + (ms - 5000) + untilNext * 20 <= 6000 + 320);
        }
    }

    void fallingBehindIsCaughtUpWithOrJumped() {
        using Follow = LiveEdge::Follow;
        const LiveEdge edge({50, 1}, 1000, at(0));
        const std::int64_t joined = edge.joinFrame(at(0));
        QVERIFY(edge.follow(joined, false, at(0)) == Follow::Steady);
        QVERIFY(edge.follow(joined - 5, false, at(0)) == Follow::Steady);
        QVERIFY(edge.follow(joined - 5, true, at(0)) == Follow::Faster);
        QVERIFY(edge.follow(joined - 6, false, at(0)) == Follow::Faster);
        QVERIFY(edge.follow(joined, true, at(0)) == Follow::Steady);
        QVERIFY(edge.follow(joined - 450, true, at(0)) == Follow::Jump);
    }

    void whatIsForgottenIsAskedForAgainAndNothingElse() {
        SpanTable spans;
        ObjectSpan one{"a", 0, 50, 0};
        spans.add(0, 200, {one});
        spans.forget(50, 100);
        QVERIFY(spans.covers(49) && !spans.covers(50) && !spans.covers(99) && spans.covers(100));
        QCOMPARE(spans.find(10)->objectId, std::string("a"));
        spans.add(50, 100, {{"b", 50, 50, 0}});
        QVERIFY(spans.covers(60));
        QCOMPARE(spans.find(60)->objectId, std::string("b"));
    }
};

QTEST_APPLESS_MAIN(TestGrowth)
#include "test_growth.moc"
