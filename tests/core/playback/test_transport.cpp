#include "hand_player.h"
#include "made_media.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

namespace {

constexpr std::int64_t frames = 150;

std::int32_t tone(std::int64_t sample) {
    return static_cast<std::int32_t>(
        (1 << 29) * std::sin(2 * std::numbers::pi * 800 * static_cast<double>(sample % 48000) / 48000));
}

} // namespace

class TestTransport : public QObject {
    Q_OBJECT
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    Uuid m_ramp, m_tone, m_ntsc;

    SequencePtr whole(const Uuid& id) const {
        const auto& source = m_made->made(id);
        return sequenceOf(source.clock.rate, {Item::of(clipOf(source, 0, source.frameCount))},
                          {Item::of(soundOf(source, 0, source.frameCount))});
    }
    /// What the ramp has at a sample of the whole sequence.
    std::int32_t rampAt(const Uuid& id, std::int64_t sample) const {
        const auto& source = m_made->made(id);
        return MadeMedia::ramp(source.clock.sampleAtFrame(source.firstFrame) + sample);
    }

private Q_SLOTS:
    void initTestCase() {
        m_ramp = m_made->add(1, {50, 1}, {36000, 0}, 3);
        m_ntsc = m_made->add(2, {60000, 1001}, {36000, 0}, 2);
        m_made->recorded = tone;
        m_tone = m_made->add(3, {50, 1}, {36000, 0}, 3);
    }

    void everySpeedShowsItsFramesAndNoOthers_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("steps");
        QTest::newRow("-1") << -1 << 1 << 100 << 60;
        QTest::newRow("2") << 2 << 1 << 0 << 70;
        QTest::newRow("-2") << -2 << 1 << 149 << 70;
        QTest::newRow("4") << 4 << 1 << 3 << 36;
        QTest::newRow("-8") << -8 << 1 << 149 << 18;
        QTest::newRow("16") << 16 << 1 << 0 << 9;
        QTest::newRow("1/4") << 1 << 4 << 10 << 20;
        QTest::newRow("-1/4") << -1 << 4 << 80 << 20;
    }
    void everySpeedShowsItsFramesAndNoOthers() {
        QFETCH(int, num);
        QFETCH(int, den);
        QFETCH(int, from);
        QFETCH(int, steps);
        const auto& source = m_made->made(m_ramp);
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(whole(m_ramp));
        player.seek(from);
        QVERIFY(screen.wait(from));
        const std::uint64_t order = player.play({num, den});
        QVERIFY(screen.waitRunning(order));
        const int stride = den == 1 ? num : num > 0 ? 1 : -1;
        for (int step = 1; step <= steps; ++step) {
            clock.advance(std::chrono::milliseconds(20 * den));
            const auto shown = screen.wait(from + step * stride);
            QVERIFY2(shown, qPrintable(QStringLiteral("step %1").arg(step)));
            QCOMPARE(std::int64_t(idOf(*shown).frame), source.firstFrame + from + step * stride);
        }
        const std::lock_guard lock(screen.mutex);
        for (const auto& p : screen.pictures)
            if (p.order == order)
                QCOMPARE((p.frame - from) % stride, 0);
    }

    void aClockThatJumpsShowsNoWrongPicture() {
        const auto& source = m_made->made(m_ramp);
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(whole(m_ramp));
        const std::uint64_t order = player.play({1, 1}, 0);
        QVERIFY(screen.waitRunning(order));
        std::int64_t frame = 0;
        QVERIFY(screen.wait(frame));
        const auto playOn = [&](int steps) {
            for (int step = 0; step < steps; ++step) {
                clock.advance(std::chrono::milliseconds(20));
                const auto shown = screen.wait(++frame);
                if (!shown || std::int64_t(idOf(*shown).frame) != source.firstFrame + frame)
                    return false;
            }
            return true;
        };
        QVERIFY(playOn(30));
        QCOMPARE(player.state().dropped, 0);
        const int waits = clock.waits();
        clock.advance(std::chrono::seconds(-20)); // to before the start: it goes on from where it is
        clock.letWaitAfter(waits);
        QVERIFY(playOn(30));
        QCOMPARE(player.state().dropped, 0);
        clock.advance(std::chrono::seconds(1)); // what a second would have shown is lost, and counted
        frame += 50;
        const auto shown = screen.wait(frame);
        QVERIFY(shown);
        QCOMPARE(std::int64_t(idOf(*shown).frame), source.firstFrame + frame);
        QVERIFY(screen.waitState([](const PlayerState& s) { return s.dropped == 49; }));
        QVERIFY(playOn(10));
        clock.advance(std::chrono::hours(24)); // the programme is over
        QVERIFY(screen.waitState([](const PlayerState& s) { return s.speed.paused(); }));
        const std::lock_guard lock(screen.mutex);
        std::int64_t newest = 0;
        for (const auto& p : screen.pictures) {
            QVERIFY(!p.error);
            if (p.order < order || !p.exact)
                continue;
            QCOMPARE(std::int64_t(idOf(p).frame), source.firstFrame + p.frame);
            QVERIFY(p.frame >= newest);
            newest = p.frame;
        }
    }

    void backwardsTheSoundIsEachSampleInTheOppositeOrder() {
        HandClock clock;
        Screen screen;
        HandOutput output;
        for (const Uuid& id : {m_ramp, m_ntsc}) {
            const FrameRate rate = m_made->made(id).clock.rate;
            Player player(m_made, &output, screen.callbacks(), {}, &clock);
            player.setSequence(whole(id));
            player.seek(100);
            QVERIFY(screen.wait(100));
            player.play({-1, 1});
            std::int64_t sample = samplesAtFrame(101, rate); // the whole of frame 100 is heard
            for (std::int64_t frame = 99; frame > 40; --frame) {
                const std::int64_t until = samplesAtFrame(frame + 1, rate);
                for (const std::int32_t heard : output.pull(static_cast<std::size_t>(sample - until)))
                    QCOMPARE(heard, rampAt(id, --sample));
                QCOMPARE(sample, until);
                clock.advance(std::chrono::milliseconds(21));
                QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
            }
        }
    }

    void atTwiceTheSpeedPitchAndPictureAreKept() {
        HandClock clock;
        Screen screen;
        HandOutput output;
        Player player(m_made, &output, screen.callbacks(), {}, &clock);
        player.setSequence(whole(m_tone));
        QVERIFY(screen.wait(0));
        player.play({2, 1});
        std::vector<std::int32_t> heard;
        for (std::int64_t frame = 2; frame < frames - 10; frame += 2) {
            const auto part = output.pull(960);
            heard.insert(heard.end(), part.begin(), part.end());
            clock.advance(std::chrono::milliseconds(21));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        int crossings = 0;
        for (std::size_t i = 12001; i < 12000 + 48000; ++i)
            crossings += (heard[i - 1] < 0) != (heard[i] < 0);
        QVERIFY2(std::abs(crossings - 1600) <= 10, qPrintable(QString::number(crossings)));
    }

    void fasterThanTwiceIsSilent() {
        HandClock clock;
        Screen screen;
        HandOutput output;
        Player player(m_made, &output, screen.callbacks(), {}, &clock);
        player.setSequence(whole(m_tone));
        QVERIFY(screen.wait(0));
        const std::uint64_t order = player.play({4, 1});
        QVERIFY(screen.waitRunning(order));
        clock.advance(std::chrono::milliseconds(20));
        QVERIFY(screen.wait(4));
        QCOMPARE(output.starts(), 0);
    }

    void aLoopIsSeamlessInPictureAndSound() {
        HandClock clock;
        Screen screen;
        HandOutput output;
        Player player(m_made, &output, screen.callbacks(), {}, &clock);
        player.setSequence(whole(m_ntsc));
        const FrameRate rate = m_made->made(m_ntsc).clock.rate;
        player.play({1, 1}, 20, PlayRange{20, 27, true, {}});
        for (int round = 0; round < 5; ++round)
            for (std::int64_t frame = 20; frame < 27; ++frame) {
                QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
                const auto first = samplesAtFrame(frame, rate);
                const auto part =
                    output.pull(static_cast<std::size_t>(samplesAtFrame(frame + 1, rate) - first));
                for (std::size_t i = 0; i < part.size(); ++i)
                    QCOMPARE(part[i], rampAt(m_ntsc, first + static_cast<std::int64_t>(i)));
                clock.advance(std::chrono::milliseconds(18));
            }
        QCOMPARE(output.starts(), 1);
        QCOMPARE(player.state().dropped, 0);
    }

    void aRangeEndsOnItsLastFrameOrWhereOneStood() {
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(whole(m_ramp));
        for (const auto& [returnTo, expected] :
             {std::pair{std::optional<std::int64_t>(), std::int64_t(34)}, {std::int64_t(32), 32}}) {
            const auto order = player.play({1, 1}, 30, PlayRange{30, 35, false, returnTo});
            QVERIFY(screen.waitRunning(order));
            for (std::int64_t frame = 30; frame < 35; ++frame) {
                QVERIFY(screen.wait(frame));
                clock.advance(std::chrono::milliseconds(20));
            }
            QVERIFY(
                screen.waitState([&](const PlayerState& s) { return s.order == order && s.speed.paused(); }));
            QVERIFY(screen.wait(expected));
            QCOMPARE(player.state().position, expected);
        }
        // Whoever stops on a frame stands on it, though another one is due by then.
        QVERIFY(screen.waitRunning(player.play({1, 1}, 50)));
        QVERIFY(screen.wait(50));
        clock.advance(std::chrono::milliseconds(60));
        player.pause(51);
        QVERIFY(screen.wait(51));
        QCOMPARE(player.state().position, 51);
    }

    void scrubbingIsHeardUnderTheFrame() {
        HandClock clock;
        Screen screen;
        HandOutput output;
        Player player(m_made, &output, screen.callbacks(), {}, &clock);
        player.setSequence(whole(m_ramp));
        player.seek(5);
        QVERIFY(screen.wait(5)); // and nothing is heard of a seek
        for (const std::int64_t frame : {30, 31, 32, 7}) {
            player.scrub(frame);
            QVERIFY(screen.wait(frame));
            const auto burst = output.pull(2880);
            QCOMPARE(burst.size(), std::size_t(2880));
            // Between its fades sample for sample.
            for (std::size_t i = 96; i < 2880 - 96; ++i)
                QCOMPARE(burst[i], rampAt(m_ramp, frame * 960 + static_cast<std::int64_t>(i)));
            QCOMPARE(burst.front(), 0);
            QCOMPARE(burst.back(), 0);
        }
        QCOMPARE(output.starts(), 1); // the device stays ours while the hand moves
        player.play({1, 1});
        const auto played = output.pull(960);
        for (std::size_t i = 0; i < played.size(); ++i)
            QCOMPARE(played[i], rampAt(m_ramp, 7 * 960 + static_cast<std::int64_t>(i)));
    }

    void aDeviceMayVanishAndComeBack_data() {
        QTest::addColumn<bool>("says");
        QTest::newRow("and says so") << true;
        QTest::newRow("and only stands still") << false;
    }
    void aDeviceMayVanishAndComeBack() {
        QFETCH(bool, says);
        HandClock clock;
        Screen screen;
        HandOutput output;
        Player player(m_made, &output, screen.callbacks(), {}, &clock);
        player.setSequence(whole(m_ramp));
        QVERIFY(screen.wait(0));
        player.play({1, 1});
        for (std::int64_t frame = 1; frame <= 10; ++frame) {
            QCOMPARE(output.pull(960).size(), std::size_t(960));
            clock.advance(std::chrono::milliseconds(21));
            QVERIFY(screen.wait(frame));
        }
        if (says)
            output.setPresent(false);
        else
            clock.advance(std::chrono::milliseconds(1100));
        // From the same frame the clock leads, at its pace; a second later the device is looked for again.
        const auto shown = [&] {
            const std::lock_guard lock(screen.mutex);
            return screen.pictures.back().frame;
        };
        const int before = output.starts();
        // The first tick may be the one that finds out.
        const auto tick = [&] {
            const std::int64_t next = shown() + 1;
            for (int tries = 0; tries < 3 && shown() < next && output.starts() == before; ++tries) {
                clock.advance(std::chrono::milliseconds(20));
                for (int looks = 0; looks < 200 && shown() < next && output.starts() == before; ++looks)
                    QTest::qSleep(5);
            }
            return shown() == next || output.starts() > before;
        };
        output.setPresent(false);
        while (shown() < 40)
            QVERIFY(tick());
        QCOMPARE(output.starts(), before);
        output.setPresent(true);
        for (int ticks = 0; ticks < 60 && output.starts() == before; ++ticks)
            QVERIFY(tick());
        QCOMPARE(output.starts(), before + 1);
        // It goes on with the sound of the picture that is shown, once that is on screen.
        QTest::qSleep(100);
        const auto heard = output.pull(960);
        const std::int64_t at = shown();
        for (std::size_t i = 0; i < heard.size(); ++i)
            QCOMPARE(heard[i], rampAt(m_ramp, at * 960 + static_cast<std::int64_t>(i)));
        clock.advance(std::chrono::milliseconds(21));
        QVERIFY(screen.wait(at + 1));
        const std::lock_guard lock(screen.mutex);
        std::int64_t last = -1;
        for (const auto& p : screen.pictures) {
            QVERIFY2(p.frame == last || p.frame == last + 1, qPrintable(QString::number(p.frame)));
            last = p.frame;
        }
    }
};

QTEST_APPLESS_MAIN(TestTransport)
#include "test_transport.moc"
