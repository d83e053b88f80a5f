#include "hand_player.h"
#include "made_media.h"
#include "passing_media.h"
#include "same_picture.h"

#include "core/media/decoder.h"
#include "core/playback/sound_feeder.h"
#include "core/playback/want_runs.h"
#include "core/render/mix.h"
#include "core/render/sound.h"

#include <QTest>

#include <cstring>
#include <random>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

namespace {

constexpr std::int64_t cut = 40; // from A to B
constexpr std::int64_t inA = 20; // offset of A's first frame
constexpr std::int64_t inB = 77; // and of B's
constexpr std::int64_t whole = 80;

/// What of one angle comes only when it is let through.
class HeldMedia final : public PassingMedia {
public:
    HeldMedia(MediaAccess& media, std::string source)
        : PassingMedia(media)
        , m_source(std::move(source)) {}
    Result<std::shared_ptr<const media::ByteBuffer>> object(const ObjectSpan& span,
                                                            std::stop_token stop) override {
        const bool held = span.objectId.starts_with(m_source);
        if (held && broken)
            return Error{ErrorCategory::Unavailable, "The cloud cannot be reached. Trying again.", {}};
        while (held && !open && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return PassingMedia::object(span, std::move(stop));
    }
    std::atomic<bool> open{false};
    std::atomic<bool> broken{false};

private:
    const std::string m_source;
};

} // namespace

class TestPlayTransitions : public QObject {
    Q_OBJECT
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    Uuid m_a, m_b;
    Uuid m_second;                 ///< the angle that comes, m_b where it is not said otherwise
    std::int64_t m_inSecond = inB; ///< offset of its first frame
    std::map<std::pair<Uuid, std::int64_t>, media::VideoFramePtr> m_pictures;

    /// The picture itself, decoded by itself.
    media::VideoFramePtr picture(const Uuid& id, std::int64_t offset) {
        auto& kept = m_pictures[{id, offset}];
        if (!kept) {
            const auto& source = m_made->made(id);
            const auto span =
                m_made->pictureSpan(source, source.rungs[0].flowId, source.firstFrame + offset, {}).value();
            auto decoder =
                media::VideoDecoder::open(media::memorySource(m_made->object(span, {}).value())).value();
            kept = decoder.frameAt(source.firstFrame + offset - span.firstUnit).value();
        }
        return kept;
    }
    SequencePtr dissolving(TransitionKind kind, std::int64_t before, std::int64_t after) const {
        Clip a = clipOf(m_made->made(m_a), inA, cut);
        a.head = Transition{kind, 0, 5};
        Clip b = clipOf(m_made->made(m_second), m_inSecond, whole - cut);
        b.head = Transition{kind, before, after};
        b.tail = Transition{kind, 6, 0};
        return sequenceOf({50, 1}, {Item::of(a), Item::of(b)});
    }
    /// What it shows, worked out from the edit.
    media::VideoFramePtr expected(TransitionKind kind, std::int64_t before, std::int64_t after,
                                  std::int64_t frame) {
        const auto a = [&] { return picture(m_a, inA + frame); };
        const auto b = [&] { return picture(m_second, m_inSecond + frame - cut); };
        const auto mixed = [&](const media::VideoFramePtr& from, const media::VideoFramePtr& to,
                               std::int64_t step, std::int64_t steps) {
            const auto& any = from ? from : to;
            return render::mix(from, to, {kind, true, step, steps},
                               {any->width, any->height, any->format, any->colour});
        };
        if (frame < 5)
            return mixed(nullptr, a(), frame, 5);
        if (frame >= whole - 6)
            return mixed(b(), nullptr, frame - (whole - 6), 6);
        if (frame >= cut - before && frame < cut + after)
            return mixed(a(), b(), frame - (cut - before), before + after);
        return frame < cut ? a() : b();
    }
    void wrongPictures(const Screen& screen, TransitionKind kind, std::int64_t before, std::int64_t after) {
        const std::lock_guard lock(screen.mutex);
        int exact = 0;
        for (const auto& p : screen.pictures) {
            QVERIFY(!p.error);
            if (!p.exact)
                continue;
            ++exact;
            QVERIFY2(same(*p.picture, *expected(kind, before, after, p.frame)),
                     qPrintable(QString::number(p.frame)));
        }
        QVERIFY(exact > 0);
    }

private Q_SLOTS:
    void initTestCase() {
        m_a = m_made->add(1, {50, 1}, {36000, 0}, 3);
        m_b = m_made->add(2, {50, 1}, {36000, 0}, 3);
    }
    void init() {
        m_second = m_b;
        m_inSecond = inB;
    }

    void eachClipIsLoadedInOneRun() {
        const Clip a = clipOf(m_made->made(m_a), 0, 10), b = clipOf(m_made->made(m_b), 0, 10);
        WantRuns runs;
        std::int64_t at = 0;
        const auto show = [&](std::initializer_list<std::pair<const Clip*, std::int64_t>> shown) {
            ++at;
            for (const auto& [clip, frame] : shown)
                runs.add({{clip->media.sourceId, frame}, Quality::Best}, clip, at);
        };
        show({{&a, 40}});
        show({{&a, 41}, {&b, 95}});
        show({{&a, 42}, {&b, 96}});
        show({{&b, 97}});
        show({}); // a gap ends a run
        show({{&b, 98}, {&a, 10}});
        std::vector<std::int64_t> frames;
        for (const PictureWant& want : runs.take())
            frames.push_back(want.key.frame);
        QCOMPARE(frames, (std::vector<std::int64_t>{40, 41, 42, 95, 96, 97, 98, 10}));
        QVERIFY(runs.take().empty());
    }

    void playingShowsEachMixOnceInOrder_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("sameAngleFrom"); // 0: another angle comes
        QTest::newRow("dissolve") << int(TransitionKind::Dissolve) << 12 << 13 << 0;
        QTest::newRow("dip") << int(TransitionKind::Dip) << 10 << 5 << 0;
        QTest::newRow("wipe") << int(TransitionKind::Wipe) << 0 << 20 << 0;
        QTest::newRow("nearly all of it") << int(TransitionKind::Dissolve) << 35 << 34 << 0;
        QTest::newRow("to later in the same angle") << int(TransitionKind::Dissolve) << 12 << 13 << 90;
        QTest::newRow("to earlier in the same angle") << int(TransitionKind::Dissolve) << 12 << 13 << 30;
    }
    void playingShowsEachMixOnceInOrder() {
        QFETCH(int, kind);
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(int, sameAngleFrom);
        if (sameAngleFrom > 0) {
            m_second = m_a;
            m_inSecond = sameAngleFrom;
        }
        const auto how = static_cast<TransitionKind>(kind);
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(dissolving(how, before, after));
        QVERIFY(screen.wait(0));
        QVERIFY(screen.waitRunning(player.play({1, 1})));
        for (std::int64_t frame = 1; frame < whole; ++frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        QCOMPARE(player.state().dropped, 0);
        // And backwards.
        QVERIFY(screen.waitRunning(player.play({-1, 1}, whole - 1)));
        QVERIFY(screen.wait(whole - 1));
        for (std::int64_t frame = whole - 2; frame >= 0; --frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        QCOMPARE(player.state().dropped, 0);
        wrongPictures(screen, how, before, after);
    }

    void seekingSteppingAndLoopingShowThem() {
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(dissolving(TransitionKind::Dissolve, 12, 13));
        std::mt19937 random(3);
        for (int i = 0; i < 60; ++i) {
            const auto frame = static_cast<std::int64_t>(random() % whole);
            player.scrub(frame);
            const auto shown = screen.wait(frame);
            QVERIFY2(shown, qPrintable(QString::number(frame)));
        }
        for (std::int64_t frame = 26; frame < 56; ++frame) {
            player.seek(frame);
            QVERIFY(screen.wait(frame));
        }
        QVERIFY(screen.waitRunning(player.play({1, 1}, 25, PlayRange{25, 32, true, {}})));
        for (int step = 0; step < 20; ++step) {
            QVERIFY2(screen.wait(25 + step % 7), qPrintable(QString::number(step)));
            clock.advance(std::chrono::milliseconds(20));
        }
        QCOMPARE(player.state().dropped, 0);
        wrongPictures(screen, TransitionKind::Dissolve, 12, 13);
    }

    void withOnlyOneOfTheTwoNothingIsExact() {
        const auto held = std::make_shared<HeldMedia>(*m_made, m_b.toString());
        Screen screen;
        Player player(held, nullptr, screen.callbacks(), {});
        player.setSequence(dissolving(TransitionKind::Dissolve, 12, 13));
        player.seek(20);
        QVERIFY(screen.wait(20));
        player.seek(35); // A alone could be shown, and is, as what it is
        QVERIFY(screen.wait(35, false));
        QTest::qSleep(300);
        {
            const std::lock_guard lock(screen.mutex);
            for (const auto& p : screen.pictures)
                QVERIFY(p.frame != 35 || !p.exact);
            QVERIFY(screen.pictures.back().picture);
        }
        // Playing stands before the transition instead of passing over it.
        const std::uint64_t order = player.play({1, 1}, 22);
        QVERIFY(screen.waitState([&](const PlayerState& s) { return s.order == order && s.buffering; }));
        held->open = true;
        QVERIFY(screen.waitRunning(order));
        player.pause(35);
        QVERIFY(screen.wait(35));
        wrongPictures(screen, TransitionKind::Dissolve, 12, 13);
    }

    void whyOneDoesNotComeIsSaid() {
        const auto held = std::make_shared<HeldMedia>(*m_made, m_b.toString());
        held->broken = true;
        Screen screen;
        Player player(held, nullptr, screen.callbacks(), {});
        player.setSequence(dissolving(TransitionKind::Dissolve, 12, 13));
        player.seek(45);
        {
            std::unique_lock lock(screen.mutex);
            QVERIFY(screen.shown.wait_for(lock, std::chrono::seconds(10), [&] {
                return !screen.pictures.empty() && screen.pictures.back().error.has_value();
            }));
            QVERIFY(!screen.pictures.back().exact);
        }
        held->broken = false;
        held->open = true;
        auto shown = screen.wait(45);
        for (int more = 0; more < 4 && !shown;
             ++more) // it is asked for again every 2.5 s; a machine may be busy
            shown = screen.wait(45);
        QVERIFY(shown);
        QVERIFY(same(*shown->picture, *expected(TransitionKind::Dissolve, 12, 13, 45)));
    }

    void aFadeAboveShowsTheTrackBelow() {
        Sequence sequence = *sequenceOf({50, 1}, {Item::of(clipOf(m_made->made(m_a), inA, 60))});
        Clip over = clipOf(m_made->made(m_b), inB, 20);
        over.head = Transition{TransitionKind::Dissolve, 0, 8};
        Track upper = *sequence.tracks[0];
        upper.id = Uuid::random();
        upper.items = {Item::gap(10), Item::of(over)};
        sequence.tracks.insert(sequence.tracks.begin() + 1, std::make_shared<const Track>(upper));
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {});
        player.setSequence(std::make_shared<const Sequence>(sequence));
        for (std::int64_t frame = 10; frame < 18; ++frame) {
            player.seek(frame);
            const auto shown = screen.wait(frame);
            QVERIFY(shown);
            const auto below = picture(m_a, inA + frame);
            const auto mixed = render::mix(below, picture(m_b, inB + frame - 10),
                                           {TransitionKind::Dissolve, true, frame - 10, 8},
                                           {below->width, below->height, below->format, below->colour});
            QVERIFY(same(*shown->picture, *mixed));
        }
    }

    void soundsCrossWhereTheyAreJoined() {
        const auto& a = m_made->made(m_a);
        const auto& b = m_made->made(m_b);
        Clip one = soundOf(a, inA, cut);
        one.gain = -450;
        SoundEffects levels;
        levels.gain = Curve::of({{700, 0, Interpolation::Linear}, {20'000, -900, Interpolation::Linear}});
        levels.pan = 35;
        one.sound = shared(levels);
        Clip two = soundOf(b, inB, whole - cut);
        two.head = Transition{TransitionKind::Dissolve, 960 * 12, 960 * 13};
        two.tail = Transition{TransitionKind::Dissolve, 960 * 4, 0};
        HandClock clock;
        Screen screen;
        HandOutput output;
        Player player(m_made, &output, screen.callbacks(), {}, &clock);
        player.setSequence(sequenceOf({50, 1},
                                      {Item::of(clipOf(a, inA, cut)), Item::of(clipOf(b, inB, whole - cut))},
                                      {Item::of(one), Item::of(two)}));
        QVERIFY(screen.wait(0));
        player.play({1, 1});
        constexpr std::int64_t samples = 960 * whole;
        // The same from all of both sounds at once, by the law of the mixer.
        std::vector<std::int32_t> left(960 * (cut + 13)), right(960 * (whole - cut + 12));
        for (std::size_t i = 0; i < left.size(); ++i)
            left[i] = MadeMedia::ramp(one.in + static_cast<std::int64_t>(i));
        for (std::size_t i = 0; i < right.size(); ++i)
            right[i] = MadeMedia::ramp(two.in - 960 * 12 + static_cast<std::int64_t>(i));
        const render::Fade out{TransitionKind::Dissolve, false, 960 * (cut - 12), 960 * 25};
        render::Fade in = out;
        in.coming = true;
        const render::Fade end{TransitionKind::Dissolve, false, samples - 960 * 4, 960 * 4};
        const std::span all(right);
        const std::int64_t tail = samples - 960 * 4;
        const std::int64_t from = 960 * (cut - 12);
        const auto expectedSound = render::mixSound(
            std::vector<render::SoundInput>{
                {0, 1, left, render::SoundSide::Both, -450, out, &levels, 0},
                {from, 1, all.first(static_cast<std::size_t>(tail - from)), render::SoundSide::Both, 0, in},
                {tail, 1, all.subspan(static_cast<std::size_t>(tail - from)), render::SoundSide::Both, 0,
                 end}},
            0, samples);
        for (std::int64_t frame = 0; frame + 1 < whole; ++frame) {
            const auto heard = output.pull(960);
            QCOMPARE(heard.size(), std::size_t(960));
            for (std::size_t i = 0; i < heard.size(); ++i)
                QCOMPARE(heard[i], expectedSound[(static_cast<std::size_t>(frame) * 960 + i) * 2]);
            clock.advance(std::chrono::milliseconds(21));
            QVERIFY2(screen.wait(frame + 1), qPrintable(QString::number(frame)));
        }
    }
};

QTEST_APPLESS_MAIN(TestPlayTransitions)
#include "test_play_transitions.moc"
