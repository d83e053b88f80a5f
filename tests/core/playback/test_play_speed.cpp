#include "hand_player.h"
#include "made_media.h"

#include "core/playback/sound_feeder.h"
#include "core/playback/want_runs.h"
#include "core/render/sound_speed.h"
#include "core/timeline/clip_map.h"

#include <QTest>

#include <random>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

namespace {

struct Part {
    std::int64_t offset; ///< of its first frame
    std::int64_t frames;
    ClipSpeed speed;
};

/// Slow and cut in the middle of a held frame; backwards over several Objects; held; fast; slowly backwards.
const std::vector<Part> parts{{10, 31, {1, 2, 1}}, {140, 60, {-1, 1, 0}}, {33, 15, {0, 1, 0}},
                              {5, 40, {5, 2, 1}},  {60, 30, {-1, 3, 2}},  {20, 10, {1, 1, 0}}};

} // namespace

class TestPlaySpeed : public QObject {
    Q_OBJECT
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    Uuid m_source;
    SequencePtr m_sequence;
    std::vector<std::int64_t> m_expected; ///< absolute frame of the Source, by frame of the sequence

    std::int64_t last() const { return std::ssize(m_expected) - 1; }
    /// Every exact picture carries the id that the edit says.
    void checkPictures(const Screen& screen) {
        const std::lock_guard lock(screen.mutex);
        int exact = 0;
        for (const auto& p : screen.pictures) {
            QVERIFY(!p.error);
            if (!p.exact)
                continue;
            ++exact;
            QCOMPARE(std::int64_t(idOf(p).frame), m_expected.at(static_cast<std::size_t>(p.frame)));
        }
        QVERIFY(exact > 0);
    }

private Q_SLOTS:
    void initTestCase() {
        m_source = m_made->add(1, {50, 1}, {36000, 0}, 3);
        const auto& source = m_made->made(m_source);
        std::vector<Item> pictures;
        std::vector<Item> sounds;
        for (const Part& part : parts) {
            Clip clip = clipOf(source, part.offset, part.frames);
            clip.speed = part.speed;
            pictures.push_back(Item::of(clip));
            Clip sound = soundOf(source, part.offset, part.frames);
            sound.speed = part.speed;
            sound.in = soundUnit(sound, source.clock, source.firstFrame + part.offset);
            sounds.push_back(part.speed.isFreeze() ? Item::gap(sound.duration) : Item::of(sound));
            // Counted, and not with the product's map.
            for (std::int64_t k = 0; k < part.frames; ++k) {
                std::int64_t unit = part.offset;
                std::int64_t left = k * part.speed.num + part.speed.phase;
                for (; left >= part.speed.den; left -= part.speed.den)
                    ++unit;
                for (; left < 0; left += part.speed.den)
                    --unit;
                m_expected.push_back(source.firstFrame + unit);
            }
        }
        m_sequence = sequenceOf({50, 1}, pictures, sounds);
    }

    void aHeldPictureIsWantedOnce() {
        const Clip clip = clipOf(m_made->made(m_source), 0, 10);
        WantRuns runs;
        for (std::int64_t at = 0; at < 6; ++at)
            runs.add({{m_source, 40 + at / 2}, Quality::Best}, &clip, at);
        std::vector<std::int64_t> frames;
        for (const PictureWant& want : runs.take())
            frames.push_back(want.key.frame);
        QCOMPARE(frames, (std::vector<std::int64_t>{40, 41, 42}));
    }

    void playingShowsEachFrameOfTheMapInBothDirections() {
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(m_sequence);
        QVERIFY(screen.wait(0));
        QVERIFY(screen.waitRunning(player.play({1, 1})));
        for (std::int64_t frame = 1; frame <= last(); ++frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        QCOMPARE(player.state().dropped, 0);
        QVERIFY(screen.waitRunning(player.play({-1, 1}, last())));
        QVERIFY(screen.wait(last()));
        for (std::int64_t frame = last() - 1; frame >= 0; --frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        QCOMPARE(player.state().dropped, 0);
        checkPictures(screen);
    }

    void twiceAndFourTimesAsFastShowTheSameFramesOfTheMap() {
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(m_sequence);
        for (const int speed : {2, 4}) {
            player.seek(0);
            QVERIFY(screen.wait(0));
            QVERIFY(screen.waitRunning(player.play({speed, 1}, 0)));
            for (std::int64_t frame = speed; frame <= last(); frame += speed) {
                clock.advance(std::chrono::milliseconds(20));
                QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
            }
        }
        checkPictures(screen);
    }

    void seekingSteppingAndLoopingShowThem() {
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(m_sequence);
        std::mt19937 random(5);
        for (int i = 0; i < 60; ++i) {
            const auto frame = static_cast<std::int64_t>(random() % m_expected.size());
            player.scrub(frame);
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        for (std::int64_t frame = 25; frame < 45; ++frame) {
            player.seek(frame);
            QVERIFY(screen.wait(frame));
        }
        QVERIFY(screen.waitRunning(player.play({1, 1}, 28, PlayRange{28, 36, true, {}})));
        for (int step = 0; step < 24; ++step) {
            QVERIFY2(screen.wait(28 + step % 8), qPrintable(QString::number(step)));
            clock.advance(std::chrono::milliseconds(20));
        }
        checkPictures(screen);
    }

    /// In pieces from anywhere, as it is played, against each clip's sound made at once.
    void theSoundIsThatOfEachClipAsAWhole() {
        ObjectCache objects(*m_made, 1 << 24);
        SoundLoader sounds(*m_made, objects);
        const Monitoring everything;
        std::mt19937 random(9);
        std::int64_t start = 0;
        for (const Item& item : m_sequence->tracks[1]->items) {
            if (item.clip) {
                const Clip& clip = *item.clip;
                const auto needed = render::samplesNeeded(clip.in, clip.speed, clip.duration);
                std::vector<std::int32_t> held;
                for (std::int64_t s = needed.first; s < needed.end; ++s)
                    held.insert(held.end(), 2, MadeMedia::ramp(s));
                const auto whole =
                    clip.speed.isNormal()
                        ? held
                        : render::soundAtSpeed(held, needed.first, 2, clip.in, clip.speed, clip.duration);
                for (int i = 0; i < 20; ++i) {
                    const auto count = static_cast<std::int64_t>(1 + random() % 1920);
                    const auto at =
                        static_cast<std::int64_t>(random() % std::uint64_t(clip.duration - count));
                    const auto heard = mixedSound(sounds, *m_sequence, everything, start + at, count, {});
                    QVERIFY(std::equal(heard.begin(), heard.end(), whole.begin() + at * 2));
                }
            }
            start += item.duration;
        }
    }
};

QTEST_APPLESS_MAIN(TestPlaySpeed)
#include "test_play_speed.moc"
