#include "made_media.h"

#include "core/playback/sound_feeder.h"

#include <QTest>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

class TestSound : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySampleIsTheRightOneAcrossObjects() {
        MadeMedia made;
        for (const FrameRate rate : {FrameRate{50, 1}, FrameRate{60000, 1001}}) {
            const Uuid id = made.add(1, rate, {36000, 0}, 3);
            ObjectCache objects(made, 1 << 24);
            SoundLoader sounds(made, objects);
            const auto& source = made.made(id);
            const std::int64_t first = source.clock.sampleAtFrame(source.firstFrame + 10);
            const auto block = sounds.read(id, 1, first, 100000, {});
            QVERIFY(block.ok());
            for (std::int64_t i = 0; i < 100000; ++i)
                QCOMPARE(block->samples[static_cast<std::size_t>(i * 2)], MadeMedia::ramp(first + i));
            // Beyond the end there is silence, and no sound that the Source does not have.
            const std::int64_t end = source.clock.sampleAtFrame(source.firstFrame + source.frameCount);
            QCOMPARE(sounds.read(id, 1, end, 10, {})->samples[0], 0);
            QCOMPARE(sounds.read(id, 2, first, 10, {})->samples[0], 0);
        }
    }
    void feederMixesTheSequence() {
        MadeMedia made;
        const Uuid id = made.add(1, {50, 1}, {36000, 0}, 2);
        const auto& source = made.made(id);
        Sequence sequence = emptySequence("s", {50, 1}, false);
        Clip clip;
        clip.media.sourceId = id;
        clip.mediaRate = sampleRate48k;
        clip.in = source.clock.sampleAtFrame(source.firstFrame + 5);
        clip.duration = 48000;
        Track track = *sequence.tracks[1];
        track.items = {Item::gap(4800), Item::of(clip)};
        sequence.tracks[1] = std::make_shared<const Track>(track);

        ObjectCache objects(made, 1 << 24);
        SoundLoader sounds(made, objects);
        const MonitorDesk desk;
        SoundFeeder feeder(sounds, desk);
        feeder.start(std::make_shared<const Sequence>(sequence), {4000, 1, 1, {}});
        std::vector<std::int32_t> heard;
        std::vector<std::int32_t> part(2 * 480);
        while (heard.size() < 2 * 9600) {
            const std::size_t got = feeder.ring().pull(part);
            heard.insert(heard.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(got * 2));
        }
        feeder.stop();
        for (std::size_t i = 0; i < 9600; ++i)
            QCOMPARE(heard[i * 2],
                     i < 800 ? 0 : MadeMedia::ramp(clip.in + static_cast<std::int64_t>(i) - 800));
    }
};

QTEST_APPLESS_MAIN(TestSound)
#include "test_sound.moc"
