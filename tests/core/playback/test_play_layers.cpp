#include "hand_player.h"
#include "made_media.h"
#include "same_picture.h"

#include "core/media/decoder.h"
#include "core/render/compositor.h"

#include <QTest>

#include <cstring>
#include <random>

using namespace cutaway;
using namespace cutaway::playback;
using namespace cutaway::timeline;

namespace {

using P = PictureParameter;

constexpr std::int64_t whole = 60;
constexpr std::int64_t inA = 20; // offset of A's first frame
constexpr std::int64_t inB = 77; // and of B's

} // namespace

class TestPlayLayers : public QObject {
    Q_OBJECT
    std::shared_ptr<MadeMedia> m_made = std::make_shared<MadeMedia>();
    Uuid m_a, m_b;
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

    /// B moves and grows over A.
    SequencePtr layered() const {
        Sequence sequence = *sequenceOf({50, 1}, {Item::of(clipOf(m_made->made(m_a), inA, whole))});
        Clip over = clipOf(m_made->made(m_b), inB, whole);
        PictureEffects effects;
        effects.of(P::Scale) = Curve::of({{0, 20'000, Interpolation::Smooth}, {59, 80'000}});
        effects.of(P::PositionX) = Curve::of({{10, -20'000}, {50, 20'000}});
        effects.of(P::Opacity) = Curve::of(750);
        over.picture = shared(effects);
        Track upper = *sequence.tracks[0];
        upper.id = Uuid::random();
        upper.items = {Item::of(over)};
        sequence.tracks.insert(sequence.tracks.begin() + 1, std::make_shared<const Track>(upper));
        return std::make_shared<const Sequence>(sequence);
    }
    media::VideoFramePtr expected(std::int64_t frame) {
        const auto below = picture(m_a, inA + frame);
        render::Picture base, over;
        base.frame = below;
        over.frame = picture(m_b, inB + frame);
        over.placement.of(P::Scale) = static_cast<std::int32_t>(
            Curve::of({{0, 20'000, Interpolation::Smooth}, {59, 80'000}}).at(frame));
        over.placement.of(P::PositionX) = static_cast<std::int32_t>(
            std::clamp<std::int64_t>(-20'000 + (frame - 10) * 1'000, -20'000, 20'000));
        over.placement.of(P::Opacity) = 750;
        return render::compose(std::vector{base, over},
                               {below->width, below->height, below->format, below->colour})
            .value();
    }
    void wrongPictures(const Screen& screen) {
        const std::lock_guard lock(screen.mutex);
        int exact = 0;
        for (const auto& p : screen.pictures) {
            QVERIFY(!p.error);
            if (!p.exact)
                continue;
            ++exact;
            QVERIFY2(same(*p.picture, *expected(p.frame)), qPrintable(QString::number(p.frame)));
        }
        QVERIFY(exact > 0);
    }

private Q_SLOTS:
    void initTestCase() {
        m_a = m_made->add(1, {50, 1}, {36000, 0}, 3);
        m_b = m_made->add(2, {50, 1}, {36000, 0}, 3);
    }

    void playingShowsEachFrameOnceInOrder() {
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(layered());
        QVERIFY(screen.wait(0));
        QVERIFY(screen.waitRunning(player.play({1, 1})));
        for (std::int64_t frame = 1; frame < whole; ++frame) {
            clock.advance(std::chrono::milliseconds(20));
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        QCOMPARE(player.state().dropped, 0);
        wrongPictures(screen);
    }

    void seekingShowsThem() {
        HandClock clock;
        Screen screen;
        Player player(m_made, nullptr, screen.callbacks(), {}, &clock);
        player.setSequence(layered());
        std::mt19937 random(5);
        for (int i = 0; i < 20; ++i) {
            const auto frame = static_cast<std::int64_t>(random() % whole);
            player.scrub(frame);
            QVERIFY2(screen.wait(frame), qPrintable(QString::number(frame)));
        }
        wrongPictures(screen);
    }

    void anUprightSequenceIsUpright() {
        Sequence sequence = *sequenceOf({50, 1}, {Item::of(clipOf(m_made->made(m_a), inA, whole))});
        sequence.width = 1080;
        sequence.height = 1920;
        for (const Framing framing : {Framing::Fill, Framing::Fit}) {
            sequence.framing = framing;
            Screen screen;
            Player player(m_made, nullptr, screen.callbacks(), {});
            player.setSequence(std::make_shared<const Sequence>(sequence));
            player.seek(7);
            const auto shown = screen.wait(7);
            QVERIFY(shown);
            const auto own = picture(m_a, inA + 7);
            QCOMPARE(shown->picture->height, own->height);
            QCOMPARE(shown->picture->width, own->height * 9 / 16 / 2 * 2);
            render::Picture one;
            one.frame = own;
            one.placement.framing = framing;
            const auto& size = *shown->picture;
            QVERIFY(same(
                size, *render::compose(std::vector{one}, {size.width, size.height, size.format, size.colour})
                           .value()));
        }
    }
};

QTEST_APPLESS_MAIN(TestPlayLayers)
#include "test_play_layers.moc"
