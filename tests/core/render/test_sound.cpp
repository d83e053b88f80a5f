#include "core/render/sound.h"

#include <QTest>
#include <limits>
#include <random>

using namespace cutaway;
using namespace cutaway::timeline;

namespace {

Track audioTrack() {
    Track track;
    track.kind = TrackKind::Audio;
    track.rate = sampleRate48k;
    return track;
}

Sequence withTracks(std::vector<Track> tracks) {
    Sequence sequence;
    sequence.rate = {60000, 1001};
    for (Track& track : tracks)
        sequence.tracks.push_back(std::make_shared<const Track>(std::move(track)));
    return sequence;
}

Clip soundClip(std::int64_t in, std::int64_t duration) {
    Clip clip;
    clip.mediaRate = sampleRate48k;
    clip.in = in;
    clip.duration = duration;
    return clip;
}

} // namespace

class TestSound : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void positionsAreCumulative() {
        // A thousand one-frame clips at 59.94, cut at cumulative samples, lie end to end on the source too.
        const FrameRate rate{60000, 1001};
        Track track = audioTrack();
        for (std::int64_t n = 0; n < 1000; ++n) {
            const std::int64_t from = samplesAtFrame(n, rate);
            track.items.push_back(Item::of(soundClip(7000 + from, samplesAtFrame(n + 1, rate) - from)));
        }
        const auto pieces = render::planSound(withTracks({track}), 0, samplesAtFrame(1000, rate));
        QCOMPARE(pieces.size(), std::size_t{1000});
        std::int64_t next = 0;
        for (const auto& piece : pieces) {
            QCOMPARE(piece.recordSample, next);
            QCOMPARE(piece.sourceSample, 7000 + next); // a through edit loses and doubles nothing
            next += piece.count;
        }
        QCOMPARE(next, 800800);
    }

    void anyWindowIsTheSameSound() {
        std::mt19937 random(7);
        Track track = audioTrack();
        std::vector<std::int64_t> truth;
        for (int i = 0; i < 40; ++i) {
            const auto duration = static_cast<std::int64_t>(1 + random() % 900);
            const auto in = static_cast<std::int64_t>(random() % 100000);
            const bool gap = random() % 4 == 0;
            track.items.push_back(gap ? Item::gap(duration) : Item::of(soundClip(in, duration)));
            for (std::int64_t k = 0; k < duration; ++k)
                truth.push_back(gap ? -1 : in + k);
        }
        const Sequence sequence = withTracks({track});
        for (int round = 0; round < 200; ++round) {
            const auto first = static_cast<std::int64_t>(random() % truth.size());
            const auto count = static_cast<std::int64_t>(random() % 3000);
            std::vector<std::int64_t> heard(static_cast<std::size_t>(count), -1);
            for (const auto& piece : render::planSound(sequence, first, count))
                for (std::int64_t k = 0; k < piece.count; ++k)
                    heard.at(static_cast<std::size_t>(piece.recordSample - first + k)) =
                        piece.sourceSample + k;
            for (std::size_t k = 0; k < heard.size(); ++k) {
                const std::size_t at = static_cast<std::size_t>(first) + k;
                QCOMPARE(heard[k], at < truth.size() ? truth[at] : -1);
            }
        }
    }

    void mutedAndSoloedTracks() {
        Track one = audioTrack();
        one.items.push_back(Item::of(soundClip(0, 100)));
        Track two = one;
        two.items = {Item::of(soundClip(500, 100))};
        one.muted = true;
        QCOMPARE(render::planSound(withTracks({one, two}), 0, 100).size(), std::size_t{1});
        QCOMPARE(render::planSound(withTracks({one, two}), 0, 100).at(0).sourceSample, 500);
        one.muted = false;
        one.soloed = true;
        QCOMPARE(render::planSound(withTracks({one, two}), 0, 100).at(0).sourceSample, 0);
        QCOMPARE(render::planSound(withTracks({one, two}), 0, 100).size(), std::size_t{1});
    }

    void oneStereoPiecePassesBitForBit() {
        std::mt19937 random(11);
        std::vector<std::int32_t> samples(2000);
        for (auto& sample : samples)
            sample = static_cast<std::int32_t>(random());
        const render::SoundInput input{50, 2, samples};
        const auto mixed = render::mixSound(std::vector{input}, 40, 1020);
        QVERIFY(std::all_of(mixed.begin(), mixed.begin() + 20, [](auto s) { return s == 0; }));
        QVERIFY(std::equal(samples.begin(), samples.end(), mixed.begin() + 20));
        QVERIFY(std::all_of(mixed.end() - 20, mixed.end(), [](auto s) { return s == 0; }));
    }

    void sumsSaturateAndMonoGoesToBothSides() {
        constexpr auto top = std::numeric_limits<std::int32_t>::max();
        constexpr auto bottom = std::numeric_limits<std::int32_t>::min();
        const std::vector<std::int32_t> loud{top, bottom, top};
        const std::vector<std::int32_t> pair{5, -5, 5, -5, -5, -6};
        const auto mixed =
            render::mixSound(std::vector<render::SoundInput>{{0, 1, loud}, {0, 2, pair}}, 0, 3);
        QCOMPARE(mixed, (std::vector<std::int32_t>{top, top - 5, bottom + 5, bottom, top - 5, top - 6}));
        // Sums that meet again below full scale are not clipped on the way.
        const std::vector<std::int32_t> high{top}, low{bottom};
        QCOMPARE(
            render::mixSound(std::vector<render::SoundInput>{{0, 1, high}, {0, 1, high}, {0, 1, low}}, 0, 1),
            (std::vector<std::int32_t>{top - 1, top - 1}));
    }
};

QTEST_APPLESS_MAIN(TestSound)
#include "test_sound.moc"
