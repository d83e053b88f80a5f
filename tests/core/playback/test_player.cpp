#include "hand_player.h"
#include "made_media.h"

#include <QTest>
#include <random>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

class TestPlayer : public QObject {
    Q_OBJECT
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    Uuid m_a, m_b, m_ntsc;

private Q_SLOTS:
    void initTestCase() {
        m_a = m_made->add(1, {50, 1}, {36000, 0}, 3);
        m_b = m_made->add(2, {50, 1}, {36000, 0}, 3);
        m_ntsc = m_made->add(3, {60000, 1001}, {36000, 0}, 2);
    }

    void everySeekShowsTheRightFrame() {
        for (const auto& [id, number] : {std::pair{m_a, 1u}, std::pair{m_ntsc, 3u}}) {
            const auto& source = m_made->made(id);
            Screen screen;
            Player player(m_made, nullptr, screen.callbacks(), {});
            player.setSequence(
                sequenceOf(source.clock.rate, {Item::of(clipOf(source, 0, source.frameCount))}));
            std::mt19937 random(7);
            for (int i = 0; i < 60; ++i) {
                const auto frame =
                    static_cast<std::int64_t>(random() % static_cast<unsigned>(source.frameCount));
                player.seek(frame);
                const auto shown = screen.wait(frame);
                QVERIFY2(shown, qPrintable(QStringLiteral("frame %1 never came").arg(frame)));
                QVERIFY(idOf(*shown) ==
                        (media::FrameId{number, static_cast<std::uint32_t>(source.firstFrame + frame)}));
            }
            // What is marked exact always is; a stand-in never claims to be.
            const std::lock_guard lock(screen.mutex);
            for (const auto& p : screen.pictures)
                if (p.exact)
                    QCOMPARE(std::int64_t(idOf(p).frame), source.firstFrame + p.frame);
        }
    }

    void playingAcrossACutShowsEachFrameOnceInOrder() {
        const auto& a = m_made->made(m_a);
        const auto& b = m_made->made(m_b);
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(sequenceOf(
            {50, 1}, {Item::of(clipOf(a, 20, 40)), Item::of(clipOf(b, 77, 40)), Item::of(clipOf(a, 3, 20))}));
        QVERIFY(screen.wait(0));
        QVERIFY(screen.waitRunning(player.play({1, 1})));
        for (std::int64_t frame = 1; frame < 100; ++frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        clock.advance(std::chrono::milliseconds(20));
        QVERIFY(screen.waitState([](const PlayerState& s) { return s.speed.paused(); }));
        QCOMPARE(player.state().dropped, std::int64_t(0));
        std::int64_t last = -1;
        const std::lock_guard lock(screen.mutex);
        for (const auto& p : screen.pictures) {
            if (!p.exact || p.frame == last)
                continue;
            QCOMPARE(p.frame, last + 1);
            last = p.frame;
            const std::int64_t expected = p.frame < 40   ? a.firstFrame + 20 + p.frame
                                          : p.frame < 80 ? b.firstFrame + 77 + p.frame - 40
                                                         : a.firstFrame + 3 + p.frame - 80;
            QCOMPARE(std::int64_t(idOf(p).frame), expected);
            QCOMPARE(idOf(p).source, p.frame >= 40 && p.frame < 80 ? 2u : 1u);
        }
        QCOMPARE(last, std::int64_t(99));
    }

    void backwardsIsTrueReverse() {
        const auto& a = m_made->made(m_a);
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(sequenceOf({50, 1}, {Item::of(clipOf(a, 0, 120))}));
        player.seek(110);
        QVERIFY(screen.wait(110));
        QVERIFY(screen.waitRunning(player.play({-1, 1})));
        for (std::int64_t frame = 109; frame >= 40; --frame) {
            clock.advance(std::chrono::milliseconds(20));
            const auto shown = screen.wait(frame);
            QVERIFY2(shown, qPrintable(QString::number(frame)));
            QCOMPARE(std::int64_t(idOf(*shown).frame), a.firstFrame + frame);
        }
        player.pause();
        QVERIFY(screen.waitState([](const PlayerState& s) { return s.speed.paused(); }));
    }

    void gapsAreBlackAndExact() {
        const auto& a = m_made->made(m_a);
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {});
        player.setSequence(sequenceOf({50, 1}, {Item::gap(10), Item::of(clipOf(a, 0, 10))}));
        player.seek(3);
        const auto shown = screen.wait(3);
        QVERIFY(shown);
        QCOMPARE(shown->rungHeight, 0);
        QVERIFY(!media::readFrameId(*shown->picture));
    }

    void whatIsNotThereIsSaidAndComesBack() {
        const auto& a = m_made->made(m_a);
        Screen screen;
        m_made->away = true;
        Player player(m_made, nullptr, screen.callbacks(), {});
        player.setSequence(sequenceOf({50, 1}, {Item::of(clipOf(a, 0, 100))}));
        player.seek(60);
        {
            std::unique_lock lock(screen.mutex);
            QVERIFY(screen.shown.wait_for(lock, std::chrono::seconds(10), [&] {
                return !screen.pictures.empty() && screen.pictures.back().error.has_value();
            }));
            QVERIFY(!screen.pictures.back().exact);
            QVERIFY(screen.pictures.back().error->category == ErrorCategory::Unavailable);
        }
        m_made->away = false;
        const auto shown = screen.wait(60);
        QVERIFY(shown);
        QCOMPARE(std::int64_t(idOf(*shown).frame), a.firstFrame + 60);
    }

    void anObjectIsFetchedOnce() {
        const auto& a = m_made->made(m_a);
        m_made->fetched = 0;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {});
        player.setSequence(sequenceOf({50, 1}, {Item::of(clipOf(a, 0, 50))}));
        for (std::int64_t frame : {10, 40, 11, 3, 49, 0}) {
            player.seek(frame);
            QVERIFY(screen.wait(frame));
        }
        QCOMPARE(m_made->fetched.load(), 1);
    }
};

QTEST_APPLESS_MAIN(TestPlayer)
#include "test_player.moc"
