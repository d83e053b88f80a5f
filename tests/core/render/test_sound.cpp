#include "core/render/sound.h"

#include "core/render/sound_levels.h"
#include "core/timeline/transitions.h"

#include <QTest>
#include <cmath>
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

    void theLevelsAreThoseOfTheLaw() {
        QCOMPARE(render::gainFactor(0), std::int64_t{1} << 28);
        for (int gain = lowestGain; gain <= highestGain; gain += 7) {
            const double decibels =
                20 * std::log10(static_cast<double>(render::gainFactor(gain)) / (1 << 28));
            QVERIFY2(std::abs(decibels - gain / 100.0) < (gain < -3000 ? 0.002 : 0.000001),
                     qPrintable(QString::number(gain)));
        }
        for (const std::int64_t steps : {1, 2, 3, 480, 9600, 9609, 1000000}) {
            for (std::int64_t step = 0; step < steps; step += 1 + steps / 997) {
                const double coming = static_cast<double>(render::fadeFactor(step, steps)) / (1 << 30);
                const double leaving =
                    static_cast<double>(render::fadeFactor(steps - 1 - step, steps)) / (1 << 30);
                const double angle =
                    M_PI / 2 * static_cast<double>(2 * step + 1) / static_cast<double>(2 * steps);
                QVERIFY(std::abs(coming - std::sin(angle)) < 1.0 / (1 << 25));
                QVERIFY(std::abs(coming * coming + leaving * leaving - 1) < 1e-7); // equal power
            }
        }
    }

    void aCrossfadePlansBothSounds() {
        Track track = audioTrack();
        Clip one = soundClip(1000, 100);
        one.name = "A";
        one.head = Transition{TransitionKind::Dissolve, 0, 10};
        Clip two = soundClip(5000, 100);
        two.name = "B";
        two.head = Transition{TransitionKind::Dissolve, 20, 30};
        two.tail = Transition{TransitionKind::Dissolve, 15, 0};
        track.items = {Item::of(one), Item::of(two)};
        QVERIFY(transitionsFit(track.items));
        const Sequence sequence = withTracks({track});
        const auto text = [](const std::vector<render::SoundPiece>& pieces) {
            std::string said;
            for (const auto& p : pieces)
                said += (said.empty() ? "" : " ") + p.clip->name + std::to_string(p.recordSample) + "+" +
                        std::to_string(p.count) + "@" + std::to_string(p.sourceSample) +
                        (p.fade ? p.fade->coming ? "in" : "out" : "");
            return said;
        };
        QCOMPARE(text(render::planSound(sequence, 0, 200)),
                 std::string(
                     "A0+10@1000in A10+70@1010 A80+50@1080out B80+50@4980in B130+55@5030 B185+15@5085out"));
        // Any window is the same sound, piece by piece.
        const auto whole = render::planSound(sequence, 0, 200);
        for (std::int64_t sample = 0; sample < 200; ++sample) {
            const auto here = render::planSound(sequence, sample, 1);
            std::size_t next = 0;
            for (const auto& piece : whole) {
                if (sample < piece.recordSample || sample >= piece.recordSample + piece.count)
                    continue;
                QVERIFY(next < here.size());
                QCOMPARE(here[next].sourceSample, piece.sourceSample + sample - piece.recordSample);
                QVERIFY(here[next].fade == piece.fade && here[next].clip == piece.clip);
                ++next;
            }
            QCOMPARE(next, here.size());
        }
        // A disabled side is silent, the other still comes in.
        Clip off = one;
        off.enabled = false;
        track.items[0] = Item::of(off);
        QCOMPARE(text(render::planSound(withTracks({track}), 0, 135)),
                 std::string("B80+50@4980in B130+5@5030"));
    }

    void aCrossfadeMixesSampleBySample() {
        constexpr std::int64_t steps = 480;
        std::vector<std::int32_t> leaving(steps * 2), coming(steps * 2);
        std::mt19937 random(5);
        for (std::size_t i = 0; i < leaving.size(); ++i) {
            leaving[i] = static_cast<std::int32_t>(random()) / 2;
            coming[i] = static_cast<std::int32_t>(random()) / 2;
        }
        const auto input = [](const std::vector<std::int32_t>& samples, bool in, int gain) {
            return render::SoundInput{100,     2,
                                      samples, render::SoundSide::Both,
                                      gain,    render::Fade{TransitionKind::Dissolve, in, 100, steps}};
        };
        const auto mixed =
            render::mixSound(std::vector{input(leaving, false, -600), input(coming, true, 250)}, 100, steps);
        for (std::int64_t k = 0; k < steps; ++k) {
            const double angle = M_PI / 2 * static_cast<double>(2 * k + 1) / (2.0 * steps);
            for (std::size_t at : {static_cast<std::size_t>(2 * k), static_cast<std::size_t>(2 * k + 1)}) {
                const double expected = std::clamp(leaving[at] * std::cos(angle) * std::pow(10, -0.3) +
                                                       coming[at] * std::sin(angle) * std::pow(10, 0.125),
                                                   -2147483648.0, 2147483647.0);
                QVERIFY(std::abs(mixed[at] - expected) < 64); // 2^-25 of full scale
            }
        }
        // In parts it is the same sound.
        for (std::int64_t first = 100; first < 100 + steps; first += 37) {
            const std::int64_t count = std::min<std::int64_t>(37, 100 + steps - first);
            const auto part = render::mixSound(
                std::vector{input(leaving, false, -600), input(coming, true, 250)}, first, count);
            QVERIFY(std::equal(part.begin(), part.end(), mixed.begin() + (first - 100) * 2));
        }
    }

    void gainIsExactAndSaturates() {
        constexpr auto top = std::numeric_limits<std::int32_t>::max();
        const std::vector<std::int32_t> samples{1 << 20, -(1 << 20), top, 3};
        const auto with = [&](int gain) {
            render::SoundInput input{0, 1, samples};
            input.gain = gain;
            const auto mixed = render::mixSound(std::vector{input}, 0, 4);
            return std::vector<std::int32_t>{mixed[0], mixed[2], mixed[4], mixed[6]};
        };
        QCOMPARE(with(0), samples);
        QCOMPARE(with(2000), (std::vector<std::int32_t>{10 << 20, -(10 << 20), top, 30}));
        QCOMPARE(with(-2000).at(0), 104858); // 104857.6
        QCOMPARE(with(highestGain).at(2), top);
        QVERIFY(std::abs(with(lowestGain).at(2) - 34035.2) < 8);
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
