#include "core/playback/rung_choice.h"
#include "shaped_ladder.h"
#include "tests/support/quiet_threads.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;
using namespace std::chrono_literals;

namespace {

using Time = LinkMeter::TimePoint;

/// `bits` per second in pieces of 4 KB from `now` on, for `bytes`; when the last one came.
Time carry(LinkMeter& meter, Time now, std::int64_t bits, std::int64_t bytes) {
    constexpr std::int64_t piece = 4096;
    meter.began(now);
    for (std::int64_t at = piece; at < bytes; at += piece) {
        now += std::chrono::nanoseconds(piece * 8 * 1'000'000'000 / bits);
        meter.arrived(piece, now);
    }
    meter.ended(now);
    return now;
}

bool near(std::optional<std::int64_t> measured, std::int64_t bits) {
    return measured && *measured > bits * 9 / 10 && *measured < bits * 11 / 10;
}

} // namespace

/// Which rung plays, by what the link carries.
class TestRungs : public QObject {
    Q_OBJECT
    HandClock m_clock;
    std::shared_ptr<ShapedLadder> m_media;
    std::int64_t m_slow = 0; ///< bits per second that carry the small rung only
    std::int64_t m_fast = 0;

    RungSituation at(std::chrono::milliseconds now, std::int64_t link, std::chrono::milliseconds ahead,
                     bool waiting = false) const {
        return {Time(now), link > 0 ? std::optional(link) : std::nullopt, 2'000'000, ahead, false, waiting};
    }

    struct Shown {
        std::int64_t frame = 0;
        int rungHeight = 0;
        bool exact = false;
        std::int64_t number = 0; ///< that the picture carries
    };
    struct Seen {
        std::int64_t frames = 0; ///< shown, each counted once
        std::int64_t last = -1;
        std::int64_t wrong = 0; ///< pictures that were not of their moment
        std::vector<int> heights;
        std::int64_t waits = 0; ///< times the clock stood after it had begun
        int times(int height) const {
            return static_cast<int>(std::count(heights.begin(), heights.end(), height));
        }
    };

    /// Somebody who plays the angle from its first frame.
    struct Viewing {
        TestRungs& test;
        std::mutex mutex;
        std::vector<Shown>
            shown; ///< without the pictures: a screen keeps none, whose memory the player counts
        Player player;
        static TestRungs& alone(TestRungs& test) {
            test.m_clock.forgetPlayer();
            return test;
        }
        explicit Viewing(TestRungs& t)
            : test(alone(t))
            , player(t.m_media, nullptr, {[this](const PresentedPicture& p) { show(p); }, nullptr}, {},
                     &t.m_clock) {
            const auto& source = t.m_media->made();
            player.setSequence(sequenceOf({25, 1}, {Item::of(clipOf(source, 0, source.frameCount))}));
        }
        void show(const PresentedPicture& p) {
            const std::lock_guard lock(mutex);
            shown.push_back({p.frame, p.rungHeight, p.exact, std::int64_t(idOf(p).frame)});
        }
        /// One frame's time goes by, its bytes come, and the player does what it can with them.
        void tick() {
            for (int i = 0; i < 20; ++i) {
                test.m_media->deliver(2ms);
                test.m_clock.advance(2ms);
            }
            QVERIFY(test::letOthersFinish());
        }
        /// Until `frame` was shown, or so many frames' time has gone by.
        Seen playTo(std::int64_t frame, int ticks) {
            Seen seen;
            bool waiting = true;
            for (; ticks > 0 && player.state().position < frame; --ticks) {
                tick();
                const bool waits = player.state().buffering;
                seen.waits += waits && !waiting ? 1 : 0;
                waiting = waits;
            }
            const std::lock_guard lock(mutex);
            std::int64_t& last = seen.last;
            for (const Shown& picture : shown) {
                if (!picture.exact || picture.frame <= last)
                    continue;
                last = picture.frame;
                ++seen.frames;
                seen.heights.push_back(picture.rungHeight);
                seen.wrong += picture.number == test.m_media->made().firstFrame + last ? 0 : 1;
            }
            return seen;
        }
    };

private Q_SLOTS:
    void initTestCase() {
        m_media = std::make_shared<ShapedLadder>(m_clock, 28);
        m_slow = m_media->bitsOf(0) * 7 / 10;
        m_fast = m_media->bitsOf(0) * 10;
        QVERIFY2(m_media->bitsOf(1) * 3 < m_slow * 2, "The small rung must fit the slow link.");
    }

    void theMeterTellsWhatTheLinkCarries() {
        LinkMeter meter;
        QVERIFY(!meter.bitsPerSecond(Time(0s)));
        Time now = carry(meter, Time(1s), 1'200'000, 400'000);
        QVERIFY(near(meter.bitsPerSecond(now), 1'200'000));
        QVERIFY(near(meter.bitsPerSecond(now + 10min), 1'200'000)); // nothing newer is known
    }
    void roundTripsAndPausesAreNoPartOfIt() {
        LinkMeter meter;
        Time now(1s);
        for (int i = 0; i < 20; ++i)
            now = carry(meter, now + 300ms, 8'000'000, 24'000);
        QVERIFY(near(meter.bitsPerSecond(now), 8'000'000));
    }
    void aSingleBurstTellsNothing() {
        LinkMeter meter;
        meter.began(Time(1s));
        meter.arrived(16'384, Time(1s) + 1us);
        meter.ended(Time(1s) + 1us);
        QVERIFY(!meter.bitsPerSecond(Time(2s)));
    }
    void transfersBesideEachOtherShareTheLink() {
        LinkMeter meter;
        meter.began(Time(0s));
        meter.began(Time(0s));
        for (int i = 1; i <= 100; ++i)
            meter.arrived(5000, Time(i * 20ms)); // whichever of them
        QVERIFY(near(meter.bitsPerSecond(Time(2s)), 2'000'000));
    }
    void anotherLinkIsKnownAfterAFewSeconds() {
        LinkMeter meter;
        Time now = carry(meter, Time(1s), 1'200'000, 1'500'000);
        for (int i = 0; i < 6; ++i)
            now = carry(meter, now + 1s, 20'000'000, 60'000);
        QVERIFY(near(meter.bitsPerSecond(now), 20'000'000));
    }
    void aLinkThatStandsStillIsSeen() {
        LinkMeter meter;
        meter.began(Time(0s));
        for (int i = 1; i <= 50; ++i)
            meter.arrived(25'000, Time(i * 20ms));
        QVERIFY(near(meter.bitsPerSecond(Time(1s)), 10'000'000));
        QVERIFY(*meter.bitsPerSecond(Time(11s)) < 1'000'000);
    }

    void itGoesDownAtOnceWhenPicturesRunOut() {
        RungChoice choice;
        choice.begin(at(0s, 0, 0s));
        QVERIFY(choice.rung() == Rung::Full);
        QVERIFY(!choice.follow(at(1s, 1'200'000, 1200ms))); // what is there already plays in full
        QVERIFY(choice.follow(at(2s, 1'200'000, 500ms)));
        QVERIFY(choice.rung() == Rung::Small);
    }
    void aShortBufferIsNoReasonOnALinkThatCarries() {
        RungChoice choice;
        choice.begin(at(0s, 2'100'000, 0s));
        for (int i = 0; i < 100; ++i)
            QVERIFY(!choice.follow(at(i * 100ms, 2'100'000, 100ms)));
    }
    void whoWaitsLongGetsTheSmallOneWhateverIsMeasured() {
        RungChoice choice;
        choice.begin(at(0s, 0, 0s));
        QVERIFY(!choice.follow(at(0s, 0, 0s, true)));
        QVERIFY(!choice.follow(at(1400ms, 0, 0s, true)));
        QVERIFY(choice.follow(at(1600ms, 0, 0s, true)));
    }
    void soDoesWhoWaitsAgainAndAgain() {
        const auto secondsDown = [&](std::chrono::milliseconds runs) {
            RungChoice choice;
            choice.begin(at(0s, 0, 0s));
            for (auto time = 0ms; time < 90s; time += runs + 500ms) {
                choice.follow(at(time, 0, 0s, true));
                if (choice.follow(at(time + 500ms, 0, 0s, true)))
                    return static_cast<int>(time / 1s);
                choice.follow(at(time + 520ms, 0, 400ms));
                choice.follow(at(time + runs + 480ms, 0, 400ms));
            }
            return -1;
        };
        QCOMPARE(secondsDown(15s), -1); // a hiccup now and then
        QCOMPARE(secondsDown(1s), 3);
    }
    void itGoesUpOnlyWithRoomToSpareForAWhile() {
        RungChoice choice;
        choice.begin(at(0s, 1'200'000, 0s));
        QVERIFY(choice.rung() == Rung::Small);
        for (int i = 0; i < 200; ++i)
            QVERIFY(!choice.follow(at(i * 100ms, 2'500'000, 1400ms))); // carried, but with no margin
        QVERIFY(!choice.follow(at(20s, 4'000'000, 1400ms)));
        QVERIFY(!choice.follow(at(22s, 4'000'000, 1400ms)));
        QVERIFY(!choice.follow(at(22500ms, 2'100'000, 1400ms))); // it begins again
        QVERIFY(!choice.follow(at(23s, 4'000'000, 1400ms)));
        QVERIFY(!choice.follow(at(25900ms, 4'000'000, 1400ms)));
        QVERIFY(choice.follow(at(26s, 4'000'000, 1400ms)));
        QVERIFY(choice.rung() == Rung::Full);
    }
    void aStepUpThatDidNotLastIsNotTriedSoonAgain() {
        RungChoice choice;
        choice.begin(at(0s, 1'200'000, 0s));
        const auto secondsUp = [&](std::chrono::milliseconds from) {
            for (int i = 0; i < 1000; ++i)
                if (choice.follow(at(from + i * 100ms, 4'000'000, 1400ms)))
                    return i / 10;
            return -1;
        };
        QCOMPARE(secondsUp(0s), 3);
        QVERIFY(choice.follow(at(5s, 1'200'000, 300ms)));
        QCOMPARE(secondsUp(5s), 6);
        QVERIFY(choice.follow(at(15s, 1'200'000, 300ms)));
        QCOMPARE(secondsUp(15s), 12);
    }
    void whatTheUserWantsIsObeyed() {
        RungChoice choice;
        choice.choose(PictureQuality::Small);
        choice.begin(at(0s, 50'000'000, 0s));
        choice.follow(at(1s, 50'000'000, 1400ms));
        QVERIFY(choice.rung() == Rung::Small);
        choice.choose(PictureQuality::Full);
        choice.follow(at(10s, 100'000, 0s, true));
        choice.follow(at(20s, 100'000, 0s, true));
        QVERIFY(choice.rung() == Rung::Full);
    }

    void aSlowLinkPlaysTheSmallOneAndAFastOneTheFullOneAgain() {
        m_media->setLink(m_slow);
        Viewing viewing(*this);
        viewing.player.play({1, 1});
        const Seen slow = viewing.playTo(275, 1000);
        QVERIFY(viewing.player.state().position >= 275);
        QCOMPARE(slow.wrong, std::int64_t(0));
        QCOMPARE(slow.heights.back(), 270);
        QVERIFY2(slow.times(270) > 200, qPrintable(QString::number(slow.times(270))));
        QVERIFY2(slow.waits <= 2, qPrintable(QString::number(slow.waits)));
        QVERIFY(viewing.player.state().small && !viewing.player.state().smallByChoice);
        QVERIFY(near(viewing.player.state().linkBits, m_slow));

        m_media->setLink(m_fast);
        const std::int64_t dropped = viewing.player.state().dropped;
        const Seen fast = viewing.playTo(690, 1000);
        QCOMPARE(fast.wrong, std::int64_t(0));
        QCOMPARE(fast.waits, std::int64_t(0));
        QCOMPARE(fast.heights.back(), 540);
        QVERIFY(!viewing.player.state().small);
        QCOMPARE(viewing.player.state().dropped, dropped);
        QCOMPARE(fast.frames - slow.frames, fast.last - slow.last); // none is lost where the rung changes
        // Up once, and on a key frame: the first frame of an Object.
        const auto up = std::find(fast.heights.begin() + slow.frames, fast.heights.end(), 540);
        QCOMPARE(std::count(up, fast.heights.end(), 270), std::ptrdiff_t(0));
        QCOMPARE((fast.last + 1 - (fast.heights.end() - up)) % ShapedLadder::perObject, std::int64_t(0));
    }

    void atRestTheFullOneComesOnTheSlowestLink() {
        m_media->setLink(m_slow);
        Viewing viewing(*this);
        viewing.player.play({1, 1});
        viewing.playTo(60, 400);
        viewing.player.pause(60);
        bool first = false;
        for (int i = 0; i < 400 && !first; ++i) {
            viewing.tick();
            const std::lock_guard lock(viewing.mutex);
            const Shown& newest = viewing.shown.back();
            first = newest.exact && newest.frame == 60 && newest.rungHeight == 540;
        }
        QVERIFY(first);
        QVERIFY(!viewing.player.state().small);
    }

    void withoutAMeasurementWaitingIsWhatCounts() {
        m_media->setMeasured(false);
        m_media->setLink(m_slow);
        Viewing viewing(*this);
        viewing.player.play({1, 1});
        const Seen seen = viewing.playTo(275, 1500);
        m_media->setMeasured(true);
        QVERIFY(viewing.player.state().position >= 275);
        QCOMPARE(seen.heights.back(), 270);
        QCOMPARE(seen.wrong, std::int64_t(0));
    }

    void whatTheUserPinnedPlays() {
        m_media->setLink(m_fast);
        {
            Viewing viewing(*this);
            viewing.player.setQuality(PictureQuality::Small);
            viewing.player.seek(100);
            viewing.player.play({1, 1}, 100);
            const std::int64_t before = m_media->carried(1);
            const Seen seen = viewing.playTo(300, 1000);
            QCOMPARE(seen.wrong, std::int64_t(0));
            QVERIFY(m_media->carried(1) > before);
            QCOMPARE(seen.heights.back(), 270);
            QVERIFY(viewing.player.state().smallByChoice);
            viewing.player.setQuality(PictureQuality::Full); // while it plays
            QCOMPARE(viewing.playTo(450, 1000).heights.back(), 540);
        }
        m_media->setLink(m_slow);
        Viewing viewing(*this);
        viewing.player.setQuality(PictureQuality::Full);
        viewing.player.play({1, 1});
        const Seen seen = viewing.playTo(100, 2000);
        QVERIFY(viewing.player.state().position >= 100);
        QCOMPARE(seen.wrong, std::int64_t(0));
        QCOMPARE(seen.times(270), 0);
        QVERIFY(seen.waits > 0); // that is what was asked for
    }

    void whatIsHereAlreadyPlaysInFullWhateverTheLinkCarries() {
        m_media->setLink(m_fast);
        m_media->setMeasured(false);
        Viewing viewing(*this);
        viewing.player.play({1, 1});
        QCOMPARE(viewing.playTo(200, 1000).heights.back(), 540);
        m_media->setMeasured(true);
        m_media->setLink(m_slow);
        // Further on it is slow, and known to be.
        viewing.playTo(600, 1500);
        QVERIFY(viewing.player.state().small);
        {
            const std::lock_guard lock(viewing.mutex);
            viewing.shown.clear();
        }
        viewing.player.play({1, 1}, 50);
        viewing.tick();
        const Seen again = viewing.playTo(150, 1000);
        QCOMPARE(again.wrong, std::int64_t(0));
        QCOMPARE(again.times(270), 0);
    }
};

QTEST_APPLESS_MAIN(TestRungs)
#include "test_rungs.moc"
