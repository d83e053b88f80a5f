#include "made_media.h"

#include "core/playback/sound_feeder.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;
using render::SoundSide;

namespace {

/// An angle whose sounds are all heard, as a viewer has it.
Sequence allSounds(const PlayableSource& source) {
    Sequence sequence = emptySequence("s", source.clock.rate, false);
    const Track sound = *sequence.tracks.back();
    sequence.tracks.resize(1);
    for (int member = 1; member <= static_cast<int>(source.sounds.size()); ++member) {
        Clip clip;
        clip.media.sourceId = source.sourceId;
        clip.mediaRate = sampleRate48k;
        clip.audioMember = member;
        clip.in = source.clock.sampleAtFrame(source.firstFrame);
        clip.duration = source.clock.sampleAtFrame(source.firstFrame + source.frameCount) - clip.in;
        Track track = sound;
        track.id = Uuid::random();
        track.items = {Item::of(std::move(clip))};
        sequence.tracks.push_back(std::make_shared<const Track>(std::move(track)));
    }
    return sequence;
}

} // namespace

class TestMonitoring : public QObject {
    Q_OBJECT

    /// Quiet enough that nine sounds together do not saturate; different at every sample of 24 bits.
    static std::int32_t quiet(std::int64_t s) { return static_cast<std::int32_t>((s % 50000) * 1024); }

    MadeMedia m_made;
    Uuid m_id;
    ObjectCache m_objects{m_made, 1 << 24};
    SoundLoader m_sounds{m_made, m_objects};
    Sequence m_sequence;
    std::int64_t m_first = 0; ///< absolute sample of the sequence's sample 0

    std::vector<std::int32_t> mixed(const Monitoring& monitoring, std::int64_t first = 0,
                                    std::int64_t count = 2000) {
        return mixedSound(m_sounds, m_sequence, monitoring, first, count, {});
    }
    /// What channel `channel` of a sound has there.
    std::int64_t at(int member, int channel, std::int64_t sample) const {
        return quiet(MadeMedia::shifted(member, channel, m_first + sample));
    }

private Q_SLOTS:
    void initTestCase() {
        m_made.recorded = quiet;
        m_made.sounds = {2, 1, 1, 1, 1, 1, 1, 1, 2}; // a mix, seven microphones, another stereo pair
        m_id = m_made.add(1, {50, 1}, {36000, 0}, 2);
        const auto& source = m_made.made(m_id);
        m_sequence = allSounds(source);
        m_first = source.clock.sampleAtFrame(source.firstFrame);
    }

    void withoutSettingsEverySoundIsHeard() {
        const auto heard = mixed({});
        for (std::int64_t i = 0; i < 2000; ++i) {
            std::int64_t left = at(1, 0, i) + at(9, 0, i);
            std::int64_t right = at(1, 1, i) + at(9, 1, i);
            for (int mono = 2; mono <= 8; ++mono) {
                left += at(mono, 0, i);
                right += at(mono, 0, i);
            }
            QCOMPARE(heard[static_cast<std::size_t>(2 * i)], left);
            QCOMPARE(heard[static_cast<std::size_t>(2 * i + 1)], right);
        }
    }
    void microphonesGoWhereTheyAreRouted() {
        Monitoring monitoring(9, SoundMonitor{true, false, SoundSide::Both});
        monitoring[1] = {false, false, SoundSide::Left};
        monitoring[2] = {false, false, SoundSide::Right};
        const auto heard = mixed(monitoring);
        for (std::int64_t i = 0; i < 2000; ++i) {
            QCOMPARE(heard[static_cast<std::size_t>(2 * i)], at(2, 0, i));
            QCOMPARE(heard[static_cast<std::size_t>(2 * i + 1)], at(3, 0, i));
        }
    }
    void aPairOnOneSideIsTheMeanOfItsTwo() {
        Monitoring monitoring(9);
        monitoring[8] = {false, true, SoundSide::Right};
        const auto heard = mixed(monitoring);
        for (std::int64_t i = 0; i < 2000; ++i) {
            QCOMPARE(heard[static_cast<std::size_t>(2 * i)], 0);
            QCOMPARE(heard[static_cast<std::size_t>(2 * i + 1)], (at(9, 0, i) + at(9, 1, i)) / 2);
        }
    }
    void soloSilencesTheOthersAndMuteEvenTheSoloed() {
        Monitoring monitoring(9);
        monitoring[3].soloed = true;
        QVERIFY(isHeard(monitoring, 4));
        QVERIFY(!isHeard(monitoring, 1));
        QVERIFY(!isHeard(monitoring, 20)); // beyond what was set, and not soloed
        const auto heard = mixed(monitoring);
        for (std::int64_t i = 0; i < 2000; ++i)
            QCOMPARE(heard[static_cast<std::size_t>(2 * i)], at(4, 0, i));
        monitoring[3].muted = true; // then nothing is soloed any more
        QVERIFY(!isHeard(monitoring, 4));
        QVERIFY(isHeard(monitoring, 1));
    }
    void whatIsNotHeardIsNotFetched() {
        ObjectCache objects(m_made, 1 << 24);
        SoundLoader sounds(m_made, objects);
        Monitoring monitoring(9, SoundMonitor{true, false, SoundSide::Both});
        monitoring[0].muted = false;
        m_made.fetched = 0;
        mixedSound(sounds, m_sequence, monitoring, 0, 1000, {});
        QCOMPARE(m_made.fetched, 1);
    }
    /// While it plays: from some sample on the new setting is heard, and the way there has no step in it.
    void aChangeIsHeardSoonAndWithoutAClick() {
        Monitoring one(9);
        one[1].soloed = true;
        Monitoring other(9);
        other[2].soloed = true;
        MonitorDesk desk;
        desk.set(one);
        SoundFeeder feeder(m_sounds, desk);
        feeder.start(std::make_shared<const Sequence>(m_sequence), {0, 1, 1, {}});
        std::vector<std::int32_t> heard;
        std::vector<std::int32_t> part(2 * 480);
        const auto listen = [&](std::size_t samples) {
            while (heard.size() < 2 * samples) {
                const std::size_t got = feeder.ring().pull(part);
                heard.insert(heard.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(got * 2));
            }
        };
        listen(480);
        desk.set(other);
        listen(48000);
        feeder.stop();
        std::int64_t changed = 0;
        while (heard[static_cast<std::size_t>(2 * changed)] == at(2, 0, changed))
            ++changed;
        QVERIFY(changed >= 480);
        const std::int64_t settled = changed + 240;
        QVERIFY2(settled < 47000, "the change was never heard");
        for (std::int64_t i = changed; i < settled; ++i) {
            const auto value = heard[static_cast<std::size_t>(2 * i)];
            QVERIFY(value >= std::min(at(2, 0, i), at(3, 0, i)) &&
                    value <= std::max(at(2, 0, i), at(3, 0, i)));
        }
        for (std::int64_t i = settled; i < 48000; ++i)
            QCOMPARE(heard[static_cast<std::size_t>(2 * i)], at(3, 0, i));
    }
};

QTEST_APPLESS_MAIN(TestMonitoring)
#include "test_monitoring.moc"
